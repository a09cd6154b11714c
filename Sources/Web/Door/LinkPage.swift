import Accounts
import Basics
import HTML
import Office

extension Visit {
    /// What a one-time link offers, and the form by which it is taken up.
    func linkPage() throws -> Reply {
        guard let offer = try workbench.accounts.offer(link: parameters["token"] ?? "", at: now) else {
            return door(say("链接无效", "No such link"), status: 404) { html in
                html(
                    .p,
                    text: say(
                        "这个链接无效、已用过或已过期。请向系统管理员索取新链接。",
                        "This link is none, was used or has lapsed. Ask the system administrator for another."))
                html(.p) { html in
                    html(
                        .a, .href(.path(["sign-in"])),
                        text: say("已启用账号的，请直接登录", "If your account is taken up, sign in"))
                }
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

    /// Takes a link up, or says on the form why not.
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
            return entering(session)
        } catch {
            guard error.kind != .failure else { throw error }
            let field = error.code.hasPrefix("passphrase") ? "passphrase" : error.code.hasPrefix("code") ? "code" : nil
            return linkPage(
                offer, faults: field.map { [$0: say(error.wording)] } ?? [:],
                others: field == nil ? [say(error.wording)] : [])
        }
    }
}
