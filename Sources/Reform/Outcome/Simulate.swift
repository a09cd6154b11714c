import Basics
import Diagnosis
import Registry

/// Tries a plan of one wave on a register: the same expansion and the same admission that deciding goes through.
///
/// Each step sees what the steps before it left; one that does not apply is named and left out, and the rest is tried.
/// - Parameters:
///   - register: the register at the end of the plan's day, without the plan.
///   - diagnosis: its findings, so that only what the plan touches is looked at again.
///   - position: the position the Act would have in the journal.
///   - recorded: the day it would be recorded.
package func simulate(
    _ plan: Plan, on register: Register, diagnosis: Findings, at position: Int, recorded: Day
) -> Outcome {
    simulate(expand(plan, wave: 0, on: register), of: plan, diagnosis: diagnosis, at: position, recorded: recorded)
}

/// Enacts on a fork what a wave expanded to, with what it puts aside for later waves, and looks at what comes of it.
func simulate(
    _ expanded: WaveExpansion, of plan: Plan, reserving: [Reservation] = [], diagnosis: Findings, at position: Int,
    recorded: Day
) -> Outcome {
    let register = expanded.before
    let changes = expanded.changes + reserving.map { .reserve($0) }
    let moment = Outcome.Moment(position: position, recorded: recorded)
    let (after, refusal) = register.with(changes, of: plan, on: expanded.day, at: moment)
    let touching = subjects(of: changes, in: register)
    return Outcome(
        plan: plan, wave: expanded.wave, day: expanded.day, steps: expanded.steps, changes: changes, refusal: refusal,
        moment: moment, before: register, after: after, diagnosisBefore: diagnosis,
        diagnosisAfter: diagnosis.updated(from: register, to: after, touching: touching))
}

extension Register {
    /// A fork on which a plan's changes are enacted; as it was before them, with the reason, where they may not be.
    func with(_ changes: [Change], of plan: Plan, on day: Day, at moment: Outcome.Moment) -> (Register, Refusal?) {
        var after = self
        guard !changes.isEmpty else { return (after, nil) }
        do {
            try after.enact(
                changes, basis: .plan, reform: plan.reform, on: day, recorded: moment.recorded, at: moment.position)
            return (after, nil)
        } catch {
            return (after, error)
        }
    }
}

/// What would come of a plan, or of one wave of it.
package struct Outcome: Sendable {
    /// The plan.
    package let plan: Plan
    /// Which of its waves, from 0.
    package let wave: Int
    /// The day it takes effect.
    package let day: Day
    /// What became of each step.
    package let steps: [StepResult]
    /// The changes of all steps that apply, in order: exactly what an Act would carry. Before them stands what is done
    /// with reservations made for this wave, after them what is put aside for later ones.
    package let changes: [Change]
    /// Why the changes together may not be, though each step may.
    package internal(set) var refusal: Refusal?
    /// Where the Act is supposed in the journal.
    let moment: Moment
    /// The register without the plan.
    package let before: Register
    /// The register with it.
    package internal(set) var after: Register
    /// Findings without the plan.
    package let diagnosisBefore: Findings
    /// Findings with it.
    package let diagnosisAfter: Findings
    /// What would come of the later waves, each on its own day and on top of those before it.
    package internal(set) var later: [Outcome] = []

    /// Where an Act is supposed in the journal: the position it would have, and the day it would be recorded.
    struct Moment {
        let position: Int
        let recorded: Day
    }

    /// What became of a step.
    package struct StepResult: Sendable {
        /// The step.
        package let step: Step
        /// The indices of its changes.
        package let changes: Range<Int>
        /// Why it does not apply.
        package let problem: StepProblem?
        /// What it read or would change.
        package let footprint: Footprint
    }

    /// Whether every step of every wave applies and the whole may be: only such a plan is decided.
    package var applies: Bool {
        refusal == nil && !changes.isEmpty && steps.allSatisfy { $0.problem == nil } && later.allSatisfy(\.applies)
    }

    /// This wave and those after it.
    package var waves: [Outcome] { [self] + later }

    /// What all steps read or would change, with what is put aside.
    package var footprint: Footprint {
        var all = Footprint(of: changes, in: before)
        for step in steps { all.formUnion(step.footprint) }
        for wave in later { all.formUnion(wave.footprint) }
        return all
    }

    /// The digest of what the plan read and of all it would change: equal as long as nothing in its footprint differs,
    /// whatever else is recorded in the meantime.
    package var footprintDigest: Digest {
        let own = waves.map { wave in
            var covered = Footprint(of: wave.changes, in: wave.before)
            for step in wave.steps { covered.formUnion(step.footprint) }
            return wave.before.digest(of: covered, changes: wave.changes)
        }
        return own.count == 1 ? own[0] : Digest(sha256: own.flatMap(\.bytes))
    }
}
