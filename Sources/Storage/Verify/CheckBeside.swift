import Basics

extension ChainCheck {
    /// Sealed texts, tokens, erasures and marks. A text must open, or be erased under a record that is ours.
    mutating func walkBeside(_ db: any Connection) throws {
        let erased = try walkErasures(db)
        var marks: [Int: Mark] = [:]
        func adding(to position: Int, _ add: (inout Mark) -> Void) {
            add(&marks[position, default: Mark(envelope, jurisdiction: jurisdiction, position: position)])
        }
        try db.forEach(
            "SELECT digest, kind, box, position FROM sealed WHERE jurisdiction = ? ORDER BY digest", jurisdiction
        ) { row in
            let position = try row.integer(3)
            let kind = try row.byte(1)
            let digest = try row.digest(0)
            adding(to: position) { $0.addSealed(digest: digest.bytes, kind: kind) }
            if let text = try SealedRow(row, in: jurisdiction)?.text {
                if (try? vault.open(text)) == nil { report(.textDamaged(digest), at: position) }
                if erased.contains(digest) { report(.textBack(digest), at: position) }
            } else if !erased.contains(digest) {
                report(.textGone(digest), at: position)
            }
        }
        try db.forEach(
            """
            SELECT kind, token, subject, position FROM tokens WHERE jurisdiction = ? ORDER BY kind, token, subject
            """,
            jurisdiction
        ) { row in
            let (kind, token, subject) = (try row.byte(0), try row.bytes(1), try row.bytes(2))
            adding(to: try row.integer(3)) { $0.addToken(kind: kind, token: token, subject: subject) }
        }
        try compareMarks(marks, db)
    }

    /// What has an erasure recorded, in good order or not.
    private mutating func walkErasures(_ db: any Connection) throws -> Set<Digest> {
        var erased: Set<Digest> = []
        try db.forEach(
            """
            SELECT e.digest, e.recorded, e.officer, e.mark, s.position FROM erasures e
            LEFT JOIN sealed s ON s.jurisdiction = e.jurisdiction AND s.digest = e.digest
            WHERE e.jurisdiction = ?
            """,
            jurisdiction
        ) { row in
            let digest = try row.digest(0)
            erased.insert(digest)
            let mark = Mark.erasure(
                envelope, jurisdiction: jurisdiction, digest: digest, recorded: try row.int64(1),
                officer: try row.bytes(2))
            if mark != (try row.digest(3)) {
                report(.erasureAltered(digest), at: row.isNull(4) ? 0 : try row.integer(4))
            }
        }
        return erased
    }

    private mutating func compareMarks(_ marks: [Int: Mark], _ db: any Connection) throws {
        var known: [Int: [UInt8]] = [:]
        try db.forEach("SELECT position, mark FROM marks WHERE jurisdiction = ?", jurisdiction) {
            known[try $0.integer(0)] = try $0.bytes(1)
        }
        // Nothing was ever kept or recorded here.
        if last == 0, known.isEmpty, marks.isEmpty { return }
        for position in Set(0...last).union(known.keys).union(marks.keys).sorted() {
            let mark = marks[position] ?? Mark(envelope, jurisdiction: jurisdiction, position: position)
            if known[position] != mark.value.bytes { report(.besideChanged, at: position) }
        }
    }
}
