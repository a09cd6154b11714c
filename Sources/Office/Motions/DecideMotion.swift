import Basics
import Procedure
import Registry

extension Desk {
    /// Decides a motion, which enacts what it moves: exactly the text that was moved, drafted by whoever moved it. Refused
    /// while a step is missing.
    /// - Parameters:
    ///   - day: from which day rules or a table are gone by; the day of the document when nil. A plan and daily work have
    ///     their own.
    ///   - seen: the digest of the text that whoever decides was shown; nil where nobody showed one.
    ///   - expected: of daily work, the digest that trying it showed whoever decides.
    @discardableResult
    package mutating func decideMotion(
        _ number: Int, document words: DocumentWords, deciders: [Officer.ID], on day: Day? = nil,
        having seen: Digest? = nil, expecting expected: Digest? = nil, from source: inout some RandomNumberGenerator,
        at instant: Instant
    ) throws(OfficeFailure) -> (entry: Entry, motion: Motion) {
        let motion = try motion(number)
        try requireSeen(seen, of: motion)
        // A motion that can't be decided any more is not taken for another on the same text.
        do throws(MotionRefusal) {
            try motion.permitDecision(by: deciders, decided: words.decided, needing: nil)
        } catch { throw OfficeFailure(error, by: nil) }
        let entry: Entry
        switch try paper(of: motion) {
        case .plan(let written):
            entry = try decidePlan(
                written, document: words, drafter: motion.drafter, deciders: deciders, from: &source, at: instant
            ).entry
        case .rules(let written):
            entry = try adoptRules(
                written, on: day ?? words.decided, document: words, drafter: motion.drafter, deciders: deciders,
                from: &source, at: instant)
        case .competence(let text, _):
            entry = try adoptCompetence(
                text, on: day ?? words.decided, document: words, drafter: motion.drafter, deciders: deciders,
                from: &source, at: instant
            ).entry
        case .counter(let written):
            entry = try undo(
                written, document: words, drafter: motion.drafter, deciders: deciders, from: &source, at: instant)
        case .wave(let written):
            // Who decided it saw what it differs by: that is what was moved.
            entry = try decideWave(
                of: decidedPlan(at: written.position), on: written.day, document: words, drafter: motion.drafter,
                deciders: deciders, isConfirmed: true, expecting: written.expected, from: &source, at: instant
            ).entry
        case .daily(let written):
            entry = try decideDaily(
                written, document: words, drafter: motion.drafter, deciders: deciders, expecting: expected,
                from: &source, at: instant)
        }
        return (entry, try self.motion(number))
    }
}
