import Basics
import NIOSSL
import Office

/// A certificate and its key, read and found to fit (证书).
package struct Certificate: Sendable {
    /// What the server speaks TLS by.
    let configuration: TLSConfiguration
    /// The moment after which browsers refuse it.
    package let ends: Instant

    /// Reads both files, in PEM. Fails with which of them is no good, and why.
    package init(chain: String, key: String) throws(OfficeFailure) {
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(chain), let first = certificates.first else {
            throw OfficeFailure(
                .input, "bad-certificate", zh: "证书文件 \(chain) 不存在或不是 PEM 格式的证书链。",
                en: "The certificate file \(chain) is missing or holds no chain in PEM.")
        }
        guard let secret = try? NIOSSLPrivateKey(file: key, format: .pem) else {
            throw OfficeFailure(
                .input, "bad-certificate-key", zh: "私钥文件 \(key) 不存在、设有口令或不是 PEM 格式的私钥。",
                en: "The key file \(key) is missing, needs a passphrase or holds no key in PEM.")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(secret))
        configuration.minimumTLSVersion = .tlsv12
        guard (try? NIOSSLContext(configuration: configuration)) != nil else {
            throw OfficeFailure(
                .input, "unfit-certificate", zh: "私钥 \(key) 与证书 \(chain) 不是一对。",
                en: "The key \(key) is not that of the certificate \(chain).")
        }
        self.configuration = configuration
        ends = Instant(milliseconds: Int64(first.notValidAfter) * 1000)
    }
}
