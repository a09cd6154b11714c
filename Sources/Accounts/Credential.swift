import Basics
import CryptoExtras

/// By what somebody's passphrase is known again (口令凭据): scrypt with the parameters it was made with, so that dearer ones
/// can follow without anybody noticing.
package struct Credential: Hashable, Sendable {
    /// How dear it is to try a passphrase.
    package struct Cost: Hashable, Sendable {
        /// The binary logarithm of the number of rounds.
        package let rounds: UInt8
        /// The size of a block, in 128 bytes.
        package let block: UInt8
        /// How many lanes.
        package let lanes: UInt8

        /// A cost; nil where it is none that a person could wait for.
        package init?(rounds: UInt8, block: UInt8, lanes: UInt8) {
            guard (1...20).contains(rounds), (1...16).contains(block), (1...4).contains(lanes) else { return nil }
            self.init(checked: rounds, block, lanes)
        }

        private init(checked rounds: UInt8, _ block: UInt8, _ lanes: UInt8) {
            (self.rounds, self.block, self.lanes) = (rounds, block, lanes)
        }

        /// What is used now: 32 MiB and about a tenth of a second.
        package static let usual = Cost(checked: 15, 8, 1)
        /// For tests and nothing else.
        package static let cheap = Cost(checked: 4, 8, 1)
    }

    /// How dear it is.
    package let cost: Cost
    /// Sixteen random bytes.
    package let salt: [UInt8]
    /// What passphrase and salt come to: 32 bytes.
    package let key: [UInt8]

    /// A credential of its parts.
    package init(cost: Cost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// The credential of a passphrase; nil where the library refuses to work.
    package init?(_ passphrase: String, cost: Cost = .usual, from source: inout some RandomNumberGenerator) {
        let salt = randomBytes(16, from: &source)
        guard let key = Credential.key(passphrase, salt, cost) else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    /// Whether it is the passphrase. Takes as long either way.
    package func matches(_ passphrase: String) -> Bool {
        guard let tried = Credential.key(passphrase, salt, cost) else { return false }
        return areEqual(tried, key)
    }

    /// In normal form C, so that every keyboard that writes the characters gets in.
    private static func key(_ passphrase: String, _ salt: [UInt8], _ cost: Cost) -> [UInt8]? {
        let derived = try? KDF.Scrypt.deriveKey(
            from: Array(passphrase.normalised.utf8), salt: salt, outputByteCount: 32, rounds: 1 << Int(cost.rounds),
            blockSize: Int(cost.block), parallelism: Int(cost.lanes))
        return derived?.withUnsafeBytes(Array.init)
    }
}

/// So many random bytes.
package func randomBytes(_ count: Int, from source: inout some RandomNumberGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &source) }
}

/// Whether bytes are equal, without telling by the time where they differ.
package func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
