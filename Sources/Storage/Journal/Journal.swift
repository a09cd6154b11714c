import Basics
import Foundation
import Registry

/// The journal of all jurisdictions in one database, and the sealed texts beside it: the one door to both.
///
/// Appending is a comparison of the head and an insertion under a unique key, so it leans on no isolation level and both
/// engines can do it. Readers work on a snapshot and are never kept waiting by a writer.
package final class Journal: Sendable {
    /// Where it is: the path of a file, or the address of a server.
    package let address: String
    /// Seals and opens texts with the keys of this database.
    package let vault: Vault
    let envelope: Envelope
    let engine: any Engine
    let digests: DigestLog?
    /// What has to be on record with the first thing written.
    let witness: Witness?

    /// Opens the database: SQLite at a path, PostgreSQL at `postgres://…`. Makes it, with new keys, where `create` is set
    /// and there is none. The digest of each decision, and of each record of the audit, is added to the file that `digests`
    /// names, if any. `patience` is how many seconds to wait for others before giving up as `busy`.
    package init(
        at address: String, key: MasterKey, create: Bool = false, digests: String? = nil,
        patience: Double = 5
    ) throws(StorageFailure) {
        self.address = address
        self.digests = digests.map(DigestLog.init)
        witness = nil
        do {
            let engine = try Journal.engine(at: address, create: create, patience: patience)
            self.engine = engine
            envelope = try engine.write { db in
                // What is there and up to date is opened without waiting for whoever fills it or seals its texts anew.
                if try db.knownVersion() != Migration.latest {
                    try db.lockSchema()
                    let isNew = try db.knownVersion() == 0
                    guard create || !isNew else { throw StorageFailure.notAJournal }
                    try db.migrate(engine.dialect)
                    if isNew { try Envelope().write(to: db, key: key) }
                }
                return try Envelope(from: db, key: key)
            }
        } catch { throw StorageFailure(error) }
        vault = Vault(envelope)
    }

    /// The same journal, with a record to be written.
    init(_ other: Journal, witness: Witness) {
        (address, vault, envelope) = (other.address, other.vault, other.envelope)
        (engine, digests) = (other.engine, other.digests)
        self.witness = witness
    }

    static func engine(at address: String, create: Bool, patience: Double) throws -> any Engine {
        isServer(address)
            ? try PostgresEngine(at: address, patience: patience)
            : try SQLiteEngine(at: address, create: create, patience: patience)
    }

    /// Whether an address is that of a server, and not the path of a file.
    package static func isServer(_ address: String) -> Bool {
        address.hasPrefix("postgres://") || address.hasPrefix("postgresql://")
    }

    /// Whether a journal stands at an address: a file, or the schema of a server. Nothing is made.
    package static func stands(at address: String) throws(StorageFailure) -> Bool {
        guard isServer(address) else { return FileManager.default.fileExists(atPath: address) }
        do {
            let engine = try PostgresEngine(at: address, patience: 5)
            return try engine.read { try $0.schemaVersion() } > 0
        } catch { throw StorageFailure(error) }
    }

    /// Closes the database. A journal that is let go closes by itself; this one says whether it went well.
    package func close() throws(StorageFailure) {
        do { try engine.close() } catch { throw StorageFailure(error) }
    }
}

extension Journal {
    /// One transaction that writes: all of it or nothing. The first one of a witnessed journal writes its record, too.
    func write<Value>(_ body: (any Connection) throws -> Value) throws(StorageFailure) -> Value {
        guard let witness, !witness.isSpent else { return try writeUnwitnessed(body) }
        let (value, record) = try writeUnwitnessed { db in
            let value = try body(db)
            return (value, try db.append(witness.note, envelope: self.envelope))
        }
        witness.spend()
        try writeDownOutside(record)
        return value
    }

    /// One transaction that writes nothing anybody has to answer for.
    func writeUnwitnessed<Value>(_ body: (any Connection) throws -> Value) throws(StorageFailure) -> Value {
        do { return try engine.write(body) } catch { throw StorageFailure(error) }
    }

    /// One snapshot.
    func read<Value>(_ body: (any Connection) throws -> Value) throws(StorageFailure) -> Value {
        do { return try engine.read(body) } catch { throw StorageFailure(error) }
    }

    /// Writes down outside what a record of the audit came to, if that is asked for; one that stood there before is there.
    func writeDownOutside(_ record: OutsideDigest?) throws(StorageFailure) {
        guard let digests, let record else { return }
        try digests.add([record])
    }

    /// Writes down outside what a batch that is recorded came to, if that is asked for.
    func writeDownOutside(_ batch: [Submission]) throws(StorageFailure) {
        guard let digests, !batch.isEmpty else { return }
        var last: [String: Entry] = [:]
        for submission in batch { last[submission.entry.jurisdiction] = submission.entry }
        try digests.add(
            last.sorted { $0.key < $1.key }.map {
                OutsideDigest(jurisdiction: $0.key, position: $0.value.position, digest: $0.value.digest)
            })
    }

    /// Rewrites what is stored, so that nothing erased is left in a free corner of it.
    func scrub() throws(StorageFailure) {
        do { try engine.scrub() } catch { throw StorageFailure(error) }
    }

    /// Runs statements as they are, in one transaction: for tests that ask how the schema defends itself. Whoever records
    /// something appends, keeps or erases.
    package func run(_ sql: String) throws(StorageFailure) { try write { db in try db.run(script: sql) } }

    /// The first column of the first row, as text: for tests that ask how the connection is set.
    package func answer(to sql: String) throws(StorageFailure) -> String? {
        try write { db in
            switch try db.row(sql)?.values.first {
            case .integer(let number): "\(number)"
            case .text(let text): text
            case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
            case .null, nil: nil
            }
        }
    }
}
