import Basics
import Registry

/// What was once said of a table of a workbook (表头含义): it stands sealed.
package struct ImportSaying: Hashable, Sendable {
    /// Its number among all of the jurisdiction, from 1 without gaps.
    package let number: Int
    /// Who said it.
    package let officer: Officer.ID
    /// When.
    package let recorded: Instant
    /// What it says, in the words of whoever keeps it.
    package let text: String
}

extension Journal {
    /// Keeps what was said of tables, after all that is there, each sealed.
    package func keep(
        sayings texts: [String], by officer: Officer.ID, at instant: Instant, sealing others: [SealedText] = [],
        tokens: [TokenEntry] = [], in jurisdiction: String
    ) throws(StorageFailure) {
        var sealed: [SealedText] = []
        for text in texts { sealed.append(try vault.seal(text, as: .saying, for: jurisdiction)) }
        let kept = sealed
        try write { db in
            try db.lockBeside(of: jurisdiction)
            try db.changeBeside(0, in: jurisdiction, envelope: self.envelope) {
                _ = try db.insert(kept + others, tokens: tokens, in: jurisdiction, at: 0)
            }
            var number = try db.highest("SELECT max(number) FROM import_sayings WHERE jurisdiction = ?", jurisdiction)
            for text in kept {
                number += 1
                try db.execute(
                    """
                    INSERT INTO import_sayings (jurisdiction, number, officer, recorded, content) VALUES (?, ?, ?, ?, ?)
                    """,
                    jurisdiction, number, officer, instant.milliseconds, text.digest)
            }
        }
    }

    /// Everything that was said of tables, in the order in which it was.
    package func sayings(of jurisdiction: String) throws(StorageFailure) -> [ImportSaying] {
        let rows = try read { db in
            try db.rows(
                """
                SELECT i.number, i.officer, i.recorded, i.content, s.box FROM import_sayings i
                JOIN sealed s ON s.jurisdiction = i.jurisdiction AND s.digest = i.content
                WHERE i.jurisdiction = ? AND s.box IS NOT NULL ORDER BY i.number
                """,
                jurisdiction)
        }
        var sayings: [ImportSaying] = []
        do {
            for row in rows {
                let sealed = SealedText(
                    jurisdiction: jurisdiction, digest: try row.digest(3), kind: .saying, box: try row.bytes(4))
                sayings.append(
                    ImportSaying(
                        number: try row.integer(0), officer: try row.identifier(1),
                        recorded: Instant(milliseconds: try row.int64(2)), text: try vault.open(sealed)))
            }
        } catch { throw StorageFailure(error) }
        return sayings
    }
}

extension ChainCheck {
    /// What was said of workbooks, without gaps, and as many as there are texts of it: none was added or taken away.
    mutating func walkSayings(_ db: any Connection) throws {
        var last = 0
        try db.forEach("SELECT number FROM import_sayings WHERE jurisdiction = ? ORDER BY number", jurisdiction) {
            row in
            let number = try row.integer(0)
            if number != last + 1 { report(.sayingAltered(last + 1), at: 0) }
            last = number
        }
        let texts = try db.row(
            "SELECT count(*) FROM sealed WHERE jurisdiction = ? AND kind = ?", jurisdiction,
            SealedKind.saying.rawValue)
        if let texts, try texts.integer(0) != last { report(.sayingAltered(last + 1), at: 0) }
    }
}
