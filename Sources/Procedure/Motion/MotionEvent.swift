import Basics
import Registry

/// One thing that happened to a motion (动议件记录): who, when, on which document. None is ever changed.
package struct MotionEvent: Hashable, Sendable {
    /// Who did it, or entered it.
    package let officer: Officer.ID
    /// When it was entered.
    package let recorded: Instant
    /// The day on which it happened.
    package let day: Day
    /// What happened.
    package let deed: MotionDeed
    /// The digest of its text, which stands sealed: what is moved, an opinion, a reason, a note.
    package let text: Digest

    /// A thing that happened.
    package init(officer: Officer.ID, recorded: Instant, day: Day, deed: MotionDeed, text: Digest) {
        self.officer = officer
        self.recorded = recorded
        self.day = day
        self.deed = deed
        self.text = text
    }
}

/// What can happen to a motion before it is decided; its decision is an Act of the journal.
package enum MotionDeed: Hashable, Sendable {
    /// Moved (动议), or moved again with another text: what, the digest of its text, and the organ it is moved by.
    case moved(MotionMatter, Digest, by: String)
    /// Reviewed (论证), in favour or not.
    case reviewed(ReviewKind, inFavour: Bool)
    /// Returned to its drafter (退回), for the reason in the text.
    case returned
    /// Put on the agenda of the meeting of a day, as this item (列入议程).
    case placed(meeting: Day, item: Int)
    /// Deliberated in a meeting (审议).
    case met(Meeting)
    /// Countersigned by an organ with a document (会签).
    case countersigned(String, Citation)
    /// Approved by an organ of the next level with a document (上级审批).
    case approved(String, Citation)
    /// Filed with an organ by a document (备案).
    case filed(String, Citation)
    /// Withdrawn by its drafter (撤回).
    case withdrawn
    /// Remarked upon (意见), by anybody; it changes nothing.
    case remarked
    /// Filed by a department's contact (申报): a text as with `moved`, that a clerk takes on before anything comes of it.
    case requested(MotionMatter, Digest, by: String)

    /// What is moved by it, where it hands in a text: what, the digest of the text, and the organ.
    package var subject: (matter: MotionMatter, digest: Digest, organ: String)? {
        switch self {
        case .moved(let matter, let digest, let organ), .requested(let matter, let digest, let organ):
            (matter, digest, organ)
        default: nil
        }
    }
}

/// What is moved. Codes stand in the database: a case is added, never altered.
package enum MotionMatter: UInt8, CaseIterable, Sendable {
    /// A plan of reform (改革方案).
    case plan = 1
    /// The adoption of a rule pack (采用规则包).
    case rules
    /// The adoption of a competence table (采用权限表).
    case competence
    /// The undoing of a decided plan (撤回决定).
    case counter
    /// A later wave of a decided plan that goes back for decision (后续波次).
    case wave
    /// Changes of daily work (日常事项).
    case daily
}

/// A meeting of the commission as far as it is about one motion (会议).
package struct Meeting: Hashable, Sendable {
    /// Members present (到会).
    package let present: [Officer.ID]
    /// Members absent (缺席).
    package let absent: [Officer.ID]
    /// How many were in favour (赞成).
    package let inFavour: Int
    /// The document of its minutes (会议纪要); nil while they are not out.
    package let minutes: Citation?

    /// A meeting.
    package init(present: [Officer.ID], absent: [Officer.ID], inFavour: Int, minutes: Citation?) {
        self.present = present
        self.absent = absent
        self.inFavour = inFavour
        self.minutes = minutes
    }
}
