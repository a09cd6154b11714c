import Basics
import Papers
import Registry
import Storage

extension Desk {
    /// Decides a draft of daily work: records exactly what trying it shows, or refuses.
    ///
    /// The draft's text stands sealed beside the journal as the reason of the Act, and personal data each for itself.
    /// - Parameter expected: the digest that was shown when it was tried; with another one now it is not decided.
    @discardableResult
    mutating func decideDaily(
        _ written: WrittenDaily, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        expecting expected: Digest? = nil, from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        guard !deciders.isEmpty else { throw OfficeFailure(Refusal.fourEyes, in: register) }
        let day = written.draft.day
        let tried = try expandDaily(written)
        try requireNoProblem(tried.problems, of: written)
        if let expected, expected != tried.digest(on: day) {
            throw OfficeFailure(
                .refusal, "outcome-moved", zh: "检查之后台账已有变动，本件现在的结果与当时所见不同。请重新检查后再决定。",
                en: "What this draft comes to has changed since it was checked. Check it again before it is decided.")
        }
        let passage = try passGate(
            tried.asked, moved: written.text, decided: words.decided, by: deciders, at: instant)
        let reason = try storing { () throws(StorageFailure) in
            try journal.vault.seal(written.text, as: .reason, for: jurisdiction)
        }
        let (sealed, tokens) = try sealPersonal(tried.personal)
        let digests = Dictionary(
            zip(tried.personal, sealed).map { ($0.0, $0.1.digest) }, uniquingKeysWith: { first, _ in first })
        let seals = Seals(reason: reason.digest) { sealing, _ in digests[sealing] ?? .none }
        let changes = DailyExpansion(written, in: history, seals: seals).all
        let (document, title) = try document(words)
        let act = Act(
            command: Identifier(from: &source), document: document, basis: tried.basis, reform: written.draft.reform,
            drafter: drafter, deciders: deciders, attachments: passage.attachments, rules: passage.rules,
            reason: reason.digest, changes: changes.map { DatedChange(day, $0) })
        return try record(act, sealing: title + [reason] + sealed, tokens: tokens, at: instant)
    }

    /// Throws where something is wrong with a form of a draft.
    func requireNoProblem(_ problems: [FieldProblem], of written: WrittenDaily) throws(OfficeFailure) {
        guard let problem = problems.first else { return }
        let filled = written.draft.forms[problem.form]
        let form = ChangeForm.form(filled.code)
        let name = form?.name ?? Wording(zh: filled.code, en: filled.code)
        let field = problem.field.flatMap { form?.item($0)?.label }
        throw OfficeFailure(
            .input, problem.code,
            zh: "第\(problem.form + 1)项“\(name.zh)”\(field.map { "的“\($0.zh)”" } ?? "")：\(problem.wording.zh)",
            en: "Form \(problem.form + 1), \(name.en)\(field.map { ", \($0.en)" } ?? ""): \(problem.wording.en)")
    }

    /// Seals each person's data, with the record as it was filled up by what is said now; numbers are found by their token.
    private func sealPersonal(
        _ sealings: [PersonalSealing]
    ) throws(OfficeFailure) -> (sealed: [SealedText], tokens: [TokenEntry]) {
        var sealed: [SealedText] = []
        var tokens: [TokenEntry] = []
        var records: [Person.ID: PersonalRecord] = [:]
        for sealing in sealings {
            var record = records[sealing.person]
            if record == nil, !sealing.isNew { record = try personalRecord(of: sealing.person) }
            let edited = sealing.edit.applied(to: record)
            records[sealing.person] = edited
            try storing { () throws(StorageFailure) in
                sealed.append(try journal.vault.seal(edited.text, as: .personal, for: jurisdiction))
            }
            if let number = sealing.edit.number, number != record?.number {
                let token = journal.vault.token(.identityNumber, number, in: jurisdiction)
                tokens.append(TokenEntry(token, of: sealing.person))
            }
        }
        return (sealed, tokens)
    }

    private func personalRecord(of person: Person.ID) throws(OfficeFailure) -> PersonalRecord? {
        guard let digest = register.people[person]?.personal else { return nil }
        let text = try storing { () throws(StorageFailure) in try journal.text(of: digest, in: jurisdiction) }
        if case .text(let text) = text { return PersonalRecord(text) }
        return nil
    }
}
