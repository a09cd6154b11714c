import Basics
import Foundation
import GRDB
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
        try read { db in try String.fetchAll(db, sql: "SELECT DISTINCT jurisdiction FROM journal ORDER BY 1") }
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
        var entries: [Entry] = []
        for record in try records(of: jurisdiction, after: position) {
            guard let entry = try? Entry(bytes: record.bytes) else { throw .malformedRecord(position: record.position) }
            entries.append(entry)
        }
        return entries
    }

    /// The records after a position, in order, as they stand there.
    package func records(of jurisdiction: String, after position: Int = 0) throws(StorageFailure) -> [Record] {
        try read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT position, body, digest FROM journal WHERE jurisdiction = ? AND position > ?
                        ORDER BY position
                        """),
                arguments: [jurisdiction, position])
            var records: [Record] = []
            while let row = try rows.next() {
                let digest = Digest(bytes: row[2] as Data) ?? .none
                records.append(Record(position: row[0], bytes: Array(row[1] as Data), digest: digest))
            }
            return records
        }
    }
}

extension Database {
    /// The head of a jurisdiction's journal.
    func head(of jurisdiction: String) throws -> Head? {
        let row = try Row.fetchOne(
            cachedStatement(sql: "SELECT position, digest FROM head WHERE jurisdiction = ?"), arguments: [jurisdiction])
        return row.map { Head(position: $0[0], digest: Digest(bytes: $0[1] as Data) ?? .none) }
    }
}
