import Basics
import Registry

extension Desk {
    /// Records changes of daily work that somebody else than their drafter must decide, in effect on a day: rules that
    /// everybody is measured by, matters with who leads them.
    mutating func decide(
        _ changes: [Change], on day: Day, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        guard !deciders.isEmpty else { throw OfficeFailure(Refusal.fourEyes, in: register) }
        let (document, title) = try document(words)
        let act = Act(
            command: Identifier(from: &source), document: document, basis: .daily, drafter: drafter,
            deciders: deciders, changes: changes.map { DatedChange(day, $0) })
        return try record(act, sealing: title, at: instant)
    }
}
