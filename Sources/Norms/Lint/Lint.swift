import Basics

/// Everything that is wrong with what a pack says, in the order of its file. What is wrong with how it is written, the
/// reader finds.
package func lint(_ pack: RulePack) -> [PackFault] {
    (datesFaults(pack) + clauseFaults(pack) + definitionFaults(pack) + reachFaults(pack)).sorted()
}

private func datesFaults(_ pack: RulePack) -> [PackFault] {
    var faults: [PackFault] = []
    if let from = pack.from, let until = pack.until, until < from {
        faults.append(
            PackFault(
                .untilBeforeFrom, at: pack.positions.until,
                zh: "失效（\(until)）早于施行（\(from)），请核对两个日期。",
                en: "the last day (\(until)) is before the first (\(from)); check both."))
    }
    if let from = pack.from, let issued = pack.document.issued, issued > from {
        faults.append(
            PackFault(
                .issuedAfterFrom, at: pack.positions.issued,
                zh: "印发（\(issued)）晚于施行（\(from)），请核对。",
                en: "it was issued (\(issued)) after it came into force (\(from)); check."))
    }
    return faults
}

private func clauseFaults(_ pack: RulePack) -> [PackFault] {
    var faults: [PackFault] = []
    if pack.clauses.isEmpty {
        faults.append(
            PackFault(
                .emptyPack, at: pack.positions.clauses, zh: "规则包没有条款，请至少写一条。",
                en: "the pack has no clause; write at least one."))
    }
    var numbers: [String: SourcePosition] = [:]
    let bases = Set(pack.clauses.filter(\.givesNumber).map(\.item))
    for clause in pack.clauses {
        // One article may decide several items; twice for the same item is worth a look.
        let key = "\(clause.number) \(clause.item.rawValue)"
        if let first = numbers[key] {
            faults.append(
                PackFault(
                    .repeatedNumber, at: clause.position,
                    zh: "条款号“\(clause.number)”在第\(first.line)行已用于\(clause.item.name.zh)，引用时分不清，请写到款、项。",
                    en: "“\(clause.number)” stands for \(clause.item.name.en) on line \(first.line) already; "
                        + "cite paragraph and item to tell them apart."))
        } else {
            numbers[key] = clause.position
        }
        faults += decisionFaults(clause, hasBase: bases.contains(clause.item))
        for condition in clause.conditions { faults += rangeFaults(condition) }
    }
    for definition in pack.definitions { for condition in definition.conditions { faults += rangeFaults(condition) } }
    return faults
}

private func decisionFaults(_ clause: Clause, hasBase: Bool) -> [PackFault] {
    switch clause.decision {
    case .bands(_, let bands): return bandFaults(bands, of: clause)
    case .value(let award): return awardFaults(award, of: clause.item)
    case .adds(let range):
        var faults: [PackFault] = []
        if range.isEmpty {
            faults.append(emptyRange(.emptyAward, range, at: clause.position))
        }
        if !hasBase {
            faults.append(
                PackFault(
                    .additionWithoutBase, at: clause.position,
                    zh: "本规则包没有核定\(clause.item.name.zh)的基本条款，“增加”不起作用，请补写或删去。",
                    en: "no clause of this pack gives \(clause.item.name.en) to add to; write one or drop it."))
        }
        return faults
    case .ratio(let ratio, _):
        guard !ratio.low.isAtMost(ratio.high) else { return [] }
        return [
            PackFault(
                .emptyAward, at: clause.position,
                zh: "比例\(ratio.low.description)大于\(ratio.high.description)，请把小数写在前面。",
                en: "the ratio \(ratio.low.description) is above \(ratio.high.description); write the smaller first.")
        ]
    case .refer, .none, .elsewhere: return []
    }
}

/// Conditions on a range without a number in it.
private func rangeFaults(_ condition: Condition) -> [PackFault] {
    switch condition.test {
    case .all(let parts), .any(let parts): parts.flatMap(rangeFaults)
    case .not(let part): rangeFaults(part)
    case .number(_, let range) where range.isEmpty: [emptyRange(.emptyRange, range, at: condition.position)]
    default: []
    }
}

func emptyRange(_ code: PackFault.Code, _ range: NumberRange, at position: SourcePosition) -> PackFault {
    PackFault(
        code, at: position, zh: "“\(range.zh)”里没有数，请把小数写在前面。",
        en: "there is no number in “\(range.en)”; write the smaller first.")
}

extension Clause {
    /// Whether it gives a number that an addition can add to.
    var givesNumber: Bool {
        switch decision {
        case .bands, .value, .ratio: true
        case .refer, .none, .elsewhere, .adds: false
        }
    }
}
