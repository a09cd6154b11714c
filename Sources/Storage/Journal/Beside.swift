import Basics
import Foundation
import GRDB

// The rows that stand beside a position of the journal: sealed texts, tokens, and the mark of both.

extension Database {
    /// Inserts sealed texts and tokens; gives back those tokens that were not in the index before.
    func insert(
        _ sealed: [SealedText], tokens: [TokenEntry], in jurisdiction: String, at position: Int
    ) throws -> [TokenEntry] {
        let intoSealed = try cachedStatement(
            sql: """
                INSERT INTO sealed (jurisdiction, digest, kind, position, box) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
        for text in sealed {
            precondition(text.jurisdiction == jurisdiction, "a text is sealed for the jurisdiction that keeps it")
            try intoSealed.execute(arguments: [
                jurisdiction, Data(text.digest.bytes), text.kind.rawValue, position, Data(text.box),
            ])
            guard changesCount == 1 else { throw StorageFailure.textTwice(text.digest) }
        }
        let intoTokens = try cachedStatement(
            sql: """
                INSERT INTO tokens (jurisdiction, kind, token, subject, position) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
        var inserted: [TokenEntry] = []
        for entry in tokens {
            precondition(entry.token.jurisdiction == jurisdiction, "a token belongs to the jurisdiction that keeps it")
            try intoTokens.execute(arguments: [
                jurisdiction, entry.token.kind.rawValue, Data(entry.token.value.bytes), Data(entry.subject.bytes),
                position,
            ])
            if changesCount == 1 { inserted.append(entry) }
        }
        return inserted
    }

    /// Writes the mark of a position.
    func setMark(_ mark: Digest, in jurisdiction: String, at position: Int) throws {
        try cachedStatement(
            sql: """
                INSERT INTO marks (jurisdiction, position, mark) VALUES (?, ?, ?)
                ON CONFLICT (jurisdiction, position) DO UPDATE SET mark = excluded.mark
                """
        ).execute(arguments: [jurisdiction, position, Data(mark.bytes)])
    }

    /// Changes rows beside a position and marks them anew, but only if they still meet the mark they have: a change
    /// made behind the journal's back must not be covered up by the next one.
    func changeBeside(
        _ position: Int, in jurisdiction: String, envelope: Envelope, _ change: () throws -> Void
    ) throws {
        let known = try Data.fetchOne(
            self, sql: "SELECT mark FROM marks WHERE jurisdiction = ? AND position = ?",
            arguments: [jurisdiction, position])
        let before = try mark(of: jurisdiction, at: position, envelope: envelope)
        let unmarked = position == 0 ? Mark(envelope, jurisdiction: jurisdiction, position: 0).value : nil
        guard known.flatMap({ Digest(bytes: $0) }) ?? unmarked == before else {
            throw StorageFailure.besideChanged(position: position)
        }
        try change()
        try setMark(mark(of: jurisdiction, at: position, envelope: envelope), in: jurisdiction, at: position)
    }

    /// The mark that the rows of a position have as they are.
    func mark(of jurisdiction: String, at position: Int, envelope: Envelope) throws -> Digest {
        var mark = Mark(envelope, jurisdiction: jurisdiction, position: position)
        let sealed = try Row.fetchCursor(
            self, sql: "SELECT digest, kind FROM sealed WHERE jurisdiction = ? AND position = ? ORDER BY digest",
            arguments: [jurisdiction, position])
        while let row = try sealed.next() { mark.addSealed(digest: row[0] as Data, kind: row[1]) }
        let tokens = try Row.fetchCursor(
            self,
            sql: """
                SELECT kind, token, subject FROM tokens WHERE jurisdiction = ? AND position = ?
                ORDER BY kind, token, subject
                """,
            arguments: [jurisdiction, position])
        while let row = try tokens.next() {
            mark.addToken(kind: row[0], token: row[1] as Data, subject: row[2] as Data)
        }
        return mark.value
    }

    /// The kind of a sealed text, erased or not.
    func kind(of digest: Digest, in jurisdiction: String) throws -> SealedKind? {
        try UInt8.fetchOne(
            cachedStatement(sql: "SELECT kind FROM sealed WHERE jurisdiction = ? AND digest = ?"),
            arguments: [jurisdiction, Data(digest.bytes)]
        ).flatMap(SealedKind.init)
    }
}
