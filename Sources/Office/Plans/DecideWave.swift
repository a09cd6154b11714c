import Basics
import Diagnosis
import Reform
import Registry
import Storage

extension Desk {
    /// Looks at the next wave of a decided plan against the register of now.
    /// - Parameter day: the day it would take effect; the day of the plan when nil.
    package func reviewWave(
        of decided: DecidedPlan, on day: Day? = nil, at instant: Instant
    ) throws(OfficeFailure) -> WaveReview {
        guard let wave = decided.nextWave else {
            throw OfficeFailure(
                .input, "no-wave-left", zh: "方案“\(decided.plan.name)”的各波均已施行。",
                en: "Every wave of the plan “\(decided.plan.name)” was carried out.")
        }
        let planned = decided.plan.waves[wave].day
        guard day.map({ $0 >= planned }) ?? true else {
            throw OfficeFailure(
                .input, "before-wave", zh: "施行日期不能早于方案写明的 \(planned)。",
                en: "It can't take effect before the day the plan says, \(planned).")
        }
        return review(
            decided.plan, wave: wave, decided: decided.entry, in: history, on: day ?? planned,
            recorded: today(at: instant)
        ) { register, _ in diagnose(register) }
    }

    /// Carries out the next wave of a decided plan, exactly as reviewing it shows.
    ///
    /// What differs by people's coming and going alone has to be confirmed. What differs otherwise goes back for
    /// decision: on a document of its own, and held to what was shown.
    /// - Parameters:
    ///   - words: the document it stands on; the one that decided the plan when nil.
    ///   - isConfirmed: an official has looked at the differences and at what only they can tell.
    ///   - expected: the digest that reviewing showed, if that is to be held to.
    package mutating func decideWave(
        of decided: DecidedPlan, on day: Day? = nil, document words: DocumentWords? = nil, drafter: Officer.ID,
        deciders: [Officer.ID], isConfirmed: Bool = false, expecting expected: Digest? = nil,
        from source: inout some RandomNumberGenerator, at instant: Instant
    ) throws(OfficeFailure) -> (entry: Entry, review: WaveReview) {
        let review = try reviewWave(of: decided, on: day, at: instant)
        guard review.outcome.day <= today(at: instant) else {
            throw OfficeFailure(
                .refusal, "wave-not-due", zh: "第\(review.wave + 1)波到 \(review.outcome.day) 才施行，现在只能查看。",
                en:
                    "Wave \(review.wave + 1) takes effect on \(review.outcome.day); until then it can only be looked at."
            )
        }
        try requireMet(review)
        try requireApplies(review.outcome)
        let isNewDecision = words.map { $0.citation != decided.entry.act.document.citation } ?? false
        if review.standing == .moved, !isNewDecision || expected == nil { throw moved(review) }
        let asks = review.standing == .toConfirm || review.conditions.contains { $0.state == .toConfirm }
        guard isConfirmed || !asks else { throw unconfirmed(review) }
        if let expected { try requireUnmoved(review.outcome, since: expected) }
        // The decision of the plan passed the gate with all its waves; what goes back for decision passes it again.
        var passage = Passage()
        if let words, isNewDecision {
            let written = WrittenWave(
                of: decided.entry.position, on: review.outcome.day,
                expecting: expected ?? review.outcome.footprintDigest)
            passage = try passGate(
                [(changes: review.outcome.changes, register: review.outcome.before)], moved: written.text,
                decided: words.decided, by: deciders, at: instant)
        }
        var document = decided.entry.act.document
        var title: [SealedText] = []
        if let words { (document, title) = try self.document(words) }
        let act = Act(
            command: Identifier(from: &source), document: document, basis: .plan, reform: decided.plan.reform,
            drafter: drafter, deciders: deciders, attachments: passage.attachments, plan: decided.plan.digest,
            rules: passage.rules, reason: decided.plan.reason,
            changes: review.outcome.changes.map { DatedChange(review.outcome.day, $0) })
        return (try record(act, sealing: title, at: instant), review)
    }

    private func requireMet(_ review: WaveReview) throws(OfficeFailure) {
        let unmet = review.conditions.filter { $0.state == .unmet }.map(\.condition.wording)
        guard unmet.isEmpty else {
            throw OfficeFailure(
                .refusal, "condition-unmet",
                zh: "条件尚不具备：\(unmet.map(\.zh).joined(separator: "；"))。具备后再办理，或另拟方案。",
                en:
                    "Not yet: \(unmet.map(\.en).joined(separator: "; ")). Carry it out when it is so, or draft another plan."
            )
        }
    }

    private func moved(_ review: WaveReview) -> OfficeFailure {
        let zh = review.unexplained.map { "第\($0.step.line)行\($0.wording.zh)" }.joined(separator: "；")
        let en = review.unexplained.map { "line \($0.step.line) \($0.wording.en)" }.joined(separator: "; ")
        return OfficeFailure(
            .refusal, "wave-moved",
            zh:
                "与决定时不同，且不只是人员进出所致，须送回决定：\(zh)。另行决定请用新的文号（--document）并写明 --expecting \(review.outcome.footprintDigest)。",
            en:
                "It differs from what was decided by more than people's coming and going and goes back for decision: \(en). "
                + "To decide it as it is now, give a document of its own (--document) and "
                + "--expecting \(review.outcome.footprintDigest).")
    }

    private func unconfirmed(_ review: WaveReview) -> OfficeFailure {
        let differing = review.steps.filter { !$0.isUnchanged }
        let asked = review.conditions.filter { $0.state == .toConfirm }.map(\.condition.wording)
        let zh = differing.map { "第\($0.step.line)行\($0.wording.zh)" } + asked.map { "条件“\($0.zh)”" }
        let en = differing.map { "line \($0.step.line) \($0.wording.en)" } + asked.map { "condition “\($0.en)”" }
        return OfficeFailure(
            .refusal, "wave-to-confirm", zh: "请核对后确认（--confirm）：\(zh.joined(separator: "；"))。",
            en: "Look at this and confirm it (--confirm): \(en.joined(separator: "; ")).")
    }
}
