import Basics

/// A jurisdiction's head and what is kept of its register beside it (区划汇总): of use as long as both digests are one.
package struct KeptSummary: Hashable, Sendable {
    /// The division code.
    package let jurisdiction: String
    /// The head of its journal.
    package let head: Head
    /// The digest of the head it was made at; nil where there is none.
    package let digest: Digest?
    /// What it says, in the canonical encoding of whoever made it.
    package let content: [UInt8]

    /// Whether it was made at the head there is.
    package var isCurrent: Bool { digest == head.digest }
}

extension Journal {
    /// Every jurisdiction with what is kept of it, in order.
    package func summaries() throws(StorageFailure) -> [KeptSummary] {
        try read { db in
            try db.rows(
                """
                SELECT h.jurisdiction, h.position, h.digest, s.digest, s.content FROM head h
                LEFT JOIN summaries s ON s.jurisdiction = h.jurisdiction ORDER BY h.jurisdiction
                """
            ).map { row in
                KeptSummary(
                    jurisdiction: try row.text(0),
                    head: Head(position: try row.integer(1), digest: try row.digest(2)),
                    digest: row.isNull(3) ? nil : try row.digest(3), content: row.isNull(4) ? [] : try row.bytes(4))
            }
        }
    }

    /// Keeps what a jurisdiction came to at a head, in place of what was kept before.
    package func keepSummary(
        _ content: [UInt8], of jurisdiction: String, at head: Digest
    ) throws(StorageFailure) {
        try write { db in
            try db.execute(
                """
                INSERT INTO summaries (jurisdiction, digest, content) VALUES (?, ?, ?)
                ON CONFLICT (jurisdiction) DO UPDATE SET digest = excluded.digest, content = excluded.content
                """,
                jurisdiction, head, content)
        }
    }
}
