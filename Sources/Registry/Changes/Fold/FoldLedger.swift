import Basics
import HashTreeCollections

extension Register {
    mutating func foldLedger(_ change: Change) {
        switch change {
        case .move, .exchange:
            for line in change.lines { ledger.post(line) }
        case .setCeiling(let commodity, let ceiling):
            ledger.setCeiling(ceiling, of: commodity)
        case .setUnknown(let id, let group, let isUnknown):
            ledger.setUnknown(isUnknown, group, of: id)
        case .reserve(let reservation):
            open(reservation)
        case .settle(let id, let count):
            release(count, of: id)
        case .void(let id), .expire(let id):
            release(ledger.reservations[id]?.count ?? 0, of: id)
        default:
            break
        }
    }

    /// Puts a reservation in the place of what stands for it, with what is derived from it.
    mutating func replaceReservation(_ id: Reservation.ID, with reservation: Reservation?) {
        release(ledger.reservations[id]?.count ?? 0, of: id)
        if let reservation { open(reservation) }
    }

    private mutating func open(_ reservation: Reservation) {
        ledger.open(reservation)
        for body in bodies(of: reservation) { reservations[body, default: []].insert(reservation.id) }
    }

    private mutating func release(_ count: Int, of id: Reservation.ID) {
        guard let reservation = ledger.reservations[id] else { return }
        ledger.release(count, of: id)
        guard ledger.reservations[id] == nil else { return }
        for body in bodies(of: reservation) { reservations[body]?.remove(id) }
    }

    private func bodies(of reservation: Reservation) -> [Institution.ID] {
        [reservation.account.holder.institution, reservation.beneficiary].compactMap { $0 }
    }
}
