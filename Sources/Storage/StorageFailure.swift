import Basics

/// What the world did to the journal (故障): shown with its sentence, logged whole, never with a text of a person.
package enum StorageFailure: Error, Hashable, Sendable {
    // The file
    /// There is no file at that path.
    case notFound
    /// The file, or the folder it is in, can't be written.
    case readOnly
    /// The path can't be opened as a file.
    case cannotOpen
    /// The file is not a database.
    case notADatabase
    /// It is a database, but not a journal of this system.
    case notAJournal
    /// The database contradicts itself.
    case corrupt
    /// A later version of this system wrote it, with that schema.
    case newerSchema(Int)
    /// The disk is full.
    case full
    /// Another process held the file for longer than one waits.
    case busy
    /// The system refused a read or write, with SQLite's extended result code.
    case io(code: Int)

    // The server
    /// The server can't be reached, or lets nobody in under that name.
    case unreachable
    /// The connection with the server was lost on the way.
    case connectionLost
    /// A setting of the server lets a power cut take away what was recorded: its name.
    case unsafeServer(String)
    /// The address of the server bears a password, where others can read it.
    case passwordInAddress
    /// The server refused, with this state of SQL.
    case server(String)

    // The keys
    /// The master key is not the one that the journal was locked with.
    case wrongKey
    /// The key is the right one, but the keys that it wraps were altered.
    case damagedKeys
    /// There is no key file at that path.
    case keyFileMissing
    /// A key file is there already, and is never overwritten.
    case keyFileExists
    /// Others than its owner may read the key file.
    case keyFileExposed
    /// The key file does not have exactly 32 bytes.
    case keyFileMalformed
    /// The key file can't be read or written.
    case keyFileUnusable
    /// The texts were sealed anew under a key that this journal, opened before, does not have.
    case keysRenewed
    /// The cryptographic library refused to work.
    case cryptography

    // The record
    /// Another entry came first; this is the position of the head now.
    case headMoved(position: Int)
    /// The command was recorded before, at this position.
    case commandKnown(position: Int)
    /// An entry names a text that stands nowhere, or one of another kind.
    case textMissing(Digest)
    /// A sealed text was given for a second time.
    case textTwice(Digest)
    /// A sealed text was altered.
    case damagedText(Digest)
    /// What stands beside this position was changed behind the journal's back.
    case besideChanged(position: Int)
    /// The record at this position can't be read.
    case malformedRecord(position: Int)
    /// The code of the second factor was used before.
    case codeUsed
    /// Somebody saved a revision of the draft first; this is the last one now, 0 where there is none.
    case draftMoved(revision: Int)
    /// The Act or the record of the audit at this position is written, but its digest could not be written outside the database.
    case digestsUnwritten(Int)
    /// This line of the digests kept outside is none.
    case outsideLine(Int)
    /// This line of an exported journal can't be read.
    case journalLine(Int)
    /// A copy goes to an empty place only, and something is there already.
    case notEmpty
}

extension StorageFailure {
    /// The stable code.
    package var code: String {
        switch self {
        case .notFound: "not-found"
        case .readOnly: "read-only"
        case .cannotOpen: "cannot-open"
        case .notADatabase: "not-a-database"
        case .notAJournal: "not-a-journal"
        case .corrupt: "corrupt"
        case .newerSchema: "newer-schema"
        case .full: "full"
        case .busy: "busy"
        case .io: "io"
        case .unreachable: "unreachable"
        case .connectionLost: "connection-lost"
        case .unsafeServer: "unsafe-server"
        case .passwordInAddress: "password-in-address"
        case .server: "server"
        case .wrongKey: "wrong-key"
        case .damagedKeys: "damaged-keys"
        case .keyFileMissing: "key-file-missing"
        case .keyFileExists: "key-file-exists"
        case .keyFileExposed: "key-file-exposed"
        case .keyFileMalformed: "key-file-malformed"
        case .keyFileUnusable: "key-file-unusable"
        case .keysRenewed: "keys-renewed"
        case .cryptography: "cryptography"
        case .headMoved: "head-moved"
        case .commandKnown: "command-known"
        case .textMissing: "text-missing"
        case .textTwice: "text-twice"
        case .damagedText: "damaged-text"
        case .besideChanged: "beside-changed"
        case .malformedRecord: "malformed-record"
        case .codeUsed: "code-used"
        case .draftMoved: "draft-moved"
        case .digestsUnwritten: "digests-unwritten"
        case .outsideLine: "outside-line"
        case .journalLine: "journal-line"
        case .notEmpty: "not-empty"
        }
    }
}
