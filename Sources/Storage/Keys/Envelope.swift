import Crypto
import Foundation

/// The random keys that stand in the database, wrapped by the master key: replacing that one re-wraps these three.
struct Envelope: Sendable {
    /// Encrypts the sealed texts.
    let text: SymmetricKey
    /// Makes the blind tokens, which could not be made anew without their texts.
    let token: SymmetricKey
    /// Makes the marks by which changed rows are found.
    let mark: SymmetricKey

    private static let fingerprint = "fingerprint"

    /// New keys.
    init() {
        text = SymmetricKey(size: .bits256)
        token = SymmetricKey(size: .bits256)
        mark = SymmetricKey(size: .bits256)
    }

    /// Reads the keys with the master key: `wrongKey` where it is another's, `damagedKeys` where they were altered.
    init(from db: any Connection, key: MasterKey) throws {
        var contents: [String: Data] = [:]
        try db.forEach("SELECT purpose, content FROM keys") { contents[try $0.text(0)] = Data(try $0.bytes(1)) }
        guard let known = contents[Envelope.fingerprint] else { throw StorageFailure.damagedKeys }
        guard Array(known) == key.fingerprint else { throw StorageFailure.wrongKey }
        func unwrap(_ purpose: String) throws -> SymmetricKey {
            guard let content = contents[purpose], let box = try? AES.GCM.SealedBox(combined: content),
                let bytes = try? AES.GCM.open(box, using: key.wrapping, authenticating: Envelope.label(purpose)),
                bytes.count == MasterKey.length
            else { throw StorageFailure.damagedKeys }
            return SymmetricKey(data: bytes)
        }
        text = try unwrap("text")
        token = try unwrap("token")
        mark = try unwrap("mark")
    }

    /// Writes the keys, wrapped by the master key, in place of what is there.
    func write(to db: any Connection, key: MasterKey) throws {
        var contents = [Envelope.fingerprint: Data(key.fingerprint)]
        for (purpose, wrapped) in [("text", text), ("token", token), ("mark", mark)] {
            let box = try AES.GCM.seal(
                wrapped.withUnsafeBytes { Data($0) }, using: key.wrapping, authenticating: Envelope.label(purpose))
            guard let combined = box.combined else { throw StorageFailure.cryptography }
            contents[purpose] = combined
        }
        for (purpose, content) in contents {
            try db.execute(
                """
                INSERT INTO keys (purpose, content) VALUES (?, ?)
                ON CONFLICT (purpose) DO UPDATE SET content = excluded.content
                """,
                purpose, Array(content))
        }
    }

    private static func label(_ purpose: String) -> Data { Data("sanding/1/envelope/\(purpose)".utf8) }
}
