import Procedure

extension Desk {
    /// Enters the opinion of a review (论证、合法性审查、风险评估), in favour or not, with its reasons.
    @discardableResult
    package mutating func reviewMotion(
        _ number: Int, _ kind: ReviewKind, inFavour: Bool, opinion: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        try requireReason(opinion)
        return try enter(.reviewed(kind, inFavour: inFavour), text: opinion, in: motion(number), stroke)
    }

    func requireReason(_ text: String) throws(OfficeFailure) {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw OfficeFailure(.input, "reason-missing", zh: "请写明理由。", en: "Say why.")
        }
    }
}
