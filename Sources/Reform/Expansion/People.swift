import Basics
import Registry

extension Expansion {
    /// Moves people to another body (转隶), the heads they hold with them unless told otherwise.
    mutating func transfer(
        _ choice: PeopleChoice, from source: Institution, to target: Institution, _ kind: EstablishmentKind?,
        withHeads: Bool
    ) throws(StepProblem) {
        guard source.id != target.id else { throw .repeatedBody(source.profile.name) }
        let chosen = try choose(choice, from: source, to: target, kind)
        guard !chosen.isEmpty else { throw .notEnoughPeople(source.profile.name, asked: 1, there: 0) }
        for person in chosen { move(person, from: source, to: target, kind, withHead: withHeads) }
    }

    /// The people a choice means, in the order in which they go.
    func choose(
        _ choice: PeopleChoice, from source: Institution, to target: Institution, _ kind: EstablishmentKind?
    ) throws(StepProblem) -> [Person] {
        let eligible = staff(of: source.id).filter { person in
            !person.isDisputed
                && person.places.contains { place in
                    place.institution == source.id && (kind == nil || place.kind == kind)
                        && !person.holds(target.id, place.kind)
                }
        }
        let there = eligible.filter { $0.workplace == target.id }
        switch choice {
        case .all: return eligible
        case .workingThere: return there
        case .count(let count):
            let others = eligible.filter { $0.workplace != target.id }
            // Leaders stay to the last: to move one empties a post that was approved for the body left behind.
            let ordered = there + others.filter { !leads($0, source.id) } + others.filter { leads($0, source.id) }
            guard count <= ordered.count else {
                throw .notEnoughPeople(source.profile.name, asked: count, there: ordered.count)
            }
            return Array(ordered.prefix(count))
        }
    }

    /// Moves one person, with the head they hold where that is wanted and there is one.
    mutating func move(
        _ person: Person, from source: Institution, to target: Institution, _ kind: EstablishmentKind?,
        withHead: Bool, keepingRole: Bool = false
    ) {
        let place = person.places.first { $0.institution == source.id && (kind == nil || $0.kind == kind) }
        guard let place else { return }
        let account = Account(.institution(source.id), .heads(place.kind))
        if withHead, register.ledger.balance(of: account) > 0 {
            make(.move(.heads(place.kind), count: 1, from: .institution(source.id), to: .institution(target.id)))
        }
        let role = keepingRole ? place.role.flatMap { isFree($0, at: target.id) ? $0 : nil } : nil
        make(
            .transfer(
                person.id, from: source.id, place.kind,
                to: Place(institution: target.id, kind: place.kind, role: role, origin: place.origin)))
    }

    /// Puts right where people of a body work.
    mutating func place(
        of subject: Institution, workingAt workplace: Institution, _ placement: Placement
    ) throws(StepProblem) {
        let people = staff(of: subject.id).filter { $0.workplace == workplace.id }
        guard !people.isEmpty else { throw .notEnoughPeople(subject.profile.name, asked: 1, there: 0) }
        let type = workplace.profile.type
        if placement == .goOver, type != .outside { throw .notAnEnterprise(workplace.profile.name) }
        if [.moveWithHeads, .moveWithoutHeads].contains(placement), !type.holdsAccounts {
            throw .holdsNoHeads(workplace.profile.name)
        }
        for person in people {
            switch placement {
            case .callBack:
                make(.setWorkplace(person.id, nil))
            case .goOver:
                let places = person.places
                for place in places { make(.leave(person.id, place.institution, place.kind, .toEnterprise)) }
                make(.setWorkplace(person.id, workplace.id))
            case .moveWithHeads, .moveWithoutHeads:
                move(person, from: subject, to: workplace, nil, withHead: placement == .moveWithHeads)
            }
        }
    }

    /// Calls one person back to where they are on the establishment.
    mutating func callBack(_ id: Person.ID) throws(StepProblem) {
        guard let person = register.people[id] else { throw .unknownPerson(id) }
        guard person.workplace != nil else { throw .nothingToDo("\(id)") }
        make(.setWorkplace(id, nil))
    }

    /// Takes a person off every place but the one they keep; the heads stay where they are.
    mutating func endSecondPlaces(of id: Person.ID, keeping name: String) throws(StepProblem) {
        let kept = try body(name)
        guard let person = register.people[id] else { throw .unknownPerson(id) }
        guard person.places.count > 1, let place = person.places.first(where: { $0.institution == kept.id }) else {
            throw .placeNotHeld(id, kept.profile.name)
        }
        for other in person.places where other != place { make(.leave(id, other.institution, other.kind, nil)) }
        if register.people[id]?.workplace == kept.id { make(.setWorkplace(id, nil)) }
    }

    private func leads(_ person: Person, _ id: Institution.ID) -> Bool {
        person.places.contains { $0.institution == id && $0.role != nil }
    }
}
