import Procedure

extension Desk {
    /// Withdraws a motion, for a reason (撤回); only its drafter does.
    @discardableResult
    package mutating func withdrawMotion(
        _ number: Int, because reason: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        try requireReason(reason)
        return try enter(.withdrawn, text: reason, in: motion(number), stroke)
    }
}
