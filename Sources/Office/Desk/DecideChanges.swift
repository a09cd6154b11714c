import Basics
import Registry
import Storage

extension Desk {
    /// Records changes of daily work that somebody else than their drafter must decide, in effect on a day: rules that
    /// everybody is measured by, matters with who leads them. By whom, and after which steps, the competence table says.
    /// - Parameter text: the text that is adopted, which is kept beside the journal and may be that of a motion.
    mutating func decide(
        _ changes: [Change], adopting text: String? = nil, on day: Day, document words: DocumentWords,
        drafter: Officer.ID, deciders: [Officer.ID],
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        guard !deciders.isEmpty else { throw OfficeFailure(Refusal.fourEyes, in: register) }
        let passage = try passGate(
            [(changes: changes, register: history.register(on: day))], moved: text, decided: words.decided,
            by: deciders, at: instant)
        if let text { try storing { () throws(StorageFailure) in try journal.keepRules(text, in: jurisdiction) } }
        let (document, title) = try document(words)
        let act = Act(
            command: Identifier(from: &source), document: document, basis: .daily, drafter: drafter,
            deciders: deciders, attachments: passage.attachments, rules: passage.rules,
            changes: changes.map { DatedChange(day, $0) })
        return try record(act, sealing: title, at: instant)
    }
}
