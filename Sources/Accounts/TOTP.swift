import Basics
import Crypto

/// A second factor (动态口令): codes by time of RFC 6238, with SHA-1, six digits and thirty seconds, which every
/// authenticator app knows.
package struct TOTP: Hashable, Sendable {
    /// What the app and the office share: 20 random bytes.
    package let secret: [UInt8]

    /// How many seconds a code holds.
    package static let period: Int64 = 30

    /// The factor with that secret.
    package init(secret: [UInt8]) { self.secret = secret }

    /// A new one.
    package init(from source: inout some RandomNumberGenerator) { secret = randomBytes(20, from: &source) }

    /// The step that a moment is in: how many periods since 1970.
    package static func step(of instant: Instant) -> Int64 { instant.milliseconds / 1000 / period }

    /// The code of a step: six digits, those at the front may be zero.
    package func code(of step: Int64) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> Int64(56 - 8 * $0)) }
        let digest = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let start = Int(digest[19] & 15)
        let number = digest[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step whose code was typed, of the present one and its neighbours, but none up to the one used last; nil where
    /// it is no such code. Spaces in it count for nothing.
    package func step(accepting code: String, at instant: Instant, after last: Int64?) -> Int64? {
        let typed = Array(code.utf8.filter { $0 != 32 })
        let now = TOTP.step(of: instant)
        var accepted: Int64?
        for step in now - 1...now + 1 where areEqual(Array(self.code(of: step).utf8), typed) {
            if step > last ?? .min { accepted = accepted ?? step }
        }
        return accepted
    }

    /// The secret as it is typed into an app: base 32 in groups of four.
    package var typed: String {
        let digits = Array(base32(secret))
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: " ")
    }

    /// The address that an app reads from a picture.
    package func address(login: String, issuer: String) -> String {
        let issuer = percentEncoded(issuer)
        return "otpauth://totp/\(issuer):\(percentEncoded(login))?secret=\(base32(secret))&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=6&period=\(TOTP.period)"
    }
}

/// Bytes in base 32 of RFC 4648, without padding.
package func base32(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var text: [UInt8] = []
    var rest: UInt32 = 0
    var bits = 0
    for byte in bytes {
        rest = rest << 8 | UInt32(byte)
        bits += 8
        while bits >= 5 {
            bits -= 5
            text.append(alphabet[Int(rest >> UInt32(bits)) & 31])
        }
        rest &= (1 << UInt32(bits)) - 1
    }
    if bits > 0 { text.append(alphabet[Int(rest << UInt32(5 - bits)) & 31]) }
    return String(decoding: text, as: UTF8.self)
}

private func percentEncoded(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    return text.utf8.map { byte in
        if plain.contains(byte) { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "%0" + digits : "%" + digits
    }.joined()
}
