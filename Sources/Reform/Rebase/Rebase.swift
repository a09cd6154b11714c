import Basics
import Dispatch
import Registry
import Synchronization

/// A plan drafted at one position of the journal, looked at from another (方案跟进): what daily work did to each step.
package struct Rebase: Sendable {
    /// The position it was drafted at.
    package let base: Int
    /// The position it is looked at from.
    package let head: Int
    /// How each step stands, in order, over all waves.
    package let steps: [StepDrift]

    /// Whether every step comes to the same as before.
    package var isUnchanged: Bool { steps.allSatisfy(\.isUnchanged) }
}

/// Brings a plan from the position it was drafted at to the end of the journal, step by step.
/// - Parameters:
///   - base: the position it was drafted at; one beyond the end is the end.
///   - recorded: the day it is done.
package func rebase(_ plan: Plan, from base: Int, in history: History, recorded: Day) -> Rebase {
    let base = min(max(0, base), history.position)
    guard base < history.position else {
        let steps = expand(plan, in: history, recorded: recorded).flatMap { wave in
            wave.steps.map { result in
                StepDrift(
                    wave: wave.wave, step: result.step,
                    standing: result.problem.map { .stillNot($0) } ?? .unchanged)
            }
        }
        return Rebase(base: base, head: history.position, steps: steps)
    }
    let known = history.known(at: base)
    // Nothing of the one depends on the other, so both are done at once.
    let expanded = Mutex<[Int: [WaveExpansion]]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { index in
        let waves = expand(plan, in: index == 0 ? known : history, recorded: recorded)
        expanded.withLock { $0[index] = waves }
    }
    let (then, now) = expanded.withLock { ($0[0] ?? [], $0[1] ?? []) }
    var search = CulpritSearch(plan, known: known, in: history, recorded: recorded)
    let steps = compare(then, now, since: search.since) { search.culprit(ofStep: $1, in: $0, $2) }
    return Rebase(base: base, head: history.position, steps: steps)
}

/// How each step of some waves stands, given what it expanded to before and now.
/// - Parameter culprit: the Act by which a step of a wave stopped applying, by wave and place in it.
func compare(
    _ then: [WaveExpansion], _ now: [WaveExpansion], since: Since,
    culprit: (Int, Int, Footprint) -> Int?
) -> [StepDrift] {
    var drifts: [StepDrift] = []
    var stopped: [(line: Int, footprint: Footprint)] = []
    for (old, new) in zip(then, now) {
        for index in old.steps.indices {
            let (was, becomes) = (old.steps[index], new.steps[index])
            let standing: StepDrift.Standing
            switch (was.problem, becomes.problem) {
            case (nil, nil):
                let differences = Differences.between(
                    old.changes(ofStep: index), new.changes(ofStep: index), since: since, before: old.before,
                    after: new.before)
                standing = differences.isEmpty ? .unchanged : .adjusted(differences)
            case (nil, let problem?):
                if since.touching(was.footprint).isEmpty,
                    let earlier = stopped.last(where: { !$0.footprint.intersection(was.footprint).isEmpty })
                {
                    standing = .followed(problem, line: earlier.line)
                } else {
                    standing = .stopped(problem, by: culprit(old.wave, index, was.footprint))
                }
                stopped.append((was.step.line, was.footprint))
            case (_?, nil): standing = .begun
            case (_?, let problem?): standing = .stillNot(problem)
            }
            drifts.append(StepDrift(wave: old.wave, step: was.step, standing: standing))
        }
    }
    return drifts
}

/// Finds the Act by which a step stopped applying.
struct CulpritSearch {
    let since: Since
    private let plan: Plan
    private let history: History
    private let recorded: Day
    private var tried: [Int: [WaveExpansion]] = [:]

    init(_ plan: Plan, known: History, in history: History, recorded: Day) {
        self.plan = plan
        self.history = history
        self.recorded = recorded
        since = Since(known, in: history)
    }

    /// The first Act, among those that touch what the step read, with which it no longer applies: where several do, the
    /// plan is expanded on what was known at some of them.
    mutating func culprit(ofStep index: Int, in wave: Int, _ footprint: Footprint) -> Int? {
        var candidates = since.touching(footprint)
        if candidates.isEmpty { candidates = since.positions }
        guard candidates.count > 1 else { return candidates.first }
        // With the last of them it does not apply, before the first it did.
        var low = 0
        var high = candidates.count - 1
        while low < high {
            let middle = (low + high) / 2
            if applies(index, in: wave, at: candidates[middle]) { low = middle + 1 } else { high = middle }
        }
        return candidates[low]
    }

    private mutating func applies(_ index: Int, in wave: Int, at position: Int) -> Bool {
        let expanded =
            tried[position] ?? expand(plan, in: history.known(at: position), recorded: recorded)
        tried[position] = expanded
        return expanded[wave].steps[index].problem == nil
    }
}
