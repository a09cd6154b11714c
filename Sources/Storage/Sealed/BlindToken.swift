import Basics

/// What a blind token is made of. Codes stand in the database: a case is added, never altered.
package enum TokenKind: UInt8, CaseIterable, Sendable {
    /// An identity number; leads to a person.
    case identityNumber = 1
    /// The name of an officer; leads to the officer.
    case officerName
    /// What somebody types to sign in.
    case login
    /// The heading of a column, or the name of a sheet; stands in a sealed text, and leads to nobody.
    case heading
}

/// A text as the blind index (盲索引) has it: equal texts of a jurisdiction have equal tokens, and without the key
/// nobody can try out which text it is.
package struct BlindToken: Hashable, Sendable {
    /// The division code of the jurisdiction.
    package let jurisdiction: String
    /// What it is made of.
    package let kind: TokenKind
    /// The keyed digest of the text.
    package let value: Digest
}

/// Whom a token leads to: any identifier, without its subject.
package struct TokenSubject: Hashable, Sendable {
    /// The 16 bytes, the highest first.
    let bytes: [UInt8]

    /// The subject with that identifier.
    package init<Subject>(_ id: Identifier<Subject>) { bytes = id.bytes }
}

/// A token to be put in the index.
package struct TokenEntry: Hashable, Sendable {
    /// The token.
    package let token: BlindToken
    /// Whom it leads to.
    package let subject: TokenSubject

    /// A token that leads to that identifier.
    package init<Subject>(_ token: BlindToken, of subject: Identifier<Subject>) {
        self.token = token
        self.subject = TokenSubject(subject)
    }
}

extension Identifier {
    /// The 16 bytes, the highest first.
    var bytes: [UInt8] {
        var writer = CanonicalWriter()
        writer.identifier(self)
        return writer.bytes
    }

    /// The identifier of 16 bytes, or nil.
    init?(bytes: [UInt8]) {
        var reader = CanonicalReader(bytes)
        guard bytes.count == 16, let id: Identifier<Subject> = try? reader.identifier() else { return nil }
        self = id
    }
}
