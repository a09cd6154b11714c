import Basics

extension Journal {
    /// Locks the journal with another master key. Journals that are open go on working; the next opening needs the
    /// new key, which must be safe in its file before.
    package func rotate(to newKey: MasterKey) throws(StorageFailure) {
        try write { db in
            try db.requireCurrent(self.envelope)
            try self.envelope.write(to: db, key: newKey)
        }
    }

    /// Seals every text anew under a new key, and gives the number of them. Digests stay as they are. Journals that are
    /// open, this one too, have to be opened again: they can't read or seal texts any more, and say so (`keysRenewed`).
    /// - Parameter key: the master key, which wraps the new one.
    @discardableResult
    package func sealAnew(key: MasterKey) throws(StorageFailure) -> Int {
        let count = try write { db in
            try db.lockSchema()
            try db.requireCurrent(self.envelope)
            let renewed = self.envelope.renewed()
            let (old, new) = (Vault(self.envelope), Vault(renewed))
            var count = 0
            for place in try db.rows("SELECT DISTINCT jurisdiction FROM sealed ORDER BY 1") {
                let jurisdiction = try place.text(0)
                // One after another, since a county's people are many.
                for digest in try db.rows(
                    "SELECT digest FROM sealed WHERE jurisdiction = ? AND box IS NOT NULL", jurisdiction
                ).map({ try $0.digest(0) }) {
                    guard let text = try db.sealedRow(of: digest, in: jurisdiction)?.text else { continue }
                    try db.execute(
                        "UPDATE sealed SET box = ? WHERE jurisdiction = ? AND digest = ?",
                        try new.sealed(text, by: old),
                        jurisdiction, digest)
                    count += 1
                }
            }
            count += try db.sealAuditAnew(old, new)
            try renewed.write(to: db, key: key)
            return count
        }
        // No box under the old key is to be left in a free corner.
        try scrub()
        return count
    }
}

extension Connection {
    /// Seals the words of all audit records anew; how many.
    fileprivate func sealAuditAnew(_ old: Vault, _ new: Vault) throws -> Int {
        var count = 0
        for place in try rows("SELECT jurisdiction, position FROM audit_heads ORDER BY jurisdiction") {
            let jurisdiction = try place.text(0)
            for position in stride(from: 1, through: try place.integer(1), by: 1) {
                guard
                    let row = try row(
                        "SELECT content, box FROM audit WHERE jurisdiction = ? AND position = ?", jurisdiction, position
                    )
                else { continue }
                let text = SealedText(
                    jurisdiction: jurisdiction, digest: try row.digest(0), kind: .audit, box: try row.bytes(1))
                try execute(
                    "UPDATE audit SET box = ? WHERE jurisdiction = ? AND position = ?", try new.sealed(text, by: old),
                    jurisdiction, position)
                count += 1
            }
        }
        return count
    }

    /// Throws `keysRenewed` where the texts were sealed anew since the keys were read: what is sealed under the old key
    /// could never be opened.
    func requireCurrent(_ envelope: Envelope) throws {
        guard try Envelope.generation(in: self) == envelope.generation else { throw StorageFailure.keysRenewed }
    }
}
