import Crypto

/// A digest of 256 bits: of an Act, a file, a plan, a register; or keyed, of a text that stands elsewhere.
package struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Exactly 32 bytes.
    package let bytes: [UInt8]

    /// The digest with these bytes, or nil unless there are 32.
    package init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// The SHA-256 of the bytes.
    package init(sha256 content: some Sequence<UInt8>) {
        bytes = Array(SHA256.hash(data: Array(content)))
    }

    /// The HMAC-SHA-256 of the bytes under a key; tells nothing about them to who lacks the key.
    package init(keyed key: [UInt8], of content: [UInt8]) {
        bytes = Array(HMAC<SHA256>.authenticationCode(for: content, using: SymmetricKey(data: key)))
    }

    /// Reads 64 hexadecimal digits.
    package init?(hex text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = Digest.value(of: digits[index]), let low = Digest.value(of: digits[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    /// Thirty-two zero bytes: what the first record of a chain has before it.
    package static let none = Digest(unchecked: [UInt8](repeating: 0, count: 32))

    /// 64 hexadecimal digits.
    package var description: String {
        bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    }

    /// The first 12 hexadecimal digits, enough for people to compare.
    package var short: String { String(description.prefix(12)) }

    /// Orders by value.
    package static func < (left: Digest, right: Digest) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 97...102: digit - 87
        case 65...70: digit - 55
        default: nil
        }
    }
}
