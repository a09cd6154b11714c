import Basics
import HTML
import Office

extension Route {
    /// The way in: signing in, taking up a link; and one's own account.
    static let doorRoutes: [Route] = [
        .open("/sign-in") { $0.signInPage() },
        .openForm("/sign-in", longest: mostHeld) { try $0.signIn() },
        .open("/code") { try $0.codePage() },
        .openForm("/code", longest: mostHeld) { try $0.enterCode() },
        .open("/link/{token}") { try $0.linkPage() },
        .openForm("/link/{token}") { try $0.takeUpLink() },
        .form("/sign-out", .haveAccount) { try $0.signOut() },
        .slowPage("/me", .haveAccount) { try $0.ownPage() },
        .form("/me/passphrase", .haveAccount) { try $0.changePassphrase() },
        .form("/me/sessions/{id}/end", .haveAccount) { try $0.endSession() },
    ]

    /// What signing in takes, so that a form that waits for it can go along: the longest usual form, sealed and encoded.
    static let mostHeld = 2_097_152
}

extension Visit {
    /// The cookie by which whoever is halfway in is known.
    static let halfwayCookie = "sanding-halfway"

    /// A page before the house: no navigation, one thing to do.
    /// - Parameters:
    ///   - held: the form that waits behind it, and goes along into the other language.
    ///   - login: whose it is, where that is no field of the request.
    func door(
        _ title: String, status: Int = 200, holding held: String? = nil, of login: String? = nil,
        _ content: (inout Markup) -> Void
    ) -> Reply {
        var head = PageHead(title: title, place: "-", isDated: false)
        if let held = held ?? errand {
            head.keeps = [("held", held), ("back", back)] + ((login ?? form["login"]).map { [("login", $0)] } ?? [])
        }
        return page(head, status: status) { html in
            html(.div, .class("door")) { content(&$0) }
        }
    }

    /// In, with a session that begins there: on to a page, or to the form that waited.
    func entering(_ session: String, to link: Link? = nil) -> Reply {
        var reply = Reply.on(to: link ?? Link.within(back) ?? .path([]))
        var visit = self
        (visit.viewer, visit.token, visit.halfway) = ((try? workbench.viewer(session, now)) ?? nil, session, "")
        if let page = visit.resumed() { reply = page }
        reply.headers.append(("set-cookie", cookie(Workbench.sessionCookie, session)))
        // By the session before, forms that are still open in other windows are known again.
        if !token.isEmpty { reply.headers.append(("set-cookie", cookie(Workbench.formerCookie, token))) }
        reply.headers.append(("set-cookie", cookie(Visit.halfwayCookie, "", seconds: 0)))
        return reply
    }

    /// A cookie that no script reads and no other site sends.
    func cookie(_ name: String, _ value: String, seconds: Int? = nil) -> String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict" + (workbench.isSecure ? "; Secure" : "")
            + (seconds.map { "; Max-Age=\($0)" } ?? "")
    }

    /// Where somebody wanted to before they were asked to sign in.
    var back: String { Link.within(form["back"] ?? query["back"])?.text ?? "/" }
}
