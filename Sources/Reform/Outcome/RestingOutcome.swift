import Basics
import Diagnosis
import Registry

/// An outcome put aside while another plan is worked on: what it came to, without the register after it.
///
/// The register after a plan is most of what an open plan holds in memory, and it follows from the register before it
/// and the changes; so it is folded again when the plan is taken up. Later waves stay whole: each begins on a register
/// of its own.
package struct RestingOutcome: Sendable {
    /// The plan.
    package let plan: Plan
    /// What became of each step of its first wave.
    package let steps: [Outcome.StepResult]
    /// The changes that an Act would carry.
    package let changes: [Change]
    /// Findings with the plan.
    package let diagnosisAfter: Findings
    private let wave: Int
    private let day: Day
    private let moment: Outcome.Moment
    private let before: Register
    private let diagnosisBefore: Findings
    private let refusal: Refusal?
    private let later: [Outcome]

    /// Puts an outcome aside, as it was simulated; not all waves seen as one.
    package init(_ outcome: Outcome) {
        plan = outcome.plan
        steps = outcome.steps
        changes = outcome.changes
        diagnosisAfter = outcome.diagnosisAfter
        wave = outcome.wave
        day = outcome.day
        moment = outcome.moment
        before = outcome.before
        diagnosisBefore = outcome.diagnosisBefore
        refusal = outcome.refusal
        later = outcome.later
    }

    /// The outcome as it was put aside, with the register after it folded again.
    package var taken: Outcome {
        let (after, _) = before.with(changes, of: plan, on: day, at: moment)
        return Outcome(
            plan: plan, wave: wave, day: day, steps: steps, changes: changes, refusal: refusal, moment: moment,
            before: before, after: after, diagnosisBefore: diagnosisBefore, diagnosisAfter: diagnosisAfter,
            later: later)
    }
}
