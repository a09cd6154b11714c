import Accounts
import Basics
import HTML
import Office

extension Route {
    /// The way in: signing in, taking up a link; and one's own account.
    static let doorRoutes: [Route] = [
        .open("/sign-in") { $0.signInPage() },
        .openForm("/sign-in") { try $0.signIn() },
        .open("/code") { try $0.codePage() },
        .openForm("/code") { try $0.enterCode() },
        .open("/link/{token}") { try $0.linkPage() },
        .openForm("/link/{token}") { try $0.takeUpLink() },
        .form("/sign-out", .haveAccount) { try $0.signOut() },
        .slowPage("/me", .haveAccount) { try $0.ownPage() },
        .form("/me/passphrase", .haveAccount) { try $0.changePassphrase() },
        .form("/me/sessions/{id}/end", .haveAccount) { try $0.endSession() },
    ]
}

extension Visit {
    /// The cookie by which whoever is halfway in is known.
    static let halfwayCookie = "sanding-halfway"

    /// A page before the house: no navigation, one thing to do.
    func door(_ title: String, status: Int = 200, _ content: (inout Markup) -> Void) -> Reply {
        page(PageHead(title: title, place: "-", isDated: false), status: status) { html in
            html(.div, .class("door")) { content(&$0) }
        }
    }

    /// On to a page, with a session that begins there.
    private func entering(_ token: String, to link: Link) -> Reply {
        var reply = Reply.on(to: link)
        reply.headers.append(("set-cookie", cookie(Workbench.sessionCookie, token)))
        reply.headers.append(("set-cookie", cookie(Visit.halfwayCookie, "", seconds: 0)))
        return reply
    }

    /// A cookie that no script reads and no other site sends.
    private func cookie(_ name: String, _ value: String, seconds: Int? = nil) -> String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict" + (workbench.isSecure ? "; Secure" : "")
            + (seconds.map { "; Max-Age=\($0)" } ?? "")
    }

    private var back: String { Link.within(form["back"] ?? query["back"])?.text ?? "/" }

    // MARK: Signing in

    func signInPage() -> Reply {
        guard viewer == nil else { return .on(to: Link.within(back) ?? .path([])) }
        return signInPage(fault: nil, status: 200)
    }

    private func signInPage(fault: Wording?, status: Int) -> Reply {
        door(say("登录", "Sign in"), status: status) { html in
            if let fault {
                html(.div, .class("note blocked"), .role("alert"), .id("faults"), .tabindex(-1), text: say(fault))
            }
            html(.form, .method("post"), .action(.path(["sign-in"]))) { html in
                html(.input, .type("hidden"), .name("back"), .value(back))
                write(
                    FormField(
                        name: "login", label: say("登录名", "Login"), longest: 64, value: form["login"] ?? "",
                        autocomplete: "username"), into: &html)
                write(
                    FormField(
                        name: "passphrase", label: say("口令", "Passphrase"), kind: .secret,
                        longest: Passphrase.most, autocomplete: "current-password"), into: &html)
                html(.button, .type("submit"), .class("btn btn-primary"), text: say("登录", "Sign in"))
            }
            html(
                .p, .class("quiet"),
                text: say(
                    "忘记口令或更换了手机，请联系系统管理员重发一次性链接。",
                    "If you forgot the passphrase or have another telephone, ask the system administrator for a new link."
                ))
        }
    }

    func signIn() throws -> Reply {
        // What is typed is taken as it is: spaces belong to a passphrase.
        guard let login = form["login"], let passphrase = form.all("passphrase").first, !passphrase.isEmpty,
            passphrase.count <= Passphrase.most, !form.isRepeated("passphrase")
        else {
            return signInPage(
                fault: Wording(zh: "请填写登录名和口令。", en: "Type your login and your passphrase."), status: 422)
        }
        var source = SystemRandomNumberGenerator()
        do throws(OfficeFailure) {
            switch try workbench.accounts.signIn(
                login: login, passphrase: passphrase, from: address, at: now, source: &source)
            {
            case .whole(let token): return entering(token, to: Link.within(back) ?? .path([]))
            case .needsCode(let token):
                var reply = Reply.on(to: .path(["code"], query: back == "/" ? [] : [("back", back)]))
                reply.headers.append(("set-cookie", cookie(Visit.halfwayCookie, token, seconds: 300)))
                return reply
            }
        } catch {
            guard error.kind == .refusal else { throw error }
            return signInPage(fault: error.wording, status: 403)
        }
    }

    // MARK: The second factor

    func codePage() throws -> Reply {
        guard let challenge = try workbench.accounts.challenge(token: halfway, at: now) else {
            return signInPage(
                fault: Wording(zh: "请先输入登录名和口令。", en: "Type your login and passphrase first."), status: 200)
        }
        return codePage(challenge, fault: nil)
    }

    private func codePage(_ challenge: Challenge, fault: Wording?) -> Reply {
        door(say("动态口令", "Code"), status: fault == nil ? 200 : 422) { html in
            let field = FormField(
                name: "code", label: say("六位动态口令", "Six-digit code"), kind: .number, longest: 8,
                fault: fault.map(say), autocomplete: "one-time-code")
            writeFaults(of: [field], into: &html)
            if let factor = challenge.enrolling { writeFactor(factor, challenge.account, into: &html) }
            html(.form, .method("post"), .action(.path(["code"]))) { html in
                html(.input, .type("hidden"), .name("back"), .value(back))
                write(field, into: &html)
                html(.button, .type("submit"), .class("btn btn-primary"), text: say("继续", "Go on"))
            }
        }
    }

    /// A second factor to be enrolled: as a picture for the telephone, and to be typed.
    private func writeFactor(_ factor: TOTP, _ account: UserAccount, into html: inout Markup) {
        html(
            .p,
            text: say(
                "请用手机上的动态口令应用（支持 TOTP 的任一种）扫描下图，再输入它显示的六位数字。手机不需要联网。",
                "Scan this with an authenticator app on your telephone (any that knows TOTP), then type the six digits it shows. The telephone needs no network."
            ))
        html.qrCode(
            factor.address(login: account.login, issuer: say("三定", "Sanding")),
            label: say("动态口令二维码", "QR code of the second factor"))
        html(.details) { html in
            html(.summary, text: say("不能扫描时，手工输入密钥", "If you can't scan, type this key"))
            html(.p) { $0(.code, .id("secret"), text: factor.typed) }
        }
    }

    func enterCode() throws -> Reply {
        var source = SystemRandomNumberGenerator()
        let token = halfway
        do throws(OfficeFailure) {
            let session = try workbench.accounts.enterCode(
                form["code"] ?? "", token: token, from: address, at: now, source: &source)
            return entering(session, to: Link.within(back) ?? .path([]))
        } catch {
            guard error.kind != .failure else { throw error }
            if let challenge = try workbench.accounts.challenge(token: token, at: now) {
                return codePage(challenge, fault: error.wording)
            }
            return signInPage(fault: error.wording, status: 422)
        }
    }

    // MARK: A one-time link

    func linkPage() throws -> Reply {
        guard let offer = try workbench.accounts.offer(link: parameters["token"] ?? "", at: now) else {
            return door(say("链接无效", "No such link"), status: 404) { html in
                html(
                    .p,
                    text: say(
                        "这个链接无效、已用过或已过期。请向系统管理员索取新链接。",
                        "This link is none, was used or has lapsed. Ask the system administrator for another."))
            }
        }
        return linkPage(offer, faults: [:], others: [])
    }

    private func linkPage(_ offer: LinkOffer, faults: [String: String], others: [String]) -> Reply {
        let title = say("启用账号", "Take up your account")
        return door(title, status: faults.isEmpty && others.isEmpty ? 200 : 422) { html in
            let fields = [
                FormField(
                    name: "passphrase", label: say("设置口令", "Choose a passphrase"), kind: .secret,
                    hint: say(
                        "至少12个字符。几个不相干的词连起来，好记又难猜。",
                        "At least 12 characters. Several unrelated words are easy to keep and hard to guess."),
                    longest: Passphrase.most, fault: faults["passphrase"], autocomplete: "new-password"),
                FormField(
                    name: "again", label: say("再输一次口令", "The passphrase again"), kind: .secret,
                    longest: Passphrase.most, fault: faults["again"], autocomplete: "new-password"),
            ]
            let code = FormField(
                name: "code", label: say("六位动态口令", "Six-digit code"), kind: .number,
                hint: offer.account.needsSecondFactor
                    ? say("您的角色每次登录都要输入动态口令。", "Your role asks for a code at every sign-in.")
                    : say("可以不绑定；绑定后每次登录都要输入。", "You may leave it; with one, every sign-in asks for it."),
                isOptional: !offer.account.needsSecondFactor, longest: 8, fault: faults["code"],
                autocomplete: "one-time-code")
            writeFaults(of: fields + [code], and: others, into: &html)
            html(
                .p,
                text: say(
                    "\(offer.account.name)（登录名 \(offer.account.login)）",
                    "\(offer.account.name) (login \(offer.account.login))"))
            html(.form, .method("post"), .action(.path(["link", parameters["token"] ?? ""]))) { html in
                html(.input, .type("hidden"), .name("login"), .value(offer.account.login), .autocomplete("username"))
                for field in fields { write(field, into: &html) }
                html(.h2, text: say("第二因素", "Second factor"))
                writeFactor(offer.factor, offer.account, into: &html)
                write(code, into: &html)
                html(.button, .type("submit"), .class("btn btn-primary"), text: say("启用账号", "Take it up"))
            }
        }
    }

    func takeUpLink() throws -> Reply {
        let token = parameters["token"] ?? ""
        guard let offer = try workbench.accounts.offer(link: token, at: now) else { return try linkPage() }
        let passphrase = form.all("passphrase").first ?? ""
        var faults: [String: String] = [:]
        if passphrase.isEmpty || form.isRepeated("passphrase") {
            faults["passphrase"] = say("请填写口令。", "Type a passphrase.")
        }
        if form.all("again").first != passphrase { faults["again"] = say("两次输入不一致。", "The two are not the same.") }
        guard faults.isEmpty else { return linkPage(offer, faults: faults, others: []) }
        var source = SystemRandomNumberGenerator()
        do throws(OfficeFailure) {
            let session = try workbench.accounts.takeUp(
                link: token, passphrase: passphrase, code: form["code"] ?? "", from: address, at: now, source: &source)
            return entering(session, to: .path([]))
        } catch {
            guard error.kind != .failure else { throw error }
            let field = error.code.hasPrefix("passphrase") ? "passphrase" : error.code.hasPrefix("code") ? "code" : nil
            return linkPage(
                offer, faults: field.map { [$0: say(error.wording)] } ?? [:],
                others: field == nil ? [say(error.wording)] : [])
        }
    }

    // MARK: One's own account

    func signOut() throws -> Reply {
        var source = SystemRandomNumberGenerator()
        try workbench.accounts.signOut(token: token, from: address, at: now, source: &source)
        var reply = Reply.on(to: .path(["sign-in"]))
        reply.headers.append(("set-cookie", cookie(Workbench.sessionCookie, "", seconds: 0)))
        return reply
    }

    func ownPage() throws -> Reply { try ownPage(faults: [:], status: 200) }

    private func ownPage(faults: [String: String], status: Int) throws -> Reply {
        guard let viewer else { throw Denial.forbidden }
        let sessions = try workbench.accounts.sessions(of: viewer.account.id, token: token, at: now)
        let head = PageHead(title: say("我的账号", "My account"), place: "me", isDated: false)
        return page(head, status: status) { html in
            if query["done"] == "passphrase" {
                html(
                    .div, .class("note ok"), .role("status"),
                    text: say("口令已修改，其他会话均已结束。", "The passphrase is changed; all other sessions have ended."))
            }
            html(.dl, .class("facts")) { html in
                html(.dt, text: say("姓名", "Name"))
                html(.dd, text: viewer.account.name)
                html(.dt, text: say("登录名", "Login"))
                html(.dd, text: viewer.account.login)
                html(.dt, text: say("角色", "Roles"))
                html(.dd) { html in
                    let roles = viewer.account.grants.map { say($0.role.name) }
                    html.text(
                        roles.isEmpty
                            ? say("还没有角色，请联系安全保密管理员授权。", "No roles yet; ask the security administrator.")
                            : roles.joined(separator: say("、", ", ")))
                }
            }
            writePassphraseForm(faults, into: &html)
            writeSessions(sessions, into: &html)
        }
    }

    private func writePassphraseForm(_ faults: [String: String], into html: inout Markup) {
        let fields = [
            FormField(
                name: "old", label: say("现在的口令", "The present passphrase"), kind: .secret,
                longest: Passphrase.most, fault: faults["old"], autocomplete: "current-password"),
            FormField(
                name: "passphrase", label: say("新口令", "The new one"), kind: .secret,
                hint: say("至少12个字符。", "At least 12 characters."), longest: Passphrase.most,
                fault: faults["passphrase"], autocomplete: "new-password"),
            FormField(
                name: "again", label: say("再输一次新口令", "The new one again"), kind: .secret,
                longest: Passphrase.most, fault: faults["again"], autocomplete: "new-password"),
        ]
        html(.h2, text: say("修改口令", "Change the passphrase"))
        writeFaults(of: fields, into: &html)
        html(.form, .method("post"), .action(.path(["me", "passphrase"]))) { html in
            writeFormToken(into: &html)
            for field in fields { write(field, into: &html) }
            html(.button, .type("submit"), .class("btn btn-outline"), text: say("修改口令", "Change it"))
        }
    }

    private func writeSessions(_ sessions: [SessionLine], into html: inout Markup) {
        html(.h2, text: say("登录中的会话", "Sessions that go on"))
        html(.table, .class("table dense")) { html in
            html.columns([say("登录时间", "Began"), say("最近使用", "Last used"), say("办理", "Action")])
            html(.tbody) { html in
                for session in sessions {
                    html(.tr) { html in
                        html(.td, text: say(session.opened))
                        html(.td, text: say(session.seen))
                        html(.td) { html in
                            if session.isThisOne {
                                html.text(say("本会话", "this one"))
                            } else {
                                html(
                                    .form, .method("post"),
                                    .action(.path(["me", "sessions", session.id.description, "end"]))
                                ) { html in
                                    writeFormToken(into: &html)
                                    html(.button, .type("submit"), .class("btn btn-quiet"), text: say("结束", "End it"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    func changePassphrase() throws -> Reply {
        let old = form.all("old").first ?? ""
        let new = form.all("passphrase").first ?? ""
        var faults: [String: String] = [:]
        if old.isEmpty { faults["old"] = say("请填写现在的口令。", "Type the present passphrase.") }
        if form.all("again").first != new { faults["again"] = say("两次输入不一致。", "The two are not the same.") }
        guard faults.isEmpty else { return try ownPage(faults: faults, status: 422) }
        var source = SystemRandomNumberGenerator()
        do throws(OfficeFailure) {
            let token = try workbench.accounts.changePassphrase(
                old, to: new, token: token, from: address, at: now, source: &source)
            return entering(token, to: .path(["me"], query: [("done", "passphrase")]))
        } catch {
            guard error.kind != .failure else { throw error }
            let field = error.code.hasPrefix("passphrase") ? "passphrase" : "old"
            return try ownPage(faults: [field: say(error.wording)], status: 422)
        }
    }

    func endSession() throws -> Reply {
        guard let id = parameters["id"].flatMap({ Digest(hex: $0) }) else { throw Denial.notFound }
        var source = SystemRandomNumberGenerator()
        try workbench.accounts.endSession(id, by: visitor, at: now, from: &source)
        return .on(to: .path(["me"]))
    }
}
