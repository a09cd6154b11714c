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

    /// How many times the texts were sealed anew.
    let generation: Int

    private static let fingerprint = "fingerprint"
    private static let generationPurpose = "generation"

    /// New keys.
    init() {
        generation = 0
        text = SymmetricKey(size: .bits256)
        token = SymmetricKey(size: .bits256)
        mark = SymmetricKey(size: .bits256)
    }

    private init(text: SymmetricKey, token: SymmetricKey, mark: SymmetricKey, generation: Int) {
        self.text = text
        self.token = token
        self.mark = mark
        self.generation = generation
    }

    /// The keys with a new one for the texts. Tokens and marks could not be made anew without what they stand for.
    func renewed() -> Envelope {
        Envelope(text: SymmetricKey(size: .bits256), token: token, mark: mark, generation: generation + 1)
    }

    /// How many times the texts were sealed anew, as it stands.
    static func generation(in db: any Connection) throws -> Int {
        let row = try db.row("SELECT content FROM keys WHERE purpose = ?", generationPurpose)
        return try row.map { try number(of: $0.bytes(0)) } ?? 0
    }

    private static func number(of bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// Reads the keys with the master key: `wrongKey` where it is another's, `damagedKeys` where they were altered.
    init(from db: any Connection, key: MasterKey) throws {
        var contents: [String: Data] = [:]
        try db.forEach("SELECT purpose, content FROM keys") { contents[try $0.text(0)] = Data(try $0.bytes(1)) }
        guard let known = contents[Envelope.fingerprint] else { throw StorageFailure.damagedKeys }
        guard Array(known) == key.fingerprint else { throw StorageFailure.wrongKey }
        let generation = Envelope.number(of: Array(contents[Envelope.generationPurpose] ?? Data()))
        func unwrap(_ purpose: String) throws -> SymmetricKey {
            guard let content = contents[purpose], let box = try? AES.GCM.SealedBox(combined: content),
                let bytes = try? AES.GCM.open(
                    box, using: key.wrapping, authenticating: Envelope.label(purpose, generation)),
                bytes.count == MasterKey.length
            else { throw StorageFailure.damagedKeys }
            return SymmetricKey(data: bytes)
        }
        text = try unwrap("text")
        token = try unwrap("token")
        mark = try unwrap("mark")
        self.generation = generation
    }

    /// Writes the keys, wrapped by the master key, in place of what is there.
    func write(to db: any Connection, key: MasterKey) throws {
        var contents = [Envelope.fingerprint: Data(key.fingerprint)]
        for (purpose, wrapped) in [("text", text), ("token", token), ("mark", mark)] {
            let box = try AES.GCM.seal(
                wrapped.withUnsafeBytes { Data($0) }, using: key.wrapping,
                authenticating: Envelope.label(purpose, generation))
            guard let combined = box.combined else { throw StorageFailure.cryptography }
            contents[purpose] = combined
        }
        if generation > 0 {
            contents[Envelope.generationPurpose] = withUnsafeBytes(of: UInt32(generation).bigEndian) { Data($0) }
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

    /// With the generation, so that it can't be set back unnoticed.
    private static func label(_ purpose: String, _ generation: Int) -> Data {
        Data(("sanding/1/envelope/\(purpose)" + (generation == 0 ? "" : "/\(generation)")).utf8)
    }
}
