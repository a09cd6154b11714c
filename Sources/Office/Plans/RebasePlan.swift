import Basics
import Reform
import Registry

extension Desk {
    /// Brings a plan drafted at a position to the register of now, step by step.
    package func rebasePlan(_ plan: Plan, from base: Int, at instant: Instant) throws(OfficeFailure) -> Rebase {
        guard (0...history.position).contains(base) else {
            throw OfficeFailure(
                .input, "unknown-position", zh: "没有第\(base)号决定。用 sanding log 查看。",
                en: "There is no Act \(base). See sanding log.")
        }
        return rebase(plan, from: base, in: history, recorded: today(at: instant))
    }
}
