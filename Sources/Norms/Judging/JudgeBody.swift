import Registry

/// What the rules say of a body of a register, for each item that some pack decides.
package func verdicts(
    for body: Institution.ID, in register: Register, by rulebook: Rulebook, rounding: Rounding? = nil
) -> [Verdict] {
    verdicts(on: rulebook.items, for: body, in: register, by: rulebook, rounding: rounding)
}

/// What the rules say of these items of a body of a register; none when the body isn't there.
package func verdicts(
    on items: [NormItem], for body: Institution.ID, in register: Register, by rulebook: Rulebook,
    rounding: Rounding? = nil
) -> [Verdict] {
    guard let institution = register.institutions[body] else { return [] }
    let sheet = FactSheet(institution, in: register, needed: rulebook.facts)
    let figures = BodyFigures(of: institution, in: register, items)
    var memory = TextMemory()
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(items.count)
    for item in items {
        var judging = Judging(sheet: sheet, rulebook: rulebook, rounding: rounding)
        judging.memory = memory
        judging.judge(item)
        memory = judging.memory
        verdicts.append(judging.verdict(on: item, body: body, figures: figures.figures(of: item)))
    }
    return verdicts
}

/// With this many approved heads or fewer such a body is small (小机构标准); nil when no pack says so or it can't be told.
package func smallBodyThreshold(for sheet: FactSheet, by rulebook: Rulebook) -> Int? {
    guard let range = verdict(on: .smallBody, for: sheet, by: rulebook).allowed else { return nil }
    return range.high ?? range.low
}
