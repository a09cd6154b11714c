import Basics
import Registry
import Search
import Storage

/// The texts of a register as they are searched (台账检索文本). Filled once, it serves any number of searches until the
/// register changes; what is erased meanwhile is not found, but whoever erases lets kept texts go, since they hold it.
package struct SearchTexts: Sendable {
    /// The register they are of.
    package let register: Register
    /// The position of the journal that register is of.
    package let position: Int
    var shelves: [SearchKind: SearchShelf]
}

extension Desk {
    /// Fills the texts of the register of a day, or as everything recorded makes it. Names of people are unsealed, and kept
    /// in memory, only where that is granted.
    package func searchTexts(on day: Day? = nil, people: PeopleRight) throws(OfficeFailure) -> SearchTexts {
        let register = day.map { history.register(on: $0) } ?? history.latest
        var shelves: [SearchKind: SearchShelf] = [
            .institution: SearchShelf(bodies(of: register, through: day)),
            .duty: SearchShelf(duties(of: register)),
            .document: SearchShelf(try documents(through: day)),
        ]
        if people != .withheld { shelves[.person] = SearchShelf(try names(of: register)) }
        return SearchTexts(register: register, position: history.position, shelves: shelves)
    }

    private func bodies(of register: Register, through day: Day?) -> [SearchShelf.Item] {
        let texts = searchedTexts(ofBodiesIn: register, through: day)
        return register.institutions.values.sorted { $0.id < $1.id }.map {
            SearchShelf.Item(subject: .institution($0.id), texts: texts[$0.id] ?? [], isPast: !$0.isActive)
        }
    }

    /// What bodies are and were called, and known by, up to a day: the name first.
    func searchedTexts(
        ofBodiesIn register: Register, through day: Day?
    ) -> [Institution.ID: [(role: TextRole, text: String)]] {
        let former = FormerNames(in: history, through: day)
        return register.institutions.values.reduce(into: [:]) { all, body in
            let profile = body.profile
            var texts: [(role: TextRole, text: String)] = [(.name, profile.name)]
            func add(_ role: TextRole, _ text: String?) {
                if let text, !text.isEmpty { texts.append((role, text)) }
            }
            add(.shortName, profile.shortName)
            for plate in body.plates { add(.plate, plate) }
            for name in former.names(of: body) { add(.formerName, name) }
            for plate in former.plates(of: body) { add(.formerPlate, plate) }
            add(.officeCode, profile.officeCode)
            add(.registrationCode, profile.registrationCode)
            add(.founding, profile.founding?.document)
            all[body.id] = texts
        }
    }

    private func duties(of register: Register) -> [SearchShelf.Item] {
        register.duties.values.sorted { ($0.holder, $0.number, $0.id) < ($1.holder, $1.number, $1.id) }.map {
            SearchShelf.Item(subject: .duty($0.id), texts: [(.duty, $0.text)])
        }
    }

    private func documents(through day: Day?) throws(OfficeFailure) -> [SearchShelf.Item] {
        let titles = try storing { () throws(StorageFailure) in try journal.texts(kind: .title, in: jurisdiction) }
        var seen: Set<Citation> = []
        let cited = history.entries.map(\.act.document).filter { document in
            (day.map { document.decided <= $0 } ?? true) && seen.insert(document.citation).inserted
        }
        return cited.sorted { $0.citation < $1.citation }.map { document in
            let citation = (role: TextRole.citation, text: document.citation.description)
            guard let title = titles[document.title] else {
                return SearchShelf.Item(subject: .document(document.citation), texts: [citation])
            }
            return SearchShelf.Item(
                subject: .document(document.citation), texts: [citation, (.title, title)],
                sealed: (.title, document.title))
        }
    }

    private func names(of register: Register) throws(OfficeFailure) -> [SearchShelf.Item] {
        let texts = try storing { () throws(StorageFailure) in try journal.texts(kind: .personal, in: jurisdiction) }
        return register.people.values.sorted { $0.id < $1.id }.compactMap { person in
            guard let record = texts[person.personal].flatMap(PersonalRecord.init) else { return nil }
            return SearchShelf.Item(
                subject: .person(person.id), texts: [(.name, record.name)], sealed: (.name, person.personal),
                isPast: person.exit != nil)
        }
    }
}
