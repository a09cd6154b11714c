import Basics

extension Register {
    func permitLedger(_ change: Change, _ now: Circumstances) throws(Refusal) {
        switch change {
        case .move(let commodity, let count, let from, let to):
            guard HeadcountLedger.counts.contains(count) else { throw .countNotPositive(count) }
            guard from != to else { throw .sameAccount }
            for holder in [from, to] { try permitMovement(of: commodity, on: holder, now) }
        case .exchange(let holder, let count, let give, let take):
            guard HeadcountLedger.counts.contains(count) else { throw .countNotPositive(count) }
            guard holder != .grant, give != take, give.group == take.group else { throw .sameAccount }
            try permitMovement(of: give, on: holder, now)
        case .setCeiling(let commodity, let ceiling):
            if let ceiling, ceiling != 0, !HeadcountLedger.counts.contains(ceiling) { throw .countNotPositive(ceiling) }
            guard ledger.ceilings[commodity] != ceiling else { throw .unchanged }
        case .setUnknown(let id, let group, let isUnknown):
            _ = try living(id)
            guard ledger.isUnknown(group, of: id) != isUnknown else { throw .unchanged }
            let holds = ledger.holdings(of: .institution(id)).contains { $0.commodity.group == group }
            guard !isUnknown || !holds else { throw .balanceNotEmpty(id) }
        case .reserve(let reservation):
            guard ledger.reservations[reservation.id] == nil else { throw .identifierTaken }
            guard HeadcountLedger.counts.contains(reservation.count) else { throw .countNotPositive(reservation.count) }
            guard reservation.account.holder != .grant else { throw .sameAccount }
            try permitMovement(of: reservation.account.commodity, on: reservation.account.holder, now)
            if let beneficiary = reservation.beneficiary { _ = try living(beneficiary) }
            guard reservation.lastDay >= now.day else {
                throw .reservationTerm(reservation.id, lastDay: reservation.lastDay)
            }
        case .settle(let id, let count):
            let reservation = try open(id)
            guard HeadcountLedger.counts.contains(count) else { throw .countNotPositive(count) }
            guard count <= reservation.count else { throw .beyondReservation(id, held: reservation.count) }
            guard reservation.lastDay >= now.day else { throw .reservationTerm(id, lastDay: reservation.lastDay) }
        case .void(let id):
            _ = try open(id)
        case .expire(let id):
            let reservation = try open(id)
            guard reservation.lastDay < now.day else { throw .reservationTerm(id, lastDay: reservation.lastDay) }
        default:
            break
        }
    }

    private func open(_ id: Reservation.ID) throws(Refusal) -> Reservation {
        guard let reservation = ledger.reservations[id] else { throw .unknownReservation(id) }
        return reservation
    }

    private func permitMovement(of commodity: Commodity, on holder: Holder, _ now: Circumstances) throws(Refusal) {
        guard case .institution(let id) = holder else { return }
        let body = try unlocked(id, now)
        guard body.profile.type.holdsAccounts else { throw .holdsNoAccounts(id) }
        guard !ledger.isUnknown(commodity.group, of: id) else { throw .unknownBalance(id, commodity.group) }
    }
}
