import Basics
import Registry

/// The end of a jurisdiction's journal.
package struct Head: Hashable, Sendable {
    /// The position of the last entry.
    package let position: Int
    /// Its digest, which the next entry carries.
    package let digest: Digest
}

/// An entry as it stands in the journal, not read.
package struct Record: Hashable, Sendable {
    /// Its position.
    package let position: Int
    /// Its canonical bytes.
    package let bytes: [UInt8]
    /// The digest that stands with it.
    package let digest: Digest
}

extension Journal {
    /// The jurisdictions that have entries, in order.
    package func jurisdictions() throws(StorageFailure) -> [String] {
        try read { db in
            try db.rows("SELECT DISTINCT jurisdiction FROM journal ORDER BY 1").map { try $0.text(0) }
        }
    }

    /// The head of a jurisdiction's journal; nil where nothing was recorded.
    package func head(of jurisdiction: String) throws(StorageFailure) -> Head? {
        try read { db in try db.head(of: jurisdiction) }
    }

    /// Where a command was recorded, if it was.
    package func position(of command: Identifier<Act>, in jurisdiction: String) throws(StorageFailure) -> Int? {
        try read { db in try db.position(of: command, in: jurisdiction) }
    }

    /// The entries after a position, in order.
    package func entries(of jurisdiction: String, after position: Int = 0) throws(StorageFailure) -> [Entry] {
        // Reading them needs no snapshot.
        try records(of: jurisdiction, after: position).map { record throws(StorageFailure) in try record.entry() }
    }

    /// The records after a position, in order, as they stand there.
    package func records(of jurisdiction: String, after position: Int = 0) throws(StorageFailure) -> [Record] {
        try read { db in try db.records(of: jurisdiction, after: position) }
    }
}

extension Record {
    /// The entry it is.
    func entry() throws(StorageFailure) -> Entry {
        guard let entry = try? Entry(bytes: bytes) else { throw .malformedRecord(position: position) }
        return entry
    }
}

extension Connection {
    /// The head of a jurisdiction's journal.
    func head(of jurisdiction: String) throws -> Head? {
        try row("SELECT position, digest FROM head WHERE jurisdiction = ?", jurisdiction).map {
            Head(position: try $0.integer(0), digest: try $0.digest(1))
        }
    }

    /// The records after a position, in order.
    func records(of jurisdiction: String, after position: Int) throws -> [Record] {
        var records: [Record] = []
        try forEach(
            """
            SELECT position, body, digest FROM journal WHERE jurisdiction = ? AND position > ?
            ORDER BY position
            """,
            jurisdiction, position
        ) { row in
            records.append(Record(position: try row.integer(0), bytes: try row.bytes(1), digest: try row.digest(2)))
        }
        return records
    }
}
