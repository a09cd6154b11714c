import Basics
import Registry

/// Where everything went (去向): what conservation means to a reader.
package struct Movements: Sendable {
    /// Heads and posts by account moved, in the order they moved; several moves between the same accounts are one.
    package private(set) var balances: [Flow] = []
    /// Exchanges of one kind for another.
    package private(set) var exchanges: [Exchange] = []
    /// People from body to body, with how many.
    package private(set) var people: [Passage] = []
    /// People who gave up a leader post.
    package private(set) var steppedDown: [Person.ID] = []
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
        package let count: Int
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
        var holders: [DutyStatement.ID: Institution.ID] = [:]
        var leftFrom: [Person.ID: Institution.ID] = [:]
        for change in changes {
            switch change {
            case .move(let commodity, let count, let from, let to):
                let flow = Flow(commodity: commodity, from: from, to: to, count: count)
                let same = balances.firstIndex { $0.commodity == commodity && $0.from == from && $0.to == to }
                if let same { balances[same].count += count } else { balances.append(flow) }
            case .exchange(let holder, let count, let give, let take):
                exchanges.append(Exchange(holder: holder, give: give, take: take, count: count))
            case .transfer(let id, let from, let kind, let place):
                if from != place.institution { pass(from, place.institution) }
                let old = before.people[id]?.places.first { $0.institution == from && $0.kind == kind }
                if let role = old?.role, place.role != role { steppedDown.append(id) }
            case .appoint(let id, _, _, nil): steppedDown.append(id)
            case .leave(let id, let from, _, let cause):
                guard cause != nil else { continue }
                left.append(id)
                leftFrom[id] = from
            case .setWorkplace(let id, let workplace):
                guard let from = leftFrom.removeValue(forKey: id) else { continue }
                depart(from, workplace)
            case .moveDuty(let id, let to, _):
                guard let duty = before.duties[id] else { continue }
                let from = holders[id] ?? duty.holder
                holders[id] = to
                if let index = duties.firstIndex(where: {
                    $0.text == duty.text && $0.to == from && $0.from == duty.holder
                }) {
                    duties[index] = DutyPassage(text: duty.text, from: duty.holder, to: to)
                } else if from != to {
                    duties.append(DutyPassage(text: duty.text, from: from, to: to))
                }
            case .dropDuty(let id, _):
                guard let duty = before.duties[id] else { continue }
                duties.append(DutyPassage(text: duty.text, from: holders[id] ?? duty.holder, to: nil))
            case .establish(let id, _, _): established.append(id)
            case .abolish(let id, _): closed.append(id)
            default: break
            }
        }
        for id in left { if let from = leftFrom[id] { depart(from, nil) } }
    }

    private mutating func depart(_ from: Institution.ID, _ to: Institution.ID?) {
        if let index = departures.firstIndex(where: { $0.from == from && $0.to == to }) {
            departures[index].count += 1
        } else {
            departures.append(Departure(from: from, to: to, count: 1))
        }
    }

    private mutating func pass(_ from: Institution.ID, _ to: Institution.ID) {
        if let index = people.firstIndex(where: { $0.from == from && $0.to == to }) {
            people[index].count += 1
        } else {
            people.append(Passage(from: from, to: to, count: 1))
        }
    }
}
