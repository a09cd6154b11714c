import Basics
import Registry

/// A counter-Act drafted for a decided one (反向决定): what would bring back what it changed, tried on the register as
/// it is now, and what can no longer be brought back, with the reason.
package struct Counter: Sendable {
    /// The changes that undo it, in the order they are to be made.
    package let changes: [Change]
    /// Changes of the Act that can't be undone now.
    package let lost: [Lost]

    /// A change that can't be undone.
    package struct Lost: Sendable, Hashable {
        /// Its index in the Act.
        package let index: Int
        /// Why not.
        package let reason: Refusal
    }
}

/// Drafts the undoing of an entry on a day.
/// - Parameters:
///   - entry: the decided Act.
///   - before: the register just before it on its day: what is to come back.
///   - now: the register that the counter-Act would change.
///   - reason: the digest under which the reason for dropping duties again stands sealed.
///   - part: the indices of the changes to undo; all of them when nil.
package func counter(
    _ entry: Entry, before: Register, now: Register, on day: Day, recorded: Day, at position: Int,
    reason: Digest, part: Set<Int>? = nil
) -> Counter {
    // Each change is undone by what stood before it, so the Act is followed forwards once and undone backwards.
    var trace = before
    var inverses: [(index: Int, changes: [Change])] = []
    for (index, dated) in entry.act.changes.enumerated() {
        if part?.contains(index) ?? true {
            inverses.append((index, dated.change.inverse(in: trace, of: entry.position, reason: reason)))
        }
        trace.suppose(dated.change)
    }
    var changes: [Change] = []
    var lost: [Counter.Lost] = []
    var fork = now
    for (index, inverse) in inverses.reversed() {
        var trial = fork
        var refusal: Refusal?
        for change in inverse {
            do {
                try trial.requireGround(
                    for: change, basis: .counter, reform: entry.act.reform, on: day, recorded: recorded)
                trial.suppose(change)
            } catch { refusal = error; break }
        }
        if let refusal {
            lost.append(Counter.Lost(index: index, reason: refusal))
        } else {
            fork = trial
            changes += inverse
        }
    }
    changes += fork.tolerancesToBringBack(from: before, at: entry)
    var whole = now
    do {
        try whole.enact(
            changes, basis: .counter, reform: entry.act.reform, on: day, recorded: recorded, at: position)
    } catch {
        // Single changes may each be undone and their sum yet break an invariant: later work stands in the way.
        let first = inverses.first?.index ?? 0
        return Counter(changes: [], lost: [Counter.Lost(index: first, reason: error)] + lost)
    }
    return Counter(changes: changes, lost: lost)
}

extension Change {
    /// What undoes the change, given the register just before it; empty where nothing has to be undone.
    fileprivate func inverse(in before: Register, of position: Int, reason: Digest) -> [Change] {
        switch self {
        case .establish(let id, _, _): [.abolish(id, successors: [])]
        case .abolish(let id, _): [.restore(id, closedBy: position)]
        case .restore(let id, _): [.abolish(id, successors: [])]
        case .amend(let id, let attribute):
            before.institutions[id].map { [.amend(id, attribute.value(in: $0.profile))] } ?? []
        case .hangPlate(let id, let plate): [.removePlate(id, plate)]
        case .removePlate(let id, let plate): [.hangPlate(id, plate)]
        case .addUnit(let id, let unit): [.dropUnit(id, name: unit.name)]
        case .dropUnit(let id, let name):
            before.institutions[id]?.units.first { $0.name == name }.map { [.addUnit(id, $0)] } ?? []
        case .move(let commodity, let count, let from, let to): [.move(commodity, count: count, from: to, to: from)]
        case .exchange(let holder, let count, let give, let take):
            [.exchange(holder, count: count, give: take, take: give)]
        case .setCeiling(let commodity, _): [.setCeiling(commodity, before.ledger.ceilings[commodity])]
        case .setUnknown(let id, let group, let isUnknown): [.setUnknown(id, group, !isUnknown)]
        case .reserve(let reservation): [.void(reservation.id)]
        case .settle(let id, let count):
            before.ledger.reservations[id].map { old in
                // What a settlement in part left goes before the whole comes back under its identifier.
                (count < old.count ? [.void(id)] : []) + [.reserve(old)]
            } ?? []
        case .void(let id), .expire(let id): before.ledger.reservations[id].map { [.reserve($0)] } ?? []
        case .lock(let id, _): [.unlock(id)]
        case .unlock(let id): before.institutions[id]?.lock.map { [.lock(id, reform: $0)] } ?? []
        case .stateDuty(let statement): [.dropDuty(statement.id, reason: reason)]
        case .reviseDuty(let id, _): before.duties[id].map { [.reviseDuty(id, text: $0.text)] } ?? []
        case .moveDuty(let id, _, _): before.duties[id].map { [.moveDuty(id, to: $0.holder, number: $0.number)] } ?? []
        case .dropDuty(let id, _): before.duties[id].map { [.stateDuty($0)] } ?? []
        case .joinMatter(let id, let part): [.leaveMatter(id, part.statement)]
        case .leaveMatter(let id, let statement):
            before.matters[id]?.parts.first { $0.statement == statement }.map { [.joinMatter(id, $0)] } ?? []
        case .setGap(let id, let area, let isGap): [.setGap(id, area, !isGap)]
        case .amendPersonal(let id, _): before.people[id].map { [.amendPersonal(id, $0.personal)] } ?? []
        case .setDisputed(let id, let isDisputed): [.setDisputed(id, !isDisputed)]
        case .enrol(let id, let place): [.leave(id, place.institution, place.kind, nil)]
        case .leave(let id, let institution, let kind, _):
            before.people[id].map { person in
                person.places.filter { $0.institution == institution && $0.kind == kind }.map { .enrol(id, $0) }
                    + (person.workplace == nil || person.places.count > 1 ? [] : [.setWorkplace(id, person.workplace)])
            } ?? []
        case .transfer(let id, let from, let kind, let place):
            before.people[id].map { person in
                person.places.filter { $0.institution == from && $0.kind == kind }.map {
                    .transfer(id, from: place.institution, place.kind, to: $0)
                } + (person.workplace == place.institution ? [.setWorkplace(id, person.workplace)] : [])
            } ?? []
        case .appoint(let id, let institution, let kind, _):
            [
                .appoint(
                    id, institution, kind,
                    before.people[id]?.places.first { $0.institution == institution && $0.kind == kind }?.role)
            ]
        case .setPosition(let id, _): [.setPosition(id, before.people[id]?.position)]
        case .setWorkplace(let id, _): [.setWorkplace(id, before.people[id]?.workplace)]
        case .setStatus(let id, _): before.people[id].map { [.setStatus(id, $0.status)] } ?? []
        case .adoptRules(let code, _), .repealRules(let code):
            [before.rules[code].map { .adoptRules(code, $0.digest) } ?? .repealRules(code)]
        // A matter stays in the register; nobody leading it is put on record again.
        case .defineMatter(let id, _, _, _): [.setGap(id, .everywhere, true)]
        case .registerPerson, .openTolerance, .moveTolerance, .closeTolerance, .reverse: []
        }
    }
}

extension Register {
    /// What was put up with before the Act and is broken again has to be put up with again; what the Act put up with
    /// instead, for a cause of its own, is put up with for the old cause.
    fileprivate func tolerancesToBringBack(from before: Register, at entry: Entry) -> [Change] {
        var changes: [Change] = []
        for tolerance in before.tolerances.values.sorted(by: { $0.invariant < $1.invariant }) {
            let excess = tolerance.invariant.excess(in: self)
            let now = tolerances[tolerance.invariant]
            let isReplaced = now.map { $0.openedBy == entry.position && $0.cause != tolerance.cause } ?? false
            guard excess > now?.measure ?? 0 || isReplaced, excess > 0, excess <= tolerance.measure else { continue }
            if now != nil { changes.append(.closeTolerance(tolerance.invariant)) }
            changes.append(.openTolerance(tolerance.invariant, measure: excess, tolerance.cause))
        }
        return changes
    }
}
