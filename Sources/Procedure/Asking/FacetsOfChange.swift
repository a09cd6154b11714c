import Basics
import Registry

extension Change {
    /// What it is for each body it is about, on the register just before it.
    func facets(in register: Register) -> [Facet] {
        switch self {
        case .establish(_, let profile, _):
            [Facet(kind, body: subject, .body(rank: profile.rank, type: profile.type))]
        case .amend(let id, let attribute): register.amendment(kind, of: id, attribute)
        case .abolish(let id, _), .restore(let id, _), .hangPlate(let id, _), .removePlate(let id, _),
            .addUnit(let id, _), .dropUnit(let id, _), .setUnknown(let id, _, _), .lock(let id, _), .unlock(let id):
            [register.facet(kind, of: id)]
        case .move, .exchange, .setCeiling, .reserve, .settle, .void, .expire: ledgerFacets(in: register)
        case .stateDuty, .reviseDuty, .moveDuty, .dropDuty, .defineMatter, .joinMatter, .leaveMatter, .setGap:
            dutyFacets(in: register)
        case .registerPerson, .amendPersonal, .setDisputed, .enrol, .leave, .transfer, .appoint, .setPosition,
            .setWorkplace, .setStatus:
            personFacets(in: register)
        case .adoptRules, .repealRules, .openTolerance, .moveTolerance, .closeTolerance, .reverse:
            [Facet(kind, .nobody)]
        }
    }

    private var subject: Institution.ID? { if case .establish(let id, _, _) = self { id } else { nil } }

    private func ledgerFacets(in register: Register) -> [Facet] {
        switch self {
        case .move(let commodity, let count, let from, let to):
            let sides = [(from, to, Direction.give), (to, from, .gain)].filter { $0.0.institution != nil }
            guard !sides.isEmpty else {
                return [register.facet(kind, commodity, at: from, amount: count) { $0.with(from) }]
            }
            return sides.map { holder, other, direction in
                register.facet(kind, commodity, at: holder, amount: count) { $0.with(direction).with(other) }
            }
        case .exchange(let holder, let count, let give, let take):
            return [(give, Direction.give), (take, .gain)].map { commodity, direction in
                register.facet(kind, commodity, at: holder, amount: count) { $0.with(direction).with(Holder.grant) }
            }
        case .setCeiling(let commodity, let ceiling):
            let directions = Direction.codes(from: register.ledger.ceilings[commodity], to: ceiling)
            return [register.facet(kind, commodity, at: .grant) { $0.with(.direction, directions) }]
        case .reserve(let reservation):
            return [
                register.facet(
                    kind, reservation.account.commodity, at: reservation.account.holder, amount: reservation.count)
            ]
        case .settle(let id, let count): return register.reservation(kind, id, amount: count)
        case .void(let id), .expire(let id): return register.reservation(kind, id, amount: nil)
        default: return []
        }
    }

    private func dutyFacets(in register: Register) -> [Facet] {
        switch self {
        case .stateDuty(let statement): return [register.facet(kind, of: statement.holder)]
        case .reviseDuty(let id, _), .dropDuty(let id, _), .leaveMatter(_, let id):
            return [register.facet(kind, of: register.duties[id]?.holder)]
        case .joinMatter(_, let part): return [register.facet(kind, of: register.duties[part.statement]?.holder)]
        case .moveDuty(let id, let taker, _):
            return [
                register.facet(kind, of: register.duties[id]?.holder) { $0.with(Direction.give) },
                register.facet(kind, of: taker) { $0.with(Direction.gain) },
            ]
        default: return [Facet(kind, .nobody)]
        }
    }

    private func personFacets(in register: Register) -> [Facet] {
        switch self {
        case .enrol(_, let place): return [register.facet(kind, at: place, .gain)]
        case .leave(let person, let body, let heads, _):
            return [register.facet(kind, at: register.place(of: person, body, heads), .give)]
        case .transfer(let person, let body, let heads, let place):
            return [
                register.facet(kind, at: register.place(of: person, body, heads), .give),
                register.facet(kind, at: place, .gain),
            ]
        case .appoint(let person, let body, let heads, let role):
            // Out of a post is asked with the post that is left; into another one, with both.
            let place = register.place(of: person, body, heads)
            let after = Place(institution: body, kind: heads, role: role)
            return [(place, Direction.give), (after, .gain)].filter { $0.0.role != nil }
                .map { register.facet(kind, at: $0, $1) }
        case .setWorkplace(_, let body): return [register.facet(kind, of: body)]
        case .amendPersonal(let id, _), .setDisputed(let id, _), .setPosition(let id, _), .setStatus(let id, _):
            let bodies = register.people[id]?.places.map(\.institution) ?? []
            return bodies.isEmpty ? [Facet(kind, .nobody)] : bodies.map { register.facet(kind, of: $0) }
        default: return [Facet(kind, .nobody)]
        }
    }
}

extension Register {
    /// A change about one body; one that is about none, or about a body the register doesn't have, is about nobody.
    fileprivate func facet(
        _ kind: ChangeKind, of id: Institution.ID?, amount: Int = 1, _ narrow: (Scope) -> Scope = { $0 }
    ) -> Facet {
        guard let id, let profile = institutions[id]?.profile else {
            return Facet(kind, narrow(.nobody), amount: amount)
        }
        return Facet(kind, body: id, narrow(.body(rank: profile.rank, type: profile.type)), amount: amount)
    }

    fileprivate func facet(
        _ kind: ChangeKind, _ commodity: Commodity, at holder: Holder, amount: Int = 1,
        _ narrow: (Scope) -> Scope = { $0 }
    ) -> Facet {
        facet(kind, of: holder.institution, amount: amount) { narrow($0.with(commodity)) }
    }

    fileprivate func facet(_ kind: ChangeKind, at place: Place, _ direction: Direction) -> Facet {
        facet(kind, of: place.institution) {
            $0.with(direction).with(.heads, [place.kind.rawValue]).with(.role, [place.role?.rawValue ?? 0])
        }
    }

    /// A change of an attribute; of rank and type, for the body as it was and as it becomes.
    fileprivate func amendment(_ kind: ChangeKind, of id: Institution.ID, _ attribute: Attribute) -> [Facet] {
        guard let before = institutions[id]?.profile else { return [Facet(kind, .nobody)] }
        var after = before
        after.set(attribute)
        let directions = Direction.codes(from: before.rank, to: after.rank)
        var scopes = [Scope.body(rank: before.rank, type: before.type), .body(rank: after.rank, type: after.type)]
        if kind == .rank { scopes = scopes.map { $0.with(.direction, directions) } }
        if scopes[0] == scopes[1] { scopes.removeLast() }
        return scopes.map { Facet(kind, body: id, $0) }
    }

    fileprivate func reservation(_ kind: ChangeKind, _ id: Reservation.ID, amount: Int?) -> [Facet] {
        guard let reservation = ledger.reservations[id] else { return [Facet(kind, .nobody)] }
        let account = reservation.account
        return [facet(kind, account.commodity, at: account.holder, amount: amount ?? reservation.count)]
    }

    /// The place a person holds, with its role.
    fileprivate func place(of person: Person.ID, _ body: Institution.ID, _ kind: EstablishmentKind) -> Place {
        people[person]?.places.first { $0.institution == body && $0.kind == kind }
            ?? Place(institution: body, kind: kind)
    }
}
