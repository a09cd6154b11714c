/// A step of the database's schema. Once released it is frozen: a change is a further step.
package struct Migration: Sendable {
    /// The version of the schema after it, from 1.
    package let version: Int
    /// The statements for SQLite, exactly as they are run; a test keeps their SHA-256.
    package let sql: String
    /// The same schema for PostgreSQL: text in order of its bytes, whole numbers of 64 bits.
    package let postgresql: String

    /// All steps, in order.
    package static let all: [Migration] = [
        .journal, .sealed, .marks, .rules, .drafts, .motions, .lookups, .summaries, .accounts, .sayings,
    ]

    /// The version of the schema after all of them.
    static var latest: Int { all.last?.version ?? 0 }

    /// The statements for an engine.
    func statements(for dialect: Dialect) -> String {
        switch dialect {
        case .sqlite: sql
        case .postgresql: postgresql
        }
    }
}
