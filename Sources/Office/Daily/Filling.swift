import Basics
import Registry

/// The answers of one form as they were found to mean, and what its changes need beside them.
struct Filling {
    let form: ChangeForm
    /// The place of the form in its draft, from 0.
    let index: Int
    /// The register just before the form.
    let register: Register
    /// The history that the draft would go on from.
    let history: History
    /// The day from which the draft holds.
    let day: Day
    let values: [String: FieldValue]
    let seals: Seals
    /// The digest of the draft's text, out of which new identifiers are drawn.
    let digest: Digest
    private var drawn = 0
    /// What is wrong with answers that are each right for themselves.
    private(set) var problems: [FieldProblem] = []
    /// The personal data that are to be sealed, in the order of the digests taken for them.
    private(set) var personal: [PersonalSealing] = []

    init(
        _ form: ChangeForm, at index: Int, in register: Register, of history: History, on day: Day,
        _ values: [String: FieldValue], seals: Seals, digest: Digest
    ) {
        self.form = form
        self.index = index
        self.register = register
        self.history = history
        self.day = day
        self.values = values
        self.seals = seals
        self.digest = digest
    }

    /// A new identifier, the same for the same draft.
    mutating func identifier<Subject>() -> Identifier<Subject> {
        drawn += 1
        var writer = CanonicalWriter()
        writer.text("sanding/1/daily")
        writer.digest(digest)
        writer.integer(index)
        writer.integer(drawn)
        return Identifier(drawnFrom: writer)
    }

    /// The digest under which a person's data will stand.
    mutating func seal(_ edit: PersonalEdit, of person: Person.ID, isNew: Bool) -> Digest {
        let sealing = PersonalSealing(form: index, person: person, edit: edit, isNew: isNew)
        personal.append(sealing)
        return seals.personal(sealing, digest)
    }

    mutating func refuse(_ key: String, _ code: String, zh: String, en: String) {
        problems.append(FieldProblem(form: index, field: key, code: code, wording: Wording(zh: zh, en: en)))
    }

    // A form asks only for what it has fields for: anything else is a slip of whoever wrote the form.

    func text(_ key: String) -> String { if case .text(let text)? = values[key] { text } else { slip(key) } }
    func textIfAny(_ key: String) -> String? { values[key] == nil ? nil : text(key) }

    func body(_ key: String = "body") -> Institution.ID {
        if case .body(let id)? = values[key] { id } else { slip(key) }
    }
    func bodyIfAny(_ key: String) -> Institution.ID? { values[key] == nil ? nil : body(key) }

    func bodies(_ key: String) -> [Institution.ID] { if case .bodies(let ids)? = values[key] { ids } else { [] } }

    func person(_ key: String = "person") -> Person.ID {
        if case .person(let id)? = values[key] { id } else { slip(key) }
    }

    func number(_ key: String) -> Int { if case .number(let number)? = values[key] { number } else { slip(key) } }
    func numberIfAny(_ key: String) -> Int? { values[key] == nil ? nil : number(key) }

    func day(_ key: String) -> Day { if case .day(let day)? = values[key] { day } else { slip(key) } }

    func date(_ key: String) -> FactDate? { if case .date(let date)? = values[key] { date } else { nil } }

    func choice<Term: CaseIterable>(_ key: String, _: Term.Type = Term.self) -> Term {
        guard let term: Term = choiceIfAny(key) else { slip(key) }
        return term
    }

    func choiceIfAny<Term: CaseIterable>(_ key: String, _: Term.Type = Term.self) -> Term? {
        guard case .choice(let index)? = values[key] else { return nil }
        return Array(Term.allCases)[index]
    }

    func commodity(_ key: String) -> Commodity {
        if case .commodity(let commodity)? = values[key] { commodity } else { slip(key) }
    }

    func holder(_ key: String) -> Holder { if case .holder(let holder)? = values[key] { holder } else { slip(key) } }

    func duty(_ key: String = "duty") -> DutyStatement.ID {
        if case .duty(let id)? = values[key] { id } else { slip(key) }
    }

    func matter(_ key: String = "matter") -> Matter.ID {
        if case .matter(let id)? = values[key] { id } else { slip(key) }
    }

    func reservation(_ key: String = "use") -> Reservation.ID {
        if case .reservation(let id)? = values[key] { id } else { slip(key) }
    }
    func reservationIfAny(_ key: String = "use") -> Reservation.ID? { values[key] == nil ? nil : reservation(key) }

    func tolerance(_ key: String = "tolerance") -> Invariant {
        if case .tolerance(let invariant)? = values[key] { invariant } else { slip(key) }
    }

    func flag(_ key: String) -> Bool { if case .flag(let flag)? = values[key] { flag } else { slip(key) } }

    func citation(_ key: String) -> Citation {
        if case .citation(let citation)? = values[key] { citation } else { slip(key) }
    }

    func area(_ key: String = "area") -> Area { textIfAny(key).map(Area.part) ?? .everywhere }

    private func slip(_ key: String) -> Never { preconditionFailure("the form \(form.code) requires no \(key)") }
}

/// Where what a draft says in secret will stand: before it is decided a stand-in, the same for the same draft.
struct Seals: Sendable {
    /// The digest of the draft's own text.
    let reason: Digest
    /// The digest of each person's data.
    let personal: @Sendable (PersonalSealing, Digest) -> Digest

    /// Stand-ins: nothing is sealed yet.
    static func standIns(_ digest: Digest) -> Seals {
        Seals(reason: digest) { sealing, digest in
            var writer = CanonicalWriter()
            writer.text("sanding/1/daily/personal")
            writer.digest(digest)
            writer.integer(sealing.form)
            writer.identifier(sealing.person)
            return Digest(sha256: writer.bytes)
        }
    }
}
