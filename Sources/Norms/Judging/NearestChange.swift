/// The nearest value of one number at which the rules say something else.
package struct NearestChange: Hashable, Sendable {
    /// The number.
    package let fact: Fact
    /// What it is now.
    package let value: Int
    /// What it would have to be.
    package let other: Int
    /// What the rules would say then.
    package let outcome: Verdict.Outcome

    /// By how much it would have to rise; negative to fall.
    package var difference: Int { other - value }
}

/// For each known number that the rules on an item go by, the nearest smaller and the nearest larger value with another
/// outcome, in the order of facts, the smaller first. Each number is changed alone.
package func nearestChanges(
    on item: NormItem, for sheet: FactSheet, by rulebook: Rulebook, rounding: Rounding? = nil
) -> [NearestChange] {
    let search = ChangeSearch(item: item, sheet: sheet, rulebook: rulebook, rounding: rounding)
    return rulebook.contents.numbers(on: item).flatMap { fact in search.changes(of: fact) }
}

extension Verdict {
    /// The nearest changes of this verdict; empty where no clause and no doubt led to it.
    package var nearestChanges: [NearestChange] {
        guard let ruling else { return [] }
        return Norms.nearestChanges(on: item, for: sheet, by: ruling.rulebook, rounding: rounding)
    }
}

/// The values of a number fall into stretches between the turns of all bands and conditions. Within a stretch the same
/// clauses apply, and only a ratio moves, in one direction: so a stretch is searched by halves.
private struct ChangeSearch {
    let item: NormItem
    let sheet: FactSheet
    let rulebook: Rulebook
    let rounding: Rounding?

    /// No establishment is larger; what would need more is no change anyone asks about.
    static let most = 1_000_000_000

    func changes(of fact: Fact) -> [NearestChange] {
        guard let value = sheet[fact] else { return [] }
        let now = outcome(fact, value)
        let turns = rulebook.contents.turns(of: fact, on: item).filter { (0...Self.most).contains($0) }.sorted()
        let others = [smaller(fact, value, now, turns), larger(fact, value, now, turns)]
        return others.compactMap { $0 }.map { NearestChange(fact: fact, value: value, other: $0.0, outcome: $0.1) }
    }

    private func outcome(_ fact: Fact, _ value: Int) -> Verdict.Outcome {
        var judging = Judging(sheet: sheet.with(fact, value), rulebook: rulebook, rounding: rounding)
        judging.judge(item)
        return judging.outcome
    }

    private func larger(
        _ fact: Fact, _ value: Int, _ now: Verdict.Outcome, _ turns: [Int]
    ) -> (Int, Verdict.Outcome)? {
        var start = value
        for end in turns.filter({ $0 > value }).map({ $0 - 1 }) + [Self.most] where end >= start {
            if start > value {
                let first = outcome(fact, start)
                if first != now { return (start, first) }
            }
            if outcome(fact, end) != now {
                var same = start
                var different = end
                while different - same > 1 {
                    let middle = same + (different - same) / 2
                    if outcome(fact, middle) == now { same = middle } else { different = middle }
                }
                return (different, outcome(fact, different))
            }
            start = end + 1
        }
        return nil
    }

    private func smaller(
        _ fact: Fact, _ value: Int, _ now: Verdict.Outcome, _ turns: [Int]
    ) -> (Int, Verdict.Outcome)? {
        var end = value
        for start in turns.filter({ $0 <= value }).reversed() + [0] where start <= end {
            if end < value {
                let last = outcome(fact, end)
                if last != now { return (end, last) }
            }
            if outcome(fact, start) != now {
                var same = end
                var different = start
                while same - different > 1 {
                    let middle = different + (same - different) / 2
                    if outcome(fact, middle) == now { same = middle } else { different = middle }
                }
                return (different, outcome(fact, different))
            }
            end = start - 1
        }
        return nil
    }
}

extension RulebookContents {
    /// The numbers that the clauses on an item name.
    fileprivate func numbers(on item: NormItem) -> [Fact] {
        var facts = FactSet()
        for (entry, _) in clauses(on: item) {
            facts.formUnion(program.facts(at: entry.root))
            if let by = entry.by { facts.insert(by) }
        }
        return facts.facts.filter { $0.kind == .number }
    }

    /// Where the clauses on an item turn as a number rises.
    fileprivate func turns(of fact: Fact, on item: NormItem) -> Set<Int> {
        var turns: Set<Int> = []
        for (entry, decision) in clauses(on: item) {
            turns.formUnion(program.turns(of: fact, at: entry.root))
            guard case .bands(by: fact, let bands) = decision else { continue }
            for band in bands {
                if let low = band.range.low { turns.insert(low) }
                if let high = band.range.high, high < .max { turns.insert(high + 1) }
            }
        }
        return turns
    }

    private func clauses(on item: NormItem) -> [(ClauseEntry, Clause.Decision)] {
        steps[Int(item.rawValue)].flatMap { step -> [(ClauseEntry, Clause.Decision)] in
            guard case .pack(let part) = step else { return [] }
            return entries[part.base.lowerBound..<part.additions.upperBound].map { entry in
                (entry, packs[part.pack].clauses[entry.index].decision)
            }
        }
    }
}
