extension Connection {
    /// Brings the schema to the present version within the caller's transaction; refuses what it does not know.
    func migrate(_ dialect: Dialect) throws {
        let version = try knownVersion()
        for migration in Migration.all where migration.version > version {
            try run(script: migration.statements(for: dialect))
            try setSchemaVersion(migration.version)
        }
    }

    /// The version of the schema, 0 in an empty database. Throws where it is another's database or a later version's.
    func knownVersion() throws -> Int {
        let version = try schemaVersion()
        if version > Migration.latest { throw StorageFailure.newerSchema(version) }
        return version
    }
}
