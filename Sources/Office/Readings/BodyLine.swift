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
    package private(set) var approved: Int?
    /// Places filled.
    package private(set) var occupied: Int
    /// Heads put aside.
    package private(set) var reserved: Int
    /// The same by kind, those kinds that it has or fills.
    package private(set) var heads: [HeadFigures]
    /// Whether it exists.
    package let isActive: Bool

    /// Heads that are neither filled nor put aside, added kind by kind; nil when unknown.
    package var vacant: Int? { approved.map { _ in heads.reduce(0) { $0 + ($1.vacant ?? 0) } } }

    /// Heads filled beyond what is approved, added kind by kind: one does not make up for another. Nil when unknown.
    package var over: Int? { approved.map { _ in heads.reduce(0) { $0 + ($1.over ?? 0) } } }

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
        heads = HeadFigures.of(body.id, in: register)
        occupied = register.presence(of: body.id).occupied
        reserved = register.reservations(touching: body.id).reduce(0) { sum, reservation in
            guard reservation.account.holder == .institution(body.id), case .heads = reservation.account.commodity
            else { return sum }
            return sum + reservation.count
        }
        isActive = body.isActive
    }

    /// The same with the figures of one kind only; nil where it neither has nor fills any.
    package func narrowed(to kind: EstablishmentKind) -> BodyLine? {
        heads.first { $0.kind == kind }.map { figures in
            var line = self
            line.approved = figures.approved
            line.occupied = figures.occupied
            line.reserved = figures.reserved
            line.heads = [figures]
            return line
        }
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
