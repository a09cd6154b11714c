import Basics

/// What is wrong with the bands of a clause: ranges that meet, leave something out or stand in another order.
func bandFaults(_ bands: [Band], of clause: Clause) -> [PackFault] {
    var faults: [PackFault] = []
    guard !bands.isEmpty else {
        return [
            PackFault(.noBands, at: clause.position, zh: "分档是空的，请至少写一档。", en: "there is no band; write at least one.")
        ]
    }
    for band in bands {
        if band.range.isEmpty { faults.append(emptyRange(.emptyRange, band.range, at: band.position)) }
        faults += awardFaults(band.award, of: clause.item)
    }
    // What order and gaps there are is seen when each band has a number in it.
    guard bands.allSatisfy({ !$0.range.isEmpty }) else { return faults }
    faults += orderFaults(bands)
    // Overlaps and gaps are looked for from the lowest up, so that an unordered list is not reported twice.
    let rising = bands.sorted { ($0.range.low ?? .min, $0.position) < ($1.range.low ?? .min, $1.position) }
    var covered: Band?
    for band in rising {
        if let below = covered { faults += seamFaults(below, band) }
        if (band.range.high ?? .max) > (covered?.range.high ?? .max) || covered == nil { covered = band }
    }
    if let first = rising.first, let low = first.range.low, low > 0 {
        faults.append(
            PackFault(
                .nothingBelow, at: first.position, zh: "最低一档从\(low)起，\(low - 1)以下没有分档，请确认。",
                en: "the lowest band begins at \(low); there is none for \(low - 1) or fewer."))
    }
    if let top = covered, let high = top.range.high {
        faults.append(
            PackFault(
                .nothingAbove, at: top.position, zh: "最高一档到\(high)止，\(high + 1)以上没有分档，请确认。",
                en: "the highest band ends at \(high); there is none for \(high + 1) or more."))
    }
    return faults
}

private func orderFaults(_ bands: [Band]) -> [PackFault] {
    let lows = bands.map { $0.range.low ?? .min }
    let isFalling = zip(lows, lows.dropFirst()).allSatisfy { $0 >= $1 }
    guard lows.count > 1, !isFalling else { return [] }
    return zip(bands, bands.dropFirst()).filter { ($0.range.low ?? .min) > ($1.range.low ?? .min) }.map { above, band in
        PackFault(
            .unorderedBands, at: band.position, zh: "分档“\(band.range.zh)”写在“\(above.range.zh)”之后，请从小到大写。",
            en: "the band “\(band.range.en)” stands after “\(above.range.en)”; write them from small to large.")
    }
}

private func seamFaults(_ below: Band, _ band: Band) -> [PackFault] {
    if below.range.meets(band.range) {
        let later = max(below.position, band.position)
        return [
            PackFault(
                .overlappingBands, at: later, zh: "分档“\(band.range.zh)”与“\(below.range.zh)”重叠，同一个数有两个核定，请改。",
                en: "the bands “\(below.range.en)” and “\(band.range.en)” meet: a number would be given two answers.")
        ]
    }
    guard let high = below.range.high, let low = band.range.low, high + 1 < low else { return [] }
    let gap = NumberRange(low: high + 1, high: low - 1)
    return [
        PackFault(
            .missingBand, at: band.position, zh: "缺少分档“\(gap.zh)”，请补写或确认。",
            en: "there is no band for “\(gap.en)”; add one or make sure.")
    ]
}

/// What is wrong with a number that is given.
func awardFaults(_ award: Award, of item: NormItem) -> [PackFault] {
    var faults: [PackFault] = []
    if award.range.isEmpty { faults.append(emptyRange(.emptyAward, award.range, at: award.position)) }
    if award.range.high == nil || award.range.low == nil, !item.isShare {
        faults.append(
            PackFault(
                .openAward, at: award.position, zh: "核定的数要有上限和下限；可以多核的，请写“酌情”和理由。",
                en: "a number given needs both ends; where the office may give more, write 酌情 with the reason."))
    }
    guard !award.makeup.isEmpty, !award.range.isEmpty else { return faults }
    let sum = NumberRange(
        low: award.makeup.reduce(0) { $0 + ($1.range.low ?? 0) },
        high: award.makeup.reduce(0) { $0 + ($1.range.high ?? 0) })
    let isSound = award.makeup.allSatisfy { $0.range.low != nil && $0.range.high != nil && !$0.range.isEmpty }
    if !isSound || sum != award.range {
        faults.append(
            PackFault(
                .makeupSum, at: award.position, zh: "构成合计\(sum.zh)，与核定的\(award.range.zh)不符，请改。",
                en: "the posts by name come to \(sum.en), not to \(award.range.en)."))
    }
    return faults
}
