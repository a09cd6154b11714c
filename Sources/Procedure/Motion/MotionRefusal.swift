import Basics

/// The procedure's no: why something can't happen to a motion, or why it can't be decided (程序上不予办理).
package enum MotionRefusal: Error, Hashable, Sendable {
    /// It was withdrawn.
    case withdrawn
    /// It was decided by the Act at this position.
    case decided(Int)
    /// It was returned and not moved again.
    case returned
    /// Whoever drafted it does not review, return, deliberate or decide it.
    case ownDraft
    /// A contact filed it, and no clerk has taken it on.
    case notTakenOn
    /// Whoever filed it as a contact does not take it on.
    case ownRequest
    /// Only a drafter withdraws it.
    case notDrafter
    /// The text is the one that is moved already.
    case sameText
    /// The day is before the day it was moved.
    case beforeMotion(Day)
    /// The day has not come yet.
    case notYet(Day)
    /// It is not on the agenda of a meeting on that day; it is on that of the other day, if any.
    case notOnAgenda(Day, but: Day?)
    /// Nobody was present.
    case nobodyPresent
    /// A member is named twice.
    case namedTwice
    /// More were in favour than present.
    case moreThanPresent(inFavour: Int, present: Int)
    /// The commission has fewer members.
    case tooManyMembers(Int, of: Int)
    /// A step is missing.
    case missing(MissingStep)
    /// No row says who decides such a change.
    case noRow(ChangeKind, table: String)
    /// The meeting, the countersigning or another step came on this day, after the day of the decision.
    case afterDecision(Day, decided: Day)

    /// The stable code.
    package var code: String {
        switch self {
        case .withdrawn: "motion-withdrawn"
        case .decided: "motion-decided"
        case .returned: "motion-returned"
        case .ownDraft: "own-draft"
        case .notTakenOn: "not-taken-on"
        case .ownRequest: "own-request"
        case .notDrafter: "not-drafter"
        case .sameText: "same-text"
        case .beforeMotion: "before-motion"
        case .notYet: "not-yet"
        case .notOnAgenda: "not-on-agenda"
        case .nobodyPresent: "nobody-present"
        case .namedTwice: "named-twice"
        case .moreThanPresent: "more-than-present"
        case .tooManyMembers: "too-many-members"
        case .missing(let step): step.code
        case .noRow: "no-row"
        case .afterDecision: "after-decision"
        }
    }
}
