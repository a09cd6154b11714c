import Accounts
import Basics
import HTML
import Office

extension Route {
    /// The accounts, for the system administrator.
    static let accountRoutes: [Route] = [
        .slowPage("/accounts", .manageAccounts) { try $0.accountsPage() },
        .form("/accounts", .manageAccounts, longest: 16_384, tells: { $0.toldAccount() }) { try $0.openAccount() },
        .form("/accounts/export", .manageAccounts, longest: 16_384) { try $0.exportAccounts() },
        .slowPage("/accounts/{id}", .manageAccounts) { try $0.accountPage() },
        .form(
            "/accounts/{id}/disable", .manageAccounts, longest: 16_384,
            tells: { try $0.toldDeed(Wording(zh: "停用账号", en: "disable the account")) }
        ) { try $0.setAccount(disabled: true) },
        .form(
            "/accounts/{id}/enable", .manageAccounts, longest: 16_384,
            tells: { try $0.toldDeed(Wording(zh: "恢复账号", en: "enable the account")) }
        ) { try $0.setAccount(disabled: false) },
        .form(
            "/accounts/{id}/link", .manageAccounts, longest: 16_384,
            tells: { try $0.toldDeed(Wording(zh: "重发一次性链接", en: "give a new link")) }
        ) { try $0.renewLink() },
    ]
}

extension Visit {
    /// The account that the path names; one that nobody has is no page.
    func accountLine() throws -> AccountLine {
        guard let id = parameters["id"].flatMap({ UserAccount.ID($0) }) else { throw Denial.notFound }
        let found = Result { () throws(OfficeFailure) in try workbench.accounts.account(id, at: now) }
        if case .failure(let failure) = found, failure.kind == .input { throw Denial.notFound }
        return try found.get()
    }

    /// Whether an account is the viewer's own.
    func isOwn(_ account: UserAccount) -> Bool { viewer?.account.id == account.id }

    /// What stands in a field of the form as it was typed, also where it came twice or is too long to be taken.
    func typed(_ name: String) -> String { String((form.all(name).first ?? "").prefix(400)) }

    /// Who an account is to be opened for, as it was typed.
    private func openingFields() -> (login: FormField, name: FormField) {
        (
            FormField(
                name: "login", label: say("登录名", "Login"),
                hint: say(
                    "2 至 32 个小写字母、数字、点或短横，以字母开头。",
                    "2 to 32 small letters, digits, dots or hyphens, a letter first."), longest: 32,
                value: typed("login")),
            FormField(
                name: "name", label: say("姓名", "Name"),
                hint: say(
                    "台账以姓名记载经办人，不能重名，开立后不能更改。",
                    "The journal knows people by it: no two the same, and it can't be changed."), longest: 50,
                value: typed("name"))
        )
    }

    /// An account that waits to be opened.
    func toldAccount() -> SentForm {
        var sent = SentForm(say("开立账号", "open an account"), page: .path(["accounts"]))
        let (login, name) = openingFields()
        sent.fields = [login, name]
        return sent
    }

    /// What waits to be done to an account.
    func toldDeed(_ deed: Wording) throws -> SentForm {
        let account = try accountLine().account
        return SentForm(
            say("\(deed.zh)：\(account.name)（\(account.login)）", "\(deed.en): \(account.name) (\(account.login))"),
            page: .path(["accounts", account.id.description]))
    }

    /// All accounts, and the form for another one.
    func accountsPage(_ failure: OfficeFailure? = nil) throws -> Reply {
        let lines = try workbench.accounts.accounts(at: now)
        var (login, name) = openingFields()
        switch failure?.code {
        case "login-malformed", "login-taken": login.fault = failure.map { say($0.wording) }
        case "name-malformed", "name-taken": name.fault = failure.map { say($0.wording) }
        default: break
        }
        let isElsewhere = login.fault == nil && name.fault == nil
        let others = isElsewhere ? failure.map { [say($0.wording)] } ?? [] : []
        let head = PageHead(
            title: say("账号", "Accounts"), place: "accounts",
            action: (say("开立账号", "Open an account"), .fragment("open")), isDated: false)
        return page(head, status: failure.map { Denial($0).status } ?? 200) { html in
            writeFaults(of: [login, name], and: others, into: &html)
            writeAccounts(lines, at: "accounts", into: &html) {
                writeExport(.path(["accounts", "export"], query: $1.query()), for: .manageAccounts, into: &$0)
            }
            html(.h2, .id("open"), text: say("开立账号", "Open an account"))
            html(
                .p, .class("quiet"),
                text: say(
                    "开立后得到一条一次性链接，交本人设置口令；角色由安全保密管理员另行授予，此前不能办理任何事项。",
                    "It gives a one-time link by which its owner sets a passphrase. It may do nothing until the security administrator gives it roles."
                ))
            html(.form, .method("post"), .action(.path(["accounts"])), .class("stack")) { html in
                writeFormToken(into: &html)
                write(login, into: &html)
                write(name, into: &html)
                html(.div, .class("buttons")) {
                    $0(.button, .type("submit"), .class("btn btn-primary"), text: say("开立", "Open"))
                }
            }
        }
    }

    /// Whether a second factor is there, and whether one has to be.
    func factor(of line: AccountLine) -> String {
        if line.hasSecondFactor { return say("已绑定", "enrolled") }
        return line.account.needsSecondFactor ? say("须绑定，尚未绑定", "needed, not enrolled yet") : say("未绑定", "none")
    }

    /// How an account stands, with when its link lapses.
    func say(_ state: AccountLine.State) -> String {
        guard case .invited(let until) = state else { return say(state.name) }
        return say("\(state.name.zh)，链接至\(say(until))", "\(state.name.en), link until \(say(until))")
    }

    /// Roles in words, each with its bodies.
    func say(_ grants: [Grant]) -> String {
        guard !grants.isEmpty else { return say("尚无角色", "no role yet") }
        return grants.map { grant in
            guard let bodies = grant.bodies else { return say(grant.role.name) }
            let names = bodies.sorted().map { register.institutions[$0]?.profile.name ?? $0.description }
            let shown = names.prefix(3).joined(separator: say("、", ", "))
            let more = names.count > 3 ? say("等\(names.count)个机构", " and \(names.count - 3) more") : ""
            return say(grant.role.name) + say("（\(shown)\(more)）", " (\(shown)\(more))")
        }.joined(separator: say("、", ", "))
    }

    /// Opens an account and shows its link, once.
    func openAccount() throws -> Reply {
        switch tryOpening() {
        case .success(let link): return linkPage(link, isNew: true)
        case .failure(let failure):
            if failure.kind == .failure { throw failure }
            return try accountsPage(failure)
        }
    }

    private func tryOpening() -> Result<AccountLink, OfficeFailure> {
        Result { () throws(OfficeFailure) in
            var source = SystemRandomNumberGenerator()
            return try workbench.accounts.openAccount(
                login: form["login"] ?? "", name: form["name"] ?? "", by: visitor, at: now, from: &source)
        }
    }
}
