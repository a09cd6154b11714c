import Basics
import Registry

extension Expansion {
    /// Abolishes a body; every duty, head, post, person, plate, unit, registration and child must come out somewhere.
    mutating func abolish(_ name: String, _ disposal: Disposal) throws(StepProblem) {
        let subject = try body(name)
        try requireKnown(subject)
        var successors: [Institution.ID] = []
        for part in disposal.duties {
            let duties = try select(part.duties, of: subject)
            if let taker = part.taker {
                let taker = try body(taker).id
                guard taker != subject.id else { throw .repeatedBody(name) }
                for duty in duties { move(duty, to: taker) }
                if !successors.contains(taker) { successors.append(taker) }
            } else {
                for duty in duties {
                    for matter in register.matters(of: duty.id) { make(.leaveMatter(matter, duty.id)) }
                    make(.dropDuty(duty.id, reason: plan.reason))
                }
            }
        }
        let left = register.duties(of: subject.id)
        guard left.isEmpty else { throw .dutiesWithoutTaker(subject.profile.name, left.map(\.text)) }
        let heads = try holder(disposal.heads)
        guard heads != .institution(subject.id) else { throw .repeatedBody(name) }
        let presence = register.presence(of: subject.id)
        if !presence.isEmpty {
            guard let taker = disposal.people else {
                throw .peopleWithoutPlace(subject.profile.name, presence.staff.count + presence.visitors.count)
            }
            let target = try body(taker)
            guard target.id != subject.id else { throw .repeatedBody(name) }
            // Heads go with the people who hold them, so that nobody arrives without one; only free heads go elsewhere.
            moveOccupied(of: subject, to: target)
            takePeople(of: subject, to: target)
            if !successors.contains(target.id) { successors.append(target.id) }
        }
        moveBalances(from: subject, heads: heads)
        for plate in subject.plates { make(.removePlate(subject.id, plate)) }
        for unit in subject.units { make(.dropUnit(subject.id, name: unit.name)) }
        let children = register.dependents(of: subject.id)
        let guests = register.guests(of: subject.id).filter { $0 != subject.id }
        if !children.isEmpty || !guests.isEmpty {
            guard let supervisor = disposal.children else {
                throw .childrenWithoutSupervisor(
                    subject.profile.name,
                    (children + guests.filter { !children.contains($0) }).compactMap {
                        register.institutions[$0]?.profile.name
                    })
            }
            let supervisorID = try body(supervisor).id
            guard supervisorID != subject.id else { throw .repeatedBody(name) }
            for child in children { make(.amend(child, .supervisor(supervisorID == child ? nil : supervisorID))) }
            for guest in guests { rehost(guest, from: subject.id, to: supervisorID) }
        }
        close(subject, successors: successors)
    }

    private mutating func moveOccupied(of source: Institution, to target: Institution) {
        let presence = register.presence(of: source.id)
        for kind in presence.occupiedKinds {
            let there = register.ledger.balance(of: Account(.institution(source.id), .heads(kind)))
            let count = min(presence.occupied(kind), there)
            if count > 0 {
                make(.move(.heads(kind), count: count, from: .institution(source.id), to: .institution(target.id)))
            }
        }
    }
}
