import Basics

extension Change {
    /// The invariants that this change can break or mend, seen from the register before it. Only these are looked at
    /// again, so that the cost of an Act follows what it changes and not the size of the register.
    func touched(in register: Register) -> [Invariant] {
        switch self {
        case .establish(let id, let profile, _):
            closed([id, profile.supervisor].compactMap { $0 })
        case .abolish(let id, _), .restore(let id, _):
            closed([id, register.institutions[id]?.profile.supervisor].compactMap { $0 })
        case .amend(let id, .supervisor(let supervisor)):
            closed([id, supervisor, register.institutions[id]?.profile.supervisor].compactMap { $0 })
        case .amend(let id, _), .hangPlate(let id, _), .removePlate(let id, _), .addUnit(let id, _),
            .dropUnit(let id, _), .lock(let id, _), .unlock(let id):
            closed([id])
        case .setUnknown(let id, _, _):
            closed([id]) + EstablishmentKind.allCases.map { .headsWithinBalance(id, $0) }
                + LeaderRole.allCases.map { .postsWithinBalance(id, $0) }
        case .move(let commodity, _, let from, let to):
            account(Account(from, commodity)) + account(Account(to, commodity))
        case .exchange:
            lines.flatMap { account($0.account) }
        case .setCeiling(let commodity, _):
            [.withinCeiling(commodity)]
        case .reserve(let reservation):
            account(reservation.account) + closed([reservation.beneficiary].compactMap { $0 }) + lent(reservation)
        case .settle(let id, _), .void(let id), .expire(let id):
            register.ledger.reservations[id].map {
                account($0.account) + closed([$0.beneficiary].compactMap { $0 }) + lent($0)
            } ?? []
        case .stateDuty(let statement):
            closed([statement.holder])
        case .moveDuty(let id, let holder, _):
            closed([holder, register.duties[id]?.holder].compactMap { $0 })
        case .dropDuty(let id, _):
            closed([register.duties[id]?.holder].compactMap { $0 }) + register.matters(of: id).map { .oneLead($0) }
        case .defineMatter(let id, _, _, _), .joinMatter(let id, _), .leaveMatter(let id, _), .setGap(let id, _, _):
            [.oneLead(id)]
        case .enrol(let person, let place):
            [.onePlace(person)] + staffing(place.institution, place.kind, role: place.role)
        case .leave(let person, let institution, let kind, _):
            [.onePlace(person)] + staffing(institution, kind, of: person, in: register) + workplace(person, register)
        case .transfer(let person, let institution, let kind, let place):
            [.onePlace(person)] + staffing(institution, kind, of: person, in: register)
                + staffing(place.institution, place.kind, role: place.role)
        case .appoint(let person, let institution, let kind, let role):
            staffing(institution, kind, of: person, in: register) + staffing(institution, kind, role: role)
        case .setWorkplace(let person, let institution):
            closed([institution].compactMap { $0 }) + workplace(person, register)
        case .openTolerance(let invariant, _, _), .closeTolerance(let invariant):
            [invariant]
        case .moveTolerance(let from, let to):
            [from, to]
        case .adoptRules, .repealRules, .reviseDuty, .registerPerson, .amendPersonal, .setDisputed, .setPosition,
            .setStatus, .reverse:
            []
        }
    }

    private func closed(_ ids: [Institution.ID]) -> [Invariant] { ids.map { .closedHoldsNothing($0) } }

    /// Whose people stand on heads that the turnover pool lends.
    private func lent(_ reservation: Reservation) -> [Invariant] {
        guard let loan = reservation.loan else { return [] }
        return [.headsWithinBalance(loan.borrower, loan.kind)]
    }

    private func account(_ account: Account) -> [Invariant] {
        switch (account.holder, account.commodity) {
        case (.grant, let commodity):
            [.withinCeiling(commodity)]
        case (.institution(let id), .heads(let kind)):
            [.notBelowZero(account), .headsWithinBalance(id, kind), .closedHoldsNothing(id)]
        case (.institution(let id), .posts(let post)):
            [.notBelowZero(account), .postsWithinBalance(id, post.role), .closedHoldsNothing(id)]
        default:
            [.notBelowZero(account), .poolCoversReservations(account)]
        }
    }

    private func staffing(_ id: Institution.ID, _ kind: EstablishmentKind, role: LeaderRole?) -> [Invariant] {
        [.headsWithinBalance(id, kind), .closedHoldsNothing(id)] + (role.map { [.postsWithinBalance(id, $0)] } ?? [])
    }

    private func staffing(
        _ id: Institution.ID, _ kind: EstablishmentKind, of person: Person.ID, in register: Register
    ) -> [Invariant] {
        let place = register.people[person]?.places.first { $0.institution == id && $0.kind == kind }
        return staffing(id, kind, role: place?.role)
    }

    private func workplace(_ person: Person.ID, _ register: Register) -> [Invariant] {
        closed([register.people[person]?.workplace].compactMap { $0 })
    }
}
