import CPostgreSQL
import Foundation

/// One session with PostgreSQL. The pool hands it to one thread at a time, which is what libpq asks for.
///
/// A session that was lost is not mended: it is let go, and another made.
final class PostgresSession: @unchecked Sendable {
    private let connection: OpaquePointer
    /// The names under which statements stand prepared in the session.
    private var prepared: [String: String] = [:]
    /// How many seconds the server may say nothing while it owes an answer. The time that it waits for locks comes on top.
    private let silence: Double?
    private let warnings = Warnings()
    /// Whether there is no use in asking any more.
    private(set) var isLost = false

    /// Whether the server had something to say beside its answers.
    private final class Warnings {
        var wereGiven = false
    }

    /// Connects, and trusts no setting of a role or a file that this system leans on.
    init(to address: PostgresAddress, patience: Double) throws(StorageFailure) {
        let parameters = address.parameters
        guard let connection = PostgresSession.connection(parameters.map(\.name), parameters.map(\.value)) else {
            throw .cannotOpen
        }
        self.connection = connection
        silence = address.deadAfter.map { $0 + patience }
        // The server's own sentence, which names hosts and users but no password, belongs in no answer to a person.
        guard PQstatus(connection) == CONNECTION_OK, PQsetnonblocking(connection, 1) == 0 else { throw .unreachable }
        PQsetNoticeReceiver(
            connection,
            { context, notice in
                guard let context, let notice else { return }
                let severity = PQresultErrorField(notice, Int32(UInt8(ascii: "V"))).map { String(cString: $0) }
                if severity == "WARNING" {
                    Unmanaged<Warnings>.fromOpaque(context).takeUnretainedValue().wereGiven = true
                }
            }, Unmanaged.passUnretained(warnings).toOpaque())
        // The server is to notice a dead network too, since a transaction that nobody ends keeps others waiting.
        let lockWait = max(1, Int(patience * 1000))
        let dead = Int((address.deadAfter ?? 0) * 1000)
        try run(
            script: """
                SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'; SET lock_timeout = \(lockWait);
                SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3;
                SET tcp_user_timeout = \(dead); SET idle_in_transaction_session_timeout = \(dead)
                """)
    }

    deinit { PQfinish(connection) }

    private static func connection(_ names: [String], _ values: [String]) -> OpaquePointer? {
        let texts = (names + values).map { strdup($0) }
        defer { for text in texts { free(text) } }
        let pointers = texts.map { UnsafePointer<CChar>($0) }
        return PQconnectdbParams(
            Array(pointers.prefix(names.count)) + [nil], Array(pointers.suffix(values.count)) + [nil], 1)
    }

    /// Whether the server takes writing, as it said last; servers before version 14 don't say.
    var takesWriting: Bool {
        let settings: [String] = ["in_hot_standby", "default_transaction_read_only"]
        return settings.allSatisfy { PQparameterStatus(connection, $0).map { String(cString: $0) } != "on" }
    }

    /// Makes what was done durable.
    ///
    /// A server that warns here didn't do what it was asked for: it may have given up waiting for its standby, and then
    /// nobody can tell whether a fail-over would lose the transaction.
    func commit() throws(StorageFailure) {
        warnings.wereGiven = false
        let result = try answer(PQsendQuery(connection, "COMMIT"))
        defer { PQclear(result) }
        guard PQcmdStatus(result).map({ String(cString: $0) }) == "COMMIT" else { throw .server("25P02") }
        guard !warnings.wereGiven else { throw lost() }
    }

    /// Gives a transaction up; whether the session may serve again.
    func rollback() -> Bool {
        guard !isLost else { return false }
        if PQtransactionStatus(connection) != PQTRANS_IDLE { try? run(script: "ROLLBACK") }
        return !isLost && PQtransactionStatus(connection) == PQTRANS_IDLE
    }

    /// What a setting of the server stands at.
    func setting(_ name: String) throws(StorageFailure) -> String {
        let result = try answer(PQsendQuery(connection, "SHOW \(name)"))
        defer { PQclear(result) }
        return PQgetvalue(result, 0, 0).map { String(cString: $0) } ?? ""
    }

    /// Runs statements that may take as long as they take, and say nothing meanwhile.
    func run(atLength sql: String) throws(StorageFailure) {
        PQclear(try answer(PQsendQuery(connection, sql), within: nil))
    }

    /// Waits until the server tells something on a channel that the session listens to, or `wake` can be read, or the
    /// seconds are over; what was told.
    func notifications(within seconds: Double, or wake: Int32) throws(StorageFailure) -> [String] {
        // What came along with answers is there already.
        let early = told()
        guard early.isEmpty else { return early }
        guard isReadable(PQsocket(connection), or: wake, within: seconds) else { return [] }
        guard PQconsumeInput(connection) == 1 else { throw lost() }
        return told()
    }

    private func told() -> [String] {
        var told: [String] = []
        while let notification = PQnotifies(connection) {
            told.append(String(cString: notification.pointee.extra))
            PQfreemem(notification)
        }
        return told
    }

    private func lost() -> StorageFailure {
        isLost = true
        return .connectionLost
    }

    /// The last of the results of what was just sent, where `isSent` is what libpq said to sending.
    private func answer(_ isSent: Int32) throws(StorageFailure) -> OpaquePointer? {
        try answer(isSent, within: silence)
    }

    private func answer(_ isSent: Int32, within limit: Double?) throws(StorageFailure) -> OpaquePointer? {
        guard isSent == 1 else { throw lost() }
        var last: OpaquePointer?
        do throws(StorageFailure) {
            while let result = try next(within: limit) {
                PQclear(last)
                last = result
            }
            try check(last)
        } catch {
            PQclear(last)
            throw error
        }
        return last
    }

    /// The next result, or nil when there are no more. Where the server is silent for too long, the network between has
    /// gone away without saying so, or the server stands still; what became of the statement nobody knows.
    private func next(within limit: Double?) throws(StorageFailure) -> OpaquePointer? {
        while true {
            let unsent = PQflush(connection)
            guard unsent >= 0 else { throw lost() }
            if unsent == 0, PQisBusy(connection) == 0 { return PQgetResult(connection) }
            var wanted = pollfd(
                fd: PQsocket(connection), events: Int16(unsent == 0 ? POLLIN : POLLIN | POLLOUT), revents: 0)
            let found = poll(&wanted, 1, limit.map { Int32($0 * 1000) } ?? -1)
            guard found > 0 || found < 0 && errno == EINTR, PQconsumeInput(connection) == 1 else { throw lost() }
        }
    }

    private func check(_ result: OpaquePointer?) throws(StorageFailure) {
        let status = PQresultStatus(result)
        if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return }
        guard PQstatus(connection) == CONNECTION_OK else { throw lost() }
        let failure = PostgresSession.failure(result)
        if failure == .connectionLost { isLost = true }
        throw failure
    }

    private static func failure(_ result: OpaquePointer?) -> StorageFailure {
        StorageFailure(
            state: PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? "")
    }

    /// The name under which a statement stands prepared; it is when it is first met.
    private func name(of sql: String) throws(StorageFailure) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        PQclear(try answer(PQsendPrepare(connection, name, PostgresSession.numbered(sql), 0, nil)))
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
        let result = try answer(to: sql, arguments)
        defer { PQclear(result) }
        return PostgresSession.count(result)
    }

    /// Sends rows off without waiting for each one's answer, so many at a time that an answer is never long in coming.
    func execute(_ sql: String, each rows: [[SQLValue]]) throws -> [Int] {
        let name = try name(of: sql)
        var counts: [Int] = []
        for start in stride(from: 0, to: rows.count, by: 500) {
            counts += try pipeline(name, rows[start..<min(start + 500, rows.count)])
        }
        return counts
    }

    private func pipeline(_ name: String, _ rows: ArraySlice<[SQLValue]>) throws(StorageFailure) -> [Int] {
        guard PQenterPipelineMode(connection) == 1, rows.allSatisfy({ send(name, $0) == 1 }),
            PQpipelineSync(connection) == 1
        else { throw lost() }
        var counts: [Int] = []
        var failed: StorageFailure?
        for _ in rows {
            let result = try next(within: silence)
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK: counts.append(PostgresSession.count(result))
            // What comes after a failure is not tried.
            case PGRES_PIPELINE_ABORTED: break
            default: failed = failed ?? PostgresSession.failure(result)
            }
            PQclear(result)
            // Each answer ends with a nil.
            PQclear(try next(within: silence))
        }
        let end = try next(within: silence)
        defer { PQclear(end) }
        guard PQresultStatus(end) == PGRES_PIPELINE_SYNC, PQexitPipelineMode(connection) == 1,
            PQstatus(connection) == CONNECTION_OK
        else { throw lost() }
        if failed == .connectionLost { isLost = true }
        if let failed { throw failed }
        return counts
    }

    func forEach(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        let result = try answer(to: sql, arguments)
        defer { PQclear(result) }
        let columns = PQnfields(result)
        for row in 0..<PQntuples(result) {
            try body(SQLRow(values: try (0..<columns).map { try PostgresSession.value(of: result, row, $0) }))
        }
    }

    func run(script sql: String) throws(StorageFailure) { PQclear(try answer(PQsendQuery(connection, sql))) }

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

    /// Nodes that start at once migrate one after another. Who fills a schema may take a rest on the way. A lock is the
    /// whole database's, so it bears the schema's name: others there are not kept waiting.
    func lockSchema() throws {
        try run(
            script: """
                SELECT pg_advisory_xact_lock(1396919399, hashtext(coalesce(current_schema(), '')));
                SET LOCAL idle_in_transaction_session_timeout = 0
                """)
    }

    func lockHead(of jurisdiction: String) throws {
        _ = try row("SELECT position FROM head WHERE jurisdiction = ? FOR UPDATE", jurisdiction)
    }

    func integrityFault() throws -> String? { nil }

    private func answer(to sql: String, _ arguments: [SQLValue]) throws(StorageFailure) -> OpaquePointer? {
        let name = try name(of: sql)
        return try answer(send(name, arguments))
    }

    /// Sends off a statement that stands prepared; 1 where libpq took it.
    private func send(_ name: String, _ arguments: [SQLValue]) -> Int32 {
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
        return bytes.withUnsafeBytes { memory in
            let start = memory.bindMemory(to: CChar.self).baseAddress
            let values: [UnsafePointer<CChar>?] = places.map { place in place.flatMap { start?.advanced(by: $0) } }
            return PQsendQueryPrepared(connection, name, Int32(bound.count), values, lengths, formats, 1)
        }
    }

    /// How many rows a statement inserted, changed or deleted.
    private static func count(_ result: OpaquePointer?) -> Int {
        PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
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
            // Ended by the server, which waited too long for the transaction to go on.
            case "25P03": self = .connectionLost
            case "53100": self = .full
            case "25006": self = .readOnly
            case "55P03", "40001", "40P01", "53300": self = .busy
            case "XX001", "XX002": self = .corrupt
            default: self = .server(state)
            }
        }
    }
}
