import Accounts
import Basics
import HTML
import Office

extension Visit {
    /// What is asked of whoever typed the right passphrase: a code of their second factor.
    func codePage() throws -> Reply {
        guard let challenge = try workbench.accounts.challenge(token: halfway, at: now) else {
            return signInPage(
                fault: Wording(zh: "请先输入登录名和口令。", en: "Type your login and passphrase first."), status: 200)
        }
        return codePage(challenge)
    }

    /// The form for a code.
    func codePage(_ challenge: Challenge, fault: Wording? = nil) -> Reply {
        door(say("动态口令", "Code"), status: fault == nil ? 200 : 422) { html in
            let field = FormField(
                name: "code", label: say("六位动态口令", "Six-digit code"), kind: .number,
                hint: say("手机动态口令应用现在显示的数字。", "What the authenticator app on your telephone shows now."), longest: 8,
                fault: fault.map(say), autocomplete: "one-time-code")
            writeFaults(of: [field], into: &html)
            if errand != nil { writeHeldNote(into: &html) }
            if let factor = challenge.enrolling { writeFactor(factor, challenge.account, into: &html) }
            html(.form, .method("post"), .action(.path(["code"]))) { html in
                writeErrand(into: &html)
                write(field, into: &html)
                html(.button, .type("submit"), .class("btn btn-primary"), text: say("继续", "Go on"))
            }
            html(
                .p, .class("quiet"),
                text: say(
                    "更换了手机或没有动态口令，请联系系统管理员重发一次性链接。",
                    "With another telephone, or without the app, ask the system administrator for a new link."))
        }
    }

    /// Signs in whoever is halfway, or says on the form why not.
    func enterCode() throws -> Reply {
        var source = SystemRandomNumberGenerator()
        let token = halfway
        // The page with the form that waited, loaded again.
        if let page = resumed() { return page }
        do throws(OfficeFailure) {
            return entering(
                try workbench.accounts.enterCode(
                    form["code"] ?? "", token: token, from: address, at: now, source: &source))
        } catch {
            guard error.kind != .failure else { throw error }
            if let challenge = try workbench.accounts.challenge(token: token, at: now) {
                return codePage(challenge, fault: error.wording)
            }
            return signInPage(fault: error.wording, status: 422)
        }
    }

    /// A second factor to be enrolled: as a picture for the telephone, and to be typed.
    func writeFactor(_ factor: TOTP, _ account: UserAccount, into html: inout Markup) {
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
}
