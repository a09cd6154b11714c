import Foundation

/// What a copy carried over (副本).
package struct CopyReceipt: Hashable, Sendable {
    /// How many rows of all tables.
    package let rows: Int
    /// The head of each jurisdiction, as a line to keep outside.
    package let heads: [OutsideDigest]
}

/// Where rows are put in, and how many were.
struct CopyTarget {
    fileprivate let db: any Connection
    private(set) var count = 0

    fileprivate init(db: any Connection) { self.db = db }

    mutating func insert(_ values: [SQLValue], into table: CopiedTable) throws {
        try table.insert(values, into: db)
        count += 1
    }
}

extension Journal {
    /// Copies the whole journal, with everything beside it, into an empty place on either engine, in one transaction and
    /// of one snapshot: while others go on writing it is whole as of one moment. It opens with the same master key; the
    /// digests are the same, and who copied verifies the copy like any journal.
    ///
    /// So it is a backup as well as its restoring, and the way from one engine to the other.
    package func copy(
        to address: String, progress: (Int) -> Void = { _ in }
    ) throws(StorageFailure) -> CopyReceipt {
        try Journal.fill(address) { target in
            try self.read { db in
                for table in CopiedTable.all {
                    try table.forEach(in: db) { values in
                        try target.insert(values, into: table)
                        if target.count.isMultiple(of: 5000) { progress(target.count) }
                    }
                }
            }
        }
    }

    /// Fills an empty place with rows, all or none.
    static func fill(
        _ address: String, with rows: (inout CopyTarget) throws -> Void
    ) throws(StorageFailure) -> CopyReceipt {
        guard try !stands(at: address) else { throw .notEmpty }
        do {
            let target = try engine(at: address, create: true, patience: 5)
            do {
                let receipt = try target.write { db in
                    try db.lockSchema()
                    guard try db.knownVersion() == 0 else { throw StorageFailure.notEmpty }
                    try db.migrate(target.dialect)
                    var copied = CopyTarget(db: db)
                    try rows(&copied)
                    return CopyReceipt(rows: copied.count, heads: try db.outsideDigests())
                }
                try target.close()
                return receipt
            } catch {
                try? target.close()
                // Nothing of a copy that came to nothing stays in the way of the next.
                if !isServer(address) { for suffix in ["", "-wal", "-shm"] { unlink(address + suffix) } }
                throw error
            }
        } catch { throw StorageFailure(error) }
    }
}

extension Connection {
    /// The head of each jurisdiction, as lines to keep outside.
    fileprivate func outsideDigests() throws -> [OutsideDigest] {
        try rows("SELECT jurisdiction, position, digest FROM head ORDER BY jurisdiction").map {
            OutsideDigest(jurisdiction: try $0.text(0), position: try $0.integer(1), digest: try $0.digest(2))
        }
    }
}
