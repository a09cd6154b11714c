/// A step of the database's schema. Once released it is frozen: a change is a further step.
package struct Migration: Sendable {
    /// The version of the schema after it, from 1.
    package let version: Int
    /// The statements, exactly as they are run; a test keeps their SHA-256.
    package let sql: String

    /// All steps, in order.
    package static let all: [Migration] = [.journal, .sealed, .marks, .rules, .drafts, .motions]

    /// The mark in a database's header by which it is known as a journal of this system: "SDng".
    static let applicationID = 0x5344_6E67
}
