import Diagnosis
import Registry

/// An outcome put aside while another plan is worked on: what it came to, without the register after it.
///
/// The register after a plan is most of what an open plan holds in memory, and it follows from the register before it
/// and the changes; so it is folded again when the plan is taken up. Later waves stay whole: each begins on a register
/// of its own.
package struct RestingOutcome: Sendable {
    /// With the register before it in the place of that after it.
    private var outcome: Outcome

    /// Puts an outcome aside, as it was simulated; not all waves seen as one.
    package init(_ outcome: Outcome) {
        self.outcome = outcome
        self.outcome.after = outcome.before
    }

    /// The plan.
    package var plan: Plan { outcome.plan }
    /// What became of each step of its first wave.
    package var steps: [Outcome.StepResult] { outcome.steps }
    /// The changes that an Act would carry.
    package var changes: [Change] { outcome.changes }
    /// Findings with the plan.
    package var diagnosisAfter: Findings { outcome.diagnosisAfter }

    /// The outcome as it was put aside, with the register after it folded again.
    package var taken: Outcome {
        var taken = outcome
        (taken.after, _) = taken.before.with(taken.changes, of: taken.plan, on: taken.day, at: taken.moment)
        return taken
    }
}
