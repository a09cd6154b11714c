import Procedure

extension Desk {
    /// Returns a motion to its drafter with the reason (退回).
    @discardableResult
    package mutating func returnMotion(
        _ number: Int, because reason: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        try requireReason(reason)
        return try enter(.returned, text: reason, in: motion(number), stroke)
    }
}
