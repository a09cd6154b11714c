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
        return try openMotion(.daily(written), by: organ, again: number, stroke)
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
        guard expansion.all.areWithin(reach, in: expansion.before) else {
            throw OfficeFailure(
                .refusal, "out-of-reach", zh: "只能为本部门及所属机构申报。", en: "A contact files for their own bodies only.")
        }
    }

    /// Takes on what a contact filed (受理): the same forms, against the register as it is now. Whoever takes it on is one of
    /// its drafters from then on.
    @discardableResult
    package mutating func takeOnRequest(
        _ number: Int, by organ: String, _ stroke: MotionStroke
    ) throws(OfficeFailure) -> Motion {
        let motion = try motion(number)
        guard case .daily(let written) = try paper(of: motion) else {
            throw OfficeFailure(
                .refusal, "not-daily", zh: "第\(number)号动议件不是日常事项。", en: "Motion \(number) is no daily work.")
        }
        guard !motion.drafters.contains(stroke.officer) else {
            throw OfficeFailure(.refusal, "taken-on", zh: "您已是本件经办人。", en: "You are a drafter of it already.")
        }
        let old = written.draft
        var writer = CanonicalWriter()
        writer.identifier(old.seed)
        let renewed = DailyDraft(
            title: old.title, day: old.day, reform: old.reform, against: history.position,
            seed: Identifier(drawnFrom: writer), forms: old.forms)
        return try openMotion(.daily(WrittenDaily(renewed)), by: organ, again: number, stroke)
    }

    /// The motions of daily work that are about nothing but bodies within reach, or that an officer drafted: what a
    /// department's contact sees of them, the last moved first.
    package func requests(
        within reach: Reach, of officer: Officer.ID, at instant: Instant
    ) throws(OfficeFailure) -> [MotionStanding] {
        try listMotions(at: instant).filter { standing in
            guard case .daily(let written)? = standing.paper else { return false }
            if standing.motion.drafters.contains(officer) { return true }
            guard let position = standing.motion.enactment?.position else {
                let expansion = DailyExpansion(written, in: history)
                return expansion.all.areWithin(reach, in: expansion.before)
            }
            let before = history.known(at: position - 1).register(on: written.draft.day)
            return history.entries[position - 1].act.changes.map(\.change).areWithin(reach, in: before)
        }
    }
}

extension [Change] {
    /// Whether all that changes are about is within reach; people are where they have a place. What is about no body is not.
    fileprivate func areWithin(_ reach: Reach, in before: Register) -> Bool {
        guard !isEmpty else { return false }
        var register = before
        for change in self {
            guard let bodies = change.bodies(in: register), bodies.allSatisfy({ reach.holds($0, in: register) }) else {
                return false
            }
            register.suppose(change)
        }
        return true
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
