import Basics
import Registry

/// What can be counted in a state, counted anew each time by looking at everything.
package struct Tally: Equatable, Sendable {
    /// People on the establishment, by body and kind.
    package var occupied: [Institution.ID: [EstablishmentKind: Int]] = [:]
    /// Leaders in place, by body and role.
    package var leading: [Institution.ID: [LeaderRole: Int]] = [:]
    /// Who is on the establishment of a body.
    package var staff: [Institution.ID: Set<Person.ID>] = [:]
    /// Who works at a body without a place there.
    package var visitors: [Institution.ID: Set<Person.ID>] = [:]
    /// What is reserved on an account.
    package var reserved: [Account: Int] = [:]
    /// Heads of the turnover pool that a body may fill for a term, by kind.
    package var borrowed: [Institution.ID: [EstablishmentKind: Int]] = [:]
    /// Posts reserved, by body and role.
    package var reservedPosts: [Institution.ID: [LeaderRole: Int]] = [:]
    /// Posts approved, by body and role, whatever their rank.
    package var approvedPosts: [Institution.ID: [LeaderRole: Int]] = [:]
    /// On how many accounts a body holds something.
    package var accounts: [Institution.ID: Int] = [:]
    /// Reservations on a body's accounts or for its benefit.
    package var reservations: [Institution.ID: Set<Reservation.ID>] = [:]
    /// The statements of a body.
    package var statements: [Institution.ID: Set<DutyStatement.ID>] = [:]
    /// The living bodies a body supervises.
    package var children: [Institution.ID: Set<Institution.ID>] = [:]
    /// The living bodies a body sponsors or hosts.
    package var guests: [Institution.ID: Set<Institution.ID>] = [:]
    /// The matters a statement has a part in.
    package var matters: [DutyStatement.ID: Set<Matter.ID>] = [:]
    /// The living bodies of a name.
    package var named: [String: Set<Institution.ID>] = [:]

    /// Nothing counted.
    package init() {}

    /// Counts.
    package init(of state: State) {
        for (id, human) in state.people {
            for place in human.places {
                occupied[place.institution, default: [:]][place.kind, default: 0] += 1
                if let role = place.role { leading[place.institution, default: [:]][role, default: 0] += 1 }
                staff[place.institution, default: []].insert(id)
            }
            if let workplace = human.workplace, !human.places.contains(where: { $0.institution == workplace }) {
                visitors[workplace, default: []].insert(id)
            }
        }
        for reservation in state.reservations.values {
            reserved[reservation.account, default: 0] += reservation.count
            if case .institution(let body) = reservation.account.holder {
                reservations[body, default: []].insert(reservation.id)
                if case .posts(let post) = reservation.account.commodity {
                    reservedPosts[body, default: [:]][post.role, default: 0] += reservation.count
                }
            }
            if let body = reservation.beneficiary {
                reservations[body, default: []].insert(reservation.id)
                if reservation.purpose == .turnover, reservation.account.holder == .turnoverPool,
                    case .heads(let kind) = reservation.account.commodity
                {
                    borrowed[body, default: [:]][kind, default: 0] += reservation.count
                }
            }
        }
        for (account, amount) in state.balances {
            guard case .institution(let body) = account.holder else { continue }
            accounts[body, default: 0] += 1
            if case .posts(let post) = account.commodity {
                approvedPosts[body, default: [:]][post.role, default: 0] += amount
            }
        }
        for duty in state.duties.values { statements[duty.holder, default: []].insert(duty.id) }
        for (id, matter) in state.matters {
            for part in matter.parts { matters[part.statement, default: []].insert(id) }
        }
        for (id, body) in state.bodies where body.closedBy == nil {
            named[body.profile.name, default: []].insert(id)
            if let above = body.profile.supervisor { children[above, default: []].insert(id) }
            for other in [body.profile.sponsor, body.profile.host] {
                if let other { guests[other, default: []].insert(id) }
            }
        }
    }
}
