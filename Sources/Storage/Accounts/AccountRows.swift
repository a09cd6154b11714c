import Basics

/// One version of an account as it is kept (账号版本): who it is stands sealed.
package struct AccountRow: Hashable, Sendable {
    /// An account by a random identifier.
    package typealias ID = Identifier<AccountRow>

    /// The number of this version among those of all accounts of the jurisdiction, from 1 without gaps.
    package let number: Int
    /// Which account.
    package let account: ID
    /// Which version of it, from 1 without gaps.
    package let version: Int
    /// When it was made.
    package let recorded: Instant
    /// What it says, in the words of whoever keeps it.
    package let text: String
}

extension Journal {
    /// Keeps a version of an account if it is still the next one, and ends the sessions of the one before: `headMoved` when
    /// another came first, or when another account has the login or the name. Nothing of it stands in clear.
    package func record(
        _ text: String, version: Int, of account: AccountRow.ID, login: String, name: String, at instant: Instant,
        in jurisdiction: String
    ) throws(StorageFailure) {
        let sealed = try vault.seal(text, as: .account, for: jurisdiction)
        let tokens = [
            vault.token(.login, login, in: jurisdiction).value, vault.token(.officerName, name, in: jurisdiction).value,
        ]
        try write { db in
            // Versions of accounts come one after another, whoever makes them.
            try db.lockBeside(of: jurisdiction)
            let number =
                try db.highest("SELECT max(number) FROM accounts WHERE jurisdiction = ?", jurisdiction) + 1
            let last = try db.highest(
                "SELECT max(version) FROM accounts WHERE jurisdiction = ? AND account = ?", jurisdiction, account)
            guard version == last + 1 else { throw StorageFailure.headMoved(position: last) }
            try db.changeBeside(0, in: jurisdiction, envelope: self.envelope) {
                _ = try db.insert([sealed], tokens: [], in: jurisdiction, at: 0)
            }
            let inserted = try db.execute(
                """
                INSERT INTO accounts (jurisdiction, number, account, version, login, name, recorded, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                jurisdiction, number, account, version, tokens[0], tokens[1], instant.milliseconds, sealed.digest)
            guard inserted == 1 else { throw StorageFailure.headMoved(position: last) }
            try db.execute(
                "UPDATE sessions SET ended = ? WHERE jurisdiction = ? AND account = ? AND ended IS NULL",
                instant.milliseconds, jurisdiction, account)
        }
    }

    /// The versions of accounts after a number, in order.
    package func accounts(of jurisdiction: String, after number: Int = 0) throws(StorageFailure) -> [AccountRow] {
        let rows = try read { db in
            try db.rows(
                """
                SELECT a.number, a.account, a.version, a.recorded, a.content, s.box FROM accounts a
                JOIN sealed s ON s.jurisdiction = a.jurisdiction AND s.digest = a.content
                WHERE a.jurisdiction = ? AND a.number > ? AND s.box IS NOT NULL ORDER BY a.number
                """,
                jurisdiction, number)
        }
        var accounts: [AccountRow] = []
        do {
            for row in rows {
                let sealed = SealedText(
                    jurisdiction: jurisdiction, digest: try row.digest(4), kind: .account, box: try row.bytes(5))
                accounts.append(
                    AccountRow(
                        number: try row.integer(0), account: try row.identifier(1), version: try row.integer(2),
                        recorded: Instant(milliseconds: try row.int64(3)), text: try vault.open(sealed)))
            }
        } catch { throw StorageFailure(error) }
        return accounts
    }
}

extension ChainCheck {
    /// Versions of accounts without gaps, and as many as there are texts of them: none was added or taken away.
    mutating func walkAccounts(_ db: any Connection) throws {
        var last = 0
        var versions: [[UInt8]: Int] = [:]
        try db.forEach(
            """
            SELECT number, account, version FROM accounts WHERE jurisdiction = ? ORDER BY number
            """,
            jurisdiction
        ) { row in
            let number = try row.integer(0)
            let account = try row.bytes(1)
            let version = try row.integer(2)
            if number != last + 1 { report(.accountAltered(last + 1), at: 0) }
            if version != versions[account, default: 0] + 1 { report(.accountAltered(number), at: 0) }
            versions[account] = version
            last = number
        }
        let texts = try db.row(
            "SELECT count(*) FROM sealed WHERE jurisdiction = ? AND kind = ?", jurisdiction,
            SealedKind.account.rawValue)
        if let texts, try texts.integer(0) != last { report(.accountAltered(last + 1), at: 0) }
    }
}
