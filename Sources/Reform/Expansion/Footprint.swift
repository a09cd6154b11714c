import Basics
import Registry

/// What an expansion read or would change (方案涉及范围): bodies with all they have, accounts of the pools and the grant,
/// people and duties. Work on anything else leaves the expansion as it is.
package struct Footprint: Hashable, Sendable {
    /// Bodies that are changed, with all they have.
    package var bodies: Set<Institution.ID> = []
    /// Bodies that were only named, as a supervisor is: that they are there is all that counts.
    package var named: Set<Institution.ID> = []
    /// Accounts that are changed or asked for what is free.
    package var accounts: Set<Account> = []
    /// People who move or of whom a fact is set.
    package var people: Set<Person.ID> = []
    /// Duties that move, change or go.
    package var duties: Set<DutyStatement.ID> = []

    /// Nothing.
    package init() {}

    /// Adds what the other covers.
    package mutating func formUnion(_ other: Footprint) {
        bodies.formUnion(other.bodies)
        named.formUnion(other.named)
        accounts.formUnion(other.accounts)
        people.formUnion(other.people)
        duties.formUnion(other.duties)
    }

    /// What both change or read whole; what they only name they don't share.
    package func intersection(_ other: Footprint) -> Footprint {
        var shared = Footprint()
        shared.bodies = bodies.intersection(other.bodies)
        shared.accounts = accounts.intersection(other.accounts)
        shared.people = people.intersection(other.people)
        shared.duties = duties.intersection(other.duties)
        return shared
    }

    /// Whether it covers nothing.
    package var isEmpty: Bool { bodies.isEmpty && accounts.isEmpty && people.isEmpty && duties.isEmpty }

    /// What changes touch, seen from the register before them.
    package init(of changes: [Change], in before: Register) { cover(changes, in: before) }

    mutating func cover(_ account: Account) {
        accounts.insert(account)
        if let body = account.holder.institution { bodies.insert(body) }
    }

    mutating func cover(_ changes: [Change], in before: Register) {
        for change in changes { cover(change, in: before) }
    }

    private mutating func cover(_ change: Change, in before: Register) {
        switch change {
        case .establish(let id, let profile, _):
            cover([id])
            named.formUnion([profile.supervisor, profile.sponsor, profile.host].compactMap { $0 })
        case .abolish(let id, let successors):
            cover([id])
            named.formUnion(successors)
            name(above: id, in: before)
        case .amend(let id, .supervisor(let other)), .amend(let id, .sponsor(let other)),
            .amend(let id, .host(let other)):
            cover([id])
            named.formUnion([other].compactMap { $0 })
            name(above: id, in: before)
        case .restore(let id, _):
            cover([id])
            name(above: id, in: before)
        case .amend(let id, _), .hangPlate(let id, _), .removePlate(let id, _),
            .addUnit(let id, _), .dropUnit(let id, _), .lock(let id, _), .unlock(let id), .setUnknown(let id, _, _):
            cover([id])
        case .move, .exchange: for line in change.lines { cover(line.account) }
        case .reserve(let reservation):
            cover(reservation.account)
            cover([reservation.beneficiary])
        case .settle(let id, _), .void(let id), .expire(let id):
            guard let reservation = before.ledger.reservations[id] else { return }
            cover(reservation.account)
            cover([reservation.beneficiary])
        case .stateDuty(let statement):
            duties.insert(statement.id)
            cover([statement.holder])
        case .reviseDuty(let id, _), .dropDuty(let id, _): cover(id, in: before)
        case .moveDuty(let id, let holder, _):
            cover(id, in: before)
            cover([holder])
        case .joinMatter(_, let part): cover(part.statement, in: before)
        case .leaveMatter(_, let id): cover(id, in: before)
        case .registerPerson(let id, _, _, _, _, _), .amendPersonal(let id, _), .setDisputed(let id, _),
            .setPosition(let id, _), .setStatus(let id, _):
            people.insert(id)
            cover(before.people[id]?.places.map(\.institution) ?? [])
        case .enrol(let id, let place):
            cover(id, at: [place.institution], in: before)
        case .leave(let id, let body, _, _), .appoint(let id, let body, _, _):
            cover(id, at: [body], in: before)
        case .transfer(let id, let body, _, let place):
            cover(id, at: [body, place.institution], in: before)
        case .setWorkplace(let id, let body):
            cover(id, at: [body], in: before)
        case .openTolerance(let invariant, _, _), .closeTolerance(let invariant): cover(invariant)
        case .moveTolerance(let from, let to):
            cover(from)
            cover(to)
        case .setCeiling(let commodity, _): accounts.insert(Account(.grant, commodity))
        case .defineMatter, .setGap, .adoptRules, .repealRules, .reverse: break
        }
    }

    /// Those that supervise, sponsor or host a body until now: they have one fewer from then on.
    private mutating func name(above id: Institution.ID, in before: Register) {
        guard let profile = before.institutions[id]?.profile else { return }
        named.formUnion([profile.supervisor, profile.sponsor, profile.host].compactMap { $0 })
    }

    private mutating func cover(_ ids: [Institution.ID?]) { for case let id? in ids { bodies.insert(id) } }

    private mutating func cover(_ duty: DutyStatement.ID, in before: Register) {
        duties.insert(duty)
        cover([before.duties[duty]?.holder])
    }

    /// A person with the bodies they come from and go to, and those they are in or work at, which count them as well.
    private mutating func cover(_ person: Person.ID, at ids: [Institution.ID?], in before: Register) {
        people.insert(person)
        cover(ids)
        guard let known = before.people[person] else { return }
        if let workplace = known.workplace { bodies.insert(workplace) }
        for place in known.places { bodies.insert(place.institution) }
    }

    private mutating func cover(_ invariant: Invariant) {
        switch invariant {
        case .headsWithinBalance(let id, _), .postsWithinBalance(let id, _), .closedHoldsNothing(let id): cover([id])
        case .notBelowZero(let account), .poolCoversReservations(let account): cover(account)
        case .onePlace(let id): people.insert(id)
        case .oneLead, .withinCeiling: break
        }
    }
}

extension Register {
    /// The digest of what a footprint covers and of changes that are to come. The balances of pools are left out: what
    /// changes take from them is among the changes, and whether it is there is judged when they are enacted.
    package func digest(of footprint: Footprint, changes: [Change]) -> Digest {
        digest(
            of: footprint.bodies, named: footprint.named.subtracting(footprint.bodies), people: footprint.people,
            duties: footprint.duties, changes: changes)
    }
}
