import Basics

// The rows that stand beside a position of the journal: sealed texts, tokens, and the mark of both.

extension Connection {
    /// Inserts sealed texts and tokens; gives back those tokens that were not in the index before.
    func insert(
        _ sealed: [SealedText], tokens: [TokenEntry], in jurisdiction: String, at position: Int
    ) throws -> [TokenEntry] {
        precondition(
            sealed.allSatisfy { $0.jurisdiction == jurisdiction }
                && tokens.allSatisfy { $0.token.jurisdiction == jurisdiction },
            "a text is sealed for the jurisdiction that keeps it, and a token belongs to it")
        let texts = try execute(
            """
            INSERT INTO sealed (jurisdiction, digest, kind, position, box) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            each: sealed.map { text in
                [jurisdiction.value, text.digest.value, text.kind.rawValue.value, position.value, text.box.value]
            })
        for (text, inserted) in zip(sealed, texts) where inserted != 1 { throw StorageFailure.textTwice(text.digest) }
        let entries = try execute(
            """
            INSERT INTO tokens (jurisdiction, kind, token, subject, position) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            each: tokens.map { entry in
                [
                    jurisdiction.value, entry.token.kind.rawValue.value, entry.token.value.value,
                    entry.subject.bytes.value, position.value,
                ]
            })
        return zip(tokens, entries).filter { $0.1 == 1 }.map(\.0)
    }

    /// Writes the mark of a position.
    func setMark(_ mark: Digest, in jurisdiction: String, at position: Int) throws {
        try execute(
            """
            INSERT INTO marks (jurisdiction, position, mark) VALUES (?, ?, ?)
            ON CONFLICT (jurisdiction, position) DO UPDATE SET mark = excluded.mark
            """,
            jurisdiction, position, mark)
    }

    /// Changes rows beside a position and marks them anew, but only if they still meet the mark they have: a change
    /// made behind the journal's back must not be covered up by the next one.
    func changeBeside(
        _ position: Int, in jurisdiction: String, envelope: Envelope, _ change: () throws -> Void
    ) throws {
        try requireCurrent(envelope)
        let known = try row("SELECT mark FROM marks WHERE jurisdiction = ? AND position = ?", jurisdiction, position)
        let before = try mark(of: jurisdiction, at: position, envelope: envelope)
        let unmarked = position == 0 ? Mark(envelope, jurisdiction: jurisdiction, position: 0).value : nil
        guard try known?.digest(0) ?? unmarked == before else {
            throw StorageFailure.besideChanged(position: position)
        }
        try change()
        try setMark(mark(of: jurisdiction, at: position, envelope: envelope), in: jurisdiction, at: position)
    }

    /// Lets nobody else keep anything without an Act while this transaction goes on: the row of its mark stands for all of
    /// it. Before there is one, whoever is second finds the number taken.
    func lockBeside(of jurisdiction: String) throws {
        try execute("UPDATE marks SET mark = mark WHERE jurisdiction = ? AND position = 0", jurisdiction)
    }

    /// The mark that the rows of a position have as they are.
    func mark(of jurisdiction: String, at position: Int, envelope: Envelope) throws -> Digest {
        var mark = Mark(envelope, jurisdiction: jurisdiction, position: position)
        try forEach(
            "SELECT digest, kind FROM sealed WHERE jurisdiction = ? AND position = ? ORDER BY digest", jurisdiction,
            position
        ) { mark.addSealed(digest: try $0.bytes(0), kind: try $0.byte(1)) }
        try forEach(
            """
            SELECT kind, token, subject FROM tokens WHERE jurisdiction = ? AND position = ?
            ORDER BY kind, token, subject
            """,
            jurisdiction, position
        ) { mark.addToken(kind: try $0.byte(0), token: try $0.bytes(1), subject: try $0.bytes(2)) }
        return mark.value
    }

    /// The kind of a sealed text, erased or not.
    func kind(of digest: Digest, in jurisdiction: String) throws -> SealedKind? {
        try row("SELECT kind FROM sealed WHERE jurisdiction = ? AND digest = ?", jurisdiction, digest)
            .flatMap { SealedKind(rawValue: try $0.byte(0)) }
    }
    /// The kinds of all sealed texts, erased or not.
    func kindsOfTexts(in jurisdiction: String) throws -> [Digest: SealedKind] {
        var kinds: [Digest: SealedKind] = [:]
        try forEach("SELECT digest, kind FROM sealed WHERE jurisdiction = ?", jurisdiction) {
            kinds[try $0.digest(0)] = SealedKind(rawValue: try $0.byte(1))
        }
        return kinds
    }
}
