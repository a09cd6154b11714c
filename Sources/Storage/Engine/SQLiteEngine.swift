import Foundation
import GRDB

/// SQLite in one file, through GRDB. Readers work on a snapshot and are never kept waiting by a writer.
struct SQLiteEngine: Engine {
    let pool: DatabasePool

    var dialect: Dialect { .sqlite }

    /// Opens the file, or makes it where `create` is set and there is none; `isNew` then.
    /// - Parameter patience: how many seconds to wait for another process that is writing before giving up as `busy`.
    init(at path: String, create: Bool, patience: Double) throws {
        try SQLiteEngine.prepareFile(at: path, create: create)
        var configuration = Configuration()
        configuration.label = "journal"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            // An import in one transaction outgrows SQLite's 2 MB of pages, which are then written out and read again.
            try db.execute(
                sql: "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536")
        }
        // Asked before the pool turns on its log, which would already change somebody else's database.
        let version = try DatabaseQueue(path: path, configuration: configuration).read {
            try SQLiteConnection(db: $0).schemaVersion()
        }
        guard version > 0 || create else { throw StorageFailure.notAJournal }
        pool = try DatabasePool(path: path, configuration: configuration)
        // The pool sets NORMAL, with which a power cut may take the last commits away.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    }

    func write<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try pool.write { try body(SQLiteConnection(db: $0)) }
    }

    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try pool.read { try body(SQLiteConnection(db: $0)) }
    }

    /// Writes the whole file anew and empties its log.
    func scrub() throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "VACUUM")
            try db.checkpoint(.truncate)
        }
    }

    func close() throws {
        // The readers first: only a writer that closes last brings the log into the file.
        pool.releaseMemory()
        try pool.close()
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

/// A transaction of SQLite.
struct SQLiteConnection: Connection {
    let db: Database

    /// The mark in a database's header by which it is known as a journal of this system: "SDng".
    private static let applicationID = 0x5344_6E67

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
        return db.changesCount
    }

    func forEach(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
        while let row = try rows.next() {
            try body(SQLRow(values: row.databaseValues.map { SQLValue($0.storage) }))
        }
    }

    func run(script sql: String) throws { try db.execute(sql: sql) }

    func schemaVersion() throws -> Int {
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        if isEmpty, version == 0, application == 0 { return 0 }
        guard application == SQLiteConnection.applicationID, version >= 1 else { throw StorageFailure.notAJournal }
        return version
    }

    func setSchemaVersion(_ version: Int) throws {
        try db.execute(
            sql: "PRAGMA user_version = \(version); PRAGMA application_id = \(SQLiteConnection.applicationID)")
    }

    /// SQLite has one writer.
    func lockSchema() {}

    /// Erasing and looking up go by indexes that no record speaks of.
    func integrityFault() throws -> String? {
        let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
        return pages == ["ok"] ? nil : pages.first ?? ""
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

extension SQLValue: DatabaseValueConvertible {
    init(_ storage: DatabaseValue.Storage) {
        switch storage {
        case .null: self = .null
        case .int64(let value): self = .integer(value)
        case .double: self = .null
        case .string(let value): self = .text(value)
        case .blob(let value): self = .bytes(Array(value))
        }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .bytes(let value): Data(value).databaseValue
        }
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> SQLValue? { SQLValue(value.storage) }
}
