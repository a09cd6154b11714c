/// A table as it is carried from one database to another: its columns, and the order in which its rows may be put back.
struct CopiedTable: Sendable {
    let name: String
    let columns: [String]
    let order: String

    /// All tables, those first that others refer to; summaries are made again where they are asked for.
    static let all = [
        CopiedTable(name: "keys", columns: ["purpose", "content"], order: "purpose"),
        CopiedTable(
            name: "journal", columns: ["jurisdiction", "position", "recorded", "command", "digest", "body"],
            order: "jurisdiction, position"),
        CopiedTable(name: "head", columns: ["jurisdiction", "position", "digest"], order: "jurisdiction"),
        CopiedTable(
            name: "sealed", columns: ["jurisdiction", "digest", "kind", "position", "box"],
            order: "jurisdiction, position, digest"),
        CopiedTable(
            name: "tokens", columns: ["jurisdiction", "kind", "token", "subject", "position"],
            order: "jurisdiction, position, kind, token, subject"),
        CopiedTable(
            name: "erasures", columns: ["jurisdiction", "digest", "recorded", "officer", "mark"],
            order: "jurisdiction, digest"),
        CopiedTable(name: "marks", columns: ["jurisdiction", "position", "mark"], order: "jurisdiction, position"),
        CopiedTable(name: "rule_texts", columns: ["jurisdiction", "digest", "text"], order: "jurisdiction, digest"),
        CopiedTable(
            name: "finding_decisions",
            columns: [
                "jurisdiction", "number", "finding", "state", "fingerprint", "officer", "recorded", "reason",
            ], order: "jurisdiction, number"),
        CopiedTable(
            name: "plan_drafts",
            columns: [
                "jurisdiction", "draft", "revision", "parent_draft", "parent_revision", "other_draft",
                "other_revision", "base", "officer", "recorded", "text",
            ], order: "jurisdiction, draft, revision"),
        CopiedTable(
            name: "lookups",
            columns: ["jurisdiction", "number", "way", "officer", "recorded", "subjects", "purpose", "mark"],
            order: "jurisdiction, number"),
        CopiedTable(
            name: "motion_events",
            columns: ["jurisdiction", "motion", "number", "deed", "officer", "recorded", "content", "text"],
            order: "jurisdiction, motion, number"),
        CopiedTable(
            name: "import_sayings", columns: ["jurisdiction", "number", "officer", "recorded", "content"],
            order: "jurisdiction, number"),
        CopiedTable(
            name: "accounts",
            columns: ["jurisdiction", "number", "account", "version", "login", "name", "recorded", "content"],
            order: "jurisdiction, number"),
        CopiedTable(
            name: "sessions",
            columns: [
                "jurisdiction", "token", "account", "version", "stage", "step", "opened", "seen", "ended",
            ], order: "jurisdiction, token"),
        CopiedTable(
            name: "audit",
            columns: [
                "jurisdiction", "position", "recorded", "command", "actor", "action", "outcome", "about", "content",
                "box", "digest",
            ], order: "jurisdiction, position"),
        CopiedTable(name: "audit_heads", columns: ["jurisdiction", "position", "digest"], order: "jurisdiction"),
    ]

    /// Looks at every row in its order.
    func forEach(in db: any Connection, _ body: ([SQLValue]) throws -> Void) throws {
        try db.forEach("SELECT \(columns.joined(separator: ", ")) FROM \(name) ORDER BY \(order)") {
            try body($0.values)
        }
    }

    /// Puts a row in.
    func insert(_ values: [SQLValue], into db: any Connection) throws {
        guard values.count == columns.count else { throw StorageFailure.corrupt }
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        try db.execute("INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))", values)
    }
}
