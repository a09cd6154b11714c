import Basics
import HashTreeCollections

/// The headcount ledger (编制账): double-entry balances of heads and leader posts. 核定数 stands nowhere else.
package struct HeadcountLedger: Sendable {
    /// What each holder holds, non-zero only, in the order of commodities.
    private var balances: TreeDictionary<Holder, [Holding]> = [:]
    /// Open reservations.
    package private(set) var reservations: TreeDictionary<Reservation.ID, Reservation> = [:]
    /// What open reservations hold on each account.
    private var reservedOn: TreeDictionary<Account, Int> = [:]
    /// Groups of figures that a body's table leaves unknown.
    private var unknown: TreeDictionary<Institution.ID, [FigureGroup]> = [:]
    /// The dated ceilings of the grant; a commodity without one has an unknown ceiling.
    package private(set) var ceilings: TreeDictionary<Commodity, Int> = [:]

    /// What one change may count: more than ten million of anything is a slip of the keyboard, and sums stay far from
    /// the end of the integers.
    package static let counts = 1...10_000_000

    /// One balance of a holder.
    package struct Holding: Hashable, Sendable {
        /// What is held.
        package let commodity: Commodity
        /// How much.
        package fileprivate(set) var amount: Int
    }

    /// An empty ledger.
    package init() {}

    /// The balance of an account; for an institution this is 核定数.
    package func balance(of account: Account) -> Int {
        balances[account.holder]?.first { $0.commodity == account.commodity }?.amount ?? 0
    }

    /// Everything a holder holds, in the order of commodities, without zeros.
    package func holdings(of holder: Holder) -> [Holding] { balances[holder] ?? [] }

    /// How much open reservations hold on an account.
    package func reserved(on account: Account) -> Int { reservedOn[account] ?? 0 }

    /// Whether a group of a body's figures is unknown; such an account refuses movement.
    package func isUnknown(_ group: FigureGroup, of institution: Institution.ID) -> Bool {
        unknown[institution]?.contains(group) ?? false
    }

    /// Every holder that holds something.
    package var holders: [Holder] { balances.keys.sorted() }

    /// The sum of all accounts of a commodity: zero in a sound ledger.
    package func sum(of commodity: Commodity) -> Int {
        balances.reduce(0) { $0 + ($1.value.first { $0.commodity == commodity }?.amount ?? 0) }
    }

    /// Adds a line. The caller posts all lines of an entry, which sum to zero for each commodity.
    mutating func post(_ line: LedgerLine) {
        var holdings = balances[line.account.holder] ?? []
        let commodity = line.account.commodity
        if let place = holdings.firstIndex(where: { $0.commodity >= commodity }) {
            if holdings[place].commodity == commodity {
                holdings[place].amount += line.amount
                if holdings[place].amount == 0 { holdings.remove(at: place) }
            } else {
                holdings.insert(Holding(commodity: commodity, amount: line.amount), at: place)
            }
        } else {
            holdings.append(Holding(commodity: commodity, amount: line.amount))
        }
        balances[line.account.holder] = holdings.isEmpty ? nil : holdings
    }

    mutating func open(_ reservation: Reservation) {
        reservations[reservation.id] = reservation
        hold(reservation.count, on: reservation.account)
    }

    /// Takes `count` off a reservation, and the reservation away when nothing is left.
    mutating func release(_ count: Int, of id: Reservation.ID) {
        guard var reservation = reservations[id] else { return }
        let released = min(count, reservation.count)
        reservation.count -= released
        reservations[id] = reservation.count == 0 ? nil : reservation
        hold(-released, on: reservation.account)
    }

    mutating func setUnknown(_ isUnknown: Bool, _ group: FigureGroup, of institution: Institution.ID) {
        var groups = (unknown[institution] ?? []).filter { $0 != group }
        if isUnknown { groups.append(group) }
        groups.sort { $0.rawValue < $1.rawValue }
        unknown[institution] = groups.isEmpty ? nil : groups
    }

    mutating func setCeiling(_ ceiling: Int?, of commodity: Commodity) { ceilings[commodity] = ceiling }

    private mutating func hold(_ count: Int, on account: Account) {
        let total = (reservedOn[account] ?? 0) + count
        reservedOn[account] = total == 0 ? nil : total
    }
}
