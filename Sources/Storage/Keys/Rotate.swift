extension Journal {
    /// Locks the journal with another master key. Journals that are open go on working; the next opening needs the
    /// new key, which must be safe in its file before.
    package func rotate(to newKey: MasterKey) throws(StorageFailure) {
        try write { db in try self.envelope.write(to: db, key: newKey) }
    }
}
