import Basics
import NaiveAuditor
import Registry

/// A fault as somebody could make one in the ledger or the fold, put in on purpose: the auditor must notice.
struct Mutation: Sendable {
    let name: String
    let fault: Fault

    enum Fault: Sendable {
        /// What the register folds in place of a change; nil where the fault doesn't touch it.
        case change(@Sendable (Change, Register) -> Replacement?)
        /// What the register folds in place of the whole journal; nil where nothing would be different.
        case journal(@Sendable ([Entry]) -> [Entry]?)
        /// What the register says it holds; nil where there is nothing to spoil.
        case state(@Sendable (State) -> State?)
        /// What the register says it has counted.
        case tally(@Sendable (Tally) -> Tally?)
    }

    /// What a change becomes under a fault.
    enum Replacement {
        case nothing
        case other(Change)
        case twice
    }

    private static func change(_ name: String, _ fault: @escaping @Sendable (Change, Register) -> Replacement?)
        -> Mutation
    {
        Mutation(name: name, fault: .change(fault))
    }

    static let all: [Mutation] = ledger + people + record + counts

    private static let ledger: [Mutation] = [
        change("a line's amount is off by one") { change, _ in
            guard case .move(let commodity, let count, let from, let to) = change else { return nil }
            return .other(.move(commodity, count: count + 1, from: from, to: to))
        },
        change("the sign of an entry is flipped") { change, _ in
            guard case .move(let commodity, let count, let from, let to) = change else { return nil }
            return .other(.move(commodity, count: count, from: to, to: from))
        },
        change("an entry is posted to the wrong kind") { change, _ in
            guard case .move(.heads(let kind), let count, let from, let to) = change else { return nil }
            return .other(.move(.heads(kind == .worker ? .administrative : .worker), count: count, from: from, to: to))
        },
        change("posts are counted at the wrong rank") { change, _ in
            guard case .move(.posts(let post), let count, let from, let to) = change else { return nil }
            return .other(.move(.posts(LeaderPost(post.role, .zhengting)), count: count, from: from, to: to))
        },
        change("an entry is posted to the wrong holder") { change, _ in
            guard case .move(let commodity, let count, let from, let to) = change else { return nil }
            return .other(
                .move(commodity, count: count, from: from, to: to == .turnoverPool ? .returned : .turnoverPool))
        },
        change("an entry is posted twice") { change, _ in
            if case .move = change { .twice } else { nil }
        },
        change("an exchange gives and takes nothing") { change, _ in
            if case .exchange = change { .nothing } else { nil }
        },
        change("a reservation is settled twice") { change, register in
            // Where nothing is left of it at the end of the day, a second time does nothing.
            guard case .settle(let id, _) = change, register.ledger.reservations[id] != nil else { return nil }
            return .twice
        },
        change("an expired reservation stays") { change, _ in
            if case .expire = change { .nothing } else { nil }
        },
        Mutation(
            name: "one line of an entry is dropped",
            fault: .state { state in
                guard let (account, amount) = state.balances.min(by: { $0.key < $1.key }) else { return nil }
                var spoilt = state
                spoilt.balances[account] = amount == -1 ? nil : amount + 1
                return spoilt
            }),
    ]

    private static let people: [Mutation] = [
        change("who leaves keeps the place") { change, _ in
            if case .leave = change { .nothing } else { nil }
        },
        change("a transfer leaves the old place behind") { change, _ in
            guard case .transfer(let id, _, _, let place) = change else { return nil }
            return .other(.enrol(id, place))
        },
        change("a duty stays where it was") { change, _ in
            if case .moveDuty = change { .nothing } else { nil }
        },
        change("a closed body stays alive") { change, _ in
            if case .abolish = change { .nothing } else { nil }
        },
        Mutation(
            name: "a body is closed without returning its heads",
            fault: .journal { entries in
                replacing(in: entries) { change, act in
                    guard case .move(_, _, .institution(let from), _) = change else { return false }
                    return act.changes.contains {
                        if case .abolish(let id, _) = $0.change { id == from } else { false }
                    }
                }
            }),
    ]

    private static let record: [Mutation] = [
        Mutation(
            name: "a reversed change is applied",
            fault: .journal { entries in
                replacing(in: entries) { change, _ in if case .reverse = change { true } else { false } }
            }),
        Mutation(
            name: "the order of days is ignored",
            fault: .journal { entries in
                // Everything takes effect on the day the first Act does, so that only positions order it.
                guard let day = entries.first?.act.changes.first?.day else { return nil }
                return entries.map { entry in
                    entry.with(changes: entry.act.changes.map { DatedChange(day, $0.change) })
                }
            }),
        Mutation(
            name: "a tolerance is not lowered",
            fault: .state { state in
                guard let invariant = state.tolerances.keys.min() else { return nil }
                var spoilt = state
                spoilt.tolerances[invariant]?.measure += 1
                return spoilt
            }),
        Mutation(
            name: "a tolerance stays at zero",
            fault: .state { state in
                guard let person = state.people.first(where: { $0.value.places.count == 1 })?.key else { return nil }
                var spoilt = state
                spoilt.tolerances[.onePlace(person)] = Allowance(measure: 1, cause: .baseline, openedBy: 1)
                return spoilt
            }),
    ]

    private static let counts: [Mutation] = [
        Mutation(
            name: "the occupied count is not lowered when somebody leaves",
            fault: .tally { tally in
                guard let body = tally.occupied.keys.min(), let kind = tally.occupied[body]?.keys.min() else {
                    return nil
                }
                var spoilt = tally
                spoilt.occupied[body]?[kind, default: 0] += 1
                return spoilt
            }),
        Mutation(
            name: "what is reserved is not lowered when a reservation ends",
            fault: .tally { tally in
                var spoilt = tally
                spoilt.reserved[Account(.districtPool, .heads(.administrative)), default: 0] += 1
                return spoilt
            }),
        Mutation(
            name: "a body still lists a child that was closed",
            fault: .tally { tally in
                guard let body = tally.named.values.first?.min() else { return nil }
                var spoilt = tally
                spoilt.children[body, default: []].insert(Institution.ID(high: 0, low: 0))
                return spoilt
            }),
    ]
}

/// A change that does nothing, to stand where one was so that indices stay.
private let harmless = Change.reverse(position: 0, index: 0)

/// The journal with some changes taken out, or nil where there are none.
private func replacing(in entries: [Entry], _ isMeant: (Change, Act) -> Bool) -> [Entry]? {
    var found = false
    let replaced = entries.map { entry in
        entry.with(
            changes: entry.act.changes.map { dated in
                guard isMeant(dated.change, entry.act) else { return dated }
                found = true
                return DatedChange(dated.day, harmless)
            })
    }
    return found ? replaced : nil
}

extension Entry {
    /// The same entry with other changes; its place in the chain doesn't matter to the fold.
    func with(changes: [DatedChange]) -> Entry {
        Entry(
            jurisdiction: jurisdiction, position: position, recorded: recorded, previous: previous,
            act: act.with(changes: changes))
    }
}

extension Mutation.Replacement {
    /// What stands in place of the change, all on its day.
    func changes(for change: Change) -> [Change] {
        switch self {
        case .nothing: [harmless]
        case .other(let other): [other]
        case .twice: [change, change]
        }
    }
}
