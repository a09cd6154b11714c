import Basics
import Registry

/// An entry with what stands beside it.
package struct Submission: Sendable {
    /// The entry, which carries the digests of its texts.
    package let entry: Entry
    /// The texts that are put beside it.
    package let sealed: [SealedText]
    /// The tokens that are put in the index with it.
    let tokens: [TokenEntry]

    /// An entry, the texts whose digests it carries, and the tokens that lead to whom it takes in.
    package init(_ entry: Entry, sealing sealed: [SealedText] = [], tokens: [TokenEntry] = []) {
        self.entry = entry
        self.sealed = sealed
        self.tokens = tokens
    }
}

/// What is put into the journal's row.
private struct Prepared {
    let submission: Submission
    let bytes: [UInt8]
    let digest: Digest

    init(_ submission: Submission) {
        self.submission = submission
        bytes = submission.entry.bytes
        digest = Entry.digest(ofRecord: bytes)
    }
}

extension Journal {
    /// Appends an entry if the head is still the one it follows. A command that is known is reported first, so that
    /// whoever sends it again learns where it is; every failure leaves the journal as it was.
    package func append(
        _ entry: Entry, sealing sealed: [SealedText] = [], tokens: [TokenEntry] = []
    ) throws(StorageFailure) {
        try append(all: [Submission(entry, sealing: sealed, tokens: tokens)])
    }

    /// Appends entries in their order, all or none.
    package func append(all batch: [Submission]) throws(StorageFailure) {
        // Encoding and hashing megabytes needs no lock.
        let prepared = batch.map(Prepared.init)
        var attempt = 1
        while true {
            do throws(StorageFailure) {
                // Where the answer was lost, the commands tell what became of them: all are there, or none.
                if attempt > 1, try areRecorded(batch.map(\.entry)) { break }
                try write { db in try self.record(prepared, in: db) }
                break
            } catch {
                guard error == .connectionLost, attempt < Journal.mostAttempts else { throw error }
                attempt += 1
            }
        }
        try writeDownOutside(batch)
    }

    /// Appends what is judged while nobody else can append: the entries after a position are handed over, and what comes back
    /// is appended. So whoever was slower once isn't slower again, however fast others are.
    package func append(
        to jurisdiction: String, after position: Int, _ judge: ([Entry]) -> [Submission]
    ) throws(StorageFailure) {
        var batch: [Submission] = []
        do throws(StorageFailure) {
            try write { db in
                try db.lockHead(of: jurisdiction)
                batch = judge(try db.records(of: jurisdiction, after: position).map { try $0.entry() })
                try self.record(batch.map(Prepared.init), in: db)
            }
        } catch {
            guard error == .connectionLost, !batch.isEmpty else { throw error }
            if try !areRecorded(batch.map(\.entry)) { return try append(all: batch) }
        }
        try writeDownOutside(batch)
    }

    /// How often something is sent whose answer is lost on the way.
    private static let mostAttempts = 3

    /// Whether all of them stand in the journal. Something is written beside them, so that the commit of that waits for a
    /// standby as theirs should have: one that was cut off while it waited can be read before the standby has it.
    private func areRecorded(_ entries: [Entry]) throws(StorageFailure) -> Bool {
        try writeUnwitnessed { db in
            for entry in entries {
                guard try db.position(of: entry.act.command, in: entry.jurisdiction) == entry.position else {
                    return false
                }
                try db.execute(
                    "UPDATE marks SET mark = mark WHERE jurisdiction = ? AND position = ?", entry.jurisdiction,
                    entry.position)
            }
            return true
        }
    }

    private func record(_ prepared: [Prepared], in db: any Connection) throws {
        for item in prepared {
            let (submission, entry, digest) = (item.submission, item.submission.entry, item.digest)
            if let known = try db.position(of: entry.act.command, in: entry.jurisdiction) {
                throw StorageFailure.commandKnown(position: known)
            }
            try db.moveHead(to: entry, digest: digest)
            try db.execute(
                """
                INSERT INTO journal (jurisdiction, position, recorded, command, digest, body)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                entry.jurisdiction, entry.position, entry.recorded.milliseconds, entry.act.command, digest, item.bytes)
            try db.insert(submission, envelope: self.envelope)
            try db.checkTexts(namedBy: entry, given: submission.sealed)
        }
    }
}

extension Connection {
    /// Where a command was recorded, if it was.
    func position(of command: Identifier<Act>, in jurisdiction: String) throws -> Int? {
        try row("SELECT position FROM journal WHERE jurisdiction = ? AND command = ?", jurisdiction, command)?.integer(
            0)
    }

    /// Compares the head with the one the entry follows, and moves it. The first entry has to find none.
    fileprivate func moveHead(to entry: Entry, digest: Digest) throws {
        let moved: Int
        if entry.position == 1, entry.previous == .none {
            moved = try execute(
                "INSERT INTO head (jurisdiction, position, digest) VALUES (?, 1, ?) ON CONFLICT DO NOTHING",
                entry.jurisdiction, digest)
        } else {
            moved = try execute(
                """
                UPDATE head SET position = ?, digest = ?
                WHERE jurisdiction = ? AND position = ? AND digest = ?
                """,
                entry.position, digest, entry.jurisdiction, entry.position - 1, entry.previous)
        }
        guard moved == 1 else {
            throw StorageFailure.headMoved(position: try head(of: entry.jurisdiction)?.position ?? 0)
        }
    }

    fileprivate func insert(_ submission: Submission, envelope: Envelope) throws {
        let entry = submission.entry
        if !submission.sealed.isEmpty { try requireCurrent(envelope) }
        let tokens = try insert(
            submission.sealed, tokens: submission.tokens, in: entry.jurisdiction, at: entry.position)
        var mark = Mark(envelope, jurisdiction: entry.jurisdiction, position: entry.position)
        for text in submission.sealed.sorted(by: { $0.digest < $1.digest }) {
            mark.addSealed(digest: text.digest.bytes, kind: text.kind.rawValue)
        }
        for entry in tokens.sorted(by: TokenEntry.inOrderOfIndex) {
            mark.addToken(
                kind: entry.token.kind.rawValue, token: entry.token.value.bytes, subject: entry.subject.bytes)
        }
        try setMark(mark.value, in: entry.jurisdiction, at: entry.position)
        // What is kept without an Act is marked from the first entry on, or all of it could vanish unnoticed.
        if entry.position == 1 { try changeBeside(0, in: entry.jurisdiction, envelope: envelope) {} }
    }

    /// An Act that names a text which stands nowhere could never be read, and never be taken back either.
    fileprivate func checkTexts(namedBy entry: Entry, given sealed: [SealedText]) throws {
        let given = Dictionary(sealed.map { ($0.digest, $0.kind) }, uniquingKeysWith: { first, _ in first })
        for (digest, kind) in entry.act.sealedTexts {
            let found = try given[digest] ?? self.kind(of: digest, in: entry.jurisdiction)
            guard found == kind else { throw StorageFailure.textMissing(digest) }
        }
    }
}

extension TokenEntry {
    /// The order in which the index has them.
    static func inOrderOfIndex(_ left: TokenEntry, _ right: TokenEntry) -> Bool {
        if left.token.kind != right.token.kind { return left.token.kind.rawValue < right.token.kind.rawValue }
        if left.token.value != right.token.value { return left.token.value < right.token.value }
        return left.subject.bytes.lexicographicallyPrecedes(right.subject.bytes)
    }
}
