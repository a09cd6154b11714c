import Basics
import Registry

/// What a body or a district has of one kind of heads (编制数): approved, filled, put aside, free.
package struct HeadFigures: Hashable, Sendable {
    /// The kind.
    package let kind: EstablishmentKind
    /// Approved; nil when unknown.
    package private(set) var approved: Int?
    /// Filled.
    package private(set) var occupied: Int
    /// Put aside.
    package private(set) var reserved: Int

    /// Neither filled nor put aside (空编); nil when unknown. Of several bodies it is added body by body and kind by kind,
    /// since one kind or body doesn't stand for another (国务院令第486号第十五条).
    package private(set) var vacant: Int?
    /// Filled beyond what is approved (超编), added like that; nil when unknown.
    package private(set) var over: Int?

    /// What one body has of a kind.
    package init(kind: EstablishmentKind, approved: Int?, occupied: Int, reserved: Int) {
        self.kind = kind
        self.approved = approved
        self.occupied = occupied
        self.reserved = reserved
        vacant = approved.map { max(0, $0 - occupied - reserved) }
        over = approved.map { max(0, occupied - $0) }
    }

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
            sum.vacant = (sum.vacant ?? 0) + (figures.vacant ?? 0)
            sum.over = (sum.over ?? 0) + (figures.over ?? 0)
            sums[figures.kind] = sum
        }
        return EstablishmentKind.allCases.compactMap { sums[$0] }
    }
}
