import Basics
import Diagnosis
import Registry

/// Tries a plan on a register: the same expansion and the same admission that deciding goes through.
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
    var expansion = Expansion(plan, on: register)
    var changes: [Change] = []
    var steps: [Outcome.StepResult] = []
    for step in plan.steps {
        do {
            let made = try expansion.expand(step)
            steps.append(
                Outcome.StepResult(step: step, changes: changes.count..<changes.count + made.count, problem: nil))
            changes += made
        } catch {
            steps.append(Outcome.StepResult(step: step, changes: changes.count..<changes.count, problem: error))
        }
    }
    var after = register
    var refusal: Refusal?
    if !changes.isEmpty {
        do {
            try after.enact(
                changes, basis: .plan, reform: plan.reform, on: plan.day, recorded: recorded, at: position)
        } catch {
            refusal = error
        }
    }
    let touching = subjects(of: changes, in: register)
    return Outcome(
        plan: plan, steps: steps, changes: changes, refusal: refusal, before: register, after: after,
        diagnosisBefore: diagnosis, diagnosisAfter: diagnosis.updated(from: register, to: after, touching: touching))
}

/// What would come of a plan.
package struct Outcome: Sendable {
    /// The plan.
    package let plan: Plan
    /// What became of each step.
    package let steps: [StepResult]
    /// The changes of all steps that apply, in order: exactly what an Act would carry.
    package let changes: [Change]
    /// Why the changes together may not be, though each step may.
    package let refusal: Refusal?
    /// The register without the plan.
    package let before: Register
    /// The register with it.
    package let after: Register
    /// Findings without the plan.
    package let diagnosisBefore: Findings
    /// Findings with it.
    package let diagnosisAfter: Findings

    /// What became of a step.
    package struct StepResult: Sendable {
        /// The step.
        package let step: Step
        /// The indices of its changes.
        package let changes: Range<Int>
        /// Why it does not apply.
        package let problem: StepProblem?
    }

    /// Whether every step applies and the whole may be: only such a plan is decided.
    package var applies: Bool { refusal == nil && !changes.isEmpty && steps.allSatisfy { $0.problem == nil } }
}
