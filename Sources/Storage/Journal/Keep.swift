extension Journal {
    /// Keeps texts that no Act names, as officers' names and the texts of plans, with their tokens.
    package func keep(
        _ sealed: [SealedText], tokens: [TokenEntry] = [], in jurisdiction: String
    ) throws(StorageFailure) {
        try write { db in
            try db.changeBeside(0, in: jurisdiction, envelope: self.envelope) {
                _ = try db.insert(sealed, tokens: tokens, in: jurisdiction, at: 0)
            }
        }
    }
}
