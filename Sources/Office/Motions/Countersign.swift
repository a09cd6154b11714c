import Basics
import Procedure

/// What another organ does with a document.
package enum OrganDeed: Sendable {
    /// Countersigns (会签).
    case countersigned
    /// Approves, as the next level (上级审批).
    case approved
    /// Takes the filing (备案).
    case filed
}

extension Desk {
    /// Enters that an organ countersigned or approved a motion, or that it was filed with it, on a document of its own.
    /// - Parameter asOrgan: whether it is the organ's own officer who says so, who is none of the motion's drafters then. A
    ///   document of another organ is entered by whoever has it.
    @discardableResult
    package mutating func countersign(
        _ number: Int, _ deed: OrganDeed, organ: String, asOrgan: Bool = false, document: Citation, note: String,
        _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        let motion = try motion(number)
        guard !asOrgan || !motion.drafters.contains(stroke.officer) else {
            throw OfficeFailure(MotionRefusal.ownDraft, by: nil)
        }
        let entered: MotionDeed =
            switch deed {
            case .countersigned: .countersigned(organ, document)
            case .approved: .approved(organ, document)
            case .filed: .filed(organ, document)
            }
        return try enter(entered, text: note, in: motion, stroke)
    }
}
