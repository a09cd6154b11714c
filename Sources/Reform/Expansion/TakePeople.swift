import Basics
import Registry

extension Expansion {
    /// Moves everyone on a body's establishment to another, with their kind, their tolerance, and their leader post
    /// where one is free; and those who only work there.
    mutating func takePeople(of source: Institution, to target: Institution) {
        moveTolerances(from: source.id, to: target.id)
        for person in staff(of: source.id) {
            for place in person.places where place.institution == source.id {
                // Someone with a place at both comes out of the second one.
                if person.holds(target.id, place.kind) {
                    make(.leave(person.id, source.id, place.kind, nil))
                    continue
                }
                let role = place.role.flatMap { isFree($0, at: target.id) ? $0 : nil }
                make(
                    .transfer(
                        person.id, from: source.id, place.kind,
                        to: Place(institution: target.id, kind: place.kind, role: role, origin: place.origin)))
            }
        }
        for id in register.presence(of: source.id).visitors.sorted() {
            let isAtHome = register.people[id]?.places.contains { $0.institution == target.id } ?? false
            make(.setWorkplace(id, isAtHome ? nil : target.id))
        }
    }

    /// The people of a body in the order of the office's table.
    func staff(of id: Institution.ID) -> [Person] {
        let people = register.presence(of: id).staff.compactMap { register.people[$0] }
        let origins = people.map { person in person.places.first { $0.institution == id }?.origin ?? person.origin }
        let order = people.indices.sorted { one, other in
            if let first = origins[one], let second = origins[other], first != second { return first < second }
            return people[one].id < people[other].id
        }
        return order.map { people[$0] }
    }

    func isFree(_ role: LeaderRole, at id: Institution.ID) -> Bool {
        guard !register.ledger.isUnknown(.posts, of: id) else { return true }
        return register.approvedPosts(role, of: id) - register.presence(of: id).leading(role)
            - register.reservedPosts(role, of: id) > 0
    }

    mutating func moveTolerances(from source: Institution.ID, to target: Institution.ID) {
        for kind in EstablishmentKind.allCases where register.tolerances[.headsWithinBalance(source, kind)] != nil {
            make(.moveTolerance(.headsWithinBalance(source, kind), to: .headsWithinBalance(target, kind)))
        }
    }
}
