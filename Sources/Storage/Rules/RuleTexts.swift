import Basics

extension Journal {
    /// Keeps the text of a rule pack under its digest, for an Act to adopt. Kept twice it is there once. Nobody has to answer
    /// for a text that nothing goes by: the record is written with the Act, or with what refuses it.
    package func keepRules(_ text: String, in jurisdiction: String) throws(StorageFailure) {
        let digest = Digest(sha256: Array(text.utf8))
        try writeUnwitnessed { db in
            try db.execute(
                "INSERT INTO rule_texts (jurisdiction, digest, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                jurisdiction, digest, text)
        }
    }

    /// The texts behind digests of rule packs. One that is not there, or is no longer the text of its digest, is left
    /// out: what it ruled can't be told then.
    package func rules(_ digests: [Digest], in jurisdiction: String) throws(StorageFailure) -> [Digest: String] {
        try read { db in
            var texts: [Digest: String] = [:]
            for digest in digests {
                let text = try db.row(
                    "SELECT text FROM rule_texts WHERE jurisdiction = ? AND digest = ?", jurisdiction, digest)?.text(0)
                if let text, Digest(sha256: Array(text.utf8)) == digest { texts[digest] = text }
            }
            return texts
        }
    }
}
