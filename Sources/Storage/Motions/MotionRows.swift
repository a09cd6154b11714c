import Basics
import Registry

/// One event of a motion as it is kept (动议件记录).
package struct MotionRow: Hashable, Sendable {
    /// The motion's number in its jurisdiction, from 1.
    package let motion: Int
    /// The event's number in the motion, from 1.
    package let number: Int
    /// What happened, as a code that whoever keeps it gives a meaning to.
    package let deed: UInt8
    /// Who did it, or entered it.
    package let officer: Officer.ID
    /// When it was entered.
    package let recorded: Instant
    /// What belongs to the deed, in the canonical encoding.
    package let content: [UInt8]
    /// The digest of its text, which stands sealed.
    package let text: Digest

    /// An event of a motion.
    package init(
        motion: Int, number: Int, deed: UInt8, officer: Officer.ID, recorded: Instant, content: [UInt8], text: Digest
    ) {
        self.motion = motion
        self.number = number
        self.deed = deed
        self.officer = officer
        self.recorded = recorded
        self.content = content
        self.text = text
    }
}

extension Journal {
    /// Records an event of a motion, with its text sealed, if it is still the next one: `headMoved` when another came
    /// first.
    package func record(
        _ row: MotionRow, sealing texts: [SealedText], tokens: [TokenEntry] = [], in jurisdiction: String
    ) throws(StorageFailure) {
        try write { db in
            let last = try db.highest(
                "SELECT max(number) FROM motion_events WHERE jurisdiction = ? AND motion = ?", jurisdiction, row.motion)
            guard row.number == last + 1 else { throw StorageFailure.headMoved(position: last) }
            try db.changeBeside(0, in: jurisdiction, envelope: self.envelope) {
                _ = try db.insert(texts, tokens: tokens, in: jurisdiction, at: 0)
            }
            try db.execute(
                """
                INSERT INTO motion_events
                    (jurisdiction, motion, number, deed, officer, recorded, content, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                jurisdiction, row.motion, row.number, row.deed, row.officer, row.recorded.milliseconds, row.content,
                row.text)
        }
    }

    /// The events of all motions, motion by motion, in the order in which they happened.
    package func motionEvents(of jurisdiction: String) throws(StorageFailure) -> [MotionRow] {
        try read { db in try db.motionRows("jurisdiction = ?", jurisdiction, nil) }
    }

    /// The events of one motion, in the order in which they happened.
    package func motionEvents(of jurisdiction: String, motion: Int) throws(StorageFailure) -> [MotionRow] {
        try read { db in try db.motionRows("jurisdiction = ? AND motion = ?", jurisdiction, motion) }
    }

    /// How many events each motion has. Events only grow, so that who has read them knows what is new.
    package func motionCounts(of jurisdiction: String) throws(StorageFailure) -> [Int: Int] {
        try read { db in
            var counts: [Int: Int] = [:]
            for row in try db.rows(
                "SELECT motion, count(*) FROM motion_events WHERE jurisdiction = ? GROUP BY motion", jurisdiction)
            {
                counts[try row.integer(0)] = try row.integer(1)
            }
            return counts
        }
    }
}

extension Connection {
    fileprivate func motionRows(_ condition: StaticString, _ jurisdiction: String, _ motion: Int?) throws -> [MotionRow]
    {
        let sql = """
            SELECT motion, number, deed, officer, recorded, content, text FROM motion_events
            WHERE \(condition) ORDER BY motion, number
            """
        return try (motion.map { try rows(sql, jurisdiction, $0) } ?? rows(sql, jurisdiction)).map { row in
            MotionRow(
                motion: try row.integer(0), number: try row.integer(1), deed: try row.byte(2),
                officer: try row.identifier(3), recorded: Instant(milliseconds: try row.int64(4)),
                content: try row.bytes(5), text: try row.digest(6))
        }
    }
}
