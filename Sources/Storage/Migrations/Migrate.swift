import GRDB

extension Database {
    /// Brings the schema to the present version within the caller's transaction; refuses what it does not know.
    func migrate() throws {
        let version = try knownVersion()
        for migration in Migration.all where migration.version > version {
            try execute(sql: migration.sql)
            try execute(sql: "PRAGMA user_version = \(migration.version)")
        }
        if version == 0 { try execute(sql: "PRAGMA application_id = \(Migration.applicationID)") }
    }

    /// The version of the schema, 0 in an empty database. Throws where it is another's database or a later version's.
    func knownVersion() throws -> Int {
        let version = try Int.fetchOne(self, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(self, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(self, sql: "SELECT count(*) FROM sqlite_schema") == 0
        if isEmpty, version == 0, application == 0 { return 0 }
        guard application == Migration.applicationID, version >= 1 else { throw StorageFailure.notAJournal }
        if let last = Migration.all.last, version > last.version { throw StorageFailure.newerSchema(version) }
        return version
    }
}
