import Basics
import Synchronization

/// A record that has to be written with whatever is written first (见证).
final class Witness: Sendable {
    let note: AuditNote
    private let isDone = Mutex(false)

    init(_ note: AuditNote) { self.note = note }

    var isSpent: Bool { isDone.withLock { $0 } }

    func spend() { isDone.withLock { $0 = true } }
}

extension Journal {
    /// The same journal for one deed: the first transaction that writes through it writes the record, too, all of it or
    /// nothing (同一事务留痕). So whatever an official does is on record if it is done, and isn't done if it can't be.
    package func witnessed(by note: AuditNote) -> Journal { Journal(self, witness: Witness(note)) }

    /// Whether the record that it was made with has been written; false where nothing was written through it.
    package var wasWitnessed: Bool { witness?.isSpent ?? false }

    /// Writes a record of something that writes nothing else: a refusal, an export, a page of personal data.
    package func record(_ note: AuditNote) throws(StorageFailure) {
        try writeDownOutside(try writeUnwitnessed { db in try db.append(note, envelope: self.envelope) })
    }
}

extension Connection {
    /// Appends a record to its chain, unless it was appended before. Always the last thing of a transaction, so that nobody
    /// waits for the head of the audit while others wait for them.
    /// - Returns: its digest, to be written down outside; nil for one that was there.
    func append(_ note: AuditNote, envelope: Envelope) throws -> OutsideDigest? {
        try requireCurrent(envelope)
        let place = note.jurisdiction
        try execute(
            "INSERT INTO audit_heads (jurisdiction, position, digest) VALUES (?, 0, ?) ON CONFLICT DO NOTHING", place,
            Digest.none)
        // Whoever changes the row keeps others from it until the transaction is over.
        try execute("UPDATE audit_heads SET position = position WHERE jurisdiction = ?", place)
        guard
            try row("SELECT position FROM audit WHERE jurisdiction = ? AND command = ?", place, note.command) == nil
        else { return nil }
        guard let head = try row("SELECT position, digest FROM audit_heads WHERE jurisdiction = ?", place) else {
            throw StorageFailure.corrupt
        }
        let last = try head.integer(0)
        let before = try row("SELECT recorded FROM audit WHERE jurisdiction = ? AND position = ?", place, last)
        let record = ChainedNote(
            position: last + 1, recorded: max(note.instant.milliseconds, try before?.int64(0) ?? .min),
            command: note.command.bytes, actor: note.actor?.bytes, action: note.action, outcome: note.outcome,
            about: note.about?.bytes, content: note.text.digest.bytes)
        let digest = record.digest(after: try head.digest(1), in: place, envelope)
        try execute(
            """
            INSERT INTO audit
                (jurisdiction, position, recorded, command, actor, action, outcome, about, content, box, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            place, record.position, record.recorded, note.command, note.actor, note.action, note.outcome, note.about,
            note.text.digest, note.text.box, digest)
        try execute(
            "UPDATE audit_heads SET position = ?, digest = ? WHERE jurisdiction = ?", record.position, digest, place)
        return OutsideDigest(jurisdiction: place, chain: .audit, position: record.position, digest: digest)
    }
}

/// What the digest of a record is made of.
struct ChainedNote {
    let position: Int
    let recorded: Int64
    let command: [UInt8]
    let actor: [UInt8]?
    let action: UInt8
    let outcome: UInt8
    let about: [UInt8]?
    let content: [UInt8]

    /// The keyed digest of the record and the one before: who lacks the key can't chain others anew.
    func digest(after previous: Digest, in jurisdiction: String, _ envelope: Envelope) -> Digest {
        var writer = CanonicalWriter()
        writer.text("sanding/1/audit")
        writer.text(jurisdiction)
        writer.digest(previous)
        writer.integer(position)
        writer.integer(recorded)
        writer.code(action)
        writer.code(outcome)
        writer.list(command) { $0.code($1) }
        writer.optional(actor) { $0.list($1) { $0.code($1) } }
        writer.optional(about) { $0.list($1) { $0.code($1) } }
        writer.list(content) { $0.code($1) }
        return Mark.audit(envelope, writer.bytes)
    }
}
