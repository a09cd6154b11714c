import Accounts
import Basics
import Dispatch
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Office
import Registry

/// A request's context, with where it came from.
package struct WebContext: RequestContext {
    /// What Hummingbird keeps.
    package var coreContext: CoreRequestContextStorage
    /// The address of whoever asks, without the port; empty where there is none, as in tests.
    let address: String

    /// The context of a request on a channel.
    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

/// Where answers wait for the database: as many at once as a server has connections, and none of them holds up a page that
/// needs none.
private let waiting = DispatchQueue(label: "sanding.web", attributes: .concurrent)

extension Workbench {
    /// The router of all ways in, each closed to whom it isn't open.
    package func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        for route in Route.all {
            router.on(RouterPath(route.pattern), method: route.method.http) { request, context in
                await self.respond(to: request, from: context, by: route)
            }
        }
        // Whoever loads the address of a form comes to the page that the form stands on, and whoever asks in a way that
        // nothing answers gets a page that says so.
        for (pattern, known) in Dictionary(grouping: Route.all, by: \.pattern) {
            let depth = Route.pageDepth(of: pattern)
            let page = Route.open(pattern) { .on(to: .path(Array($0.path.prefix(depth)))) }
            let nothing = Route.open(pattern) { _ in throw Denial.wrongWay }
            for method in Workbench.methods where !known.contains(where: { $0.method.http == method }) {
                let wrong = method == .get ? page : nothing
                router.on(RouterPath(pattern), method: method) { request, context in
                    await self.respond(to: request, from: context, by: wrong)
                }
            }
        }
        router.get("/assets/{name}") { request, context in
            self.asset(context.parameters.get("name") ?? "", request)
        }
        let missing = Route.open("/**") { _ in throw Denial.notFound }
        for method in Workbench.methods {
            router.on("/**", method: method) { request, context in
                await self.respond(to: request, from: context, by: missing)
            }
        }
        return router
    }

    /// The ways in which anything can be asked for.
    private static let methods: [HTTPRequest.Method] = [.get, .post, .put, .delete, .patch, .options]

    private func respond(to request: Request, from context: WebContext, by route: Route) async -> Response {
        let accepts = request.headers[.acceptEncoding]?.contains("gzip") ?? false
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters {
            parameters[String(name)] = String(value).removingPercentEncoding ?? String(value)
        }
        let arrival = Arrival(request: request, parameters: parameters, address: context.address)
        let body: [UInt8]
        do {
            body = try await collect(request, atMost: route.longest)
        } catch let denial as Denial {
            return response(denied(denial, arrival, now: clock()), compressing: accepts)
        } catch {
            return response(denied(.unreadable, arrival, now: clock()), compressing: accepts)
        }
        let reply: Reply
        if route.waits {
            reply = await withCheckedContinuation { continuation in
                waiting.async { continuation.resume(returning: self.reply(to: arrival, body, by: route)) }
            }
        } else {
            reply = self.reply(to: arrival, body, by: route)
        }
        return response(reply, compressing: accepts)
    }

    private func collect(_ request: Request, atMost longest: Int) async throws -> [UInt8] {
        // What takes nothing reads nothing.
        guard longest > 0 else { return [] }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > longest {
            throw Denial.tooLarge(longest)
        }
        var body: [UInt8] = []
        for try await part in request.body {
            guard body.count + part.readableBytes <= longest else { throw Denial.tooLarge(longest) }
            body.append(contentsOf: part.readableBytesView)
        }
        return body
    }

    private func response(_ reply: Reply, compressing accepts: Bool) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = reply.contentType
        headers[.cacheControl] = "no-store"
        headers[.vary] = "Accept-Encoding, Cookie, HX-Request"
        for header in Workbench.securityHeaders { headers[header.name] = header.value }
        if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
        for header in reply.headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            headers.append(HTTPField(name: name, value: header.value))
        }
        var bytes = reply.bytes
        if accepts, bytes.count > 512, reply.contentType.hasPrefix("text/") {
            bytes = compressed(bytes, level: 1)
            headers[.contentEncoding] = "gzip"
        }
        return Response(
            status: .init(code: reply.status), headers: headers,
            body: bytes.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func asset(_ name: String, _ request: Request) -> Response {
        guard let asset = assets.asset(name) else { return Response(status: .notFound) }
        let accepts = request.headers[.acceptEncoding]?.contains("gzip") ?? false
        var headers = HTTPFields()
        headers[.contentType] = asset.contentType
        headers[.cacheControl] = "public, max-age=31536000, immutable"
        headers[.vary] = "Accept-Encoding"
        for header in Workbench.securityHeaders { headers[header.name] = header.value }
        if accepts { headers[.contentEncoding] = "gzip" }
        return Response(
            status: .ok, headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: accepts ? asset.compressed : asset.bytes)))
    }

    /// What a browser may do with a page: load from here, send forms here, and nothing that runs in the page itself.
    private static let securityHeaders: [HTTPField] = [
        (
            "content-security-policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        ),
        ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"), ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
}

extension Route.Method {
    /// As the library calls it.
    fileprivate var http: HTTPRequest.Method { self == .get ? .get : .post }
}

/// A request as it came in, without its body.
struct Arrival: Sendable {
    let method: String
    let path: String
    let query: String
    let parameters: [String: String]
    let cookies: [String: String]
    let contentType: String
    let origin: String?
    let host: String?
    let address: String
    let isPart: Bool
    let accepts: String

    init(request: Request, parameters: [String: String], address: String) {
        method = request.method.rawValue
        path = request.uri.path
        query = request.uri.query ?? ""
        self.parameters = parameters
        var cookies: [String: String] = [:]
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                if parts.count == 2 { cookies[String(parts[0]).trimmed] = String(parts[1]).trimmed }
            }
        }
        self.cookies = cookies
        contentType = request.headers[.contentType] ?? ""
        origin = request.headers[.origin]
        host = request.head.authority
        self.address = address
        isPart = HTTPField.Name("hx-request").map { request.headers[$0] == "true" } ?? false
        accepts = request.headers[.acceptLanguage] ?? ""
    }

    /// Whether dense tables were chosen.
    var isCompact: Bool { cookies["density"] == "compact" }

    /// The address that was asked for, without the house.
    var wanted: String { path + (query.isEmpty ? "" : "?" + query) }

    /// The language that was chosen, else the first that the browser asks for and we have, else Chinese.
    var language: Language {
        if let chosen = cookies["lang"].flatMap(Language.init(rawValue:)) { return chosen }
        return accepts.lowercased().hasPrefix("en") ? .en : .zh
    }
}
