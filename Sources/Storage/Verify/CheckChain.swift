import Basics
import Registry

extension Journal {
    /// Checks a jurisdiction's journal record by record, and everything that stands beside it, within one snapshot.
    /// Empty when it is whole. Last records taken away together with their rows show only `check(against:)`.
    /// - Parameter reading: is given each entry that could be read, in order, so that who replays them reads no second time.
    package func checkChain(
        of jurisdiction: String, reading: (Entry) -> Void = { _ in }
    ) throws(StorageFailure) -> [ChainFault] {
        try read { db in
            var check = ChainCheck(jurisdiction: jurisdiction, vault: self.vault, envelope: self.envelope)
            guard try db.integrityFault() == nil else {
                check.report(.pagesDamaged, at: 0)
                return check.faults
            }
            try check.walkRecords(db, reading)
            try check.walkBeside(db)
            try check.walkLookups(db)
            try check.walkAccounts(db)
            try check.walkSayings(db)
            try check.walkAudit(db)
            return check.faults.sorted { $0.position < $1.position }
        }
    }
}

/// A verification under way.
struct ChainCheck {
    let jurisdiction: String
    let vault: Vault
    let envelope: Envelope
    var faults: [ChainFault] = []
    /// The last record met.
    private(set) var last = 0
    private var lastDigest = Digest.none
    private var lastRecorded: Instant?
    private var commands: [Identifier<Act>: Int] = [:]

    init(jurisdiction: String, vault: Vault, envelope: Envelope) {
        self.jurisdiction = jurisdiction
        self.vault = vault
        self.envelope = envelope
    }

    mutating func report(_ what: ChainFault.What, at position: Int) {
        faults.append(ChainFault(jurisdiction: jurisdiction, position: position, what: what))
    }

    /// The records in order, each against itself, its columns and the one before; then the head.
    mutating func walkRecords(_ db: any Connection, _ reading: (Entry) -> Void) throws {
        let kinds = try db.kindsOfTexts(in: jurisdiction)
        try db.forEach(
            """
            SELECT position, recorded, command, digest, body FROM journal WHERE jurisdiction = ? ORDER BY position
            """,
            jurisdiction
        ) { row in
            let position = try row.integer(0)
            if position != last + 1 { report(.missing(through: position - 1), at: last + 1) }
            let bytes = try row.bytes(4)
            let digest = Entry.digest(ofRecord: bytes)
            if digest.bytes != (try row.bytes(3)) { report(.altered, at: position) }
            if let entry = try? Entry(bytes: bytes), entry.bytes == bytes {
                try compare(entry, with: row, at: position)
                for (text, kind) in entry.act.sealedTexts where kinds[text] != kind {
                    report(.textMissing(text), at: position)
                }
                reading(entry)
            } else {
                report(.unreadable, at: position)
            }
            last = position
            lastDigest = digest
        }
        let head = try db.head(of: jurisdiction)
        if head != (last == 0 ? nil : Head(position: last, digest: lastDigest)) { report(.head, at: last) }
    }

    private mutating func compare(_ entry: Entry, with row: SQLRow, at position: Int) throws {
        // After a gap there is nothing to follow, and the gap has been reported.
        if position == last + 1, entry.previous != lastDigest { report(.notFollowing, at: position) }
        if entry.jurisdiction != jurisdiction { report(.column("jurisdiction"), at: position) }
        if entry.position != position { report(.column("position"), at: position) }
        if entry.recorded.milliseconds != (try row.int64(1)) { report(.column("recorded"), at: position) }
        if entry.act.command.bytes != (try row.bytes(2)) { report(.column("command"), at: position) }
        if let lastRecorded, entry.recorded < lastRecorded { report(.recordedBack, at: position) }
        if let first = commands.updateValue(position, forKey: entry.act.command) {
            report(.commandTwice(first), at: position)
        }
        lastRecorded = entry.recorded
    }
}
