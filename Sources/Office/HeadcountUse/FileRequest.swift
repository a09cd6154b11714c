import Accounts
import Basics
import Procedure
import Reform
import Registry

extension ChangeForm {
    /// The forms that a department's contact files for its own bodies.
    package static let forContacts: [ChangeForm] = all.filter {
        ["headcount-use", "enrol-new", "enrol", "leave"].contains($0.code)
    }
}

extension Desk {
    /// Files a request of a department for its own bodies (用编申请等): a motion that its contact drafted. A clerk takes it
    /// on, others review and decide it.
    /// - Parameters:
    ///   - reach: the bodies that whoever files it answers for.
    ///   - number: their own motion that is filed again, mended; nil for a new one.
    @discardableResult
    package mutating func fileRequest(
        _ draft: DailyDraft, by organ: String, within reach: Reach, again number: Int? = nil, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        let written = WrittenDaily(draft)
        try permitRequest(written, within: reach)
        if let number, try !motion(number).drafters.contains(stroke.officer) {
            throw OfficeFailure(
                .refusal, "not-drafter", zh: "只能修改本人申报的动议件。", en: "Only who filed a motion files it again.")
        }
        return try openMotion(.daily(written), by: organ, again: number, isRequest: true, stroke)
    }

    /// Refuses what a contact can't file: the office's forms, and what is about others than the bodies they answer for. What
    /// would come of that is not theirs to see either.
    package func permitRequest(_ written: WrittenDaily, within reach: Reach) throws(OfficeFailure) {
        if let other = written.draft.forms.first(where: { filled in
            !ChangeForm.forContacts.contains { $0.code == filled.code }
        }) {
            let name = ChangeForm.form(other.code)?.name ?? Wording(zh: other.code, en: other.code)
            throw OfficeFailure(
                .refusal, "not-for-contacts", zh: "“\(name.zh)”由编办办理，部门联络员不能申报。",
                en: "“\(name.en)” is the office's to draft, not a contact's.")
        }
        let expansion = try expandDaily(written)
        try requireNoProblem(expansion.problems, of: written)
        guard reach.holds(expansion.all.lineages(in: expansion.before)) else {
            throw OfficeFailure(
                .refusal, "out-of-reach", zh: "只能为本部门及所属机构申报。", en: "A contact files for their own bodies only.")
        }
    }

    /// Takes on what a contact filed (受理): the same forms, against the register as it is now. Whoever takes it on is one of
    /// its drafters from then on. What is filed again, mended, is taken on again.
    @discardableResult
    package mutating func takeOnRequest(
        _ number: Int, by organ: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        let motion = try motion(number)
        guard case .daily(let written) = try paper(of: motion) else {
            throw OfficeFailure(
                .refusal, "not-daily", zh: "第\(number)号动议件不是日常事项。", en: "Motion \(number) is no daily work.")
        }
        guard motion.isRequest else {
            throw OfficeFailure(
                .refusal, "taken-on", zh: "本件已受理，或不是部门申报的。",
                en: "It is taken on already, or no department filed it.")
        }
        if motion.isReturned { throw OfficeFailure(MotionRefusal.returned, by: nil) }
        let old = written.draft
        var writer = CanonicalWriter()
        writer.identifier(old.seed)
        let renewed = DailyDraft(
            title: old.title, day: old.day, reform: old.reform, against: history.position,
            seed: Identifier(drawnFrom: writer), forms: old.forms)
        return try openMotion(.daily(WrittenDaily(renewed)), by: organ, again: number, stroke)
    }
}

extension [Change] {
    /// The bodies that changes are about, each with whoever supervises it; people are where they have a place. Nil where
    /// they are about more than bodies, or about none.
    func lineages(in before: Register) -> Set<Set<Institution.ID>>? {
        var lineages: Set<Set<Institution.ID>> = []
        var register = before
        for change in self {
            guard let bodies = change.bodies(in: register) else { return nil }
            for body in bodies { lineages.insert(register.lineage(of: body)) }
            register.suppose(change)
        }
        return lineages.isEmpty ? nil : lineages
    }
}

extension Register {
    /// A body and those above it.
    fileprivate func lineage(of body: Institution.ID) -> Set<Institution.ID> {
        var lineage: Set<Institution.ID> = []
        var next: Institution.ID? = body
        while let current = next, lineage.insert(current).inserted {
            next = institutions[current]?.profile.supervisor
        }
        return lineage
    }
}

extension Reach {
    /// Whether all of these are within it: of each, the body itself or one above it.
    func holds(_ lineages: Set<Set<Institution.ID>>?) -> Bool {
        guard let lineages else { return false }
        return switch self {
        case .nowhere: false
        case .everywhere: true
        case .bodies(let own): lineages.allSatisfy { !own.isDisjoint(with: $0) }
        }
    }
}

extension Change {
    /// The bodies that a change is about; nil where it is about none and everybody.
    fileprivate func bodies(in register: Register) -> [Institution.ID]? {
        func of(_ person: Person.ID) -> [Institution.ID] { register.people[person]?.places.map(\.institution) ?? [] }
        switch self {
        case .registerPerson: return []
        case .enrol(let person, let place): return of(person) + [place.institution]
        case .leave(let person, let body, _, _): return of(person) + [body]
        default:
            let touched = Footprint(of: [self], in: register)
            let isOfBodies = touched.accounts.allSatisfy { $0.holder.institution != nil }
            return isOfBodies && !touched.bodies.isEmpty ? Array(touched.bodies) : nil
        }
    }
}
