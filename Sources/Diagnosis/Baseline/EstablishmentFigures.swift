import Registry

/// The heads of one kind in all living bodies, and in the pools (编制使用情况).
///
/// For every body whose figures are known, approved + over = occupied + vacant + what reservations hold, unless more is
/// reserved than free; a body whose figures are unknown is counted in `occupied` only.
package struct EstablishmentFigures: Hashable, Sendable {
    /// The kind; nil for all kinds together.
    package let kind: EstablishmentKind?
    /// Approved (核定).
    package let approved: PartialSum
    /// Filled (实有), in bodies with unknown figures too.
    package let occupied: Int
    /// Of those filled, how many in bodies with unknown figures, which can't be compared.
    package let occupiedWhereUnknown: Int
    /// Held by open reservations (预留).
    package let reserved: Int
    /// Approved, neither filled nor reserved (空编), added body by body.
    package let vacant: Int
    /// Filled beyond what is approved (超编), added body by body; it doesn't make up for a vacancy elsewhere.
    package let over: Int
    /// In the district's pool and the turnover pool (统筹池, 周转池).
    package let pooled: Int
    /// What the upper level gave out in all (下达总量).
    package let granted: Int
    /// How much it may give out; nil when it is unknown, or for kinds together when one of them is.
    package let ceiling: Int?

    init(of kind: EstablishmentKind, among bodies: [CountedBody], in register: Register) {
        let commodity = Commodity.heads(kind)
        var approved: [Int?] = []
        var occupied = 0
        var occupiedWhereUnknown = 0
        var reserved = 0
        var vacant = 0
        var over = 0
        for body in bodies.map(\.body.id) {
            let filled = register.presence(of: body).occupied(kind)
            let held = register.ledger.reserved(on: Account(.institution(body), commodity))
            let heads = register.approvedHeads(of: body, kind)
            approved.append(heads)
            occupied += filled
            reserved += held
            if let heads {
                vacant += max(0, heads - filled - held)
                over += max(0, filled - heads)
            } else {
                occupiedWhereUnknown += filled
            }
        }
        self.kind = kind
        self.approved = PartialSum(of: approved)
        self.occupied = occupied
        self.occupiedWhereUnknown = occupiedWhereUnknown
        self.reserved = reserved
        self.vacant = vacant
        self.over = over
        pooled = [Holder.districtPool, .turnoverPool].reduce(0) {
            $0 + register.ledger.balance(of: Account($1, commodity))
        }
        granted = -register.ledger.balance(of: Account(.grant, commodity))
        ceiling = register.ledger.ceilings[commodity]
    }

    init(adding kinds: [EstablishmentFigures], unknownBodies: Int) {
        func sum(_ number: (EstablishmentFigures) -> Int) -> Int { kinds.reduce(0) { $0 + number($1) } }
        kind = nil
        approved = PartialSum(known: sum(\.approved.known), unknownBodies: unknownBodies)
        occupied = sum(\.occupied)
        occupiedWhereUnknown = sum(\.occupiedWhereUnknown)
        reserved = sum(\.reserved)
        vacant = sum(\.vacant)
        over = sum(\.over)
        pooled = sum(\.pooled)
        granted = sum(\.granted)
        // A kind of which nothing was given out needs no ceiling.
        let ceilings = kinds.filter { $0.granted != 0 || $0.ceiling != nil }.map(\.ceiling)
        ceiling = ceilings.contains(nil) || ceilings.isEmpty ? nil : ceilings.reduce(0) { $0 + ($1 ?? 0) }
    }

    /// Nobody has any of this kind.
    var isEmpty: Bool {
        approved.known == 0 && occupied == 0 && reserved == 0 && pooled == 0 && granted == 0 && ceiling == nil
    }
}
