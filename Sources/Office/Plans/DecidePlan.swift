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
    /// apply is not decided; nor is one that was shown with another outcome than `expected`.
    /// - Parameters:
    ///   - written: the plan as the clerk wrote it.
    ///   - expected: the digest of the register that was shown when it was tried, if that is to be held to.
    @discardableResult
    package mutating func decidePlan(
        _ written: WrittenPlan, document words: DocumentWords, drafter: Officer.ID, deciders: [Officer.ID],
        expecting expected: Digest? = nil, from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> Decision {
        var plan = written.plan
        let reason = try storing { () throws(StorageFailure) in
            try journal.vault.seal(written.text, as: .reason, for: jurisdiction)
        }
        plan.reason = reason.digest
        let outcome = tryPlan(plan, at: instant)
        if let failed = outcome.steps.first(where: { $0.problem != nil }), let problem = failed.problem {
            throw OfficeFailure(
                .refusal, problem.code,
                zh: "方案未全部可行,不能决定。第\(failed.step.line)行:\(problem.wording.zh)",
                en:
                    "Not every step applies, so the plan can't be decided. Line \(failed.step.line): \(problem.wording.en)"
            )
        }
        if let refusal = outcome.refusal { throw OfficeFailure(refusal, in: outcome.before) }
        let simulated = outcome.after.digest
        if let expected, expected != simulated {
            throw OfficeFailure(
                .refusal, "outcome-moved",
                zh: "推演之后台账已有变动,结果与当时所见不同。请重新推演后再决定。",
                en: "The register has changed since the plan was tried, and the outcome is another. Try it again first."
            )
        }
        let (document, title) = try document(words)
        let act = Act(
            command: Identifier(from: &source), document: document, basis: .plan, reform: plan.reform,
            drafter: drafter, deciders: deciders, plan: plan.digest, reason: reason.digest,
            changes: outcome.changes.map { DatedChange(plan.day, $0) })
        let entry = try record(act, sealing: title + [reason], at: instant)
        let enacted = history.register(on: plan.day).digest
        return Decision(entry: entry, outcome: outcome, digest: enacted)
    }
}
