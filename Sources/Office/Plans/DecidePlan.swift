import Basics
import Diagnosis
import Reform
import Registry
import Storage

/// What a decision brought about.
package struct Decision: Sendable {
    /// The entry.
    package let entry: Entry
    /// What was simulated, and is now in force.
    package let outcome: Outcome
    /// The digest of the register on the plan's day, the same as simulated.
    package let digest: Digest
}

extension Desk {
    /// Decides a plan: enacts exactly what trying it shows, or refuses.
    ///
    /// The plan's text stands sealed beside the journal as the reason of the Act. A plan of which a step does not
    /// apply is not decided; nor is one that was shown with another outcome than `expected`. Of a plan in waves the
    /// first is enacted and what the later ones need put aside, in one Act.
    /// - Parameters:
    ///   - written: the plan as the clerk wrote it.
    ///   - expected: the digest of the plan's footprint that was shown when it was tried, or that of the whole register
    ///     after it, if that is to be held to. Work that touches nothing the plan read leaves the former as it is.
    @discardableResult
    package mutating func decidePlan(
        _ written: WrittenPlan, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        expecting expected: Digest? = nil, from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Decision {
        var plan = written.plan
        guard !hasOpenConflicts(written.text) else {
            throw OfficeFailure(
                .refusal, "open-conflicts", zh: "方案中还有合并时未处理的冲突（\(conflictMark)）。请逐项选定并删去标记。",
                en: "The plan still has conflicts from a merge (\(conflictMark)). Settle each and take the marks out.")
        }
        let reason = try storing { () throws(StorageFailure) in
            try journal.vault.seal(written.text, as: .reason, for: jurisdiction)
        }
        plan.reason = reason.digest
        let outcome = tryPlan(plan, at: instant)
        try requireApplies(outcome)
        if let expected { try requireUnmoved(outcome, since: expected) }
        let passage = try passGate(
            outcome.waves.map { (changes: $0.changes, register: $0.before) }, moved: written.text,
            decided: words.decided, by: deciders, at: instant)
        let (document, title) = try document(words)
        let act = Act(
            command: Identifier(from: &source), document: document, basis: .plan, reform: plan.reform,
            drafter: drafter, deciders: deciders, attachments: passage.attachments, plan: plan.digest,
            rules: passage.rules, reason: reason.digest,
            changes: outcome.changes.map { DatedChange(plan.day, $0) })
        let entry = try record(act, sealing: title + [reason], at: instant)
        let enacted = history.register(on: plan.day).digest
        return Decision(entry: entry, outcome: outcome, digest: enacted)
    }

    /// Throws unless every step of every wave applies and the whole may be.
    func requireApplies(_ outcome: Outcome) throws(OfficeFailure) {
        for wave in outcome.waves {
            if let failed = wave.steps.first(where: { $0.problem != nil }), let problem = failed.problem {
                throw OfficeFailure(
                    .refusal, problem.code,
                    zh: "方案未全部可行，不能决定。第\(failed.step.line)行：\(problem.wording.zh)",
                    en: "Not every step applies, so the plan can't be decided. Line \(failed.step.line): "
                        + problem.wording.en)
            }
            if let refusal = wave.refusal { throw OfficeFailure(refusal, in: wave.before) }
        }
    }

    /// Throws unless the outcome is the one that was shown under this digest.
    func requireUnmoved(_ outcome: Outcome, since expected: Digest) throws(OfficeFailure) {
        guard expected != outcome.after.digest, expected != outcome.footprintDigest else { return }
        throw OfficeFailure(
            .refusal, "outcome-moved",
            zh: "推演之后，方案涉及的机构、编制、人员或职责已有变动，结果与当时所见不同。请重新推演后再决定；用 sanding plan rebase 可逐步查看变化。",
            en: "What the plan reads or changes has moved since it was tried, and the outcome is another. Try it again "
                + "first; sanding plan rebase shows what moved, step by step.")
    }
}
