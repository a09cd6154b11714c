import Accounts
import Basics
import Office
import Registry
import Testing

@testable import Web

/// Every way in by which something is written, shown or taken out, gone once as it is meant to be: each leaves one record,
/// of its action, and the chain stays whole.
@Suite("Whatever is written is on record, once")
struct AuditedWritesTests {
    /// The ways that others go: the door has its own tests, and so have imports; a language is nobody's record.
    private static let elsewhere: Set<String> = [
        "/language/{to}", "/sign-in", "/code", "/link/{token}", "/sign-out", "/me/passphrase", "/me/sessions/{id}/end",
        "/imports",
        "/imports/tables",
        "/imports/{id}/mapping", "/imports/{id}/problems", "/imports/{id}/left-out", "/imports/{id}/preview",
        "/imports/{id}/withdraw", "/imports/{id}/stop", "/imports/{id}/drop", "/imports/{id}/decision",
    ]

    let office: TestWorkbench

    init() throws {
        office = try TestWorkbench()
        try office.adoptTable()
        try office.open("sys", "System", [Grant(.systemAdministrator)])
        try office.open("sec", "Security", [Grant(.securityAdministrator)])
        try office.open("aud", "Auditor", [Grant(.auditAdministrator)])
        try office.open("new", "Newcomer")
    }

    /// Goes a way, and looks at what came to the audit since.
    private func go(
        _ path: String, _ fields: [(String, String)] = [], as who: String, _ action: AuditAction,
        _ outcome: AuditOutcome = .done
    ) async throws {
        let before = try office.auditCount
        let answer = try await office.post(path, fields, as: who)
        #expect([200, 303].contains(answer.status) || outcome == .refused, "\(path): \(answer.status)")
        let lines = try office.workbench.accounts.trail.read(AuditSearch(), most: 1_000).lines
        let new = lines.prefix(lines.count - before)
        #expect(new.map(\.action) == [action], "\(path): \(new.map { $0.what.wording.en })")
        #expect(new.first?.outcome == outcome, "\(path)")
    }

    private func decide(_ number: Int) async throws {
        let page = try await office.get("/motions/\(number)", as: "head@3").text
        try await go(
            "/motions/\(number)/decision", office.decision(page, number: number), as: "head@3", .registerAct)
    }

    private func paper(_ name: String, _ more: [(String, String)]) -> [(String, String)] {
        [("\(name)-number", "样字〔2021〕9号"), ("\(name)-day", "2021-12-20"), ("\(name)-note", "")] + more
    }

    @Test("A contact's request, a rename by the commission, a plate that is countersigned, somebody enrolled")
    func motions() async throws {
        let (body, kind) = try office.roomy(2)
        let contact = "contact:\(body.id)@8"
        // 1: filed, sent back, withdrawn.
        try await go("/changes/headcount-use", office.useFields(body, kind), as: contact, .motionEvent)
        try await go(
            "/motions/1/sending-back", [("sending-back-reason", "缺依据")], as: "clerk@1", .motionEvent)
        try await go("/motions/1/withdrawal", [("withdrawal-reason", "不办了")], as: contact, .motionEvent)
        // 2: filed and taken on.
        try await go("/changes/headcount-use", office.useFields(body, kind, seed: 2), as: contact, .motionEvent)
        try await go("/motions/2/take-on", [("take-organ", "区编办")], as: "clerk@1", .motionEvent)
        // 3: what the commission decides.
        let number = try await office.rename("改名后的局", seed: 3, except: body.id)
        try await go("/motions/\(number)/remark", [("remark-text", "宜早办")], as: "leader@5", .motionEvent)
        try await go(
            "/motions/\(number)/review", [("review-kind", "1"), ("review-opinion", "可"), ("then", "favour")],
            as: "reviewer@2", .motionEvent)
        try await go("/motions/\(number)/agenda", [("agenda-day", "2021-12-20")], as: "clerk@1", .motionEvent)
        let met = [("meeting-present", "王一、刘二、张三"), ("meeting-absent", "")]
        try await go(
            "/meetings/2021-12-20", met + [("meeting-minutes", ""), ("favour-\(number)", "3")], as: "clerk@1",
            .motionEvent)
        try await go(
            "/motions/\(number)/meeting", met + [("meeting-minutes", "样编纪〔2021〕1号"), ("meeting-favour", "3")],
            as: "clerk@1", .motionEvent)
        try await decide(number)
        try await go(
            "/motions/\(number)/paper",
            paper("paper", [("paper-kind", "filed"), ("paper-organ", "区人大常委会")]), as: "clerk@1", .motionEvent)
        // 4: what the Organisation Department countersigns, and its own drafter does not.
        let plate = try await office.move(
            "hang-plate", [("a0-body", body.profile.name), ("a0-plate", "新牌子")], seed: 4)
        let signed = paper("countersign", [("countersign-organ", "区委组织部"), ("then", "sign")])
        try await go("/motions/\(plate)/countersign", signed, as: "clerk+organisation@1", .motionEvent, .refused)
        try await go("/motions/\(plate)/countersign", signed, as: "organisation@6", .motionEvent)
        try await go("/motions/\(plate)/return", [("return-reason", "再议")], as: "head@3", .motionEvent)
        // 5: somebody comes, and a chain of offices with them.
        let coming = try await office.move(
            "enrol-new",
            [
                ("a0-body", body.profile.name), ("a0-kind", kind.name.zh), ("a0-name", "测试员"),
                ("a0-number", TestWorkbench.identityNumber), ("a0-status", "公务员"),
            ], seed: 5)
        try await go(
            "/motions/\(coming)/reveal", [("reveal-purpose", "核对名册")], as: "reviewer@2", .personalShown)
        try await decide(coming)
        try await go(
            "/motions/\(coming)/chain", paper("chain", [("chain-organ", "personnel")]), as: "clerk@1", .motionEvent)
        // 6: heads that have lapsed.
        let late = office.useFields(body, kind, count: "1", seed: 6).map { field in
            field.0 == "a0-until" ? ("a0-until", "2021-12-19") : field.0 == "day" ? ("day", "2021-12-01") : field
        }
        try await go("/changes/headcount-use", late, as: "clerk@1", .motionEvent)
        try await decide(coming + 1)
        try await go("/uses/lapse", as: "clerk@1", .registerAct)
        // A second time there is nothing to end, and nothing to be on record.
        let before = try office.auditCount
        _ = try await office.post("/uses/lapse", as: "clerk@1")
        #expect(try office.auditCount == before)
        #expect(try office.workbench.accounts.trail.check().isEmpty)
    }

    @Test("What is shown and taken out, and what the three administrators do")
    func others() async throws {
        let person = try #require(office.register.people.values.filter { !$0.places.isEmpty }.min { $0.id < $1.id })
        try await go("/people/\(person.id)", [("purpose", "核对名册")], as: "clerk@1", .personalShown)
        for list in ["bodies/export", "people/export", "ledger/export?holder=grant", "tree/export"] {
            try await go("/\(list)", [("format", "xlsx")], as: "clerk@1", .exported)
        }
        try await go("/accounts", [("login", "next"), ("name", "后来")], as: "login:sys", .accountOpened)
        let id = try #require(try office.workbench.accounts.account(login: "new")).id
        try await go("/accounts/\(id)/disable", as: "login:sys", .accountDisabled)
        try await go("/accounts/\(id)/enable", as: "login:sys", .accountEnabled)
        try await go("/accounts/\(id)/link", as: "login:sys", .linkRenewed)
        try await go("/accounts/export", [("format", "xlsx")], as: "login:sys", .exported)
        let page = try await office.get("/grants/\(id)", as: "login:sec").text
        let start = try #require(page.firstRange(of: "name=\"basis\" value=\"")).upperBound
        let basis = String(page[start...].prefix { $0 != "\"" })
        try await go("/grants/\(id)", [("basis", basis), ("role", "1")], as: "login:sec", .rolesGranted)
        try await go("/audit/check", as: "login:aud", .auditRead)
        try await go("/audit/export?search=yes", [("format", "csv")], as: "login:aud", .auditExported)
        #expect(try office.workbench.accounts.trail.check().isEmpty)
    }

    /// Whoever adds a way in by a form adds it here.
    @Test("No way in by a form is left out")
    func complete() {
        let here: Set<String> = [
            "/changes/{form}", "/meetings/{day}", "/uses/lapse", "/people/{id}", "/bodies/export", "/people/export",
            "/ledger/export", "/tree/export", "/accounts", "/accounts/{id}/disable", "/accounts/{id}/enable",
            "/accounts/{id}/link", "/accounts/export", "/grants/{id}", "/audit/check", "/audit/export",
        ]
        let all = Set(Route.all.filter { $0.method == .post }.map(\.pattern)).filter { !$0.hasPrefix("/motions/") }
        #expect(all.subtracting(here) == Self.elsewhere)
        let tasks: Set<String> = [
            "take-on", "sending-back", "review", "countersign", "agenda", "meeting", "paper", "decision", "return",
            "chain", "remark", "withdrawal", "reveal",
        ]
        #expect(Set(MotionTask.allCases.map(\.rawValue)) == tasks)
    }

    @Test("What a motion is called stays out of the audit, which is never erased")
    func titles() async throws {
        let number = try await office.rename("改名后的局")
        #expect(try office.motion(number).isOpen)
        let lines = try office.records(.motionEvent)
        #expect(lines.count == 1 && lines[0].what == "motion: rename")
    }
}
