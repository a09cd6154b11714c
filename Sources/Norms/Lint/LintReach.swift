import Basics

/// Clauses that are never asked, because an earlier one of the item has decided wherever they would apply.
///
/// What is said is certain; some clauses that are never asked are not found. An earlier clause decides for certain where
/// its conditions hold if it gives a number without bands, refers, gives none or ends the pack, or if its bands leave no
/// number out; and it holds wherever a later one holds if each of its conditions follows from some of the later one's.
func reachFaults(_ pack: RulePack) -> [PackFault] {
    let implication = Implication(pack)
    var faults: [PackFault] = []
    for (index, clause) in pack.clauses.enumerated() where !clause.isAddition {
        let earlier = pack.clauses[..<index].first {
            $0.item == clause.item && $0.alwaysDecides && implication.follows($0.conditions, from: clause.conditions)
        }
        guard let earlier else { continue }
        faults.append(
            PackFault(
                .unreachable, at: clause.position,
                zh: "第\(earlier.position.line)行的“\(earlier.number)”适用于它适用的所有机构，这一条永远用不到；请调整顺序或条件。",
                en: "“\(earlier.number)” on line \(earlier.position.line) applies wherever this does, so this is never "
                    + "asked; change their order or conditions."))
    }
    return faults
}

extension Clause {
    /// Whether it decides every body its conditions hold for.
    fileprivate var alwaysDecides: Bool {
        switch decision {
        case .value, .ratio, .refer, .none, .elsewhere: true
        case .adds: false
        case .bands(_, let bands):
            // A number is never negative, so bands from zero up without a gap leave nothing out.
            bands.map(\.range).filter { !$0.isEmpty }.sorted { ($0.low ?? .min) < ($1.low ?? .min) }
                .reduce(into: Int?.some(0)) { next, range in
                    guard let start = next, (range.low ?? .min) <= start else { return }
                    next = range.high.map { max(start, $0 + 1) }
                } == nil
        }
    }
}

/// Whether one condition follows from others, as far as can be said for sure.
private struct Implication {
    private let definitions: [String: Definition]

    init(_ pack: RulePack) {
        definitions = Dictionary(pack.definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether all of the weak follow from all of the strong together.
    func follows(_ weak: [Condition], from strong: [Condition]) -> Bool {
        let given = flat(strong.map(\.test), inside: [])
        return flat(weak.map(\.test), inside: []).allSatisfy { test in given.contains { follows(test, from: $0) } }
    }

    /// Conjunctions taken apart, definitions looked into.
    private func flat(_ tests: [Condition.Test], inside: Set<String>) -> [Condition.Test] {
        tests.flatMap { test -> [Condition.Test] in
            switch test {
            case .all(let parts): return flat(parts.map(\.test), inside: inside)
            case .defined(let name):
                guard let definition = definitions[name], !inside.contains(name) else { return [test] }
                // The name itself stays, so that it also follows from itself inside other conditions.
                return flat(definition.conditions.map(\.test), inside: inside.union([name]))
            default: return [test]
            }
        }
    }

    private func follows(_ weak: Condition.Test, from strong: Condition.Test) -> Bool {
        switch (weak, strong) {
        case (.choice(let one, let codes), .choice(let other, let fewer)):
            return one == other && Set(fewer).isSubset(of: codes)
        case (.number(let one, let wide), .number(let other, let narrow)):
            return one == other && wide.covers(narrow)
        case (.known(let one), .choice(let other, _)), (.known(let one), .number(let other, _)),
            (.known(let one), .contains(let other, _)), (.known(let one), .ends(let other, _)),
            (.known(let one), .known(let other)), (.unknown(let one), .unknown(let other)):
            return one == other
        case (.contains(let one, let parts), .contains(let other, let fewer)),
            (.ends(let one, let parts), .ends(let other, let fewer)):
            return one == other && Set(fewer).isSubset(of: parts)
        case (.any(let parts), .any(let fewer)):
            return fewer.allSatisfy { strong in parts.contains { follows([$0], from: [strong]) } }
        case (.any(let parts), _): return parts.contains { follows([$0], from: [Condition(strong)]) }
        case (.not(let one), .not(let other)): return follows([other], from: [one])
        case (.defined(let one), .defined(let other)): return one == other
        default: return false
        }
    }
}
