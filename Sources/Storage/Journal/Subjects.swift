import Basics

extension Journal {
    /// Whom a token leads to, in the order of identifiers; more than one where two have the same number or name.
    package func subjects<Subject>(of token: BlindToken) throws(StorageFailure) -> [Identifier<Subject>] {
        try subjects(of: [token])[token] ?? []
    }

    /// Whom many tokens lead to; tokens that lead nowhere are left out.
    package func subjects<Subject>(
        of tokens: [BlindToken]
    ) throws(StorageFailure) -> [BlindToken: [Identifier<Subject>]] {
        try read { db in
            var found: [BlindToken: [Identifier<Subject>]] = [:]
            for token in tokens where found[token] == nil {
                let subjects: [Identifier<Subject>] = try db.rows(
                    "SELECT subject FROM tokens WHERE jurisdiction = ? AND kind = ? AND token = ? ORDER BY subject",
                    token.jurisdiction, token.kind.rawValue, token.value
                ).map { try $0.identifier(0) }
                if !subjects.isEmpty { found[token] = subjects }
            }
            return found
        }
    }
}
