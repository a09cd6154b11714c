import Basics

extension Journal {
    /// Checks a jurisdiction's audit record by record, within one snapshot, and against what was written down outside where
    /// this journal does so: the last records taken away together with the head show only there. Empty when it is whole.
    package func checkAudit(of jurisdiction: String) throws(StorageFailure) -> [ChainFault] {
        // Read first: what is recorded meanwhile stands in the database before it stands outside.
        let outside = try digests?.lines().filter { $0.jurisdiction == jurisdiction && $0.chain == .audit } ?? []
        let walked = try read { db in
            var check = ChainCheck(jurisdiction: jurisdiction, vault: self.vault, envelope: self.envelope)
            try check.walkAudit(db)
            return check.faults
        }
        return walked + (try check(against: outside))
    }
}

extension ChainCheck {
    /// The audit in order, each record chained to the one before, its words openable, and the head where the last one is.
    mutating func walkAudit(_ db: any Connection) throws {
        var (last, previous) = (0, Digest.none)
        var moment = Int64.min
        try db.forEach(
            """
            SELECT position, recorded, command, actor, action, outcome, about, content, box, digest FROM audit
            WHERE jurisdiction = ? ORDER BY position
            """,
            jurisdiction
        ) { row in
            let record = ChainedNote(
                position: try row.integer(0), recorded: try row.int64(1), command: try row.bytes(2),
                actor: row.isNull(3) ? nil : try row.bytes(3), action: try row.byte(4), outcome: try row.byte(5),
                about: row.isNull(6) ? nil : try row.bytes(6), content: try row.bytes(7))
            if record.position != last + 1 { report(.auditAltered(last + 1), at: 0) }
            let digest = try row.digest(9)
            let text = SealedText(
                jurisdiction: jurisdiction, digest: try row.digest(7), kind: .audit, box: try row.bytes(8))
            if digest != record.digest(after: previous, in: jurisdiction, envelope) || record.recorded < moment
                || (try? vault.open(text)) == nil
            {
                report(.auditAltered(record.position), at: 0)
            }
            (last, previous, moment) = (record.position, digest, record.recorded)
        }
        let head = try db.row("SELECT position, digest FROM audit_heads WHERE jurisdiction = ?", jurisdiction)
        let (position, digest) = (try head?.integer(0) ?? 0, try head?.digest(1) ?? .none)
        if position != last || digest != previous { report(.auditAltered(min(position, last) + 1), at: 0) }
    }
}
