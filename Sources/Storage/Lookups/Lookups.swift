import Basics
import Registry

/// One look at personal data as earlier versions kept it (查询记录): who looked, when, for what and whom they found. Since then
/// a look is a record of the audit.
package struct Lookup: Hashable, Sendable {
    /// In what way, as a code that whoever keeps it gives a meaning to.
    package let way: UInt8
    /// Who looked.
    package let officer: Officer.ID
    /// When.
    package let recorded: Instant
    /// Whom they found.
    package let subjects: [Person.ID]
    /// The digest of what it was for, which stands sealed.
    package let purpose: Digest

    /// A look at personal data.
    package init(way: UInt8, officer: Officer.ID, recorded: Instant, subjects: [Person.ID], purpose: Digest) {
        self.way = way
        self.officer = officer
        self.recorded = recorded
        self.subjects = subjects
        self.purpose = purpose
    }
}

extension Journal {
    /// Records a look-up after those that are there, with what it was for sealed, as earlier versions did: for tests that ask
    /// how those are read and checked.
    package func record(
        _ lookup: Lookup, sealing texts: [SealedText], tokens: [TokenEntry] = [], in jurisdiction: String
    ) throws(StorageFailure) {
        try write { db in
            try db.changeBeside(0, in: jurisdiction, envelope: self.envelope) {
                _ = try db.insert(texts, tokens: tokens, in: jurisdiction, at: 0)
            }
            let number = try db.highest("SELECT max(number) FROM lookups WHERE jurisdiction = ?", jurisdiction) + 1
            let subjects = lookup.subjects.flatMap(\.bytes)
            let mark = Mark.lookup(
                self.envelope, jurisdiction: jurisdiction, number: number, way: lookup.way,
                officer: lookup.officer.bytes, recorded: lookup.recorded.milliseconds, subjects: subjects,
                purpose: lookup.purpose)
            try db.execute(
                """
                INSERT INTO lookups (jurisdiction, number, way, officer, recorded, subjects, purpose, mark)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                jurisdiction, number, lookup.way, lookup.officer, lookup.recorded.milliseconds, subjects,
                lookup.purpose, mark)
        }
    }

    /// Every look at personal data, in the order in which they were.
    package func lookups(of jurisdiction: String) throws(StorageFailure) -> [Lookup] {
        try read { db in
            try db.rows(
                """
                SELECT way, officer, recorded, subjects, purpose FROM lookups WHERE jurisdiction = ? ORDER BY number
                """,
                jurisdiction
            ).map { row in
                let bytes = try row.bytes(3)
                return Lookup(
                    way: try row.byte(0), officer: try row.identifier(1),
                    recorded: Instant(milliseconds: try row.int64(2)),
                    subjects: try stride(from: 0, to: bytes.count, by: 16).map { start in
                        let part = bytes[start..<min(start + 16, bytes.count)]
                        guard let id = Person.ID(bytes: Array(part)) else { throw StorageFailure.corrupt }
                        return id
                    }, purpose: try row.digest(4))
            }
        }
    }
}

extension ChainCheck {
    /// Look-ups in order, each under its mark, and as many as there are purposes: none was added, changed or taken away.
    mutating func walkLookups(_ db: any Connection) throws {
        var last = 0
        try db.forEach(
            """
            SELECT number, way, officer, recorded, subjects, purpose, mark FROM lookups
            WHERE jurisdiction = ? ORDER BY number
            """,
            jurisdiction
        ) { row in
            let number = try row.integer(0)
            if number != last + 1 { report(.lookupAltered(last + 1), at: 0) }
            let mark = Mark.lookup(
                envelope, jurisdiction: jurisdiction, number: number, way: try row.byte(1),
                officer: try row.bytes(2), recorded: try row.int64(3), subjects: try row.bytes(4),
                purpose: try row.digest(5))
            if mark != (try row.digest(6)) { report(.lookupAltered(number), at: 0) }
            last = number
        }
        let purposes = try db.row(
            "SELECT count(*) FROM sealed WHERE jurisdiction = ? AND kind = ?", jurisdiction,
            SealedKind.purpose.rawValue)
        if let purposes, try purposes.integer(0) != last { report(.lookupAltered(last + 1), at: 0) }
    }
}
