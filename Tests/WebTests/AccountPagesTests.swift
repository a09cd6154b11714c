import Accounts
import Basics
import Office
import Registry
import Testing

@testable import Web

extension TestWorkbench {
    /// An account with roles, opened at the terminal.
    @discardableResult
    func open(_ login: String, _ name: String, _ grants: [Grant] = []) throws -> UserAccount {
        var source = SystemRandomNumberGenerator()
        let (book, now) = (workbench.accounts, workbench.clock())
        let link = try book.openAccount(login: login, name: name, by: .terminal, at: now, from: &source)
        if !grants.isEmpty { try book.grant(grants, to: link.account.id, by: .terminal, at: now, from: &source) }
        return try book.account(link.account.id, at: now).account
    }

    func account(_ login: String) throws -> AccountLine {
        let id = try #require(try workbench.accounts.account(login: login)).id
        return try workbench.accounts.account(id, at: workbench.clock())
    }

    /// The records of an action, the last first.
    func records(_ action: AuditAction) throws -> [AuditLine] {
        var search = AuditSearch()
        search.actions = [action]
        return try workbench.accounts.trail.read(search, most: 1000).lines
    }
}

@Suite("Accounts and roles in the browser")
struct AccountPagesTests {
    let office: TestWorkbench
    private let system = "login:sys"
    private let security = "login:sec"
    private let station = Institution.ID(high: 7, low: 2)

    init() throws {
        office = try TestWorkbench(latin: ())
        try office.open("sys", "System", [Grant(.systemAdministrator)])
        try office.open("sec", "Security", [Grant(.securityAdministrator)])
    }

    private func basis(_ page: String) throws -> String {
        let mark = "name=\"basis\" value=\""
        let start = try #require(page.firstRange(of: mark)).upperBound
        return String(page[start...].prefix { $0 != "\"" })
    }

    /// The codes of the roles that a page has ticked.
    private func ticked(_ page: String) -> [String] {
        page.split(separator: "<input").filter { $0.contains("name=\"role\"") && $0.contains(" checked") }.compactMap {
            $0.split(separator: "value=\"").dropFirst().first?.prefix { $0 != "\"" }
        }.map(String.init)
    }

    private func send(_ roles: [Role], bodies: [String] = [], to id: UserAccount.ID) async throws
        -> TestWorkbench.Answer
    {
        let page = try await office.get("/grants/\(id)", as: security).text
        return try await office.post(
            "/grants/\(id)",
            [("basis", try basis(page))] + roles.map { ("role", "\($0.rawValue)") } + bodies.map { ("body", $0) },
            as: security)
    }

    @Test("An account is opened with a link that is shown once, on record, and has no roles")
    func opening() async throws {
        let answer = try await office.post("/accounts", [("login", "wang"), ("name", "王一")], as: system)
        #expect(answer.status == 200 && answer.headers["cache-control"] == "no-store")
        let tail = try #require(answer.text.firstRange(of: "/link/")).upperBound
        let token = String(answer.text[tail...].prefix { $0 != "<" })
        let offer = try #require(try office.workbench.accounts.offer(link: token, at: office.workbench.clock()))
        #expect(offer.account.login == "wang" && offer.account.grants.isEmpty)
        #expect(try office.records(.accountOpened).first?.who == "System sys")
        let list = try await office.get("/accounts", as: system).text
        #expect(list.contains("王一") && list.contains("待启用，链接至") && list.contains("尚无角色") && !list.contains(token))
        #expect(try await !office.get("/accounts/\(offer.account.id)", as: system).text.contains(token))
    }

    @Test(
        "What can't be an account is said at its field, with what was typed",
        arguments: [
            ([("login", "W"), ("name", "王一")], 422, "field-login-fault"),
            ([("login", String(repeating: "w", count: 33)), ("name", "王一")], 422, "field-login-fault"),
            ([("login", "<script>"), ("name", "王一")], 422, "field-login-fault"),
            ([("name", "王一")], 422, "field-login-fault"), ([("login", "wang")], 422, "field-name-fault"),
            ([("login", "wang"), ("login", "wan"), ("name", "王一")], 422, "field-login-fault"),
            ([("login", "wang"), ("name", String(repeating: "王", count: 51))], 422, "field-name-fault"),
            ([("login", "wang"), ("name", "a\nb")], 422, "field-name-fault"),
            ([("login", "sys"), ("name", "王一")], 409, "field-login-fault"),
            ([("login", "wang"), ("name", "System")], 409, "field-name-fault"), ([], 422, "field-login-fault"),
        ])
    func badAccount(_ fields: [(String, String)], _ status: Int, _ place: String) async throws {
        let answer = try await office.post("/accounts", fields, as: system)
        #expect(answer.status == status && answer.text.contains("id=\"\(place)\""))
        #expect(!answer.text.contains("<script>"))
        for (name, value) in fields where !value.contains("<") && !value.contains("\n") && value != "wan" {
            #expect(answer.text.contains("value=\"\(value)\""), "\(name)")
        }
        #expect(try office.workbench.accounts.accounts(at: office.workbench.clock()).count == 2)
        // The rules' no is on record, what was typed wrong is not.
        let refused = try office.records(.accountOpened).filter { $0.outcome == .refused }
        #expect(refused.count == (status == 409 ? 1 : 0))
    }

    @Test("The list is narrowed by name, login, body, role and state, and paged; a page beyond is the last")
    func filter() async throws {
        var source = SeededSource(seed: 2)
        let bodies: Set<Institution.ID> = [station]
        try office.open("kate", "Kate Contact", [Grant(.contact, for: bodies)])
        try office.open("zoe", "Zoe Example")
        for number in 10..<70 { try office.open("user\(number)", "User \(number)", [Grant(.clerk)]) }
        func logins(_ query: String, room: String = "accounts", as who: String? = nil) async throws -> [String] {
            let page = try await office.get("/\(room)?\(query)", as: who ?? system)
            #expect(page.status == 200)
            return page.text.split(separator: "<th scope=\"row\"><a href=\"/\(room)/").dropFirst().map {
                String($0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
            }
        }
        let all = (["kate", "sec", "sys"] + (10..<70).map { "user\($0)" } + ["zoe"]).sorted()
        #expect(try await logins("") == Array(all.prefix(50)))
        #expect(try await logins("page=2") == Array(all.suffix(14)))
        #expect(try await logins("page=9") == Array(all.suffix(14)))
        #expect(try await logins("page=0") == Array(all.prefix(50)))
        #expect(try await logins("text=USER1") == (10..<20).map { "user\($0)" })
        #expect(try await logins("text=station") == ["kate"])
        #expect(try await logins("text=road+kate") == ["kate"])
        #expect(try await logins("role=none") == ["zoe"])
        #expect(try await logins("role=\(Role.contact.rawValue)") == ["kate"])
        #expect(try await logins("role=\(Role.clerk.rawValue)&page=2").count == 10)
        #expect(try await logins("state=ready").isEmpty)
        #expect(try await logins("role=x&state=x&page=x") == Array(all.prefix(50)))
        #expect(try await logins("text=kate", room: "grants", as: security) == ["kate"])
        try office.workbench.accounts.set(
            disabled: true, try office.account("zoe").account.id, by: .terminal, at: office.workbench.clock(),
            from: &source)
        #expect(try await logins("state=disabled") == ["zoe"])
        let empty = try await office.get("/accounts?text=nobody", as: system, language: "en")
        #expect(empty.text.contains("No account fits.") && !empty.text.contains("<table"))
    }

    @Test("The list is taken out as it is seen, all pages of it, on record, by the system administrator alone")
    func exporting() async throws {
        for number in 10..<70 { try office.open("user\(number)", "User \(number)", [Grant(.clerk)]) }
        let answer = try await office.post("/accounts/export?role=\(Role.clerk.rawValue)", as: system)
        #expect(answer.status == 200 && answer.headers["content-type"]?.contains("spreadsheetml") == true)
        let record = try #require(try office.records(.exported).first)
        #expect(record.what.wording == Wording(zh: "账号一览，60条", en: "accounts, 60 lines"))
        #expect(try await office.post("/accounts/export", as: security).status == 403)
        #expect(try office.records(.exported).count == 1)
    }

    @Test("A script in a name is a name")
    func script() async throws {
        let name = "<script>alert(1)</script>"
        let answer = try await office.post("/accounts", [("login", "wang"), ("name", name)], as: system)
        #expect(answer.status == 200 && !answer.text.contains(name))
        let id = try office.account("wang").account.id
        for (path, who) in [
            ("/accounts", system), ("/accounts/\(id)", system), ("/grants", security), ("/grants/\(id)", security),
        ] {
            let page = try await office.get(path, as: who).text
            #expect(!page.contains(name) && page.contains("&lt;script&gt;"), "\(path)")
        }
    }

    @Test("An account is disabled, enabled and given a new link, each on record once")
    func deeds() async throws {
        let id = try office.open("wang", "王一").id
        for (deed, status, state) in [
            ("disable", 303, AccountLine.State.disabled), ("disable", 303, .disabled), ("enable", 303, .lapsed),
        ] {
            #expect(try await office.post("/accounts/\(id)/\(deed)", as: system).status == status)
            #expect(try office.account("wang").state == state)
        }
        #expect(try await office.get("/accounts", as: system).text.contains("链接已过期"))
        #expect(try office.records(.accountDisabled).count == 1)
        #expect(try office.records(.accountEnabled).count == 1)
        let answer = try await office.post("/accounts/\(id)/link", as: system)
        #expect(answer.status == 200 && answer.text.contains("/link/"))
        #expect(try office.records(.linkRenewed).count == 1)
        guard case .invited = try office.account("wang").state else {
            Issue.record("no link waits")
            return
        }
    }

    @Test("Nobody disables themselves, and what nobody has is no page")
    func refused() async throws {
        let own = try office.account("sys").account.id
        #expect(try await !office.get("/accounts/\(own)", as: system).text.contains("/disable\""))
        for deed in ["disable", "link"] {
            #expect(try await office.post("/accounts/\(own)/\(deed)", as: system).status == 409, "\(deed)")
        }
        #expect(try office.account("sys").account.isDisabled == false)
        for id in ["ffffffffffffffffffffffffffffffff", "x", "%3Cscript%3E"] {
            #expect(try await office.get("/accounts/\(id)", as: system).status == 404)
            #expect(try await office.get("/grants/\(id)", as: security).status == 404)
            #expect(try await office.post("/accounts/\(id)/disable", as: system).status == 404)
            #expect(try await office.post("/accounts/\(id)/link", as: system).status == 404)
            #expect(try await office.post("/grants/\(id)", [("role", "1")], as: security).status == 404)
        }
        let wrong = try await office.post("/accounts/\(own)/enable", as: system, token: "another")
        #expect(wrong.status == 403 && wrong.text.contains("表单已失效"))
        #expect(try office.records(.formRefused).count == 1)
    }

    @Test("Roles are given, a contact with its bodies, and taken again")
    func granting() async throws {
        let id = try office.open("wang", "王一").id
        let answer = try await send([.clerk, .contact], bodies: ["Road Station", " ", "Bureau of Works"], to: id)
        #expect(answer.status == 303 && answer.headers["location"] == "/grants/\(id)?saved=yes")
        let grants = try office.account("wang").account.grants
        #expect(grants == [Grant(.clerk), Grant(.contact, for: [station, Institution.ID(high: 7, low: 1)])])
        let page = try await office.get("/grants/\(id)?saved=yes", as: security).text
        #expect(ticked(page) == ["1", "6"] && page.contains("value=\"Road Station\"") && page.contains("已保存"))
        #expect(try await office.get("/accounts", as: system).text.contains("部门联络员（Bureau of Works、Road Station）"))
        #expect(try await send([], to: id).status == 303)
        #expect(try office.account("wang").account.grants.isEmpty)
        #expect(try office.records(.rolesGranted).filter { $0.who == "Security sec" }.count == 2)
    }

    @Test(
        "What excludes itself is refused with nothing lost",
        arguments: [
            ([Role.systemAdministrator, .auditAdministrator], [], 409, "须由三人分任"),
            ([.securityAdministrator, .clerk], [], 409, "不得兼任业务"),
            ([.contact], [], 422, "请选择联络员所在的机构"), ([.contact], ["Road Station", "No Such"], 422, "“No Such”"),
            ([.contact], ["Old Ferry"], 422, "Old Ferry"), ([.contact], ["<script>x"], 422, "&lt;script&gt;x"),
            ([.clerk], ["Road Station"], 422, "没有勾选"), ([.clerk, .clerk], [], 422, "只能授予一次"),
            ([.contact], [String(repeating: "长", count: 3000)], 422, "没有名为"),
            ([.contact], (0...200).map { "Nobody \($0)" }, 422, "最多填写"),
        ] as [([Role], [String], Int, String)])
    func exclusion(_ roles: [Role], _ bodies: [String], _ status: Int, _ words: String) async throws {
        let id = try office.open("wang", "王一", [Grant(.reviewer)]).id
        let answer = try await send(roles, bodies: bodies, to: id)
        #expect(answer.status == status && answer.text.contains(words) && !answer.text.contains("<script>"))
        #expect(ticked(answer.text) == Set(roles).sorted().map { "\($0.rawValue)" })
        for body in bodies where !body.contains("<") && body.count < 400 {
            #expect(answer.text.contains("value=\"\(body)\""))
        }
        #expect(try office.account("wang").account.grants == [Grant(.reviewer)])
        let refused = try office.records(.rolesGranted).filter { $0.outcome == .refused }
        #expect(refused.count == (status == 409 ? 1 : 0))
    }

    @Test("A role that is none is no role", arguments: ["0", "99", "clerk", "1 2", "<script>"])
    func noRole(_ code: String) async throws {
        let id = try office.open("wang", "王一").id
        let page = try await office.get("/grants/\(id)", as: security).text
        let answer = try await office.post(
            "/grants/\(id)", [("basis", try basis(page)), ("role", code), ("role", "1")], as: security)
        #expect(answer.status == 422 && ticked(answer.text) == ["1"] && !answer.text.contains("<script>"))
        #expect(try office.account("wang").account.grants.isEmpty)
    }

    @Test("Who was slower sees both, and loses nothing")
    func stale() async throws {
        let id = try office.open("wang", "王一").id
        let old = try basis(try await office.get("/grants/\(id)", as: security).text)
        #expect(try await send([.reviewer], to: id).status == 303)
        for basis in [[("basis", old)], []] {
            let answer = try await office.post(
                "/grants/\(id)", basis + [("role", "6"), ("body", "Road Station")], as: security)
            #expect(answer.status == 409 && answer.text.contains("现在的角色：复核"))
            #expect(ticked(answer.text) == ["6"] && answer.text.contains("value=\"Road Station\""))
        }
        #expect(try office.account("wang").account.grants == [Grant(.reviewer)])
        let answer = try await office.post(
            "/grants/\(id)", [("basis", old), ("role", "1")], as: security)
        let again = try await office.post(
            "/grants/\(id)", [("basis", try basis(answer.text)), ("role", "1")], as: security)
        #expect(again.status == 303)
        #expect(try office.account("wang").account.grants == [Grant(.clerk)])
    }

    @Test("Nobody gives themselves roles")
    func own() async throws {
        let id = try office.account("sec").account.id
        let page = try await office.get("/grants/\(id)", as: security).text
        #expect(!page.contains("name=\"role\"") && page.contains("另一位安全保密管理员"))
        let answer = try await office.post(
            "/grants/\(id)", [("basis", GrantForm.basis(of: [Grant(.securityAdministrator)])), ("role", "3")],
            as: security)
        #expect(answer.status == 409 && answer.text.contains("不能变更本人"))
        #expect(try office.account("sec").account.grants == [Grant(.securityAdministrator)])
        #expect(try office.records(.rolesGranted).first?.outcome == .refused)
    }

    @Test("More room for bodies keeps what was chosen and gives nothing")
    func more() async throws {
        let id = try office.open("wang", "王一").id
        let page = try await office.get("/grants/\(id)", as: security).text
        let answer = try await office.post(
            "/grants/\(id)",
            [("basis", try basis(page)), ("role", "6"), ("body", "Road Station"), ("more", "yes")], as: security)
        #expect(answer.status == 200 && ticked(answer.text) == ["6"])
        #expect(answer.text.split(separator: "name=\"body\"").count == 7)
        #expect(answer.text.contains("value=\"Road Station\""))
        #expect(try basis(answer.text) == basis(page))
        #expect(try office.account("wang").account.grants.isEmpty)
    }

    @Test("A part of a body's name is taken where it means one, and nothing is given before that was seen")
    func partOfAName() async throws {
        let id = try office.open("wang", "Wang Example").id.description
        let page = try await office.get("/grants/\(id)", as: security).text
        func sent(_ body: String) async throws -> TestWorkbench.Answer {
            try await office.post(
                "/grants/\(id)", [("basis", try basis(page)), ("role", "6"), ("body", body)], as: security)
        }
        let part = try await sent("Stat")
        #expect(part.status == 422 && part.text.contains("按“Stat”取：Road Station"))
        #expect(part.text.contains("value=\"Road Station\""))
        #expect(try office.account("wang").account.grants.isEmpty)
        let several = try await sent("o")
        #expect(several.status == 422 && several.text.contains("Road Station、Bureau of Works"))
        #expect(several.text.contains("value=\"o\""))
        let none = try await sent("Nowhere")
        #expect(none.status == 422 && none.text.contains("没有名为“Nowhere”的机构"))
        #expect(try await sent("Road Station").status == 303)
        #expect(try office.account("wang").account.grants.map(\.role) == [.contact])
    }

    @Test("Names of bodies are proposed to whoever gives roles")
    func suggestions() async throws {
        func proposed(_ typed: String) async throws -> [Substring] {
            let text = try await office.get("/grants/suggest?q=\(typed)", as: security).text
            return text.split(separator: "data-value=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        }
        #expect(try await proposed("Road") == ["Road Station"])
        #expect(try await proposed("Ferry").isEmpty)
        #expect(try await proposed("").sorted() == ["Bureau of Works", "Road Station"])
    }

    @Test("The table of rights is what is asked at the door", arguments: ["systemAdministrator", "auditAdministrator"])
    func rights(_ who: String) async throws {
        let page = try await office.get("/rights", as: who).text
        #expect(page.split(separator: "✓").count - 1 == Right.allCases.reduce(0) { $0 + $1.roles.count })
        for route in Route.all { #expect(page.contains("<code>\(route.pattern)</code>"), "\(route.pattern)") }
    }
}
