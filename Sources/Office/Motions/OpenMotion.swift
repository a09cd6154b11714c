import Basics
import Procedure
import Registry

extension Desk {
    /// Moves a plan, the adoption of a rule pack or competence table, or daily work (提出动议); its text is sealed with it.
    /// Daily work that would be refused now is not moved: it is known before what is wrong with it.
    /// - Parameters:
    ///   - organ: the organ it is moved by (提出单位).
    ///   - number: the motion to be moved again with a mended text; nil for a new one.
    ///   - isRequest: whether a department's contact files it, for a clerk to take on.
    @discardableResult
    package mutating func openMotion(
        _ paper: MotionPaper, by organ: String, again number: Int? = nil, isRequest: Bool = false,
        _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        if case .daily(let written) = paper { try requirePasses(written, at: stroke.instant) }
        let digest = motionDigest(of: paper.text)
        let others = try motions().filter { $0.isOpen && $0.subject.digest == digest && $0.number != number }
        if let other = others.first {
            throw OfficeFailure(
                .refusal, "moved-already", zh: "同一文本已是第\(other.number)号动议件，请在该件上办理。",
                en: "The same text is moved already, as motion \(other.number).")
        }
        var motion: Motion?
        if let number { motion = try self.motion(number) }
        let deed: MotionDeed =
            isRequest ? .requested(paper.matter, digest, by: organ) : .moved(paper.matter, digest, by: organ)
        return try enter(deed, text: paper.text, in: motion, stroke)
    }

    /// Throws what is wrong with a draft of daily work, or what the register would refuse of it.
    private func requirePasses(_ written: WrittenDaily, at instant: Instant) throws(OfficeFailure) {
        let trial = try tryDaily(written, at: instant)
        try requireNoProblem(trial.problems, of: written)
        if let refusal = trial.refusal { throw OfficeFailure(refusal) }
    }
}
