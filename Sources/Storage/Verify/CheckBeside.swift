import Basics
import Foundation
import GRDB

extension ChainCheck {
    /// Sealed texts, tokens, erasures and marks. A text must open, or be erased under a record that is ours.
    mutating func walkBeside(_ db: Database) throws {
        let erased = try walkErasures(db)
        var marks: [Int: Mark] = [:]
        func adding(to position: Int, _ add: (inout Mark) -> Void) {
            add(&marks[position, default: Mark(envelope, jurisdiction: jurisdiction, position: position)])
        }
        let sealed = try Row.fetchCursor(
            db, sql: "SELECT digest, kind, box, position FROM sealed WHERE jurisdiction = ? ORDER BY digest",
            arguments: [jurisdiction])
        while let row = try sealed.next() {
            let position: Int = row[3]
            let bytes = Array(row[0] as Data)
            let kind: UInt8 = row[1]
            adding(to: position) { $0.addSealed(digest: bytes, kind: kind) }
            guard let digest = Digest(bytes: bytes) else { continue }
            if let text = SealedRow(row, in: jurisdiction)?.text {
                if (try? vault.open(text)) == nil { report(.textDamaged(digest), at: position) }
                if erased.contains(digest) { report(.textBack(digest), at: position) }
            } else if !erased.contains(digest) {
                report(.textGone(digest), at: position)
            }
        }
        let tokens = try Row.fetchCursor(
            db,
            sql: """
                SELECT kind, token, subject, position FROM tokens WHERE jurisdiction = ? ORDER BY kind, token, subject
                """,
            arguments: [jurisdiction])
        while let row = try tokens.next() {
            adding(to: row[3]) { $0.addToken(kind: row[0], token: row[1] as Data, subject: row[2] as Data) }
        }
        try compareMarks(marks, db)
    }

    /// What has an erasure recorded, in good order or not.
    private mutating func walkErasures(_ db: Database) throws -> Set<Digest> {
        var erased: Set<Digest> = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT e.digest, e.recorded, e.officer, e.mark, s.position FROM erasures e
                LEFT JOIN sealed s ON s.jurisdiction = e.jurisdiction AND s.digest = e.digest
                WHERE e.jurisdiction = ?
                """,
            arguments: [jurisdiction])
        while let row = try rows.next() {
            guard let digest = Digest(bytes: row[0] as Data) else { continue }
            erased.insert(digest)
            let mark = Mark.erasure(
                envelope, jurisdiction: jurisdiction, digest: digest, recorded: row[1],
                officer: Array(row[2] as Data))
            if mark.bytes != Array(row[3] as Data) { report(.erasureAltered(digest), at: row[4] as Int? ?? 0) }
        }
        return erased
    }

    private mutating func compareMarks(_ marks: [Int: Mark], _ db: Database) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT position, mark FROM marks WHERE jurisdiction = ?", arguments: [jurisdiction])
        let known = Dictionary(
            rows.map { ($0[0] as Int, Array($0[1] as Data)) }, uniquingKeysWith: { first, _ in first })
        // Nothing was ever kept or recorded here.
        if last == 0, known.isEmpty, marks.isEmpty { return }
        for position in Set(0...last).union(known.keys).union(marks.keys).sorted() {
            let mark = marks[position] ?? Mark(envelope, jurisdiction: jurisdiction, position: position)
            if known[position] != mark.value.bytes { report(.besideChanged, at: position) }
        }
    }
}
