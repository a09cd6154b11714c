import Accounts
import Basics
import HTML
import Office

extension Visit {
    /// One's own account: who one is, another passphrase, the sessions that go on.
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
                        html(.td, .class("whole")) { html in
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

    /// Sets another passphrase, or says on the form why not.
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

    /// Ends another session of one's own.
    func endSession() throws -> Reply {
        guard let id = parameters["id"].flatMap({ Digest(hex: $0) }) else { throw Denial.notFound }
        var source = SystemRandomNumberGenerator()
        try workbench.accounts.endSession(id, by: visitor, at: now, from: &source)
        return .on(to: .path(["me"]))
    }
}
