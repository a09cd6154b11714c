import Basics
import Registry

extension Auditor {
    /// What is wrong with a change itself, seen from the state before it, whatever it comes to.
    func misconduct(of change: Change, in group: Group, before state: State) -> [Wrong] {
        var wrongs: [Wrong] = []
        let moved = Auditor.movedPerson(by: change)
        if let person = moved {
            if group.day > group.recorded { wrongs.append(Wrong(.movedAhead, "\(person)")) }
            let isExit = if case .leave = change { true } else { false }
            if state.people[person]?.isDisputed == true, group.basis != .opening, !isExit {
                wrongs.append(Wrong(.disputedMoved, "\(person)"))
            }
        }
        for id in Auditor.guarded(by: change, in: state) {
            if let lock = state.bodies[id]?.lock, lock != group.reform {
                wrongs.append(Wrong(.lockIgnored, "\(id) by \(change)"))
            }
        }
        return wrongs
    }

    /// The person whom a change moves.
    private static func movedPerson(by change: Change) -> Person.ID? {
        switch change {
        case .enrol(let id, _), .leave(let id, _, _, _), .transfer(let id, _, _, _), .appoint(let id, _, _, _),
            .setWorkplace(let id, _):
            id
        default: nil
        }
    }

    /// The bodies out of which or into which a change moves heads, posts or people; exits are always allowed.
    private static func guarded(by change: Change, in state: State) -> [Institution.ID] {
        switch change {
        case .appoint(_, let at, _, _), .setUnknown(let at, _, _): [at]
        case .setWorkplace(let person, let at):
            (state.people[person]?.places.map(\.institution) ?? []) + [at].compactMap { $0 }
        case .settle(let id, _), .void(let id):
            [state.reservations[id].flatMap { body($0.account.holder) }].compactMap { $0 }
        case .reserve(let reservation): [body(reservation.account.holder)].compactMap { $0 }
        case .move(_, _, let from, let to): [body(from), body(to)].compactMap { $0 }
        case .exchange(let holder, _, _, _): [body(holder)].compactMap { $0 }
        case .enrol(_, let place): [place.institution]
        case .transfer(_, let from, _, let place): [from, place.institution]
        case .leave(_, let from, _, nil): [from]
        case .abolish(let id, _), .unlock(let id): [id]
        default: []
        }
    }

    private static func body(_ holder: Holder) -> Institution.ID? {
        if case .institution(let id) = holder { id } else { nil }
    }
}
