import Basics

/// A condition that holds for one subject at the end of every Act; its measure says by how much it is broken.
package enum Invariant: Hashable, Comparable, Sendable {
    /// No account but the grant is below zero.
    case notBelowZero(Account)
    /// Occupied and reserved heads fit the balance of a body and kind, and what the turnover pool lends it.
    case headsWithinBalance(Institution.ID, EstablishmentKind)
    /// Leaders in place and reserved posts fit the approved posts of a body and role.
    case postsWithinBalance(Institution.ID, LeaderRole)
    /// What is reserved on a pool fits its balance.
    case poolCoversReservations(Account)
    /// One person has at most one place on the establishment.
    case onePlace(Person.ID)
    /// A closed body holds nothing.
    case closedHoldsNothing(Institution.ID)
    /// A matter has one lead per area, or a recorded gap.
    case oneLead(Matter.ID)
    /// What the grant gave out is within its ceiling.
    case withinCeiling(Commodity)

    /// The number by which `docs/architecture.md` and the journal know the kind.
    package var code: UInt8 {
        switch self {
        case .notBelowZero: 1
        case .headsWithinBalance: 2
        case .postsWithinBalance: 3
        case .poolCoversReservations: 4
        case .onePlace: 5
        case .closedHoldsNothing: 6
        case .oneLead: 7
        case .withinCeiling: 8
        }
    }

    /// A fixed order for reports and encodings: by kind, then subject.
    package static func < (left: Invariant, right: Invariant) -> Bool {
        switch (left, right) {
        case (.notBelowZero(let one), .notBelowZero(let other)),
            (.poolCoversReservations(let one), .poolCoversReservations(let other)):
            one < other
        case (.headsWithinBalance(let one, let kind), .headsWithinBalance(let other, let otherKind)):
            one == other ? kind < otherKind : one < other
        case (.postsWithinBalance(let one, let role), .postsWithinBalance(let other, let otherRole)):
            one == other ? role < otherRole : one < other
        case (.onePlace(let one), .onePlace(let other)): one < other
        case (.closedHoldsNothing(let one), .closedHoldsNothing(let other)): one < other
        case (.oneLead(let one), .oneLead(let other)): one < other
        case (.withinCeiling(let one), .withinCeiling(let other)): one < other
        default: left.code < right.code
        }
    }

    /// Whether a tolerance may cover it: a deficit, a closed body that holds something and a matter with two leads
    /// are never put up with.
    package var isTolerable: Bool {
        switch self {
        case .headsWithinBalance, .postsWithinBalance, .onePlace, .withinCeiling: true
        case .notBelowZero, .poolCoversReservations, .closedHoldsNothing, .oneLead: false
        }
    }

    /// By how much the register breaks it, in heads, posts, places or things; zero when it holds, or can't be told.
    package func excess(in register: Register) -> Int {
        let ledger = register.ledger
        switch self {
        case .notBelowZero(let account):
            return account.holder == .grant ? 0 : max(0, -ledger.balance(of: account))
        case .headsWithinBalance(let id, let kind):
            // An unknown balance can't be exceeded: the finding says that it is unknown.
            guard !ledger.isUnknown(.heads, of: id) else { return 0 }
            let account = Account(.institution(id), .heads(kind))
            let used = register.presence(of: id).occupied(kind) + ledger.reserved(on: account)
            let over = used == 0 ? 0 : used - ledger.balance(of: account)
            return over > 0 ? max(0, over - register.lentHeads(kind, to: id)) : 0
        case .postsWithinBalance(let id, let role):
            guard !ledger.isUnknown(.posts, of: id) else { return 0 }
            let used = register.presence(of: id).leading(role) + register.reservedPosts(role, of: id)
            return used == 0 ? 0 : max(0, used - register.approvedPosts(role, of: id))
        case .poolCoversReservations(let account):
            let reserved = ledger.reserved(on: account)
            // Reservations on a body's account are counted with its people, above.
            guard account.holder.institution == nil, account.holder != .grant, reserved > 0 else { return 0 }
            return max(0, reserved - ledger.balance(of: account))
        case .onePlace(let id):
            return max(0, (register.people[id]?.places.count ?? 0) - 1)
        case .closedHoldsNothing(let id):
            return register.institutions.isClosed(id) ? register.belongings(of: id) : 0
        case .oneLead(let id):
            return register.matters[id]?.faults ?? 0
        case .withinCeiling(let commodity):
            guard let ceiling = ledger.ceilings[commodity] else { return 0 }
            return max(0, -ledger.balance(of: Account(.grant, commodity)) - ceiling)
        }
    }
}

extension Register {
    /// Every invariant over everything the register holds that is broken beyond what is tolerated, with by how much;
    /// and the sum of each commodity, which must be zero. For `verify`; an Act looks only at what it touches.
    package var brokenInvariants: [(Invariant, Int)] {
        var all: Set<Invariant> = Set(tolerances.keys)
        var commodities: Set<Commodity> = []
        for holder in ledger.holders {
            for holding in ledger.holdings(of: holder) {
                all.insert(.notBelowZero(Account(holder, holding.commodity)))
                commodities.insert(holding.commodity)
            }
        }
        for commodity in commodities.union(ledger.ceilings.keys) { all.insert(.withinCeiling(commodity)) }
        for reservation in ledger.reservations.values { all.insert(.poolCoversReservations(reservation.account)) }
        for id in institutions.keys {
            all.insert(.closedHoldsNothing(id))
            for kind in EstablishmentKind.allCases { all.insert(.headsWithinBalance(id, kind)) }
            for role in LeaderRole.allCases { all.insert(.postsWithinBalance(id, role)) }
        }
        for id in people.keys { all.insert(.onePlace(id)) }
        for id in matters.keys { all.insert(.oneLead(id)) }
        return all.sorted().compactMap { invariant in
            let excess = invariant.excess(in: self) - (tolerances[invariant]?.measure ?? 0)
            return excess > 0 ? (invariant, excess) : nil
        }
    }

    /// Commodities of which all accounts together don't come to zero: none in a sound ledger.
    package var unbalanced: [Commodity] {
        let all = Set(ledger.holders.flatMap { ledger.holdings(of: $0).map(\.commodity) })
        return all.sorted().filter { ledger.sum(of: $0) != 0 }
    }
}
