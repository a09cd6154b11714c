import CPostgreSQL
import Foundation

/// One session with PostgreSQL. The pool hands it to one thread at a time, which is what libpq asks for.
final class PostgresSession: @unchecked Sendable {
    private let connection: OpaquePointer
    /// The names under which statements stand prepared in the session.
    private var prepared: [String: String] = [:]
    private let patience: Double

    /// Connects, and trusts no setting of a role or a file that this system leans on.
    init(to address: String, patience: Double) throws(StorageFailure) {
        guard let connection = PQconnectdb(address) else { throw .cannotOpen }
        self.connection = connection
        self.patience = patience
        guard PQstatus(connection) == CONNECTION_OK else {
            // The server's own sentence, which names hosts and users but no password, belongs in no answer to a person.
            throw .unreachable
        }
        try settle()
    }

    deinit { PQfinish(connection) }

    /// Whether an address says a password, where anybody who lists the processes of the machine can read it.
    static func bearsPassword(_ address: String) -> Bool {
        guard let options = PQconninfoParse(address, nil) else { return false }
        defer { PQconninfoFree(options) }
        var option = options
        while let keyword = option.pointee.keyword {
            if String(cString: keyword) == "password", option.pointee.val != nil { return true }
            option += 1
        }
        return false
    }

    /// Connects again, after the connection was lost.
    func reset() {
        prepared = [:]
        PQreset(connection)
        if PQstatus(connection) == CONNECTION_OK { try? settle() }
    }

    /// Gives a transaction up; where there is none any more, nothing happens.
    func rollback() {
        guard PQtransactionStatus(connection) != PQTRANS_IDLE else { return }
        PQclear(PQexec(connection, "ROLLBACK"))
    }

    /// What a setting of the server stands at.
    func setting(_ name: String) throws(StorageFailure) -> String {
        let result = PQexec(connection, "SHOW \(name)")
        defer { PQclear(result) }
        try check(result)
        return PQgetvalue(result, 0, 0).map { String(cString: $0) } ?? ""
    }

    private func settle() throws(StorageFailure) {
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        let milliseconds = max(1, Int(patience * 1000))
        try run(script: "SET client_encoding = 'UTF8'; SET lock_timeout = \(milliseconds); SET TimeZone = 'UTC'")
    }

    private func check(_ result: OpaquePointer?) throws(StorageFailure) {
        let status = PQresultStatus(result)
        if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return }
        if PQstatus(connection) != CONNECTION_OK { throw .connectionLost }
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        throw StorageFailure(state: state)
    }

    /// The name under which a statement stands prepared; it is when it is first met.
    private func name(of sql: String) throws(StorageFailure) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        let result = PQprepare(connection, name, PostgresSession.numbered(sql), 0, nil)
        defer { PQclear(result) }
        try check(result)
        prepared[sql] = name
        return name
    }

    /// `?` as `$1`, `$2` …; statements of this system have none within quotes.
    static func numbered(_ sql: String) -> String {
        var number = 0
        var text = ""
        for character in sql {
            if character == "?" {
                number += 1
                text += "$\(number)"
            } else {
                text.append(character)
            }
        }
        return text
    }
}

extension PostgresSession: Connection {
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        let result = try answer(sql, arguments)
        defer { PQclear(result) }
        return PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    func forEach(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        let result = try answer(sql, arguments)
        defer { PQclear(result) }
        let columns = PQnfields(result)
        for row in 0..<PQntuples(result) {
            try body(SQLRow(values: try (0..<columns).map { try PostgresSession.value(of: result, row, $0) }))
        }
    }

    func run(script sql: String) throws(StorageFailure) {
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        try check(result)
    }

    /// The version stands in a table of its own; without it, the schema must be empty.
    func schemaVersion() throws -> Int {
        let known = try row(
            """
            SELECT count(*) FILTER (WHERE tablename = 'sanding_schema'), count(*) FROM pg_tables
            WHERE schemaname = current_schema()
            """)
        guard let known, try known.integer(1) > 0 else { return 0 }
        guard try known.integer(0) == 1, let found = try row("SELECT max(version) FROM sanding_schema"),
            !found.isNull(0)
        else { throw StorageFailure.notAJournal }
        return try found.integer(0)
    }

    func setSchemaVersion(_ version: Int) throws {
        try run(
            script: """
                CREATE TABLE IF NOT EXISTS sanding_schema (version BIGINT PRIMARY KEY);
                INSERT INTO sanding_schema (version) VALUES (\(version))
                """)
    }

    /// Nodes that start at once migrate one after another.
    func lockSchema() throws { try run(script: "SELECT pg_advisory_xact_lock(1396919399)") }

    func integrityFault() throws -> String? { nil }

    private func answer(_ sql: String, _ arguments: [SQLValue]) throws(StorageFailure) -> OpaquePointer? {
        let name = try name(of: sql)
        let bound = arguments.map(PostgresSession.binary)
        // All arguments in one run of bytes, so that one pointer leads to them.
        var bytes: [UInt8] = []
        var places: [Int?] = []
        for argument in bound {
            places.append(argument == nil ? nil : bytes.count)
            bytes += argument ?? []
        }
        bytes.append(0)
        let lengths = bound.map { Int32($0?.count ?? 0) }
        let formats = [Int32](repeating: 1, count: bound.count)
        let result = bytes.withUnsafeBytes { memory -> OpaquePointer? in
            let start = memory.bindMemory(to: CChar.self).baseAddress
            let values: [UnsafePointer<CChar>?] = places.map { place in place.flatMap { start?.advanced(by: $0) } }
            return PQexecPrepared(connection, name, Int32(bound.count), values, lengths, formats, 1)
        }
        do throws(StorageFailure) { try check(result) } catch {
            PQclear(result)
            throw error
        }
        return result
    }

    private static func binary(_ value: SQLValue) -> [UInt8]? {
        switch value {
        case .null: nil
        case .integer(let number): withUnsafeBytes(of: number.bigEndian) { Array($0) }
        case .text(let text): Array(text.utf8)
        case .bytes(let bytes): bytes
        }
    }

    private static func value(of result: OpaquePointer?, _ row: Int32, _ column: Int32) throws -> SQLValue {
        guard PQgetisnull(result, row, column) == 0 else { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
        switch PQftype(result, column) {
        case 16, 20, 21, 23:
            // Signed, of one, two, four or eight bytes, the first the highest.
            var number = Int64(Int8(bitPattern: bytes.first ?? 0))
            for byte in bytes.dropFirst() { number = number << 8 | Int64(byte) }
            return .integer(number)
        case 17: return .bytes(Array(bytes))
        case 18, 19, 25, 1042, 1043: return .text(String(decoding: bytes, as: UTF8.self))
        default: throw StorageFailure.corrupt
        }
    }
}

extension StorageFailure {
    /// What a state of SQL means here (`SQLSTATE`, by class and code).
    init(state: String) {
        switch state.prefix(2) {
        case "08": self = .connectionLost
        case "28", "3D": self = .unreachable
        case "57": self = state == "57014" ? .busy : .connectionLost
        default:
            switch state {
            case "53100": self = .full
            case "25006": self = .readOnly
            case "55P03", "40001", "40P01", "53300": self = .busy
            case "XX001", "XX002": self = .corrupt
            default: self = .server(state)
            }
        }
    }
}
