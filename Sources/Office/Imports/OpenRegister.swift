import Basics
import Papers
import Registry
import Storage

/// What an import did.
package struct ImportReceipt: Sendable {
    /// The opening entry.
    package let entry: Entry
    /// Bodies set up by it.
    package let bodies: Int
    /// People registered by it.
    package let people: Int
    /// Duty statements.
    package let duties: Int
    /// Matters of catalogues.
    package let matters: Int
    /// Breaches of the baseline that are put up with from now on.
    package let tolerances: Int
}

extension Desk {
    /// Whether a file of this digest was imported before, and at which position.
    package func position(ofFile digest: Digest) -> Int? {
        history.entries.first { $0.act.attachments.contains(digest) }?.position
    }

    /// Opens the register with a district's workbook: one Act that cites the office's baseline record and carries the
    /// file's digest, in effect on the cut-off day. Breaches of the baseline become tolerances; other dates stay facts.
    /// - Parameters:
    ///   - book: what was read; its good rows are taken.
    ///   - file: the digest of the file's bytes.
    ///   - day: the cut-off day.
    ///   - beside: texts that are sealed with it and named by it, such as what was typed over the file's cells.
    package mutating func openRegister(
        with book: DistrictBook, file: Digest, beside: [SealedText] = [], document words: DocumentWords, day: Day,
        drafter: Officer.ID, deciders: [Officer.ID], from source: inout some RandomNumberGenerator, at instant: Instant,
        watch: ImportWatch = .none
    ) throws(OfficeFailure) -> ImportReceipt {
        let drafted = try draftOpening(with: book, from: &source, watch: watch)
        let (document, title) = try document(words)
        let act = Act(
            command: Identifier(from: &source), document: document, basis: .opening, drafter: drafter,
            deciders: deciders, attachments: [file] + beside.map(\.digest),
            changes: drafted.changes.map { DatedChange(day, $0) })
        try watch.reached(ImportProgress(.recording))
        let entry = try record(
            act, sealing: title + beside + drafted.sealed, tokens: drafted.tokens, at: instant)
        return ImportReceipt(
            entry: entry, bodies: book.bodies.count, people: drafted.changes.count { $0.registersPerson },
            duties: book.duties.count, matters: book.matters.count, tolerances: drafted.tolerances.count)
    }

    /// What opening the register with a workbook would change, and what of its breaches would be put up with.
    func draftOpening(
        with book: DistrictBook, from source: inout some RandomNumberGenerator, watch: ImportWatch
    ) throws(OfficeFailure) -> DraftedOpening {
        var drafting = Drafting(journal.vault, jurisdiction: jurisdiction, source: source)
        let known = register
        try watch.reached(ImportProgress(.drafting))
        var isStopped = false
        try storing { () throws(StorageFailure) in
            isStopped = try !Office.draftOpening(book, onto: known, &drafting, watch: watch)
        }
        if isStopped { throw OfficeFailure.importStopped }
        source = drafting.source
        let (changes, sealed, tokens) = drafting.take()
        let tolerances = baselineTolerances(of: changes, on: known)
        return DraftedOpening(changes: changes + tolerances, tolerances: tolerances, sealed: sealed, tokens: tokens)
    }
}

/// The changes of an opening Act in the making, with what is sealed beside them.
struct DraftedOpening {
    let changes: [Change]
    let tolerances: [Change]
    let sealed: [SealedText]
    let tokens: [TokenEntry]
}

/// Drafts everything a workbook holds; bodies first, supervisors before those they supervise. False where it was stopped.
private func draftOpening(
    _ book: DistrictBook, onto register: Register, _ drafting: inout Drafting<some RandomNumberGenerator>,
    watch: ImportWatch
) throws(StorageFailure) -> Bool {
    let knownNames = register.knownNames
    var bodies: [Institution.ID?] = Array(repeating: nil, count: book.bodies.count)
    var outside: [Institution.ID] = []
    for body in book.outsideBodies {
        let id: Institution.ID = drafting.identifier()
        outside.append(id)
        drafting.make(.establish(id, Profile(name: body.name, type: .outside), origin: body.origin))
    }
    func institution(_ reference: BodyReference) -> Institution.ID? {
        switch reference {
        case .body(let index): bodies[index]
        case .outside(let index): outside[index]
        case .known(let index): knownNames[index].id
        }
    }
    for index in book.bodies.indicesAboveFirst {
        let row = book.bodies[index]
        let id: Institution.ID = drafting.identifier()
        drafting.make(.establish(id, drafting.profile(row, institution), origin: row.origin))
        bodies[index] = id
        drafting.furnish(id, as: row)
    }
    for (index, row) in book.bodies.enumerated() {
        // A sponsor or host may stand below in the table.
        guard let id = bodies[index] else { continue }
        if case .body(let sponsor)? = row.sponsor, sponsor > index, let other = bodies[sponsor] {
            drafting.make(.amend(id, .sponsor(other)))
        }
        if case .body(let host)? = row.host, host > index, let other = bodies[host] {
            drafting.make(.amend(id, .host(other)))
        }
    }
    for row in book.duties {
        guard let holder = institution(row.body) else { continue }
        drafting.make(
            .stateDuty(
                DutyStatement(
                    id: drafting.identifier(), holder: holder, number: row.number, text: row.text, origin: row.origin)))
    }
    for row in book.matters {
        let id: Matter.ID = drafting.identifier()
        drafting.make(.defineMatter(id, name: row.name, catalogue: row.catalogue, origin: row.origin))
        // Who leads it is confirmed by the office, not guessed: until then the gap is on record.
        drafting.make(.setGap(id, .everywhere, true))
    }
    return try draftPeople(book, institution, &drafting, watch: watch)
}

/// Drafts the people: the same number and name are one person, the second place under a tolerance; the same number
/// with another name are two, and their identity is disputed. False where it was stopped.
private func draftPeople(
    _ book: DistrictBook, _ institution: (BodyReference) -> Institution.ID?,
    _ drafting: inout Drafting<some RandomNumberGenerator>, watch: ImportWatch
) throws(StorageFailure) -> Bool {
    var byNumber: [String: [(name: String, id: Person.ID)]] = [:]
    var disputed: [Person.ID] = []
    var holds: Set<PlaceKey> = []
    var workplaces: [Person.ID: Institution.ID] = [:]
    var places: [Person.ID: [Institution.ID]] = [:]
    for (count, row) in book.people.enumerated() {
        if count % 500 == 0 {
            watch.say(ImportProgress(.drafting, done: count, of: book.people.count))
            if watch.isStopped() { return false }
        }
        var person: Person.ID?
        if let number = row.identityNumber {
            let same = byNumber[number] ?? []
            person = same.first { $0.name == row.name }?.id
            if person == nil {
                let id = try drafting.register(row)
                if same.count == 1 { disputed.append(same[0].id) }
                if !same.isEmpty { disputed.append(id) }
                byNumber[number, default: []].append((row.name, id))
                person = id
            }
        }
        let id: Person.ID
        if let person { id = person } else { id = try drafting.register(row) }
        let place = row.body.flatMap(institution)
        if let place, let kind = row.kind, holds.insert(PlaceKey(person: id, institution: place, kind: kind)).inserted {
            drafting.make(.enrol(id, Place(institution: place, kind: kind, role: row.role, origin: row.origin)))
        }
        if let workplace = row.workplace.flatMap(institution), workplaces[id] == nil { workplaces[id] = workplace }
        if let place { places[id, default: []].append(place) }
    }
    // One person may stand on several rows; the first that names another workplace counts, once all places are known.
    for (id, workplace) in workplaces.sorted(by: { $0.key < $1.key }) where places[id]?.contains(workplace) != true {
        drafting.make(.setWorkplace(id, workplace))
    }
    for id in disputed { drafting.make(.setDisputed(id, true)) }
    return true
}

private struct PlaceKey: Hashable {
    let person: Person.ID
    let institution: Institution.ID
    let kind: EstablishmentKind
}

/// What the baseline breaks and may be put up with.
private func baselineTolerances(of changes: [Change], on register: Register) -> [Change] {
    var after = register
    var touched: Set<Invariant> = []
    for change in changes {
        if case .enrol(let person, let place) = change {
            touched.insert(.headsWithinBalance(place.institution, place.kind))
            if after.people[person]?.places.isEmpty == false { touched.insert(.onePlace(person)) }
            if let role = place.role { touched.insert(.postsWithinBalance(place.institution, role)) }
        }
        after.suppose(change)
    }
    return touched.sorted().compactMap { invariant in
        let excess = invariant.excess(in: after)
        guard excess > 0, register.tolerances[invariant] == nil else { return nil }
        return .openTolerance(invariant, measure: excess, .baseline)
    }
}

extension Change {
    var registersPerson: Bool {
        if case .registerPerson = self { true } else { false }
    }
}

extension Register {
    /// The living bodies in the order of their names: what a later workbook may refer to.
    var knownNames: [Institution] {
        institutions.values.filter(\.isActive).sorted { ($0.profile.name, $0.id) < ($1.profile.name, $1.id) }
    }
}

extension [BodyRow] {
    /// The indices in an order in which a supervisor comes before those it supervises; a cycle is left in table order.
    fileprivate var indicesAboveFirst: [Int] {
        var order: [Int] = []
        var state = [UInt8](repeating: 0, count: count)
        func visit(_ index: Int) {
            guard state[index] == 0 else { return }
            state[index] = 1
            if case .body(let above)? = self[index].supervisor { visit(above) }
            order.append(index)
        }
        for index in indices { visit(index) }
        return order
    }
}

extension Desk {
    /// The names of the living bodies, to which a later workbook may refer.
    package var knownNames: [String] { register.knownNames.map(\.profile.name) }
}

extension DistrictBook {
    /// The division code that most registration codes of the table carry (GB 32100, places 3 to 8); nil without any.
    package var divisionCode: String? {
        var counts: [Substring: Int] = [:]
        for row in bodies {
            guard let code = row.registrationCode, code.utf8.count == 18 else { continue }
            let division = code.dropFirst(2).prefix(6)
            if division.utf8.allSatisfy({ (48...57).contains($0) }) { counts[division, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { String($0.key) }
    }
}
