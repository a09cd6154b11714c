import Basics
import Registry

/// Where everything went (去向): what conservation means to a reader.
package struct Movements: Sendable {
    /// Heads and posts by account moved, in the order they moved; several moves between the same accounts are one.
    package private(set) var balances: [Flow] = []
    /// Exchanges of one kind for another; several of one holder and of the same kinds are one.
    package private(set) var exchanges: [Exchange] = []
    /// People from the body they were in before to the one they are in at the end, with how many.
    package private(set) var people: [Passage] = []
    /// People who left the establishment.
    package private(set) var left: [Person.ID] = []
    /// Where they went who left the establishment: into an enterprise, or nowhere that the plan says.
    package private(set) var departures: [Departure] = []
    /// Duties from holder to holder.
    package private(set) var duties: [DutyPassage] = []
    /// Bodies set up.
    package private(set) var established: [Institution.ID] = []
    /// Bodies closed.
    package private(set) var closed: [Institution.ID] = []

    /// Heads or posts of one kind from one holder to another.
    package struct Flow: Sendable, Hashable {
        /// What.
        package let commodity: Commodity
        /// From whom.
        package let from: Holder
        /// To whom.
        package let to: Holder
        /// How many.
        package fileprivate(set) var count: Int
    }

    /// Heads or posts of a holder exchanged for others.
    package struct Exchange: Sendable, Hashable {
        /// Whose.
        package let holder: Holder
        /// Given.
        package let give: Commodity
        /// Taken.
        package let take: Commodity
        /// How many.
        package fileprivate(set) var count: Int
    }

    /// People from one body to another.
    package struct Passage: Sendable, Hashable {
        /// From.
        package let from: Institution.ID
        /// To.
        package let to: Institution.ID
        /// How many.
        package fileprivate(set) var count: Int
    }

    /// People who leave the establishment of a body.
    package struct Departure: Sendable, Hashable {
        /// From.
        package let from: Institution.ID
        /// Where they work from then on; nil where the plan doesn't say.
        package let to: Institution.ID?
        /// How many.
        package fileprivate(set) var count: Int
    }

    /// A duty from one holder to another; nowhere when it is dropped.
    package struct DutyPassage: Sendable, Hashable {
        /// What it says.
        package let text: String
        /// From.
        package let from: Institution.ID
        /// To; nil when dropped.
        package let to: Institution.ID?
    }

    /// What these changes move, seen from the register before them.
    package init(of changes: [Change], in before: Register) {
        var walk = Walk(before: before)
        for change in changes { walk.follow(change) }
        balances = walk.balances.rows.map { Flow(commodity: $0.what, from: $0.from, to: $0.to, count: $1) }
        exchanges = walk.exchanges.rows.map { Exchange(holder: $0.holder, give: $0.give, take: $0.take, count: $1) }
        people = walk.passages.rows.map { Passage(from: $0.from, to: $0.to, count: $1) }
        departures = walk.departures.rows.map { Departure(from: $0.from, to: $0.to, count: $1) }
        duties = walk.duties
        left = walk.left
        established = walk.established
        closed = walk.closed
    }

    /// Duties from holder to holder, with how many; nowhere where they are dropped.
    package var dutyFlows: [(from: Institution.ID, to: Institution.ID?, count: Int)] {
        var tally = Tally<Pair>()
        for duty in duties { tally.add(Pair(from: duty.from, to: duty.to), 1) }
        return tally.rows.map { ($0.from, $0.to, $1) }
    }

    /// The most people who go from one body to another, or off its establishment.
    package var largestMove: Int { max(people.map(\.count).max() ?? 0, departures.map(\.count).max() ?? 0) }
}

/// Two ends of a way; no second one where it leads nowhere.
private struct Pair: Hashable {
    let from: Institution.ID
    let to: Institution.ID?
}

/// Counts by key, in the order in which the keys were first met.
private struct Tally<Key: Hashable> {
    private var places: [Key: Int] = [:]
    private(set) var rows: [(Key, Int)] = []

    mutating func add(_ key: Key, _ count: Int) {
        if let place = places[key] {
            rows[place].1 += count
        } else {
            places[key] = rows.count
            rows.append((key, count))
        }
    }
}

/// The changes followed from the first to the last.
private struct Walk {
    struct Balance: Hashable {
        let what: Commodity
        let from: Holder
        let to: Holder
    }
    struct Swap: Hashable {
        let holder: Holder
        let give: Commodity
        let take: Commodity
    }
    struct Way: Hashable {
        let from: Institution.ID
        let to: Institution.ID
    }
    struct Stay: Hashable {
        let person: Person.ID
        let institution: Institution.ID
    }

    let before: Register
    var balances = Tally<Balance>()
    var exchanges = Tally<Swap>()
    var duties: [Movements.DutyPassage] = []
    var left: [Person.ID] = []
    var established: [Institution.ID] = []
    var closed: [Institution.ID] = []
    // Where someone who stands somewhere now stood before the plan, in the order in which they first moved.
    private var origins: [Stay: Institution.ID] = [:]
    private var stays: [Stay] = []
    private var leftFrom: [Person.ID: Institution.ID] = [:]
    private var goals: [Person.ID: Institution.ID] = [:]
    private var dutyPlaces: [DutyStatement.ID: Int] = [:]

    init(before: Register) { self.before = before }

    mutating func follow(_ change: Change) {
        switch change {
        case .move(let commodity, let count, let from, let to):
            balances.add(Balance(what: commodity, from: from, to: to), count)
        case .exchange(let holder, let count, let give, let take):
            exchanges.add(Swap(holder: holder, give: give, take: take), count)
        case .transfer(let id, let from, _, let place):
            let origin = origins.removeValue(forKey: Stay(person: id, institution: from)) ?? from
            let stay = Stay(person: id, institution: place.institution)
            origins[stay] = origin
            stays.append(stay)
        case .leave(let id, let from, _, let cause):
            guard cause != nil else { return }
            left.append(id)
            leftFrom[id] = origins.removeValue(forKey: Stay(person: id, institution: from)) ?? from
        case .setWorkplace(let id, let workplace):
            if leftFrom[id] != nil { goals[id] = workplace }
        case .moveDuty(let id, let to, _):
            pass(id, to)
        case .dropDuty(let id, _):
            pass(id, nil)
        case .establish(let id, _, _): established.append(id)
        case .abolish(let id, _): closed.append(id)
        default: break
        }
    }

    /// People by the way they went; who is back where they were went nowhere.
    var passages: Tally<Way> {
        var tally = Tally<Way>()
        var counted: Set<Stay> = []
        for stay in stays where counted.insert(stay).inserted {
            guard let origin = origins[stay], origin != stay.institution else { continue }
            tally.add(Way(from: origin, to: stay.institution), 1)
        }
        return tally
    }

    var departures: Tally<Pair> {
        var tally = Tally<Pair>()
        for id in left { if let from = leftFrom[id] { tally.add(Pair(from: from, to: goals[id]), 1) } }
        return tally
    }

    private mutating func pass(_ id: DutyStatement.ID, _ to: Institution.ID?) {
        guard let duty = before.duties[id] else { return }
        let passage = Movements.DutyPassage(text: duty.text, from: duty.holder, to: to)
        if let place = dutyPlaces[id] {
            duties[place] = passage
        } else {
            dutyPlaces[id] = duties.count
            duties.append(passage)
        }
    }
}
