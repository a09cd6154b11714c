import Basics

/// What is looked for in the audit (审计检索). Everything that is set must hold.
package struct AuditQuery: Hashable, Sendable {
    /// Whose records.
    package var actor: AccountRow.ID?
    /// Of which actions.
    package var actions: Set<UInt8> = []
    /// How they ended.
    package var outcomes: Set<UInt8> = []
    /// What they have in common.
    package var about: Digest?
    /// From this moment on.
    package var from: Instant?
    /// Before this moment.
    package var until: Instant?
    /// Before this position: where a page left off.
    package var before: Int?

    /// All records.
    package init() {}
}

extension Journal {
    /// Looks at the records that a query asks for, the last first, until enough was seen.
    /// - Parameter body: says whether it wants another.
    package func audit(
        of jurisdiction: String, _ query: AuditQuery, _ body: (AuditRow) -> Bool
    ) throws(StorageFailure) {
        var query = query
        // In parts, since who has seen enough can't stop the database in the middle of an answer.
        var part = 128
        while true {
            let rows = try read { db in try db.auditRows(of: jurisdiction, query, most: part) }
            for row in rows {
                let opened = try row.opened(by: self.vault)
                guard body(opened) else { return }
            }
            guard rows.count == part, let last = rows.last else { return }
            query.before = last.position
            part = 1024
        }
    }

    /// When tries failed since the last that did not: records about one thing and of one action, by how they ended. Others
    /// between them say nothing. No more than 32, the last first.
    package func tries(
        about: Digest, action: UInt8, failed: UInt8, done: UInt8, since instant: Instant, in jurisdiction: String
    ) throws(StorageFailure) -> [Instant] {
        try read { db in
            let last = try db.highest(
                """
                SELECT max(position) FROM audit
                WHERE jurisdiction = ? AND about = ? AND action = ? AND outcome = ?
                """,
                jurisdiction, about, action, done)
            return try db.rows(
                """
                SELECT recorded FROM audit
                WHERE jurisdiction = ? AND about = ? AND action = ? AND outcome = ? AND position > ? AND recorded >= ?
                ORDER BY position DESC LIMIT 32
                """,
                jurisdiction, about, action, failed, last, instant.milliseconds
            ).map { Instant(milliseconds: try $0.int64(0)) }
        }
    }
}

/// A row of the audit, its words still sealed.
struct SealedAuditRow {
    let position: Int
    let recorded: Instant
    let actor: AccountRow.ID?
    let action: UInt8
    let outcome: UInt8
    let about: Digest?
    let text: SealedText
    let digest: Digest

    func opened(by vault: Vault) throws(StorageFailure) -> AuditRow {
        AuditRow(
            position: position, recorded: recorded, actor: actor, action: action, outcome: outcome, about: about,
            text: try vault.open(text), digest: digest)
    }
}

extension Connection {
    fileprivate func auditRows(
        of jurisdiction: String, _ query: AuditQuery, most: Int
    ) throws -> [SealedAuditRow] {
        var conditions = ["jurisdiction = ?"]
        var arguments = [jurisdiction.value]
        func require(_ condition: String, _ value: (any SQLArgument)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments.append(value.value)
        }
        require("actor = ?", query.actor)
        require("about = ?", query.about)
        require("recorded >= ?", query.from?.milliseconds)
        require("recorded < ?", query.until?.milliseconds)
        require("position < ?", query.before)
        for (column, codes) in [("action", query.actions), ("outcome", query.outcomes)] where !codes.isEmpty {
            conditions.append("\(column) IN (\(codes.sorted().map(String.init).joined(separator: ", ")))")
        }
        var rows: [SealedAuditRow] = []
        try forEach(
            """
            SELECT position, recorded, actor, action, outcome, about, content, box, digest FROM audit
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY position DESC LIMIT \(most)
            """,
            arguments
        ) { row in
            rows.append(
                SealedAuditRow(
                    position: try row.integer(0), recorded: Instant(milliseconds: try row.int64(1)),
                    actor: row.isNull(2) ? nil : try row.identifier(2), action: try row.byte(3),
                    outcome: try row.byte(4), about: row.isNull(5) ? nil : try row.digest(5),
                    text: SealedText(
                        jurisdiction: jurisdiction, digest: try row.digest(6), kind: .audit, box: try row.bytes(7)),
                    digest: try row.digest(8)))
        }
        return rows
    }
}
