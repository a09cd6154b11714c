import Accounts
import Basics
import HTML
import Office

extension Visit {
    /// The form for login and passphrase; whoever is signed in goes on to where they wanted.
    func signInPage() -> Reply {
        guard viewer == nil else { return .on(to: Link.within(back) ?? .path([])) }
        return signInPage(fault: nil, status: 200)
    }

    /// The form again, with what is wrong.
    func signInPage(fault: Wording?, status: Int) -> Reply {
        door(say("登录", "Sign in"), status: status) { html in
            if let fault {
                html(.div, .class("note blocked"), .role("alert"), .id("faults"), .tabindex(-1), text: say(fault))
            }
            if errand != nil { writeHeldNote(into: &html) }
            writeSignIn(login: form["login"] ?? "", into: &html)
        }
    }

    /// The form for whoever sent another one when their session was over: what they typed goes along, for them alone.
    func signInPage(holding held: String, of owner: UserAccount) -> Reply {
        door(say("请重新登录", "Please sign in again"), status: 401, holding: held, of: owner.login) { html in
            writeHeldNote(into: &html)
            writeSignIn(login: owner.login, holding: held, into: &html)
        }
    }

    /// Says that a form waits behind the door, and lets it be thrown away.
    func writeHeldNote(into html: inout Markup) {
        html(.div, .class("note noticed"), .role("status")) { html in
            html(
                .p,
                text: say(
                    "登录已过期，刚才的内容还没有提交，也没有丢失。重新登录后即可继续提交。",
                    "Your session is over. What you typed is not sent yet, and not lost: sign in again and go on."))
            html(
                .a, .href(.path(["sign-in"])),
                text: say("放弃刚才的内容，直接登录", "Throw it away, and only sign in"))
        }
    }

    private func writeSignIn(login: String, holding held: String? = nil, into html: inout Markup) {
        html(.form, .method("post"), .action(.path(["sign-in"]))) { html in
            writeErrand(holding: held, into: &html)
            write(
                FormField(
                    name: "login", label: say("登录名", "Login"), longest: 64, value: login, autocomplete: "username"),
                into: &html)
            write(
                FormField(
                    name: "passphrase", label: say("口令", "Passphrase"), kind: .secret, longest: Passphrase.most,
                    autocomplete: "current-password"), into: &html)
            html(.button, .type("submit"), .class("btn btn-primary"), text: say("登录", "Sign in"))
        }
        html(
            .p, .class("quiet"),
            text: say(
                "忘记口令或更换了手机，请联系系统管理员重发一次性链接。",
                "If you forgot the passphrase or have another telephone, ask the system administrator for a new link."))
    }

    /// Signs in as far as login and passphrase lead, or says on the form why not.
    func signIn() throws -> Reply {
        // The page with the form that waited, loaded again.
        if let page = resumed() { return page }
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
            case .whole(let token): return entering(token)
            case .needsCode(let token): return try halfIn(token)
            }
        } catch {
            guard error.kind == .refusal else { throw error }
            return signInPage(fault: error.wording, status: 403)
        }
    }

    /// On to the second factor. A form that waits can't go by an address, so that its page is the answer itself.
    private func halfIn(_ token: String) throws(OfficeFailure) -> Reply {
        var reply = Reply.on(to: .path(["code"], query: back == "/" ? [] : [("back", back)]))
        if errand != nil, let challenge = try workbench.accounts.challenge(token: token, at: now) {
            reply = codePage(challenge)
        }
        reply.headers.append(("set-cookie", cookie(Visit.halfwayCookie, token, seconds: 300)))
        return reply
    }
}
