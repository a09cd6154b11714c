import Basics
import struct Basics.Digest
import Crypto

/// A keyed mark over what stands beside one position, row after row: sealed texts in the order of their digests, then
/// tokens in the order of the index. Who lacks the key can't take a row away and mark the rest anew.
struct Mark {
    private var code: HMAC<SHA256>

    /// The mark of no rows at a position.
    init(_ envelope: Envelope, jurisdiction: String, position: Int) {
        code = HMAC(key: envelope.mark)
        var writer = CanonicalWriter()
        writer.text("sanding/1/beside")
        writer.text(jurisdiction)
        writer.integer(position)
        code.update(data: writer.bytes)
    }

    /// Adds a sealed text. Whether it was erased makes no difference.
    mutating func addSealed(digest: some Sequence<UInt8>, kind: UInt8) { code.update(data: [1, kind] + digest) }

    /// Adds a token.
    mutating func addToken(kind: UInt8, token: some Sequence<UInt8>, subject: some Sequence<UInt8>) {
        code.update(data: [2, kind] + token + subject)
    }

    /// The mark of what was added.
    var value: Digest { Digest(code: code.finalize()) }

    /// The mark of a look-up.
    static func lookup(
        _ envelope: Envelope, jurisdiction: String, number: Int, way: UInt8, officer: [UInt8], recorded: Int64,
        subjects: [UInt8], purpose: Basics.Digest
    ) -> Digest {
        var writer = CanonicalWriter()
        writer.text("sanding/1/lookup")
        writer.text(jurisdiction)
        writer.integer(number)
        writer.code(way)
        writer.integer(recorded)
        writer.digest(purpose)
        return Digest(
            code: HMAC<SHA256>.authenticationCode(for: writer.bytes + officer + subjects, using: envelope.mark))
    }

    /// The digest of an audit record, chained to the one before.
    static func audit(_ envelope: Envelope, _ record: [UInt8]) -> Basics.Digest {
        Digest(code: HMAC<SHA256>.authenticationCode(for: record, using: envelope.mark))
    }

    /// The mark of an erasure.
    static func erasure(
        _ envelope: Envelope, jurisdiction: String, digest: Digest, recorded: Int64, officer: [UInt8]
    ) -> Digest {
        var writer = CanonicalWriter()
        writer.text("sanding/1/erasure")
        writer.text(jurisdiction)
        writer.digest(digest)
        writer.integer(recorded)
        return Digest(code: HMAC<SHA256>.authenticationCode(for: writer.bytes + officer, using: envelope.mark))
    }
}
