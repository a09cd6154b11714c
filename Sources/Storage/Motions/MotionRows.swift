import Basics
import Foundation
import GRDB
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
            let last =
                try Int.fetchOne(
                    db, sql: "SELECT max(number) FROM motion_events WHERE jurisdiction = ? AND motion = ?",
                    arguments: [jurisdiction, row.motion]) ?? 0
            guard row.number == last + 1 else { throw StorageFailure.headMoved(position: last) }
            try db.changeBeside(0, in: jurisdiction, envelope: self.envelope) {
                _ = try db.insert(texts, tokens: tokens, in: jurisdiction, at: 0)
            }
            try db.execute(
                sql: """
                    INSERT INTO motion_events
                        (jurisdiction, motion, number, deed, officer, recorded, content, text)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    jurisdiction, row.motion, row.number, row.deed, Data(row.officer.bytes),
                    row.recorded.milliseconds, Data(row.content), Data(row.text.bytes),
                ])
        }
    }

    /// The events of all motions, motion by motion, in the order in which they happened.
    package func motionEvents(of jurisdiction: String) throws(StorageFailure) -> [MotionRow] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT motion, number, deed, officer, recorded, content, text FROM motion_events
                    WHERE jurisdiction = ? ORDER BY motion, number
                    """, arguments: [jurisdiction]
            ).map { row in
                guard let officer = Officer.ID(bytes: Array(row[3] as Data)), let text = Digest(bytes: row[6] as Data)
                else { throw StorageFailure.corrupt }
                return MotionRow(
                    motion: row[0], number: row[1], deed: row[2], officer: officer,
                    recorded: Instant(milliseconds: row[4]), content: Array(row[5] as Data), text: text)
            }
        }
    }
}
