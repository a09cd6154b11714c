import Basics
import Registry

/// What a daily run ended (到期失效).
package struct Lapsing: Sendable {
    /// The Acts that ended what had lapsed, one for each.
    package let entries: [Entry]
    /// What could not be ended, with the reason; it stays as it is, for somebody to look at.
    package let kept: [(Reservation, OfficeFailure)]
}

extension Desk {
    /// Ends whatever is put aside and whose last day has passed by a day (日终处理), from the day after its last; each on the
    /// document that opened it, which set the term. Nothing is decided by it, so no table is asked. Run again, it has no
    /// second effect.
    /// - Parameter officer: in whose name: that of the daily run.
    @discardableResult
    package mutating func lapseReservations(
        on day: Day, by officer: Officer.ID, at instant: Instant
    ) throws(OfficeFailure) -> Lapsing {
        let overdue = history.register(on: day).ledger.reservations.values.filter { $0.lastDay < day }
            .sorted { ($0.lastDay, $0.id) < ($1.lastDay, $1.id) }
        let documents = documentsOfReservations
        var entries: [Entry] = []
        var kept: [(Reservation, OfficeFailure)] = []
        for reservation in overdue {
            guard let document = documents[reservation.id] else { continue }
            var writer = CanonicalWriter()
            writer.text("sanding/1/lapse")
            writer.text(jurisdiction)
            writer.identifier(reservation.id)
            let act = Act(
                command: Identifier(drawnFrom: writer), document: document, basis: .daily, drafter: officer,
                changes: [DatedChange(reservation.lastDay.advanced(by: 1), .expire(reservation.id))])
            do throws(OfficeFailure) { entries.append(try record(act, at: instant)) } catch {
                guard error.kind == .refusal else { throw error }
                kept.append((reservation, error))
            }
        }
        return Lapsing(entries: entries, kept: kept)
    }

    /// The document that opened each reservation.
    private var documentsOfReservations: [Reservation.ID: Document] {
        var documents: [Reservation.ID: Document] = [:]
        for entry in history.entries {
            for case .reserve(let reservation) in entry.act.changes.map(\.change) {
                documents[reservation.id] = entry.act.document
            }
        }
        return documents
    }
}
