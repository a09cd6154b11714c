import Basics
import struct Basics.Digest
import Crypto
import Foundation

/// Seals texts and opens them, and makes blind tokens (密存): keys and arithmetic, no file.
package struct Vault: Sendable {
    private let envelope: Envelope

    init(_ envelope: Envelope) { self.envelope = envelope }

    /// Seals a text, in normal form C, under a new random key of its own that goes into the box with it: when the box
    /// is erased, the digest in the journal can't be tried out against guesses any more.
    package func seal(
        _ text: String, as kind: SealedKind, for jurisdiction: String
    ) throws(StorageFailure) -> SealedText {
        let content = Array(text.normalised.utf8)
        let ownKey = SymmetricKey(size: .bits256).withUnsafeBytes(Array.init)
        let digest = Digest(keyed: ownKey, of: content)
        let label = Vault.label(jurisdiction: jurisdiction, kind: kind, digest: digest)
        guard let box = try? AES.GCM.seal(ownKey + content, using: envelope.text, authenticating: label).combined else {
            throw .cryptography
        }
        return SealedText(jurisdiction: jurisdiction, digest: digest, kind: kind, box: Array(box))
    }

    /// The box of a text under the key of this vault, its own key and content as another vault had them.
    func sealed(_ sealed: SealedText, by other: Vault) throws(StorageFailure) -> [UInt8] {
        let (ownKey, content) = try other.opened(sealed)
        let label = Vault.label(jurisdiction: sealed.jurisdiction, kind: sealed.kind, digest: sealed.digest)
        guard let box = try? AES.GCM.seal(ownKey + content, using: envelope.text, authenticating: label).combined else {
            throw .cryptography
        }
        return Array(box)
    }

    /// Opens a text; `damagedText` unless it is, byte for byte, what was sealed under this digest in this place.
    package func open(_ sealed: SealedText) throws(StorageFailure) -> String {
        guard let text = String(validating: try opened(sealed).content, as: UTF8.self) else {
            throw .damagedText(sealed.digest)
        }
        return text
    }

    private func opened(_ sealed: SealedText) throws(StorageFailure) -> (ownKey: [UInt8], content: [UInt8]) {
        let label = Vault.label(jurisdiction: sealed.jurisdiction, kind: sealed.kind, digest: sealed.digest)
        guard let box = try? AES.GCM.SealedBox(combined: sealed.box),
            let content = try? AES.GCM.open(box, using: envelope.text, authenticating: label),
            content.count >= MasterKey.length
        else { throw .damagedText(sealed.digest) }
        let ownKey = Array(content.prefix(MasterKey.length))
        let bytes = Array(content.dropFirst(MasterKey.length))
        guard Digest(keyed: ownKey, of: bytes) == sealed.digest else { throw .damagedText(sealed.digest) }
        return (ownKey, bytes)
    }

    /// The token of a text: normal form C, upper case, so that 33070219900101123x and …X meet.
    package func token(_ kind: TokenKind, _ text: String, in jurisdiction: String) -> BlindToken {
        var writer = CanonicalWriter()
        writer.text("sanding/1/token")
        writer.text(jurisdiction)
        writer.code(kind.rawValue)
        let value = HMAC<SHA256>.authenticationCode(
            for: writer.bytes + text.uppercased().normalised.utf8, using: envelope.token)
        return BlindToken(jurisdiction: jurisdiction, kind: kind, value: Digest(code: value))
    }

    private static func label(jurisdiction: String, kind: SealedKind, digest: Digest) -> [UInt8] {
        var writer = CanonicalWriter()
        writer.text("sanding/1/sealed")
        writer.text(jurisdiction)
        writer.code(kind.rawValue)
        writer.digest(digest)
        return writer.bytes
    }
}

extension Digest {
    /// The digest that an authentication code of SHA-256 is: always 32 bytes.
    init(code: HMAC<SHA256>.MAC) { self = Digest(bytes: code) ?? .none }
}
