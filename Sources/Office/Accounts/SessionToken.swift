import Accounts
import Basics

/// How far a session has come. Codes stand in the database: a case is added, never altered.
enum SessionStage: UInt8, Sendable {
    /// Login and passphrase were right.
    case halfway = 1
    /// Somebody is signed in.
    case whole
}

/// Tokens of sessions and of one-time links: 256 random bits, as 64 hexadecimal digits. Only their digests are kept.
enum SessionToken {
    /// A new one.
    static func make(from source: inout some RandomNumberGenerator) -> String {
        base16(randomBytes(32, from: &source))
    }

    /// The digest it is known by; nil for a text that is no token.
    static func digest(_ token: String) -> Digest? {
        let bytes = token.utf8
        guard bytes.count == 64, bytes.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        return Digest(sha256: bytes)
    }

    /// What the forms of a session carry: says nothing about its token, and another page can't make it.
    static func formToken(_ token: String) -> String {
        Digest(keyed: Array(token.utf8), of: Array("sanding/1/form".utf8)).description
    }
}
