import Registry

/// A body and item of which two rulebooks say different things.
package struct VerdictChange: Hashable, Sendable {
    /// What the first says.
    package let before: Verdict
    /// What the second says.
    package let after: Verdict

    /// The body.
    package var body: Institution.ID? { before.body }

    /// The item.
    package var item: NormItem { before.item }
}

/// The bodies and items of which two rulebooks say different things, by name of the body and then by item.
///
/// Only what is allowed counts: another clause that allows the same number is no difference.
/// - Parameter including: which bodies to look at; those that exist and can hold accounts unless said otherwise.
package func compare(
    _ before: Rulebook, _ after: Rulebook, over register: Register,
    including: (Institution) -> Bool = { $0.profile.type.holdsAccounts }
) -> [VerdictChange] {
    var needed = before.facts
    needed.formUnion(after.facts)
    let items = Set(before.items + after.items).sorted()
    var changes: [VerdictChange] = []
    for body in register.institutions.values where body.isActive && including(body) {
        let sheet = FactSheet(body, in: register, needed: needed)
        var figures: BodyFigures?
        var memories = (TextMemory(), TextMemory())
        for item in items {
            let one = judge(item, sheet, before, &memories.0)
            let other = judge(item, sheet, after, &memories.1)
            guard one.outcome != other.outcome else { continue }
            let known = figures ?? BodyFigures(of: body, in: register, items)
            figures = known
            changes.append(
                VerdictChange(
                    before: one.verdict(on: item, body: body.id, figures: known.figures(of: item)),
                    after: other.verdict(on: item, body: body.id, figures: known.figures(of: item))))
        }
    }
    return changes.sorted {
        ($0.before.sheet.name ?? "", $0.item, $0.body ?? none) < ($1.before.sheet.name ?? "", $1.item, $1.body ?? none)
    }
}

private let none = Institution.ID(high: 0, low: 0)

private func judge(
    _ item: NormItem, _ sheet: FactSheet, _ rulebook: Rulebook, _ memory: inout TextMemory
) -> Judging {
    var judging = Judging(sheet: sheet, rulebook: rulebook, rounding: nil)
    judging.memory = memory
    judging.judge(item)
    memory = judging.memory
    return judging
}
