import Crypto

/// The key outside the database (主密钥): who has the database without it has no name, number or title.
///
/// It encrypts no text itself. It wraps the keys that do (`Envelope`), so that it can be replaced without touching
/// them.
package struct MasterKey: Sendable, CustomStringConvertible {
    /// How many bytes a key has.
    static let length = 32

    private let key: SymmetricKey

    /// The key of these bytes, or nil unless there are 32.
    init?(bytes: [UInt8]) {
        guard bytes.count == MasterKey.length else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// A new key from the system's source of randomness.
    init() { key = SymmetricKey(size: .bits256) }

    /// The key that wraps the keys in the database.
    var wrapping: SymmetricKey { derived("sanding/1/wrapping") }

    /// Tells this key from others and nothing else about it; stands in the database in clear.
    var fingerprint: [UInt8] { derived("sanding/1/fingerprint").withUnsafeBytes(Array.init) }

    /// The bytes, for the key file only.
    var bytes: [UInt8] { key.withUnsafeBytes(Array.init) }

    /// Says nothing of the key, so that no log can.
    package var description: String { "MasterKey" }

    private func derived(_ label: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array(label.utf8), outputByteCount: MasterKey.length)
    }
}
