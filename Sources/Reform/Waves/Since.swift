import Basics
import Registry

/// What was recorded after a position, by what it touches: the daily work that a plan or a wave has to live with.
struct Since {
    private var people: [Person.ID: [(position: Int, change: Change)]] = [:]
    private var bodies: [Institution.ID: [Int]] = [:]
    private var duties: [DutyStatement.ID: [Int]] = [:]
    private var accounts: [Account: [Int]] = [:]
    private var textsOf: [Institution.ID: [Int]] = [:]
    /// The positions, in order.
    private(set) var positions: [Int] = []

    /// - Parameters:
    ///   - known: the history as known at the position.
    ///   - plan: Acts of this plan itself are left out.
    init(_ known: History, in history: History, except plan: Digest? = nil) {
        // Followed change by change: what a change touches shows in the register just before it.
        var trace = known.latest
        for entry in history.entries.dropFirst(known.position) {
            let isOwn = plan != nil && entry.act.plan == plan
            if !isOwn { positions.append(entry.position) }
            for dated in entry.act.changes {
                if !isOwn { note(dated.change, at: entry.position, in: trace) }
                trace.suppose(dated.change)
            }
        }
    }

    private mutating func note(_ change: Change, at position: Int, in register: Register) {
        let touched = Footprint(of: [change], in: register)
        for id in touched.people { people[id, default: []].append((position, change)) }
        for id in touched.bodies.union(touched.named) where bodies[id]?.last != position {
            bodies[id, default: []].append(position)
        }
        for id in touched.duties where duties[id]?.last != position { duties[id, default: []].append(position) }
        if !touched.duties.isEmpty { for id in touched.bodies { textsOf[id, default: []].append(position) } }
        for account in touched.accounts where accounts[account]?.last != position {
            accounts[account, default: []].append(position)
        }
    }

    /// The positions that touch something of a footprint, in order.
    func touching(_ footprint: Footprint) -> [Int] {
        var found: Set<Int> = []
        for id in footprint.bodies.union(footprint.named) { found.formUnion(bodies[id] ?? []) }
        for id in footprint.duties { found.formUnion(duties[id] ?? []) }
        for account in footprint.accounts { found.formUnion(accounts[account] ?? []) }
        for id in footprint.people { found.formUnion(people[id, default: []].map(\.position)) }
        return found.sorted()
    }

    /// The positions that change the duties of a body.
    func touching(dutiesOf body: Institution.ID) -> [Int] { Set(textsOf[body] ?? []).sorted() }

    /// What was recorded of a person, in order.
    func changes(of id: Person.ID) -> [(position: Int, change: Change)] { people[id] ?? [] }

    /// The positions that touch an account, or the body whose it is.
    func touching(_ account: Account) -> [Int] {
        Set((accounts[account] ?? []) + (account.holder.institution.flatMap { bodies[$0] } ?? [])).sorted()
    }
}
