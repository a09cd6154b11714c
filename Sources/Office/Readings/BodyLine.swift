import Basics
import Registry

/// A body as one line of a list (机构一览): what it is, and what it comes to.
package struct BodyLine: Sendable {
    /// Which.
    package let id: Institution.ID
    /// Its name.
    package let name: String
    /// What kind of body it is.
    package let type: InstitutionType
    /// Its rank.
    package let rank: Rank?
    /// Its class.
    package let category: InstitutionCategory?
    /// How it is paid for.
    package let funding: Funding?
    /// Whom it answers to.
    package let supervisor: Institution.ID?
    /// The name of that.
    package let supervisorName: String?
    /// Approved heads of all kinds; nil when unknown.
    package let approved: Int?
    /// Places filled.
    package let occupied: Int
    /// Heads put aside.
    package let reserved: Int
    /// Whether it exists.
    package let isActive: Bool

    /// Heads that are neither filled nor put aside; below zero where too many are filled, nil when unknown.
    package var vacant: Int? { approved.map { $0 - occupied - reserved } }

    /// The line of a body.
    package init(_ body: Institution, in register: Register) {
        id = body.id
        name = body.profile.name
        type = body.profile.type
        rank = body.profile.rank
        category = body.profile.category
        funding = body.profile.funding
        supervisor = body.profile.supervisor
        supervisorName = body.profile.supervisor.flatMap { register.institutions[$0]?.profile.name }
        approved = body.profile.type.holdsAccounts ? register.approvedHeads(of: body.id) : 0
        occupied = register.presence(of: body.id).occupied
        reserved = register.reservations(touching: body.id).reduce(0) { sum, reservation in
            guard reservation.account.holder == .institution(body.id), case .heads = reservation.account.commodity
            else { return sum }
            return sum + reservation.count
        }
        isActive = body.isActive
    }

    /// All bodies, in the order of the office's own tables: by type, by where they are listed, by name.
    package static func all(in register: Register) -> [BodyLine] {
        register.institutions.values.sorted { left, right in
            if left.profile.type != right.profile.type {
                return left.profile.type.rawValue < right.profile.type.rawValue
            }
            if left.origin != right.origin, let one = left.origin, let other = right.origin { return one < other }
            return (left.profile.name, left.id) < (right.profile.name, right.id)
        }.map { BodyLine($0, in: register) }
    }
}
