import Procedure

extension Desk {
    /// Enters a remark on a motion (意见): anybody's who may see it, its drafter's too. It changes nothing of where it stands.
    @discardableResult
    package mutating func remarkOnMotion(
        _ number: Int, _ remark: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        try requireReason(remark)
        return try enter(.remarked, text: remark, in: motion(number), stroke)
    }
}
