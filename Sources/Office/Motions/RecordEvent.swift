import Basics
import Procedure
import Registry
import Storage

/// Who does something to a motion, and when.
package struct MotionStroke: Sendable {
    /// Who.
    package let officer: Officer.ID
    /// On which day it happened.
    package let day: Day
    /// When it is entered.
    package let instant: Instant
    /// The digest of the text that they were shown; with another one now, nothing is entered. Nil where nobody showed one.
    package let seen: Digest?

    /// Somebody on a day.
    package init(by officer: Officer.ID, on day: Day, at instant: Instant, having seen: Digest? = nil) {
        self.officer = officer
        self.day = day
        self.instant = instant
        self.seen = seen
    }
}

extension Desk {
    /// Enters what happened to a motion, with its text sealed, or refuses: the one way in which a motion moves on.
    /// - Parameter motion: the motion; nil for a new one.
    mutating func enter(
        _ deed: MotionDeed, text: String, in motion: Motion?, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        let sealed = try storing { () throws(StorageFailure) in
            try journal.vault.seal(text, as: .reason, for: jurisdiction)
        }
        let event = MotionEvent(
            officer: stroke.officer, recorded: stroke.instant, day: stroke.day, deed: deed, text: sealed.digest)
        try permit(event, in: motion, stroke)
        var number = motion?.number ?? 0
        if motion == nil {
            let counts = try storing { () throws(StorageFailure) in try journal.motionCounts(of: jurisdiction) }
            number = (counts.keys.max() ?? 0) + 1
        }
        let events = (motion?.events ?? []) + [event]
        let row = MotionRow(
            motion: number, number: events.count, deed: deed.code, officer: event.officer, recorded: event.recorded,
            content: event.content, text: event.text)
        let met = introductions(of: [stroke.officer] + deed.members)
        try storing { () throws(StorageFailure) in
            try journal.record(
                row, sealing: [sealed] + met.map(\.sealed), tokens: met.map(\.token), in: jurisdiction)
        }
        introduced([stroke.officer] + deed.members)
        return try self.motion(number)
    }

    /// Refuses what would be refused if it were entered now: whoever enters several things asks for all of them first.
    func permit(_ deed: MotionDeed, in motion: Motion, _ stroke: MotionStroke) throws(OfficeFailure) {
        let event = MotionEvent(
            officer: stroke.officer, recorded: stroke.instant, day: stroke.day, deed: deed, text: .none)
        try permit(event, in: motion, stroke)
    }

    private func permit(_ event: MotionEvent, in motion: Motion?, _ stroke: MotionStroke) throws(OfficeFailure) {
        if let motion { try requireSeen(stroke.seen, of: motion) }
        let table = try competence(on: stroke.instant.officeDay)
        var needs: Needs?
        if let motion, motion.isOpen { needs = try self.needs(of: paper(of: motion), at: stroke.instant) }
        do throws(MotionRefusal) {
            if let motion {
                try motion.permit(event, needing: needs)
            } else if stroke.day > stroke.instant.officeDay {
                throw MotionRefusal.notYet(stroke.day)
            }
        } catch { throw OfficeFailure(error, by: table) }
    }
}

extension Desk {
    /// Throws where a motion was moved again since somebody was shown its text: nobody has a say on what they didn't see.
    func requireSeen(_ seen: Digest?, of motion: Motion) throws(OfficeFailure) {
        guard let seen, seen != motion.subject.digest else { return }
        throw .textMoved
    }
}

extension OfficeFailure {
    /// The motion was moved again since its text was shown.
    package static let textMoved = OfficeFailure(
        .refusal, "text-moved", zh: "本件已重新提交，内容与您所见不同。请看过现在的内容后再办理。",
        en: "The motion was moved again with another text than the one you saw. Look at what it says now first.")
}

extension MotionDeed {
    /// Whom it names beside whoever entered it.
    fileprivate var members: [Officer.ID] {
        if case .met(let meeting) = self { meeting.present + meeting.absent } else { [] }
    }
}

extension OfficeFailure {
    /// The procedure's refusal, with the clause of the table that was asked.
    package init(_ refusal: MotionRefusal, by table: CompetenceTable?) {
        self.init(.refusal, refusal.code, refusal.wording(of: table?.name ?? ""))
    }
}
