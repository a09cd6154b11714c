import Basics
import HTML

extension Route {
    /// What belongs to every page: the language, how dense its tables are, the picture of the window.
    static let frameRoutes: [Route] = [
        .open("/language/{to}") { visit in
            guard let language = visit.parameters["to"].flatMap(Language.init(rawValue:)) else {
                throw Denial.notFound
            }
            var reply = Reply.on(to: Link.within(visit.query["back"]) ?? .path([]))
            reply.headers.append(languageCookie(language))
            return reply
        },
        .openForm("/language/{to}", longest: mostHeld) { visit in
            guard let language = visit.parameters["to"].flatMap(Language.init(rawValue:)) else {
                throw Denial.notFound
            }
            var visit = visit
            visit.language = language
            var reply = visit.errand == nil ? Reply.on(to: Link.within(visit.back) ?? .path([])) : try visit.heldPage()
            reply.headers.append(languageCookie(language))
            return reply
        },
        .open("/density/{to}") { visit in
            guard let to = visit.parameters["to"], ["compact", "comfortable"].contains(to) else {
                throw Denial.notFound
            }
            var reply = Reply.on(to: Link.within(visit.query["back"]) ?? .path([]))
            reply.headers.append(("set-cookie", "density=\(to); Path=/; Max-Age=31536000; SameSite=Lax"))
            return reply
        },
        .open("/favicon.svg") { _ in
            Reply(
                contentType: "image/svg+xml",
                bytes: Array(
                    """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" \
                    fill="#b5361c"/><path d="M8 9h16M10 16h12M7 23h18" stroke="#fff" stroke-width="3" \
                    stroke-linecap="round"/></svg>
                    """.utf8))
        },
    ]
}

/// The cookie by which a language is kept for a year.
private func languageCookie(_ language: Language) -> (name: String, value: String) {
    ("set-cookie", "lang=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax")
}

extension Link {
    /// An address that came with a request, if it is one of this house: never a way to elsewhere.
    static func within(_ text: String?) -> Link? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"),
            text.utf8.allSatisfy({ $0 > 32 && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return Link(text)
    }
}
