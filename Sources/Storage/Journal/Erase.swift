import Basics
import Registry

extension Journal {
    /// Erases texts and takes the tokens of subjects out of the index (删除), recording who did it and when. Acts keep
    /// their digests and replay needs neither. Afterwards the file is written anew, so that no copy is left in it;
    /// where that fails, the erasure stands and erasing again repeats it. Copies of the file made before keep the text.
    package func erase(
        _ digests: [Digest], tokensOf subjects: [TokenSubject] = [], in jurisdiction: String, by officer: Officer.ID,
        at instant: Instant
    ) throws(StorageFailure) {
        try write { db in
            for digest in digests {
                guard let row = try db.sealedRow(of: digest, in: jurisdiction) else {
                    throw StorageFailure.textMissing(digest)
                }
                if row.text != nil {
                    try db.erase(digest, in: jurisdiction, by: officer, at: instant, envelope: self.envelope)
                }
            }
            for subject in subjects { try db.eraseTokens(of: subject, in: jurisdiction, envelope: self.envelope) }
        }
        try scrub()
    }
}

extension Connection {
    fileprivate func erase(
        _ digest: Digest, in jurisdiction: String, by officer: Officer.ID, at instant: Instant, envelope: Envelope
    ) throws {
        try execute("UPDATE sealed SET box = NULL WHERE jurisdiction = ? AND digest = ?", jurisdiction, digest)
        let mark = Mark.erasure(
            envelope, jurisdiction: jurisdiction, digest: digest, recorded: instant.milliseconds,
            officer: officer.bytes)
        try execute(
            "INSERT INTO erasures (jurisdiction, digest, recorded, officer, mark) VALUES (?, ?, ?, ?, ?)", jurisdiction,
            digest, instant.milliseconds, officer, mark)
    }

    fileprivate func eraseTokens(of subject: TokenSubject, in jurisdiction: String, envelope: Envelope) throws {
        let positions = try rows(
            "SELECT DISTINCT position FROM tokens WHERE jurisdiction = ? AND subject = ? ORDER BY position",
            jurisdiction, subject.bytes
        ).map { try $0.integer(0) }
        for position in positions {
            try changeBeside(position, in: jurisdiction, envelope: envelope) {
                try execute(
                    "DELETE FROM tokens WHERE jurisdiction = ? AND subject = ? AND position = ?", jurisdiction,
                    subject.bytes, position)
            }
        }
    }
}
