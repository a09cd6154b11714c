import Basics
import Registry

/// What a body or a district has of one kind of heads (编制数): approved, filled, put aside, free.
package struct HeadFigures: Hashable, Sendable {
    /// The kind.
    package let kind: EstablishmentKind
    /// Approved; nil when unknown.
    package var approved: Int?
    /// Filled.
    package var occupied: Int
    /// Put aside.
    package var reserved: Int

    /// Neither filled nor put aside; below zero where too many are filled, nil when unknown.
    package var vacant: Int? { approved.map { $0 - occupied - reserved } }

    /// The kinds that a body has or fills, in order.
    package static func of(_ id: Institution.ID, in register: Register) -> [HeadFigures] {
        let presence = register.presence(of: id)
        return EstablishmentKind.allCases.compactMap { kind in
            let approved = register.approvedHeads(of: id, kind)
            let occupied = presence.occupied(kind)
            let reserved = register.ledger.reserved(on: Account(.institution(id), .heads(kind)))
            guard (approved ?? 0) > 0 || occupied > 0 || reserved > 0 else { return nil }
            return HeadFigures(kind: kind, approved: approved, occupied: occupied, reserved: reserved)
        }
    }

    /// What several bodies have together, by kind; figures that are unknown are left out.
    package static func sum(_ bodies: [[HeadFigures]]) -> [HeadFigures] {
        var sums: [EstablishmentKind: HeadFigures] = [:]
        for figures in bodies.joined() {
            var sum = sums[figures.kind] ?? HeadFigures(kind: figures.kind, approved: 0, occupied: 0, reserved: 0)
            sum.approved = (sum.approved ?? 0) + (figures.approved ?? 0)
            sum.occupied += figures.occupied
            sum.reserved += figures.reserved
            sums[figures.kind] = sum
        }
        return EstablishmentKind.allCases.compactMap { sums[$0] }
    }
}
