import Basics
import Registry

/// What changes touch.
/// - Parameter register: the register as it is before them. What one of the changes brings into it, a reservation or a
///   statement, needs no looking up: that change touches whatever it is about.
package func subjects(of changes: [Change], in register: Register) -> Touching {
    var touching = Touching()
    for change in changes { touching.touch(change, in: register) }
    return touching
}

extension Touching {
    fileprivate mutating func touch(_ change: Change, in register: Register) {
        switch change {
        case .establish(let id, let profile, _):
            touch(bodies: [id, profile.supervisor, profile.sponsor, profile.host])
        case .abolish(let id, let successors):
            touch(bodies: [id] + successors)
        case .amend(let id, .supervisor(let other)), .amend(let id, .sponsor(let other)),
            .amend(let id, .host(let other)):
            touch(bodies: [id, other])
        case .restore(let id, _), .amend(let id, _), .hangPlate(let id, _), .removePlate(let id, _),
            .addUnit(let id, _), .dropUnit(let id, _), .lock(let id, _), .unlock(let id), .setUnknown(let id, _, _):
            touch(bodies: [id])
        case .move, .exchange:
            for line in change.lines { touch(line.account) }
        case .setCeiling(let commodity, _):
            commodities.insert(commodity)
        case .reserve(let reservation):
            touch(reservation)
        case .settle(let id, _), .void(let id), .expire(let id):
            if let reservation = register.ledger.reservations[id] { touch(reservation) }
        case .stateDuty(let statement):
            touch(bodies: [statement.holder])
        case .reviseDuty(let id, _), .dropDuty(let id, _):
            touch(id, in: register)
        case .moveDuty(let id, let holder, _):
            touch(id, in: register)
            touch(bodies: [holder])
        case .defineMatter(let id, _, _, _), .setGap(let id, _, _):
            matters.insert(id)
        case .joinMatter(let id, let part):
            matters.insert(id)
            touch(part.statement, in: register)
        case .leaveMatter(let id, let statement):
            matters.insert(id)
            touch(statement, in: register)
        case .registerPerson(let id, _, _, _, _, _), .amendPersonal(let id, _), .setDisputed(let id, _),
            .setPosition(let id, _), .setStatus(let id, _):
            people.insert(id)
        case .enrol(let id, let place):
            touch(id, at: [place.institution], in: register)
        case .leave(let id, let institution, _, _), .appoint(let id, let institution, _, _):
            touch(id, at: [institution], in: register)
        case .transfer(let id, let institution, _, let place):
            touch(id, at: [institution, place.institution], in: register)
        case .setWorkplace(let id, let institution):
            touch(id, at: [institution], in: register)
        case .openTolerance(let invariant, _, _), .closeTolerance(let invariant):
            insert(Subject(of: invariant))
        case .moveTolerance(let from, let to):
            insert(Subject(of: from))
            insert(Subject(of: to))
        case .adoptRules, .repealRules:
            // Other rules may judge everybody otherwise.
            isEverything = true
        case .reverse:
            // Only the history knows what is taken back, and on which day.
            isEverything = true
        }
    }

    private mutating func touch(bodies: [Institution.ID?]) { institutions.formUnion(bodies.compactMap { $0 }) }

    private mutating func touch(_ account: Account) {
        switch account.holder {
        case .institution(let id): institutions.insert(id)
        case .grant, .districtPool, .turnoverPool, .returned: commodities.insert(account.commodity)
        }
    }

    private mutating func touch(_ reservation: Reservation) {
        touch(reservation.account)
        touch(bodies: [reservation.beneficiary])
    }

    private mutating func touch(_ statement: DutyStatement.ID, in register: Register) {
        touch(bodies: [register.duties[statement]?.holder])
        matters.formUnion(register.matters(of: statement))
    }

    private mutating func touch(_ person: Person.ID, at bodies: [Institution.ID?], in register: Register) {
        people.insert(person)
        touch(bodies: bodies + [register.people[person]?.workplace])
    }
}
