import Basics
import Diagnosis
import Registry
import Storage

/// How a finding stands, as last decided.
package struct FindingState: Sendable {
    /// How.
    package let disposition: Disposition
    /// Why.
    package let reason: String?
    /// Who decided.
    package let officer: Officer.ID
    /// When.
    package let recorded: Instant
    /// Whether the finding says something else now than when it was decided.
    package let hasChanged: Bool

    /// In words: 不予处理（已有变化）.
    package var wording: Wording {
        let name = disposition.name
        return hasChanged ? Wording(zh: name.zh + "（已有变化）", en: name.en + " (changed since)") : name
    }

    /// Whether it need not be shown again: somebody dismissed just this.
    package var isSettled: Bool { disposition == .dismissed && !hasChanged }
}

extension Desk {
    /// What was decided about findings, by the text of their key; the last decision counts, the earlier ones stay.
    package func findingStates(of findings: [Finding]) throws(OfficeFailure) -> [Finding.Key: FindingState] {
        let last = try lastDecisions()
        let texts = try storing { () throws(StorageFailure) in
            try journal.texts(of: last.values.map(\.reason), in: jurisdiction)
        }
        var states: [Finding.Key: FindingState] = [:]
        for finding in findings {
            guard let decision = last[finding.key.description],
                let disposition = Disposition(rawValue: decision.state), disposition != .open
            else { continue }
            states[finding.key] = FindingState(
                disposition: disposition, reason: texts[decision.reason], officer: decision.officer,
                recorded: decision.recorded, hasChanged: decision.fingerprint != finding.mark)
        }
        return states
    }

    /// Pairs of duties that somebody found to be different matters, and that still stand in a register with the texts
    /// and the holders of then.
    package func differentDuties(in register: Register) throws(OfficeFailure) -> Set<DutyPair> {
        Set(
            try lastDecisions().values.compactMap { decision in
                guard decision.state == Disposition.dismissed.rawValue,
                    let pair = DutyPair(keyOfFinding: decision.finding),
                    Finding(overlapOf: pair, in: register)?.mark == decision.fingerprint
                else { return nil }
                return pair
            })
    }

    /// Decides about findings, each with the same reason: accepted, dismissed, taken into a plan, or open again.
    package mutating func decide(
        _ findings: [Finding], as disposition: Disposition, because reason: String, by officer: Officer.ID,
        at instant: Instant
    ) throws(OfficeFailure) {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw OfficeFailure(.input, "reason-missing", zh: "请写明理由。", en: "Say why.")
        }
        guard !findings.isEmpty else {
            throw OfficeFailure(.input, "nothing-to-do", zh: "没有选中任何问题。", en: "No finding is chosen.")
        }
        let sealed = try storing { () throws(StorageFailure) in
            try journal.vault.seal(reason, as: .reason, for: jurisdiction)
        }
        let met = introductions(of: [officer])
        let decisions = findings.map { finding in
            FindingDecision(
                finding: finding.key.description, state: disposition.rawValue, fingerprint: finding.mark,
                officer: officer, recorded: instant, reason: sealed.digest)
        }
        try storing { () throws(StorageFailure) in
            try journal.record(
                decisions, sealing: [sealed] + met.map(\.sealed), tokens: met.map(\.token), in: jurisdiction)
        }
        introduced([officer])
    }

    private func lastDecisions() throws(OfficeFailure) -> [String: FindingDecision] {
        let all = try storing { () throws(StorageFailure) in try journal.findingDecisions(of: jurisdiction) }
        return Dictionary(all.map { ($0.finding, $0) }) { $1 }
    }
}

extension Finding {
    /// The digest of what it says, by which a finding that was decided about is known to say the same.
    var mark: Digest { Digest(sha256: Array(fingerprint.utf8)) }

    /// A short text by which a person names it on the command line: the first eight digits of its key's digest.
    package var handle: String { String(Digest(sha256: Array(key.description.utf8)).description.prefix(8)) }
}
