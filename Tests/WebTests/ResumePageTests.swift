import Accounts
import Basics
import Office
import Registry
import Testing

@testable import Web

@Suite("The page by which a form that waited goes on")
struct ResumePageTests {
    let office: TestWorkbench
    var accounts: AccountBook { office.workbench.accounts }
    var now: Instant { office.workbench.clock() }

    init() throws { office = try TestWorkbench(latin: ()) }

    /// A form of an account, sealed as a page carries it.
    private func hold(_ path: String, _ fields: [(String, String)] = [], of owner: UserAccount) throws -> String {
        try accounts.hold(
            HeldForm(path: path, fields: fields.map { .init(name: $0.0, value: $0.1) }), for: owner, at: now)
    }

    /// The page that shows it to its owner, who is signed in.
    private func page(_ held: String, to login: String, language: String = "zh") async throws -> TestWorkbench.Answer {
        try await office.post("/language/\(language)", [("held", held)], as: "login:\(login)", token: nil)
    }

    /// What a person sees of a page: the tags are gone, and what is carried along in them.
    private func seen(_ page: String) -> String {
        let main = page.split(separator: "<main", maxSplits: 1).last ?? ""
        return main.split(separator: "<").compactMap { $0.split(separator: ">", maxSplits: 1).dropFirst().first }
            .joined(separator: "|")
    }

    private func enrolment(_ more: [(String, String)] = []) -> [(String, String)] {
        [
            ("f", "enrol-new"), ("place", "0"), ("against", "\(office.workbench.desk.register.position)"),
            ("seed", Identifier<DailyDraft>(high: 99, low: 1).description), ("title", "One to enter"),
            ("day", "2021-12-20"), ("organ", "The office"), ("a0-name", "Jane Roe"),
            ("a0-number", TestWorkbench.identityNumber), ("a0-body", "Road Station"), ("step", "send"),
        ] + more
    }

    @Test("It shows each field by its label, covers what is personal, and says what comes of sending it")
    func shown() async throws {
        let clerk = try office.open("dora", "Dora Example", [Grant(.clerk)])
        let held = try hold("/changes/enrol-new", enrolment(), of: clerk)
        let page = try await page(held, to: "dora")
        #expect(page.status == 200)
        let seen = seen(page.text)
        for text in ["事由|", "|One to enter", "机构|", "|Road Station", "|＊＊＊", "提交动议：新进人员上编", "继续提交", "放弃这些内容"] {
            #expect(seen.contains(text), "\(text)")
        }
        #expect(!seen.contains("Jane Roe") && !seen.contains(TestWorkbench.identityNumber))
        // It is sent whole all the same, with the token of the session of now.
        #expect(page.text.contains("name=\"a0-name\" value=\"Jane Roe\""))
        #expect(page.text.contains("name=\"form-token\" value=\"\(TestWorkbench.formToken)\""))
        let looked = try hold(
            "/changes/enrol-new", enrolment().map { $0.0 == "step" ? ("step", "check") : $0 }, of: clerk)
        #expect(seen != self.seen(try await self.page(looked, to: "dora").text))
        #expect(try await self.seen(self.page(looked, to: "dora").text).contains("还不提交"))
    }

    @Test("It stays over a change of the language, wherever one is on the way")
    func language() async throws {
        let clerk = try office.open("dora", "Dora Example", [Grant(.clerk)])
        let held = try hold("/accounts", [("login", "li"), ("name", "Lee")], of: clerk)
        let english = try await page(held, to: "dora", language: "en")
        #expect(english.cookies.contains { $0.hasPrefix("lang=en;") })
        #expect(english.text.contains("<html lang=\"en\">") && english.text.contains("action=\"/language/zh\""))
        #expect(english.text.contains("name=\"held\" value=\"\(held)\""))
        // At the door it is there, too, with where they wanted to.
        let fields = [("held", held), ("back", "/bodies?kind=3"), ("login", "dora")]
        let door = try await office.post("/language/en", fields, as: nil, token: nil)
        #expect(door.status == 200 && door.text.contains("action=\"/sign-in\""))
        #expect(door.text.contains("name=\"back\" value=\"/bodies?kind=3\"") && door.text.contains("value=\"dora\""))
        #expect(
            door.text.split(separator: "name=\"held\" value=\"\(held)\"").count == 3, "to sign in, and to change back")
        #expect(door.text.contains("not lost"))
        // Nothing waits: on to where they were; and nowhere else.
        let on = try await office.post("/language/en", [("back", "/bodies")], as: nil, token: nil)
        #expect(on.status == 303 && on.headers["location"] == "/bodies")
        let away = try await office.post("/language/en", [("back", "//elsewhere")], as: nil, token: nil)
        #expect(away.headers["location"] == "/")
        #expect(try await office.post("/language/de", [("held", held)], as: nil, token: nil).status == 404)
        // Another's is nothing to whoever is signed in.
        try office.open("emil", "Emil Example", [Grant(.clerk)])
        #expect(try await page(held, to: "emil").text.contains("action=\"/sign-in\""))
    }

    @Test("Loaded again, it is there again, and nobody signs in twice", arguments: ["/sign-in", "/code"])
    func loadedAgain(_ path: String) async throws {
        let clerk = try office.open("dora", "Dora Example", [Grant(.clerk)])
        let held = try hold("/changes/enrol-new", enrolment(), of: clerk)
        let before = try office.auditCount
        let again = try await office.post(
            path, [("login", "dora"), ("passphrase", "used up"), ("code", "000000"), ("held", held)], as: "login:dora",
            token: nil)
        #expect(again.status == 200 && again.text.contains("action=\"/changes/enrol-new\""))
        #expect(again.cookies.isEmpty && again.text.contains("＊＊＊"))
        #expect(try office.auditCount == before)
    }

    @Test("Who lost the right sees what they typed and what to do, and can't send it")
    func rightLost() async throws {
        let owner = try office.open("dora", "Dora Example", [Grant(.inspector)])
        let held = try hold("/changes/rename", enrolment().map { $0.0 == "f" ? ("f", "rename") : $0 }, of: owner)
        let page = try await page(held, to: "dora")
        #expect(page.text.contains("不能继续提交") && page.text.contains("安全保密管理员"))
        #expect(seen(page.text).contains("|One to enter"))
        #expect(!page.text.contains("action=\"/changes/rename\"") && !page.text.contains("btn-primary"))
        #expect(!page.text.contains("name=\"step\"") && !page.text.contains("查看现状"))
    }

    @Test("What it was about is gone, decided or moved on: it says so, and where to look")
    func moved() async throws {
        try office.putMotion()
        let head = try office.open("dora", "Dora Example", [Grant(.head), Grant(.clerk)])
        let shown = try await office.get("/motions/1", as: "login:dora").text
        let mark = try #require(shown.split(separator: "name=\"text\" value=\"").dropFirst().first?.prefix(64))
        let remark = [("remark-text", "Well <done>"), ("text", String(mark))]
        let right = try await page(try hold("/motions/1/remark", remark, of: head), to: "dora")
        #expect(seen(right.text).contains("留言|") && seen(right.text).contains("Well &lt;done&gt;"))
        #expect(right.text.contains("第1号动议件“A better name”：留言") && !right.text.contains("不能继续提交"))
        #expect(!right.text.contains("又改过"))
        let stale = [("remark-text", "Well done"), ("text", String(repeating: "0", count: 64))]
        #expect(try await page(try hold("/motions/1/remark", stale, of: head), to: "dora").text.contains("又改过"))
        let none = try await page(try hold("/motions/9/remark", remark, of: head), to: "dora")
        #expect(none.text.contains("不能继续提交") && none.text.contains("已经不在"))
        #expect(try await page(try hold("/nowhere/9", [], of: head), to: "dora").text.contains("已经不在"))
        // A draft begun before something was recorded.
        let old = enrolment().map { $0.0 == "against" ? ("against", "1") : $0 }
        #expect(try await page(try hold("/changes/enrol-new", old, of: head), to: "dora").text.contains("又登记了1项决定"))
        let now = try await page(try hold("/changes/enrol-new", enrolment(), of: head), to: "dora").text
        #expect(!now.contains("又登记了"))
        // Withdrawn meanwhile by whoever moved it: nothing more can be done with it, but it is to be looked at.
        var desk = office.workbench.desk.desk()
        var source = SeededSource(seed: 8)
        let stroke = MotionStroke(
            by: try desk.officer(named: "Bob", from: &source), on: self.now.officeDay, at: self.now)
        try desk.withdrawMotion(1, because: "No more.", stroke)
        let over = try await page(try hold("/motions/1/remark", remark, of: head), to: "dora")
        #expect(over.text.contains("不能继续提交") && over.text.contains("href=\"/motions/1\""))
        #expect(!over.text.contains("name=\"remark-text\""))
    }

    @Test("Nobody hears by a form that they could never send what they may not see")
    func unseen() async throws {
        try office.putMotion()
        let other = Institution.ID(high: 7, low: 3)
        let contact = try office.open("dora", "Dora Example", [Grant(.contact, for: [other])])
        let account = try office.open("emil", "Emil Example", [Grant(.clerk)])
        for (path, fields, hidden) in [
            ("/meetings/2021-12-20", [("favour-1", "7")], "第1项"),
            ("/motions/1/remark", [("remark-text", "Well done")], "A better name"),
            ("/accounts/\(account.id)/disable", [], "Emil"),
            ("/grants/\(account.id)", [("role", "1")], "Emil"),
            ("/people/00000000000000090000000000000001", [("purpose", "To know")], "People!2"),
        ] {
            let page = try await page(try hold(path, fields, of: contact), to: "dora")
            #expect(page.status == 200 && page.text.contains("不能继续提交"), "\(path)")
            #expect(!page.text.contains(hidden), "\(path)")
        }
    }

    @Test(
        "Whatever form waits, its page is whole in both languages",
        arguments: Route.all.filter { $0.method == .post }.map(\.pattern))
    func everyForm(_ pattern: String) async throws {
        try office.putImport()
        try office.putMotion()
        let all = Role.allCases.filter { !$0.isForBodies && !$0.isAdministrator }.map { Grant($0) }
        let owner = try office.open("dora", "Dora Example", all)
        let route = try #require(Route.all.first { $0.method == .post && $0.pattern == pattern })
        let path = LanguageTests.address(of: route).replacing(LanguageTests.account, with: owner.id.description)
        #expect(Route.form(at: path)?.route.pattern == pattern)
        let held = try hold(path, enrolment() + [("role", "1"), ("name", "Lee"), ("purpose", "To know")], of: owner)
        let english = try await page(held, to: "dora", language: "en")
        #expect(english.status == 200)
        if let found = LanguageTests.chinese(in: english.text) { Issue.record("\(path): \(found)") }
        #expect(try await page(held, to: "dora").text.contains("<html lang=\"zh-CN\">"))
    }
}
