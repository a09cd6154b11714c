import Basics
import Diagnosis
import Registry

/// Tries a plan with all its waves, each on its own day and on top of those before it.
///
/// The changes of the outcome are those of the first wave, with what is put aside for the later ones: exactly what
/// deciding enacts. The later waves are shown as they are expected to be.
/// - Parameters:
///   - diagnosis: the findings of a register at the end of a day.
///   - recorded: the day it is done; a wave to come is tried as if its day had come.
package func simulate(
    _ plan: Plan, in history: History, recorded: Day, diagnosis: (Register, Day) -> Findings
) -> Outcome {
    let expanded = expand(plan, in: history, recorded: recorded)
    let first = expanded[0]
    var reserved: [Int: [Reservation]] = [:]
    if expanded.count > 1 {
        var after = first.before
        for change in first.changes { after.suppose(change) }
        reserved = plan.reservations(for: expanded, after: after)
    }
    var outcome = simulate(
        first, of: plan, reserving: reserved.sorted { $0.key < $1.key }.flatMap(\.value),
        diagnosis: diagnosis(first.before, plan.day), at: history.position + 1, recorded: max(recorded, plan.day))
    var supposed = history
    var last = outcome
    for index in plan.waves.indices.dropFirst() {
        let day = plan.waves[index].day
        do {
            supposed = try supposed.supposing(
                last.changes, plan: plan.digest, reform: plan.reform, on: last.day, recorded: max(recorded, last.day))
        } catch {
            if index == 1 {
                outcome.refusal = outcome.refusal ?? error
            } else {
                outcome.later[index - 2].refusal = error
            }
        }
        let register = supposed.register(on: day)
        let isQuiet =
            outcome.waves.allSatisfy { $0.refusal == nil } && !history.takesEffect(after: last.day, through: day)
        last = simulate(
            expand(plan, wave: index, on: register, releasing: reserved[index] ?? []), of: plan,
            diagnosis: isQuiet ? last.diagnosisAfter : diagnosis(register, day), at: history.position + 1 + index,
            recorded: max(recorded, day))
        outcome.later.append(last)
    }
    return outcome
}
