import Basics

extension Register {
    func permitLedger(_ change: Change, _ now: Circumstances) throws(Refusal) {
        switch change {
        case .move(let commodity, let count, let from, let to):
            try permitMovement(of: commodity, count: count, on: [from, to], isVain: from == to, now)
        case .exchange(let holder, let count, let give, let take):
            let isVain = holder == .grant || give == take || give.group != take.group
            try permitMovement(of: give, count: count, on: [holder], isVain: isVain, now)
        case .setCeiling(let commodity, let ceiling):
            if let ceiling, ceiling != 0, !HeadcountLedger.counts.contains(ceiling) { throw .countOutOfRange(ceiling) }
            guard ledger.ceilings[commodity] != ceiling else { throw .unchanged }
        case .setUnknown(let id, let group, let isUnknown):
            try unlocked(id, now)
            guard ledger.isUnknown(group, of: id) != isUnknown else { throw .unchanged }
            let holds = ledger.holdings(of: .institution(id)).contains { $0.commodity.group == group }
            guard !isUnknown || !holds else { throw .balanceNotEmpty(id) }
        case .reserve(let reservation):
            let account = reservation.account
            for id in [reservation.beneficiary, account.holder.institution].compactMap({ $0 }) { _ = try living(id) }
            guard ledger.reservations[reservation.id] == nil else { throw .identifierTaken }
            try permitMovement(
                of: account.commodity, count: reservation.count, on: [account.holder],
                isVain: account.holder == .grant, now)
            guard reservation.lastDay >= now.day else {
                throw .reservationTerm(reservation.id, lastDay: reservation.lastDay)
            }
        case .settle(let id, let count):
            let reservation = try open(id)
            try releasable(reservation, now)
            guard HeadcountLedger.counts.contains(count) else { throw .countOutOfRange(count) }
            guard count <= reservation.count else { throw .beyondReservation(id, held: reservation.count) }
            guard reservation.lastDay >= now.day else { throw .reservationTerm(id, lastDay: reservation.lastDay) }
        case .void(let id):
            try releasable(try open(id), now)
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

    /// What is put aside on a locked body's account is freed by the reform that locked it, or by its last day.
    private func releasable(_ reservation: Reservation, _ now: Circumstances) throws(Refusal) {
        guard let id = reservation.account.holder.institution, let reform = institutions[id]?.lock else { return }
        guard reform == now.reform else { throw .locked(id, reform) }
    }

    /// Looks at everything about the holders in the order in which refusals go before one another.
    private func permitMovement(
        of commodity: Commodity, count: Int, on holders: [Holder], isVain: Bool, _ now: Circumstances
    ) throws(Refusal) {
        var bodies: [Institution] = []
        for case .institution(let id) in holders { bodies.append(try living(id)) }
        for body in bodies { try unlocked(body, now) }
        for body in bodies where !body.profile.type.holdsAccounts { throw .holdsNoAccounts(body.id) }
        guard HeadcountLedger.counts.contains(count) else { throw .countOutOfRange(count) }
        guard !isVain else { throw .sameAccount }
        for body in bodies where ledger.isUnknown(commodity.group, of: body.id) {
            throw .unknownBalance(body.id, commodity.group)
        }
    }
}
