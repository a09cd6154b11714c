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

    /// Somebody on a day.
    package init(by officer: Officer.ID, on day: Day, at instant: Instant) {
        self.officer = officer
        self.day = day
        self.instant = instant
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
        let last = try motions().last?.number ?? 0
        let number = motion?.number ?? last + 1
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
