import Basics
import Registry

extension Expansion {
    /// Moves the selected duties to the end of the taker's text; the taker may be an enterprise.
    mutating func moveDuties(
        _ selection: Selection, of subject: Institution, to taker: Institution
    ) throws(StepProblem) {
        guard subject.id != taker.id else { throw .repeatedBody(subject.profile.name) }
        for duty in try select(selection, of: subject) { move(duty, to: taker.id) }
    }

    /// The statements a selection means; none is a problem.
    func select(_ selection: Selection, of subject: Institution) throws(StepProblem) -> [DutyStatement] {
        let duties = register.duties(of: subject.id)
        let chosen: [DutyStatement]
        switch selection {
        case .all:
            return duties
        case .numbers(let numbers):
            let missing = numbers.filter { number in !duties.contains { $0.number == number } }
            guard missing.isEmpty else { throw .noSuchDuty(subject.profile.name, .numbers(missing)) }
            chosen = duties.filter { numbers.contains($0.number) }
        case .containing(let text):
            chosen = duties.filter { $0.text.contains(text) }
        }
        guard !chosen.isEmpty else { throw .noSuchDuty(subject.profile.name, selection) }
        return chosen
    }

    /// Moves people to another body (转隶), the heads they hold with them unless told otherwise.
    mutating func transfer(
        _ choice: PeopleChoice, from source: Institution, to target: Institution, _ kind: EstablishmentKind?,
        withHeads: Bool
    ) throws(StepProblem) {
        guard source.id != target.id else { throw .repeatedBody(source.profile.name) }
        let eligible = staff(of: source.id).filter { person in
            !person.isDisputed
                && person.places.contains { place in
                    place.institution == source.id && (kind == nil || place.kind == kind)
                        && !person.holds(target.id, place.kind)
                }
        }
        let there = eligible.filter { $0.workplace == target.id }
        let chosen: [Person]
        switch choice {
        case .all: chosen = eligible
        case .workingThere: chosen = there
        case .count(let count):
            let others = eligible.filter { $0.workplace != target.id }
            // Leaders stay to the last: to move one empties a post that was approved for the body left behind.
            let ordered = there + others.filter { !leads($0, source.id) } + others.filter { leads($0, source.id) }
            guard count <= ordered.count else {
                throw .notEnoughPeople(source.profile.name, asked: count, there: ordered.count)
            }
            chosen = Array(ordered.prefix(count))
        }
        guard !chosen.isEmpty else { throw .notEnoughPeople(source.profile.name, asked: 1, there: 0) }
        for person in chosen {
            let place = person.places.first { $0.institution == source.id && (kind == nil || $0.kind == kind) }
            guard let place else { continue }
            if withHeads {
                let balance = register.ledger.balance(of: Account(.institution(source.id), .heads(place.kind)))
                if balance > 0 {
                    make(
                        .move(
                            .heads(place.kind), count: 1, from: .institution(source.id), to: .institution(target.id)))
                }
            }
            make(
                .transfer(
                    person.id, from: source.id, place.kind,
                    to: Place(institution: target.id, kind: place.kind, origin: place.origin)))
        }
    }

    /// Puts right where people of a body work.
    mutating func place(
        of subject: Institution, workingAt workplace: Institution, _ placement: Placement
    ) throws(StepProblem) {
        let people = staff(of: subject.id).filter { $0.workplace == workplace.id }
        guard !people.isEmpty else { throw .notEnoughPeople(subject.profile.name, asked: 1, there: 0) }
        for person in people {
            switch placement {
            case .callBack:
                make(.setWorkplace(person.id, nil))
            case .goOver:
                let places = person.places
                for place in places { make(.leave(person.id, place.institution, place.kind, .toEnterprise)) }
                make(.setWorkplace(person.id, workplace.id))
            }
        }
    }

    private func leads(_ person: Person, _ id: Institution.ID) -> Bool {
        person.places.contains { $0.institution == id && $0.role != nil }
    }
}
