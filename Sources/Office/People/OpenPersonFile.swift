import Basics
import Papers
import Registry
import Storage

/// A person's file (个人档案): what the register knows, what stands sealed beside it, and every Act that changed it.
package struct PersonFile: Sendable {
    /// The person as the register has them.
    package let person: Person
    /// The personal data; nil where they were erased.
    package let record: PersonalRecord?
    /// The Acts that changed anything of them, with the documents, by the day.
    package let chapters: [BodyHistory.Chapter]
}

extension Desk {
    /// Opens the files of whoever has that identity number, that identifier or that very name, and puts on record who
    /// looked and for what. Nobody found is a look, too.
    package func openPersonFiles(
        _ who: String, by visitor: Visitor, for purpose: String, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> [PersonFile] {
        let found = try people(who).compactMap { register.people[$0] }.sorted { $0.id < $1.id }
        try trail.recordLook(.file, of: found.map(\.id), by: visitor, for: purpose, at: instant, from: &source)
        let texts = try storing { () throws(StorageFailure) in
            try journal.texts(of: found.map(\.personal), in: jurisdiction)
        }
        return found.map { person in
            PersonFile(
                person: person, record: texts[person.personal].flatMap(PersonalRecord.init),
                chapters: BodyHistory.chapters(of: person.id, in: history))
        }
    }

    /// Whoever has that identity number, found by its token alone; nil where the text has not the shape of one.
    func people(numbered text: String) throws(OfficeFailure) -> [Person.ID]? {
        let number = text.uppercased()
        guard identityFault(number) != .shape else { return nil }
        let token = journal.vault.token(.identityNumber, number, in: jurisdiction)
        return try storing { () throws(StorageFailure) in try journal.subjects(of: token) }
    }

    private func people(_ who: String) throws(OfficeFailure) -> [Person.ID] {
        if let id = Person.ID(who) { return [id] }
        if let numbered = try people(numbered: who) { return numbered }
        let texts = try storing { () throws(StorageFailure) in try journal.texts(kind: .personal, in: jurisdiction) }
        let name = who.normalised
        let named = Set(texts.filter { PersonalRecord($0.value)?.name.normalised == name }.keys)
        return register.people.values.filter { named.contains($0.personal) }.map(\.id)
    }
}
