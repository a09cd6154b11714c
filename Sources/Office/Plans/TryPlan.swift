import Basics
import Diagnosis
import Reform
import Registry
import Storage

extension Desk {
    /// Tries a plan on the register of its day, as an Act recorded now would change it; a plan for a day to come as if
    /// that day had come, since only then named people can be moved.
    /// - Parameter diagnosis: the findings of that register, where they are known already; otherwise they are made.
    package func tryPlan(_ plan: Plan, diagnosis: Findings? = nil, at instant: Instant) -> Outcome {
        let register = history.register(on: plan.day)
        return simulate(
            plan, on: register, diagnosis: diagnosis ?? diagnose(register), at: history.position + 1,
            recorded: max(plan.day, max(instant, history.lastRecorded ?? instant).officeDay))
    }
}
