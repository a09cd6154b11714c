import Basics
import Glibc
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import Office

/// Where a server listens, and by which certificate (监听).
package struct Listening: Sendable {
    /// The address: `127.0.0.1`, `0.0.0.0`, `::`.
    let host: String
    /// The port; 0 for any that is free.
    let port: Int
    /// The certificate of TLS; nil for plain HTTP.
    let certificate: Certificate?

    /// Where to listen.
    package init(host: String, port: Int, certificate: Certificate? = nil) {
        self.host = host
        self.port = port
        self.certificate = certificate
    }
}

extension Workbench {
    /// Serves until the process is told to end; tells the port once it listens. Fails with what keeps it from listening.
    package func serve(at place: Listening, isListening: @escaping @Sendable (Int) -> Void) async throws {
        lookAhead()
        var logger = Logger(label: "sanding.web")
        logger.logLevel = .warning
        let configuration = ApplicationConfiguration(
            address: .hostname(place.host, port: place.port), serverName: nil, backlog: 1024)
        var server = HTTPServerBuilder.http1()
        if let certificate = place.certificate {
            server = try .tls(.http1(), tlsConfiguration: certificate.configuration)
        }
        let application = Application(
            router: router(), server: server, configuration: configuration,
            onServerRunning: { channel in isListening(channel.localAddress?.port ?? place.port) }, logger: logger)
        do {
            try await application.runService()
        } catch let error as IOError {
            throw place.failure(of: error.errnoCode) ?? error
        } catch is SocketAddressError.UnknownHost {
            throw place.failure(of: EADDRNOTAVAIL) ?? OfficeFailure(.busy)
        }
    }
}

extension Listening {
    /// Why nothing can listen there, where it is one of the usual reasons.
    fileprivate func failure(of code: CInt) -> OfficeFailure? {
        switch code {
        case EADDRINUSE:
            OfficeFailure(
                .input, "port-in-use", zh: "\(host) 的端口 \(port) 已被其他程序占用。请停掉它，或用 --port 换一个端口。",
                en: "Port \(port) of \(host) is in use. Stop what uses it, or choose another with --port.")
        case EADDRNOTAVAIL:
            OfficeFailure(
                .input, "no-such-address", zh: "本机没有地址 \(host)。用 --address 0.0.0.0 监听全部网卡。",
                en: "This machine has no address \(host). Use --address 0.0.0.0 for all it has.")
        case EACCES:
            OfficeFailure(
                .input, "port-not-allowed", zh: "本用户不能使用端口 \(port)。1024以下的端口要有管理员权限，请用 --port 换一个。",
                en:
                    "This user may not use port \(port). Those below 1024 take an administrator; choose another with --port."
            )
        default: nil
        }
    }
}
