import Basics
import Norms
import Papers
import Registry
import Storage

extension Desk {
    /// Adopts a rule pack from a day on (采用规则包), by a decision that cites the office's document. A text under a code
    /// that is adopted already takes the place of the one before.
    /// - Parameter text: the pack's file, which is kept beside the journal.
    @discardableResult
    package mutating func adoptRules(
        _ text: String, on day: Day, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> (entry: Entry, pack: RulePack) {
        let read = readRulePack(text)
        guard let pack = read.pack else { throw OfficeFailure(read.faults) }
        try storing { () throws(StorageFailure) in try journal.keepRules(text, in: jurisdiction) }
        let entry = try decide(
            .adoptRules(pack.code, pack.digest), on: day, document: words, drafter: drafter, deciders: deciders,
            from: &source, at: instant)
        return (entry, pack)
    }

    /// Ends the adoption of a pack from a day on (停用规则包).
    @discardableResult
    package mutating func repealRules(
        _ code: String, on day: Day, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        try decide(
            .repealRules(code), on: day, document: words, drafter: drafter, deciders: deciders, from: &source,
            at: instant)
    }

    /// What everybody is measured by is decided by somebody else than its drafter, like a plan.
    private mutating func decide(
        _ change: Change, on day: Day, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        guard !deciders.isEmpty else { throw OfficeFailure(Refusal.fourEyes, in: register) }
        let (document, title) = try document(words)
        let act = Act(
            command: Identifier(from: &source), document: document, basis: .daily, drafter: drafter,
            deciders: deciders, changes: [DatedChange(day, change)])
        return try record(act, sealing: title, at: instant)
    }
}

extension OfficeFailure {
    /// A rule pack with errors: the first is told with its place, and how many there are.
    package init(_ faults: [PackFault]) {
        let errors = faults.filter { $0.severity == .error }
        let first = errors.first?.placed ?? Wording(zh: "无法读取", en: "it can't be read")
        self.init(
            .input, "faulty-rules",
            zh: "规则包有\(errors.count)处错误，未采用。\(first.zh)（用 sanding norms lint 查看全部。）",
            en:
                "The rule pack has \(errors.count) errors and is not adopted. \(first.en) (See all with sanding norms lint.)"
        )
    }
}
