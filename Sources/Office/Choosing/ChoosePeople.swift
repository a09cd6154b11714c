import Basics
import Registry
import Storage

/// People out of whom one is chosen (选取人员): by body and by what the register calls them, and by name where that is granted.
package struct PeopleToChoose: Sendable {
    let register: Register
    let shelf: ChoiceShelf<Person.ID>
}

/// A person who may be meant.
package struct PersonChoice: Sendable {
    /// Who.
    package let person: Person
    /// What they are called; nil where that is not granted, or was erased.
    package let name: String?
    /// Whether that is just what was typed.
    package let isCalledSo: Bool
}

extension Desk {
    /// The people of a register. Their names are unsealed, and kept in memory, only where that is granted.
    package func peopleToChoose(in register: Register, people: PeopleRight) throws(OfficeFailure) -> PeopleToChoose {
        let texts =
            people == .withheld
            ? [:]
            : try storing { () throws(StorageFailure) in try journal.texts(kind: .personal, in: jurisdiction) }
        let inOrder = register.people.values.sorted { left, right in
            guard let one = left.origin, let other = right.origin, one != other else { return left.id < right.id }
            return one < other
        }
        let shelf = try ChoiceShelf(
            inOrder.map { person in
                var known: [(role: TextRole, text: String)] = []
                if let name = texts[person.personal].flatMap(PersonalRecord.init)?.name { known.append((.name, name)) }
                known.append((.mark, String(person.id.description.prefix(8))))
                if let origin = person.places.first?.origin { known.append((.mark, "\(origin)")) }
                for body in Set(person.places.map(\.institution) + [person.workplace].compactMap { $0 }).sorted() {
                    if let name = register.institutions[body]?.profile.name { known.append((.holder, name)) }
                }
                return .init(subject: person.id, texts: known, isPast: person.exit != nil)
            })
        return PeopleToChoose(register: register, shelf: shelf)
    }

    /// Whom what was typed may mean, the best first, and how many they are in all. Where names are shown, the look is put on
    /// record before the answer, and a name that was erased since is not found.
    package func choosePeople(
        _ typed: String, among all: PeopleToChoose, people: PeopleRight, atMost most: Int,
        where isOpen: (Person) -> Bool, at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> (people: [PersonChoice], total: Int) {
        var (matches, total) = all.shelf.find(typed, atMost: most) { id in
            all.register.people[id].map(isOpen) ?? false
        }
        guard case .granted(let visitor, let purpose) = people else {
            let found = matches.compactMap { all.register.people[$0.subject] }
            return (found.map { PersonChoice(person: $0, name: nil, isCalledSo: false) }, total)
        }
        let digests = matches.compactMap { all.register.people[$0.subject]?.personal }
        let texts = try storing { () throws(StorageFailure) in try journal.texts(of: digests, in: jurisdiction) }
        func name(of person: Person) -> String? { texts[person.personal].flatMap(PersonalRecord.init)?.name }
        let known = matches.count
        matches.removeAll { match in
            match.role == .name && all.register.people[match.subject].map { name(of: $0) == nil } ?? true
        }
        total -= known - matches.count
        try trail.recordLook(
            .search, of: matches.map(\.subject), by: visitor, for: purpose, at: instant, from: &source)
        let found = matches.compactMap { match in
            all.register.people[match.subject].map { person in
                PersonChoice(
                    person: person, name: name(of: person), isCalledSo: match.role == .name && match.isWhole)
            }
        }
        return (found, total)
    }
}
