import Basics
import HashTreeCollections

/// Everything that exists on a day, as known at a position of the journal: a value that costs nothing to fork.
package struct Register: Sendable {
    /// All bodies, closed ones too.
    package internal(set) var institutions = Subjects<Institution>()
    /// All duty statements in force.
    package internal(set) var duties = Subjects<DutyStatement>()
    /// All matters.
    package internal(set) var matters = Subjects<Matter>()
    /// All people, those who left too.
    package internal(set) var people = Subjects<Person>()
    /// The headcount ledger.
    package internal(set) var ledger = HeadcountLedger()
    /// Breaches that are put up with.
    package internal(set) var tolerances: TreeDictionary<Invariant, Tolerance> = [:]
    /// The rule packs the office goes by, by code.
    package internal(set) var rules: TreeDictionary<String, AdoptedRules> = [:]

    // What follows is derived from what stands above, and kept by `fold` so that a question about one body costs no
    // walk over all people.
    var presences: TreeDictionary<Institution.ID, Presence> = [:]
    var dependents: TreeDictionary<Institution.ID, TreeSet<Institution.ID>> = [:]
    var guests: TreeDictionary<Institution.ID, TreeSet<Institution.ID>> = [:]
    var statements: TreeDictionary<Institution.ID, TreeSet<DutyStatement.ID>> = [:]
    var names: TreeDictionary<String, Institution.ID> = [:]
    var reservations: TreeDictionary<Institution.ID, TreeSet<Reservation.ID>> = [:]
    var mattersOf: TreeDictionary<DutyStatement.ID, TreeSet<Matter.ID>> = [:]
    var unsettled: TreeSet<Person.ID> = []

    /// An empty register.
    package init() {}
}

/// A rule pack that the office goes by (采用的规则包); its text stands beside the journal.
package struct AdoptedRules: Hashable, Sendable {
    /// The SHA-256 of its text.
    package let digest: Digest
    /// The position of the Act that adopted it.
    package let adoptedBy: Int
}

/// Who is on a body's establishment and who works there.
package struct Presence: Sendable {
    /// People with a place on its establishment.
    package internal(set) var staff: TreeSet<Person.ID> = []
    /// People who work there without a place on its establishment.
    package internal(set) var visitors: TreeSet<Person.ID> = []
    // By raw code: short lists, since every movement of a person counts here twice.
    private var heads: [Int] = []
    private var leaders: [Int] = []

    /// Places filled of a kind (实有).
    package func occupied(_ kind: EstablishmentKind) -> Int { count(heads, kind.rawValue) }

    /// Leaders in place of a role (实配).
    package func leading(_ role: LeaderRole) -> Int { count(leaders, role.rawValue) }

    /// Places filled of all kinds.
    package var occupied: Int { heads.reduce(0, +) }

    /// Kinds of which at least one place is filled, in order.
    package var occupiedKinds: [EstablishmentKind] { EstablishmentKind.allCases.filter { occupied($0) > 0 } }

    /// Nobody is there.
    package var isEmpty: Bool { staff.isEmpty && visitors.isEmpty }

    /// Someone takes a place.
    mutating func enter(_ id: Person.ID, _ place: Place) {
        count(place, by: 1)
        staff.insert(id)
    }

    /// Someone gives a place up.
    mutating func leave(_ id: Person.ID, _ place: Place) {
        count(place, by: -1)
        staff.remove(id)
    }

    private mutating func count(_ place: Place, by amount: Int) {
        add(amount, to: &heads, place.kind.rawValue)
        if let role = place.role { add(amount, to: &leaders, role.rawValue) }
    }

    private func count(_ counts: [Int], _ code: UInt8) -> Int { Int(code) < counts.count ? counts[Int(code)] : 0 }

    private func add(_ amount: Int, to counts: inout [Int], _ code: UInt8) {
        while counts.count <= Int(code) { counts.append(0) }
        counts[Int(code)] += amount
    }
}

extension Register {
    /// Who is on a body's establishment and who works there.
    package func presence(of id: Institution.ID) -> Presence { presences[id] ?? Presence() }

    /// The living body of that very name.
    package func institution(named name: String) -> Institution? { names[name].flatMap { institutions[$0] } }

    /// The living bodies it supervises.
    package func dependents(of id: Institution.ID) -> [Institution.ID] { (dependents[id] ?? []).sorted() }

    /// The living bodies that name it as their sponsor (举办单位) or as the host of a joint office (合署).
    package func guests(of id: Institution.ID) -> [Institution.ID] { (guests[id] ?? []).sorted() }

    /// The people of whom there is something to look into (`Person.isUnsettled`), in no order of meaning.
    package var unsettledPeople: [Person] { unsettled.compactMap { people[$0] } }

    /// Its duty statements, by number.
    package func duties(of id: Institution.ID) -> [DutyStatement] {
        (statements[id] ?? []).compactMap { duties[$0] }.sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    }

    /// Its open reservations, and those for its benefit elsewhere.
    package func reservations(touching id: Institution.ID) -> [Reservation] {
        (reservations[id] ?? []).compactMap { ledger.reservations[$0] }.sorted { $0.id < $1.id }
    }

    /// The matters that a statement has a part in.
    package func matters(of statement: DutyStatement.ID) -> [Matter.ID] { (mattersOf[statement] ?? []).sorted() }

    /// Approved heads of a body (核定编制数), all kinds; nil when unknown.
    package func approvedHeads(of id: Institution.ID) -> Int? {
        guard !ledger.isUnknown(.heads, of: id) else { return nil }
        return ledger.holdings(of: .institution(id)).reduce(0) { $0 + ($1.commodity.group == .heads ? $1.amount : 0) }
    }

    /// Approved heads of a body and kind; nil when unknown.
    package func approvedHeads(of id: Institution.ID, _ kind: EstablishmentKind) -> Int? {
        ledger.isUnknown(.heads, of: id) ? nil : ledger.balance(of: Account(.institution(id), .heads(kind)))
    }

    /// Approved posts of a body and role, whatever their rank.
    package func approvedPosts(_ role: LeaderRole, of id: Institution.ID) -> Int {
        ledger.holdings(of: .institution(id)).reduce(0) { sum, holding in
            if case .posts(let post) = holding.commodity, post.role == role { sum + holding.amount } else { sum }
        }
    }

    /// Reserved posts of a body and role.
    package func reservedPosts(_ role: LeaderRole, of id: Institution.ID) -> Int {
        reservations(touching: id).reduce(0) { sum, reservation in
            if reservation.account.holder == .institution(id), case .posts(let post) = reservation.account.commodity,
                post.role == role
            {
                sum + reservation.count
            } else {
                sum
            }
        }
    }

    /// Heads of a kind that the turnover pool lends a body: it may fill them beyond its own (周转使用).
    package func lentHeads(_ kind: EstablishmentKind, to id: Institution.ID) -> Int {
        loans(to: id).reduce(0) { $0 + ($1.loan?.kind == kind ? $1.count : 0) }
    }

    /// What the turnover pool lends a body, what is to come back first at the head.
    package func loans(to id: Institution.ID) -> [Reservation] {
        reservations(touching: id).filter { $0.loan?.borrower == id }
            .sorted { ($0.lastDay, $0.id) < ($1.lastDay, $1.id) }
    }

    /// How many things a body still has: balances, people, those who work there, duties, plates, units, reservations,
    /// living bodies it supervises, sponsors or hosts, a registration. Zero is what a closed body must come to.
    package func belongings(of id: Institution.ID) -> Int {
        guard let body = institutions[id] else { return 0 }
        let presence = presence(of: id)
        return ledger.holdings(of: .institution(id)).count + presence.staff.count + presence.visitors.count
            + (statements[id]?.count ?? 0) + body.plates.count + body.units.count + (reservations[id]?.count ?? 0)
            + (dependents[id]?.count ?? 0) + (guests[id]?.count ?? 0) + (body.profile.registrationCode == nil ? 0 : 1)
    }
}
