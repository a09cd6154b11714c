import Basics
import Registry

extension Expansion {
    /// Abolishes a body; every duty, head, post, person, plate, unit, registration and child must come out somewhere.
    /// What has nowhere to go is asked for, all of it at once.
    mutating func abolish(_ name: String, _ disposal: Disposal) throws(StepProblem) {
        let subject = try body(name)
        try requireKnown(subject)
        var successors: [Institution.ID] = []
        /// A body that takes something over, in the order they are named.
        func succeed(_ taker: Institution) { if !successors.contains(taker.id) { successors.append(taker.id) } }
        for part in disposal.duties {
            attempt { (work) throws(StepProblem) in
                if let taker = try work.dispose(part, of: subject) { succeed(taker) }
            }
        }
        let left = register.duties(of: subject.id)
        if !left.isEmpty { note(.dutiesWithoutTaker(subject.profile.name, left.map(\.text))) }
        attempt { (work) throws(StepProblem) in
            if let taker = try work.movePeople(of: subject, to: disposal.people) { succeed(taker) }
        }
        attempt { (work) throws(StepProblem) in
            let heads = try work.holder(disposal.heads)
            let posts = try work.holder(disposal.posts)
            guard ![heads, posts].contains(.institution(subject.id)) else { throw .repeatedBody(name) }
            work.moveBalances(from: subject, heads: heads, posts: posts)
        }
        attempt { (work) throws(StepProblem) in try work.moveSigns(of: subject, disposal) }
        attempt { (work) throws(StepProblem) in try work.moveBelow(of: subject, to: disposal.children) }
        endLoans(to: subject.id, takenBy: nil)
        close(subject, successors: successors)
    }

    /// Another body than the one that ends.
    mutating func taker(_ name: String, from subject: Institution) throws(StepProblem) -> Institution {
        let taker = try body(name)
        guard taker.id != subject.id else { throw .repeatedBody(name) }
        return taker
    }

    private mutating func taker(
        _ name: String?, from subject: Institution
    ) throws(StepProblem) -> Institution? {
        guard let name else { return nil }
        return try taker(name, from: subject) as Institution
    }

    private mutating func dispose(
        _ part: Disposal.DutyDisposal, of subject: Institution
    ) throws(StepProblem) -> Institution? {
        guard let name = part.taker else {
            for duty in try select(part.duties, of: subject) { drop(duty) }
            return nil
        }
        let taker = try taker(name, from: subject)
        for duty in try select(part.duties, of: subject) { move(duty, to: taker.id) }
        return taker
    }

    private mutating func movePeople(of subject: Institution, to name: String?) throws(StepProblem) -> Institution? {
        let presence = register.presence(of: subject.id)
        guard !presence.isEmpty else { return nil }
        guard let name else {
            throw .peopleWithoutPlace(subject.profile.name, presence.staff.count + presence.visitors.count)
        }
        let taker = try taker(name, from: subject)
        // Heads go with the people who hold them, so that nobody arrives without one; only free heads go elsewhere.
        moveOccupied(of: subject, to: taker)
        endLoans(to: subject.id, takenBy: taker.id)
        takePeople(of: subject, to: taker)
        return taker
    }

    private mutating func moveSigns(of subject: Institution, _ disposal: Disposal) throws(StepProblem) {
        let plates = try taker(disposal.plates, from: subject)
        let units = try taker(disposal.units, from: subject)
        let heir = try taker(disposal.registration, from: subject)
        move(plates: subject.plates, of: subject, to: plates)
        move(units: subject.units, of: subject, to: units)
        guard let heir, let code = subject.profile.registrationCode else { return }
        make(.amend(subject.id, .registrationCode(nil)))
        if heir.profile.registrationCode != code { make(.amend(heir.id, .registrationCode(code))) }
    }

    private mutating func moveBelow(of subject: Institution, to name: String?) throws(StepProblem) {
        let children = register.dependents(of: subject.id)
        let guests = register.guests(of: subject.id).filter { $0 != subject.id }
        guard !children.isEmpty || !guests.isEmpty else { return }
        guard let name else {
            let all = children + guests.filter { !children.contains($0) }
            throw .childrenWithoutSupervisor(
                subject.profile.name, all.compactMap { register.institutions[$0]?.profile.name })
        }
        let taker = try taker(name, from: subject).id
        for child in children { make(.amend(child, .supervisor(taker == child ? nil : taker))) }
        for guest in guests { rehost(guest, from: subject.id, to: taker) }
    }

    private mutating func moveOccupied(of source: Institution, to target: Institution) {
        let presence = register.presence(of: source.id)
        for kind in presence.occupiedKinds {
            let there = register.ledger.balance(of: Account(.institution(source.id), .heads(kind)))
            // Who stands on a lent head takes the loan along.
            let own = max(0, presence.occupied(kind) - register.lentHeads(kind, to: source.id))
            let count = min(own, there)
            if count > 0 {
                make(.move(.heads(kind), count: count, from: .institution(source.id), to: .institution(target.id)))
            }
        }
    }
}
