import Basics
import Reform
import Registry
import Storage

extension Desk {
    /// Drafts the undoing of a decided Act as a counter-Act on a day, checked against what happened since.
    /// - Parameters:
    ///   - steps: the steps of the plan to undo, from 1; all of them when empty.
    ///   - reason: the digest under which the reason stands sealed; needed only where duties are dropped again.
    package func draftCounter(
        to position: Int, steps: [Int] = [], on day: Day, reason: Digest = .none, at instant: Instant
    ) throws(OfficeFailure) -> Counter {
        guard history.entries.indices.contains(position - 1) else {
            throw OfficeFailure(
                .input, "unknown-position", zh: "没有第\(position)号决定。用 sanding log 查看。",
                en: "There is no Act \(position). See sanding log.")
        }
        let entry = history.entries[position - 1]
        guard entry.act.basis == .plan || entry.act.basis == .counter, let planned = entry.act.changes.first?.day,
            entry.act.changes.allSatisfy({ $0.day == planned })
        else {
            throw OfficeFailure(
                .input, "not-a-plan", zh: "第\(position)号决定不是改革方案，不能整体撤回；请用更正决定。",
                en: "Act \(position) is no decided plan and can't be undone whole; correct it by a further Act.")
        }
        let standing = entry.act.plan.map { history.progress(of: $0).positions } ?? []
        if entry.act.basis == .plan {
            guard standing.contains(position) else {
                let last = history.entries.last { $0.act.plan == entry.act.plan && $0.act.basis == .counter }
                throw OfficeFailure(
                    .refusal, "already-undone",
                    zh: "第\(position)号决定已由第\(last?.position ?? position)号决定撤回。",
                    en: "Act \(position) was undone by Act \(last?.position ?? position) already.")
            }
            guard standing.last == position || !steps.isEmpty else {
                throw OfficeFailure(
                    .refusal, "later-wave-stands",
                    zh: "方案的后一波已由第\(standing.last ?? position)号决定施行，请先撤回后一波。",
                    en: "A later wave of the plan was carried out by Act \(standing.last ?? position). Undo that first."
                )
            }
        }
        guard day >= planned else {
            throw OfficeFailure(
                .input, "before-plan", zh: "撤回日期不能早于方案施行日 \(planned)。",
                en: "It can't be undone before the day it took effect, \(planned).")
        }
        return counter(
            entry, before: history.known(at: position - 1).register(on: planned), now: history.register(on: day),
            on: day, recorded: max(instant, history.lastRecorded ?? instant).officeDay, at: history.position + 1,
            reason: reason, part: steps.isEmpty ? nil : try changes(ofSteps: steps, at: position))
    }

    /// Decides the undoing of a decided Act; refuses when a part of it can no longer be undone.
    package mutating func undo(
        _ written: WrittenCounter, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Entry {
        let reason = try storing { () throws(StorageFailure) in
            try journal.vault.seal(written.reason, as: .reason, for: jurisdiction)
        }
        let (position, day) = (written.position, written.day)
        let draft = try draftCounter(
            to: position, steps: written.steps, on: day, reason: reason.digest, at: instant)
        if let lost = draft.lost.first { throw OfficeFailure(lost.reason, in: register) }
        let passage = try passGate(
            [(changes: draft.changes, register: history.register(on: day))], moved: written.text,
            decided: words.decided, by: deciders, at: instant)
        let (document, title) = try document(words)
        let act = Act(
            command: Identifier(from: &source), document: document, basis: .counter,
            reform: history.entries[position - 1].act.reform, drafter: drafter, deciders: deciders,
            attachments: passage.attachments,
            // A plan of which only a part is undone still stands.
            plan: written.steps.isEmpty ? history.entries[position - 1].act.plan : nil, rules: passage.rules,
            reason: reason.digest, changes: draft.changes.map { DatedChange(day, $0) })
        return try record(act, sealing: title + [reason], at: instant)
    }
}
