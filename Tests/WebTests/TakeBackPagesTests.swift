import Basics
import Office
import Registry
import Testing

@testable import Web

@Suite("What never should have been is taken back")
struct TakeBackPagesTests {
    let office: TestWorkbench
    private let body: Institution
    private let kind: EstablishmentKind

    init() throws {
        office = try TestWorkbench()
        (body, kind) = try office.roomy(2)
    }

    /// A draft of one form, as a page sends it.
    private func fields(
        _ code: String, _ answers: [(String, String)], seed: UInt64, step: String = "send"
    ) -> [(String, String)] {
        office.useFields(body, kind, title: "一件", seed: seed, step: step).filter {
            !$0.0.hasPrefix("a0-") && $0.0 != "f"
        } + [("f", code)] + answers.map { ("a0-" + $0.0, $0.1) }
    }

    /// Moved by one person and decided by another: the number of the Act.
    private func decide(_ code: String, _ answers: [(String, String)], seed: UInt64) async throws -> Int {
        let sent = try await office.post("/changes/\(code)", fields(code, answers, seed: seed), as: "clerk@1")
        let place = try #require(sent.headers["location"], "\(sent.status) \(sent.text)")
        let page = try await office.get(place, as: "head@3").text
        let made = try await office.post(
            place + "/decision", office.decision(page, number: Int(seed)), as: "head@3")
        #expect(made.status == 303, "\(made.text)")
        return office.workbench.desk.register.position
    }

    @Test("From the page of the Act to a correction, and the register is as it was")
    func road() async throws {
        let before = office.register
        let wrong = try await decide("rename", [("body", body.profile.name), ("name", "误名局")], seed: 1)
        #expect(office.register.digest != before.digest)
        let act = try await office.get("/ledger/acts/\(wrong)", as: "clerk@1").text
        #expect(act.contains("/changes/reverse?act=\(wrong)\""))
        #expect(act.contains("/changes/reverse?act=\(wrong)&amp;changes=1\""))
        let history = try await office.get("/bodies/\(body.id)/history", as: "clerk@1").text
        #expect(history.contains("/changes/reverse?act=\(wrong)&amp;changes=1\""))
        // Whoever drafts nothing is shown no way to, nor is anybody on a page of the past.
        #expect(try await !office.get("/ledger/acts/\(wrong)", as: "head@3").text.contains("/changes/reverse"))
        #expect(
            try await !office.get("/ledger/acts/\(wrong)?on=2021-12-19", as: "clerk@1").text.contains(
                "/changes/reverse")
        )
        let form = try await office.get("/changes/reverse?act=\(wrong)&changes=1", as: "clerk@1").text
        #expect(form.contains("name=\"a0-act\"") && form.contains("value=\"\(wrong)\""))
        let answers = [("act", "\(wrong)"), ("changes", "1"), ("reason", "文件写错")]
        let checked = try await office.post(
            "/changes/reverse", fields("reverse", answers, seed: 2, step: "check"), as: "clerk@1")
        #expect(checked.status == 200 && checked.text.contains("可以办理。"))
        #expect(checked.text.contains("取消第\(wrong)号决定的第1项变动：\(body.profile.name)：名称："))
        let mended = try await decide("reverse", answers, seed: 2)
        #expect(office.register.digest == before.digest)
        let old = try await office.get("/ledger/acts/\(wrong)", as: "clerk@1").text
        #expect(old.contains("（已由<a href=\"/ledger/acts/\(mended)\">第\(mended)号决定</a>撤销）"))
        #expect(!old.contains("/changes/reverse"))
        let new = try await office.get("/ledger/acts/\(mended)", as: "clerk@1").text
        #expect(new.contains("更正") && new.contains("误名局") && new.contains("/ledger/acts/\(wrong)"))
        #expect(!new.contains("/changes/reverse"))
        let both = try await office.get("/bodies/\(body.id)/history", as: "clerk@1").text
        #expect(both.contains("/ledger/acts/\(mended)") && both.contains("class=\"reversed\""))
        #expect(try await office.get("/motions/2", as: "clerk@1").text.contains("/ledger/acts/\(wrong)"))
    }

    @Test("What a later Act builds upon is named before anything is sent, and led to")
    func later() async throws {
        let heads = Commodity.heads(kind).name.zh
        let account = Account(.institution(body.id), .heads(kind))
        let approved = try #require(office.register.approvedHeads(of: body.id, kind))
        let taken = office.register.presence(of: body.id).occupied(kind) + office.register.ledger.reserved(on: account)
        let moved = try await decide(
            "move",
            [("commodity", heads), ("count", "1"), ("from", "上级下达总量"), ("to", body.profile.name)], seed: 1)
        let used = try await decide(
            "headcount-use",
            [
                ("body", body.profile.name), ("kind", kind.name.zh), ("count", "\(approved - taken + 1)"),
                ("until", "2022-06-30"),
            ], seed: 2)
        let answers = [("act", "\(moved)"), ("changes", ""), ("reason", "多划")]
        for step in ["check", "send"] {
            let answer = try await office.post(
                "/changes/reverse", fields("reverse", answers, seed: 3, step: step), as: "clerk@1")
            #expect(answer.status == 409)
            #expect(answer.text.contains("会被拒绝") && answer.text.contains("之后的第\(used)号决定会不再成立"))
            #expect(answer.text.contains("<a href=\"/ledger/acts/\(used)\">第\(used)号</a>"))
            #expect(answer.text.contains("被撤销的决定之后还有涉及相同对象的决定"))
        }
        #expect(office.workbench.desk.register.position == used)
    }
}
