/// A database that keeps a journal: SQLite in one file, or PostgreSQL for several nodes (存储引擎).
///
/// Statements are the same on both but for the schema: `?` stands for an argument, conflicts are left to
/// `ON CONFLICT`, and no isolation level is leaned on.
protocol Engine: Sendable {
    /// Which dialect the schema is written in.
    var dialect: Dialect { get }

    /// One transaction that may write: all of it or nothing.
    func write<Value>(_ body: (any Connection) throws -> Value) throws -> Value

    /// One snapshot, for reading only.
    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value

    /// Rewrites what is stored, so that nothing erased is left in a free corner of it.
    func scrub() throws

    /// Lets go of the database, and says whether that went well.
    func close() throws

    /// What hears that others recorded something. Serves one thread.
    func listener() throws -> any Listener
}

/// The dialects of SQL that schemas are written in.
enum Dialect: Sendable, CaseIterable {
    case sqlite
    case postgresql
}

/// A transaction under way.
protocol Connection {
    /// Runs a statement that gives no rows; how many rows it inserted, changed or deleted.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

    /// Runs a statement once for each row of arguments, in their order; how many rows each one inserted, changed or deleted.
    func execute(_ sql: String, each rows: [[SQLValue]]) throws -> [Int]

    /// Asks for rows and looks at each in its turn.
    func forEach(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws

    /// Runs statements without arguments, as a migration has them.
    func run(script sql: String) throws

    /// The version of the schema, 0 where there is none. Throws where it is another's database.
    func schemaVersion() throws -> Int

    /// Says which version the schema has now.
    func setSchemaVersion(_ version: Int) throws

    /// Lets no other node change the schema while this transaction goes on.
    func lockSchema() throws

    /// Lets nobody else append to a jurisdiction's journal while this transaction goes on.
    func lockHead(of jurisdiction: String) throws

    /// What the engine's own look at its tables and indexes finds wrong; nil when nothing is, or when it has no such look.
    func integrityFault() throws -> String?
}

extension Connection {
    /// Where there is one writer at a time, a transaction that may write is enough.
    func lockHead(of jurisdiction: String) {}

    func execute(_ sql: String, each rows: [[SQLValue]]) throws -> [Int] { try rows.map { try execute(sql, $0) } }

    @discardableResult
    func execute(_ sql: String, _ arguments: (any SQLArgument)...) throws -> Int {
        try execute(sql, arguments.map(\.value))
    }

    func forEach(_ sql: String, _ arguments: any SQLArgument..., body: (SQLRow) throws -> Void) throws {
        try forEach(sql, arguments.map(\.value), body)
    }

    func rows(_ sql: String, _ arguments: any SQLArgument...) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEach(sql, arguments.map(\.value)) { rows.append($0) }
        return rows
    }

    /// The first row, if there is one.
    func row(_ sql: String, _ arguments: any SQLArgument...) throws -> SQLRow? {
        var first: SQLRow?
        try forEach(sql, arguments.map(\.value)) { if first == nil { first = $0 } }
        return first
    }

    /// What a statement that asks for a highest number answers; 0 where there are no rows.
    func highest(_ sql: String, _ arguments: any SQLArgument...) throws -> Int {
        var highest = 0
        try forEach(sql, arguments.map(\.value)) { if !$0.isNull(0) { highest = try $0.integer(0) } }
        return highest
    }
}
