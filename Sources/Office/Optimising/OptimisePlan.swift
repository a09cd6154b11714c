import Basics
import Consolidation
import Diagnosis
import Reform
import Registry
import Solver

/// What optimising a district's small bodies came to.
package struct Optimised: Sendable {
    /// How many bodies were candidates, larger ones that may take others over among them.
    package let candidates: Int
    /// Small bodies that were left alone, with the reason.
    package let leftAlone: [(body: Institution, why: Wording)]
    /// The alternatives, as the principles name them.
    package let alternatives: [PlanAlternative]
}

/// How long to search.
package struct SearchEffort: Sendable {
    /// The seed: the same seed, iterations and register give the same plans.
    package var seed: UInt64
    /// After how many iterations to stop with each alternative.
    package var iterations: Int

    /// An effort.
    package init(seed: UInt64, iterations: Int = .max) {
        self.seed = seed
        self.iterations = iterations
    }
}

extension Desk {
    /// Which small bodies to merge into which (撤并优化), as alternatives that each simulate with every step applying.
    ///
    /// A merger whose step would not apply is given up, with its reason, and the rest is weighed again.
    /// - Parameter progress: told the alternative being searched; false stops the search of it, keeping the best so far.
    package func optimise(
        by principles: Principles, on day: Day, effort: SearchEffort, at instant: Instant,
        words: OverlapWords? = nil, progress: (Ambition, SearchProgress) -> Bool = { _, _ in true }
    ) throws(OfficeFailure) -> Optimised {
        let register = history.register(on: day)
        var thresholds = Thresholds.standard
        thresholds.rules = try rulebook(on: day)
        let findings = diagnose(register)
        let words = try OverlapWords.given(words)
        var spared: [Institution.ID: Wording] = [:]
        while true {
            let candidates = try MergerCandidates(in: register, by: principles, thresholds: thresholds, spared: spared)
            guard candidates.bodies.count > 1 else {
                throw OfficeFailure(
                    .input, "nothing-to-merge", zh: "按所定原则没有可归并的小机构，可提高小机构的编制上限（--small）。",
                    en: "By these principles there are no small bodies to merge. Raise what is small (--small).")
            }
            let likenesses = candidates.likenesses(in: register, words: words)
            var alternatives: [PlanAlternative] = []
            var failed: [Institution.ID: Wording] = [:]
            func seek(_ ambition: Ambition) throws(OfficeFailure) -> PlanAlternative {
                try candidates.alternative(
                    ambition, likenesses: likenesses, in: register, on: day, effort: effort
                ) { plan in
                    tryPlan(plan, diagnosis: findings, at: instant)
                } progress: {
                    progress(ambition, $0)
                }
            }
            // The boldest first, so that a steadier one that comes to the same can mind people's moving more.
            for ambition in principles.alternatives.reversed() {
                let asked = try seek(ambition)
                let alternative =
                    principles.alternatives == Ambition.three
                    ? try told(asked, from: alternatives, seeking: seek) : asked
                for (step, merger) in zip(alternative.outcome?.steps ?? [], alternative.mergers) {
                    guard let problem = step.problem else { continue }
                    for body in merger.sources { failed[body.id] = problem.wording }
                }
                alternatives.insert(alternative, at: 0)
            }
            if failed.isEmpty {
                return Optimised(
                    candidates: candidates.bodies.count, leftAlone: candidates.leftAlone,
                    alternatives: compared(alternatives))
            }
            spared.merge(failed) { known, _ in known }
        }
    }
}

/// An alternative of the house told from bolder ones: where it is the same grouping as one of theirs, people's moving weighs
/// more, until it is another point of the front; as it was where there is none but to leave everything alone.
private func told(
    _ asked: PlanAlternative, from bolder: [PlanAlternative],
    seeking seek: (Ambition) throws(OfficeFailure) -> PlanAlternative
) throws(OfficeFailure) -> PlanAlternative {
    let known = Set(bolder.map(\.result.grouping))
    guard known.contains(asked.result.grouping), asked.result.isProven, !asked.mergers.isEmpty else { return asked }
    // Between a weight with which it is the same and one with which nothing is worth moving anybody.
    var (same, none) = (asked.ambition.goals.moved, Int.max)
    for _ in 0..<12 where none - same > 1 {
        let weight = none == .max ? max(1, same * 2) : (same + none) / 2
        let next = try seek(asked.ambition.weighingMoves(weight))
        if next.mergers.isEmpty {
            none = weight
        } else if known.contains(next.result.grouping) {
            same = weight
        } else {
            return next
        }
    }
    return asked
}

/// Marks alternatives that are the same as one before, or beaten by another in all that is weighed.
private func compared(_ alternatives: [PlanAlternative]) -> [PlanAlternative] {
    var marked = alternatives
    for index in marked.indices {
        marked[index].sameAs =
            alternatives[..<index].first { $0.result.grouping == marked[index].result.grouping }?
            .ambition.name
        marked[index].beatenBy = alternatives.filter { $0.after.beats(marked[index].after) }.map(\.ambition.name)
    }
    return marked
}

extension Appraisal {
    /// Whether it is at least as good in everything, and better in something.
    fileprivate func beats(_ other: Appraisal) -> Bool {
        let mine = [-bodies, -posts, -moved, affinity, -tooSmall]
        let others = [-other.bodies, -other.posts, -other.moved, other.affinity, -other.tooSmall]
        return mine != others && zip(mine, others).allSatisfy { $0 >= $1 }
    }
}
