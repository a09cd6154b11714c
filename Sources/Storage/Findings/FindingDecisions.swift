import Basics
import Registry

/// What was decided about a finding (问题处置): the last one of a finding says how it stands.
package struct FindingDecision: Hashable, Sendable {
    /// The stable text of the finding's key.
    package let finding: String
    /// How it stands, as a code that whoever keeps it gives a meaning to.
    package let state: UInt8
    /// The digest of what the finding said then.
    package let fingerprint: Digest
    /// Who decided.
    package let officer: Officer.ID
    /// When.
    package let recorded: Instant
    /// The digest of the reason, which stands sealed.
    package let reason: Digest

    /// A decision.
    package init(
        finding: String, state: UInt8, fingerprint: Digest, officer: Officer.ID, recorded: Instant, reason: Digest
    ) {
        self.finding = finding
        self.state = state
        self.fingerprint = fingerprint
        self.officer = officer
        self.recorded = recorded
        self.reason = reason
    }
}

extension Journal {
    /// Records decisions about findings, after all that are there; the texts of the reasons are sealed with them.
    package func record(
        _ decisions: [FindingDecision], sealing texts: [SealedText], tokens: [TokenEntry] = [],
        in jurisdiction: String
    ) throws(StorageFailure) {
        try write { db in
            try db.changeBeside(0, in: jurisdiction, envelope: self.envelope) {
                _ = try db.insert(texts, tokens: tokens, in: jurisdiction, at: 0)
            }
            var number = try db.highest(
                "SELECT max(number) FROM finding_decisions WHERE jurisdiction = ?", jurisdiction)
            for decision in decisions {
                number += 1
                try db.execute(
                    """
                    INSERT INTO finding_decisions
                        (jurisdiction, number, finding, state, fingerprint, officer, recorded, reason)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    jurisdiction, number, decision.finding, decision.state, decision.fingerprint, decision.officer,
                    decision.recorded.milliseconds, decision.reason)
            }
        }
    }

    /// Everything that was decided about findings, in the order in which it was.
    package func findingDecisions(of jurisdiction: String) throws(StorageFailure) -> [FindingDecision] {
        try read { db in
            try db.rows(
                """
                SELECT finding, state, fingerprint, officer, recorded, reason FROM finding_decisions
                WHERE jurisdiction = ? ORDER BY number
                """,
                jurisdiction
            ).map { row in
                FindingDecision(
                    finding: try row.text(0), state: try row.byte(1), fingerprint: try row.digest(2),
                    officer: try row.identifier(3), recorded: Instant(milliseconds: try row.int64(4)),
                    reason: try row.digest(5))
            }
        }
    }
}
