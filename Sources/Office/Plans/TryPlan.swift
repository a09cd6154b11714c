import Basics
import Diagnosis
import Reform
import Registry
import Storage

extension Desk {
    /// Tries a plan on the register of its day, as an Act recorded now would change it; a plan for a day to come as if
    /// that day had come, since only then named people can be moved. Later waves are tried each on its own day.
    /// - Parameter diagnosis: the findings of the register of the plan's day, where they are known already; otherwise
    ///   they are made.
    package func tryPlan(_ plan: Plan, diagnosis: Findings? = nil, at instant: Instant) -> Outcome {
        simulate(plan, in: history, recorded: today(at: instant)) { register, day in
            day == plan.day ? diagnosis ?? diagnose(register) : diagnose(register)
        }
    }

    /// The day on which something recorded at an instant is recorded: never before what was recorded last.
    func today(at instant: Instant) -> Day { max(instant, history.lastRecorded ?? instant).officeDay }
}
