import Basics
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOSSL

/// Where a server listens, and by which certificate (监听).
package struct Listening: Sendable {
    /// The address: `127.0.0.1`, `0.0.0.0`, `::`.
    let host: String
    /// The port; 0 for any that is free.
    let port: Int
    /// The files of the certificate and its key, in PEM; nil for plain HTTP.
    let certificate: (chain: String, key: String)?

    /// Where to listen.
    package init(host: String, port: Int, certificate: (chain: String, key: String)? = nil) {
        self.host = host
        self.port = port
        self.certificate = certificate
    }
}

extension Workbench {
    /// Serves until the process is told to end; tells the port once it listens.
    package func serve(at place: Listening, isListening: @escaping @Sendable (Int) -> Void) async throws {
        lookAhead()
        var logger = Logger(label: "sanding.web")
        logger.logLevel = .warning
        let configuration = ApplicationConfiguration(
            address: .hostname(place.host, port: place.port), serverName: nil, backlog: 1024)
        var server = HTTPServerBuilder.http1()
        if let certificate = place.certificate {
            var tls = try TLSConfiguration.makeServerConfiguration(
                certificateChain: NIOSSLCertificate.fromPEMFile(certificate.chain).map { .certificate($0) },
                privateKey: .privateKey(NIOSSLPrivateKey(file: certificate.key, format: .pem)))
            tls.minimumTLSVersion = .tlsv12
            server = try .tls(.http1(), tlsConfiguration: tls)
        }
        let application = Application(
            router: router(), server: server, configuration: configuration,
            onServerRunning: { channel in isListening(channel.localAddress?.port ?? place.port) }, logger: logger)
        try await application.runService()
    }
}
