import Basics
import Foundation
import GRDB

/// The journal of all jurisdictions in one SQLite file, and the sealed texts beside it: the one door to both.
///
/// Appending is a comparison of the head and an insertion under a unique key, so it leans on no isolation level and
/// another engine can do the same. Readers work on a snapshot and are never kept waiting by a writer.
package final class Journal: Sendable {
    /// Where the file is.
    package let path: String
    /// Seals and opens texts with the keys of this file.
    package let vault: Vault
    let envelope: Envelope
    private let pool: DatabasePool

    /// Opens the file, or makes it, with new keys, where `create` is set and there is none. `patience` is how many
    /// seconds to wait for another process that is writing before giving up as `busy`.
    package init(
        at path: String, key: MasterKey, create: Bool = false, patience: Double = 5
    ) throws(StorageFailure) {
        try Journal.prepareFile(at: path, create: create)
        self.path = path
        var configuration = Configuration()
        configuration.label = "journal"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            // An import in one transaction outgrows SQLite's 2 MB of pages, which are then written out and read again.
            try db.execute(
                sql: "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536")
        }
        do {
            // Asked before the pool turns on its log, which would already change somebody else's database.
            let version = try DatabaseQueue(path: path, configuration: configuration).read { try $0.knownVersion() }
            guard version > 0 || create else { throw StorageFailure.notAJournal }
            pool = try DatabasePool(path: path, configuration: configuration)
            // The pool sets NORMAL, with which a power cut may take the last commits away.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            envelope = try pool.write { db in
                let isNew = try db.knownVersion() == 0
                try db.migrate()
                if isNew { try Envelope().write(to: db, key: key) }
                return try Envelope(from: db, key: key)
            }
        } catch { throw StorageFailure(error) }
        vault = Vault(envelope)
    }

    /// Closes the file. A journal that is let go closes by itself; this one says whether it went well.
    package func close() throws(StorageFailure) {
        // The readers first: only a writer that closes last brings the log into the file.
        pool.releaseMemory()
        do { try pool.close() } catch { throw StorageFailure(error) }
    }

    private static func prepareFile(at path: String, create: Bool) throws(StorageFailure) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen }
            guard access(path, R_OK | W_OK) == 0 else { throw .readOnly }
            return
        }
        guard errno == ENOENT else { throw .cannotOpen }
        guard create else { throw .notFound }
        // SQLite gives its log the permissions of the file, so this one call closes all of them to others.
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw errno == EACCES || errno == EROFS || errno == EPERM ? .readOnly : .cannotOpen }
        _ = Foundation.close(file)
    }
}

extension Journal {
    /// One transaction on the connection that writes: all of it or nothing. For the verbs of this target and for the
    /// tests that ask how the connection is set; whoever records something appends, keeps or erases.
    package func write<Value>(_ body: (Database) throws -> Value) throws(StorageFailure) -> Value {
        do { return try pool.write(body) } catch { throw StorageFailure(error) }
    }

    /// One snapshot.
    func read<Value>(_ body: (Database) throws -> Value) throws(StorageFailure) -> Value {
        do { return try pool.read(body) } catch { throw StorageFailure(error) }
    }

    /// Writes the whole file anew and empties its log, so that nothing erased is left in a free corner of either.
    func scrub() throws(StorageFailure) {
        do {
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM")
                try db.checkpoint(.truncate)
            }
        } catch { throw StorageFailure(error) }
    }
}

extension StorageFailure {
    /// What an error of the database means here.
    init(_ error: any Error) {
        if let failure = error as? StorageFailure {
            self = failure
            return
        }
        guard let error = error as? DatabaseError else {
            self = .io(code: 0)
            return
        }
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notADatabase
        case .SQLITE_CORRUPT: self = .corrupt
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_CANTOPEN: self = .cannotOpen
        case .SQLITE_FULL: self = .full
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        default: self = .io(code: Int(error.extendedResultCode.rawValue))
        }
    }
}
