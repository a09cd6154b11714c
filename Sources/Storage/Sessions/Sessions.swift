import Basics

/// Somebody signed in, or halfway there, as it is kept (会话): by the digest of a random token, so that whoever reads the
/// database can't be them.
package struct SessionRow: Hashable, Sendable {
    /// The digest of its token.
    package let token: Digest
    /// Whose.
    package let account: AccountRow.ID
    /// The version of the account that it is of.
    package let version: Int
    /// How far they have come, as a code that whoever keeps it gives a meaning to.
    package let stage: UInt8
    /// The step of the second factor it was opened with; nil without one.
    package let step: Int64?
    /// When it began.
    package let opened: Instant
    /// When it was last used, as far as that was written down.
    package var seen: Instant
    /// When it ended; nil while it goes on.
    package var ended: Instant?

    /// A session that begins.
    package init(
        token: Digest, account: AccountRow.ID, version: Int, stage: UInt8, step: Int64?, opened: Instant
    ) {
        self.init(
            token: token, account: account, version: version, stage: stage, step: step, opened: opened, seen: opened,
            ended: nil)
    }

    private init(
        token: Digest, account: AccountRow.ID, version: Int, stage: UInt8, step: Int64?, opened: Instant,
        seen: Instant, ended: Instant?
    ) {
        self.token = token
        self.account = account
        self.version = version
        self.stage = stage
        self.step = step
        self.opened = opened
        self.seen = seen
        self.ended = ended
    }

    fileprivate static let columns = "token, account, version, stage, step, opened, seen, ended"

    fileprivate init(_ row: SQLRow) throws {
        self.init(
            token: try row.digest(0), account: try row.identifier(1), version: try row.integer(2),
            stage: try row.byte(3), step: row.isNull(4) ? nil : try row.int64(4),
            opened: Instant(milliseconds: try row.int64(5)), seen: Instant(milliseconds: try row.int64(6)),
            ended: row.isNull(7) ? nil : Instant(milliseconds: try row.int64(7)))
    }
}

extension Journal {
    /// Opens a session, and ends the one it takes the place of. `codeUsed` where the account has a session of that step.
    package func open(
        _ session: SessionRow, inPlaceOf other: Digest? = nil, in jurisdiction: String
    ) throws(StorageFailure) {
        try write { db in
            if let other { try db.end([other], at: session.opened, in: jurisdiction) }
            let inserted = try db.execute(
                """
                INSERT INTO sessions (jurisdiction, token, account, version, stage, step, opened, seen)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                jurisdiction, session.token, session.account, session.version, session.stage, session.step,
                session.opened.milliseconds, session.seen.milliseconds)
            guard inserted == 1 else { throw StorageFailure.codeUsed }
        }
    }

    /// Ends sessions. Those that have ended stay as they are.
    package func end(_ sessions: [Digest], at instant: Instant, in jurisdiction: String) throws(StorageFailure) {
        try write { db in try db.end(sessions, at: instant, in: jurisdiction) }
    }

    /// Writes down when sessions were used last. Nobody has to answer for that.
    package func saw(_ sessions: [Digest: Instant], in jurisdiction: String) throws(StorageFailure) {
        guard !sessions.isEmpty else { return }
        try writeUnwitnessed { db in
            for (token, seen) in sessions.sorted(by: { $0.key < $1.key }) {
                try db.execute(
                    "UPDATE sessions SET seen = ? WHERE jurisdiction = ? AND token = ? AND seen < ? AND ended IS NULL",
                    seen.milliseconds, jurisdiction, token, seen.milliseconds)
            }
        }
    }

    /// The session of a token; nil where there never was one.
    package func session(_ token: Digest, in jurisdiction: String) throws(StorageFailure) -> SessionRow? {
        try read { db in
            try db.row(
                "SELECT \(SessionRow.columns) FROM sessions WHERE jurisdiction = ? AND token = ?", jurisdiction, token
            ).map(SessionRow.init)
        }
    }

    /// The sessions that go on and were used since a moment, the one used last first.
    package func openSessions(
        of jurisdiction: String, seenSince instant: Instant
    ) throws(StorageFailure) -> [SessionRow] {
        try read { db in
            try db.rows(
                """
                SELECT \(SessionRow.columns) FROM sessions
                WHERE jurisdiction = ? AND ended IS NULL AND seen >= ? ORDER BY seen DESC, token
                """,
                jurisdiction, instant.milliseconds
            ).map(SessionRow.init)
        }
    }

    /// The step of the second factor that an account used last; nil where it used none.
    package func lastStep(of account: AccountRow.ID, in jurisdiction: String) throws(StorageFailure) -> Int64? {
        try read { db in
            guard
                let row = try db.row(
                    "SELECT max(step) FROM sessions WHERE jurisdiction = ? AND account = ?", jurisdiction, account),
                !row.isNull(0)
            else { return nil }
            return try row.int64(0)
        }
    }
}

extension Connection {
    fileprivate func end(_ sessions: [Digest], at instant: Instant, in jurisdiction: String) throws {
        for token in sessions {
            try execute(
                "UPDATE sessions SET ended = ? WHERE jurisdiction = ? AND token = ? AND ended IS NULL",
                instant.milliseconds, jurisdiction, token)
        }
    }
}
