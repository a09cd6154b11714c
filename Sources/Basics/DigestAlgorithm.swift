import COpenSSL

/// By what the records of a journal are chained (摘要算法). Codes stand in journals: a case is added, never altered.
package enum DigestAlgorithm: UInt8, CaseIterable, Sendable {
    /// SHA-256 (FIPS 180-4).
    case sha256 = 1
    /// SM3 (GB/T 32905—2016), which offices under the cryptography law (密码法) may have to use.
    case sm3

    /// What it is called.
    package var name: String {
        switch self {
        case .sha256: "SHA-256"
        case .sm3: "SM3"
        }
    }
}

extension Digest {
    /// The digest of the bytes by an algorithm.
    package init(_ algorithm: DigestAlgorithm, of content: [UInt8]) {
        switch algorithm {
        case .sha256: self.init(sha256: content)
        case .sm3: self.init(sm3: content)
        }
    }

    private init(sm3 content: [UInt8]) {
        var bytes = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        let done = EVP_Digest(content, content.count, &bytes, &count, EVP_sm3(), nil)
        guard done == 1, let digest = Digest(bytes: bytes) else { preconditionFailure("OpenSSL has SM3 since 1.1.1") }
        self = digest
    }
}
