import Accounts
import Basics
import Office
import Registry
import Testing

@testable import Web

@Suite("Daily work on its pages")
struct DailyPagesTests {
    let office: TestWorkbench

    init() throws { office = try TestWorkbench() }

    @Test("A clerk drafts, a reviewer reviews, a head decides, and the register has it; each leaves one record")
    func wholeWay() async throws {
        let (body, kind) = try office.roomy(2)
        let records = try office.auditCount
        let number = try await office.moveUse()
        #expect(try office.auditCount == records + 1)
        let page = try await office.get("/motions/\(number)", as: "reviewer@2")
        #expect(page.status == 200)
        #expect(page.text.contains("招聘用编2名"))
        #expect(page.text.contains("可以办理"))
        let review = try await office.post(
            "/motions/\(number)/review",
            [("review-kind", "1"), ("review-opinion", "必要可行"), ("then", "favour")], as: "reviewer@2")
        #expect(review.status == 303)
        #expect(try office.auditCount == records + 2)
        let shown = try await office.get("/motions/\(number)", as: "head@3")
        #expect(shown.text.contains("必要可行"))
        let position = office.workbench.desk.register.position
        let decided = try await office.post(
            "/motions/\(number)/decision", office.decision(shown.text), as: "head@3")
        #expect(decided.status == 303, "\(decided.text)")
        #expect(try office.auditCount == records + 3)
        #expect(office.workbench.desk.register.position == position + 1)
        #expect(office.register.ledger.reserved(on: Account(.institution(body.id), .heads(kind))) >= 2)
        let uses = try await office.get("/uses", as: "clerk").text
        #expect(uses.contains("样编〔2021〕1号"))
        let use = try #require(office.workbench.desk.desk().headcountUses(on: Day(number: 19_000)).first)
        let notice = try await office.get("/uses/\(use.id)", as: "clerk")
        #expect(notice.text.contains("同意你单位使用"))
        #expect(notice.text.contains("/changes/enrol-new?use=\(use.id)"))
        let form = try await office.get("/changes/enrol-new?use=\(use.id)", as: "clerk")
        #expect(form.text.contains("value=\"\(body.profile.name)\""))
        // It is called by whose it is and what of, and means this one.
        #expect(form.text.contains("value=\"\(body.profile.name)：\(kind.name.zh)2名 #\(use.id.description.prefix(8))\""))
    }

    @Test("Its drafter neither reviews nor decides, whatever other roles they have")
    func fourEyes() async throws {
        let number = try await office.moveUse()
        let who = "clerk+reviewer+head@1"
        let page = try await office.get("/motions/\(number)", as: who).text
        #expect(!page.contains("/motions/\(number)/decision"))
        #expect(!page.contains("/motions/\(number)/review"))
        let other = try await office.get("/motions/\(number)", as: "head@3").text
        let records = try office.auditCount
        let decided = try await office.post("/motions/\(number)/decision", office.decision(other), as: who)
        #expect(decided.status == 409)
        #expect(decided.text.contains("关于用编的批复"))
        #expect(try office.auditCount == records + 1)
        let review = try await office.post(
            "/motions/\(number)/review",
            [("review-kind", "1"), ("review-opinion", "我看行"), ("then", "favour")], as: who)
        #expect(review.status == 409)
        #expect(review.text.contains("我看行"))
    }

    @Test("What would be refused is said before it is sent, and sending it keeps what was typed")
    func refused() async throws {
        let (body, kind) = try office.roomy(2)
        for step in ["check", "send"] {
            let answer = try await office.post(
                "/changes/headcount-use", office.useFields(body, kind, count: "5000", step: step), as: "clerk")
            #expect(answer.status == 409)
            #expect(answer.text.contains("会被拒绝"))
            #expect(answer.text.contains("办法："))
            #expect(answer.text.contains("value=\"5000\""))
            #expect(answer.text.contains("value=\"招聘用编2名\""))
        }
        #expect(try office.workbench.desk.desk().motions().isEmpty)
    }

    @Test("While it is filled in, a part says what would come of it")
    func part() async throws {
        let (body, kind) = try office.roomy(2)
        let answer = try await office.post(
            "/changes/headcount-use", office.useFields(body, kind, title: "", step: ""), as: "clerk",
            headers: ["hx-request": "true"])
        #expect(answer.status == 200)
        #expect(!answer.text.contains("<html"))
        #expect(answer.text.contains("可以办理"))
        #expect(answer.text.contains("→"))
    }

    @Test(
        "What is wrong with a field stands at the field, and what was typed is kept",
        arguments: [
            ("title", String(repeating: "长", count: 101)), ("title", ""), ("organ", String(repeating: "长", count: 51)),
            ("day", "明天"), ("day", "2021-13-40"), ("reform", "无号"), ("a0-count", "若干"), ("a0-count", ""),
            ("a0-count", "99999999999999999999"), ("a0-body", "没有这个机构"),
            ("a0-body", "<script>alert(1)</script>"), ("a0-kind", "自制编制"), ("a0-until", "来年"),
        ])
    func faulty(_ name: String, _ value: String) async throws {
        let (body, kind) = try office.roomy(2)
        let fields = office.useFields(body, kind).map { $0.0 == name ? (name, value) : $0 }
        let answer = try await office.post("/changes/headcount-use", fields, as: "clerk")
        #expect(answer.status == 422)
        #expect(answer.text.contains("field-\(name)-fault"))
        #expect(!answer.text.contains("<script>alert"))
        let typed = value.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        if !value.isEmpty { #expect(answer.text.contains(typed)) }
        #expect(try office.workbench.desk.desk().motions().isEmpty)
    }

    @Test("A field that came twice is asked about", arguments: ["title", "day", "a0-count"])
    func repeated(_ name: String) async throws {
        let (body, kind) = try office.roomy(2)
        let answer = try await office.post(
            "/changes/headcount-use", office.useFields(body, kind) + [(name, "9")], as: "clerk")
        #expect(answer.status == 422)
        #expect(answer.text.contains("填了两次"))
    }

    /// A title and what is said of a motion are read by everybody who sees it; whom it is about stands masked.
    @Test("An identity number stands in no text that everybody reads")
    func numberInTexts() async throws {
        let (body, kind) = try office.roomy(2)
        let title = "招聘 \(TestWorkbench.identityNumber)"
        let sent = try await office.post(
            "/changes/headcount-use", office.useFields(body, kind, title: title), as: "clerk@1")
        #expect(sent.status == 422 && sent.text.contains("这里不能写身份证号") && sent.text.contains(title))
        #expect(try office.workbench.desk.desk().motions().isEmpty)
        let number = try await office.moveUse()
        let remark = try await office.post("/motions/\(number)/remark", [("remark-text", title)], as: "leader@5")
        #expect(remark.status == 422 && remark.text.contains("field-remark-text-fault") && remark.text.contains(title))
        #expect(try office.workbench.desk.desk().motion(number).events.count == 1)
    }

    @Test("Sent twice, a form makes one motion")
    func twice() async throws {
        _ = try await office.moveUse()
        let (body, kind) = try office.roomy(2)
        let again = try await office.post("/changes/headcount-use", office.useFields(body, kind), as: "clerk@1")
        #expect(again.status == 409)
        #expect(try office.workbench.desk.desk().motions().count == 1)
    }

    @Test("Several forms are one draft: added, gone back to, taken out")
    func several() async throws {
        let (body, kind) = try office.roomy(2)
        var fields = office.useFields(body, kind, step: "add") + [("next", "rename")]
        let added = try await office.post("/changes/headcount-use", fields, as: "clerk").text
        #expect(added.contains("name=\"a1-name\""))
        #expect(added.contains("name=\"a0-count\" value=\"2\""))
        fields =
            office.useFields(body, kind) + [
                ("f", "rename"), ("a1-body", body.profile.name), ("a1-name", "新名称局"),
            ]
        let sent = try await office.post("/changes/rename", fields, as: "clerk@1")
        #expect(sent.status == 303)
        let page = try await office.get("/motions/1", as: "head@3").text
        #expect(page.contains("新名称局"))
        let dropped = try await office.post(
            "/changes/rename", fields.filter { $0.0 != "step" } + [("step", "drop:0")], as: "clerk"
        ).text
        #expect(dropped.contains("name=\"a0-name\""))
        #expect(!dropped.contains("a0-count"))
    }

    /// A motion of one form about a body, moved by the clerk who is person 1: its number.
    private func move(_ code: String, _ answers: [(String, String)], seed: UInt64) async throws -> Int {
        let (body, kind) = try office.roomy(2)
        let head = office.useFields(body, kind, title: "一件", seed: seed).filter {
            !$0.0.hasPrefix("a0-") && $0.0 != "f"
        }
        let sent = try await office.post(
            "/changes/\(code)", head + [("f", code), ("a0-body", body.profile.name)] + answers, as: "clerk@1")
        return try #require(
            sent.headers["location"]?.split(separator: "/").last.flatMap { Int($0) }, "\(sent.text)")
    }

    @Test("A decision on what is no longer so shows both, and keeps what was typed", arguments: [false, true])
    func stale(isRefusedNow: Bool) async throws {
        // The duty's number follows the last one; or its body is called otherwise by then.
        let number = try await move("state-duty", [("a0-text", "办理甲事。")], seed: 1)
        let other =
            isRefusedNow
            ? try await move("rename", [("a0-name", "改名后的局")], seed: 2)
            : try await move("state-duty", [("a0-text", "办理乙事。")], seed: 2)
        let shown = try await office.get("/motions/\(number)", as: "head@3").text
        let first = try await office.get("/motions/\(other)", as: "head@3").text
        #expect(
            try await office.post("/motions/\(other)/decision", office.decision(first, number: 2), as: "head@3").status
                == 303)
        let position = office.workbench.desk.register.position
        let answer = try await office.post("/motions/\(number)/decision", office.decision(shown), as: "head@3")
        #expect(answer.status == (isRefusedNow ? 422 : 409))
        #expect(answer.text.contains("您看到的结果"))
        #expect(answer.text.contains("现在的结果"))
        #expect(answer.text.contains("关于用编的批复"))
        #expect(office.workbench.desk.register.position == position)
        let anew = try await office.post("/motions/\(number)/decision", office.decision(answer.text), as: "head@3")
        #expect(anew.status == (isRefusedNow ? 422 : 303))
    }

    @Test("A decision without a look at what it comes to is none")
    func unseen() async throws {
        let number = try await office.moveUse()
        let shown = try await office.get("/motions/\(number)", as: "head@3").text
        let fields = try office.decision(shown).filter { $0.0 != "expected" }
        #expect(try await office.post("/motions/\(number)/decision", fields, as: "head@3").status == 422)
    }

    @Test("Given back with a reason, mended by its drafter, moved again under its number")
    func givenBack() async throws {
        let number = try await office.moveUse()
        let missing = try await office.post(
            "/motions/\(number)/return", [("return-reason", " ")], as: "head@3")
        #expect(missing.status == 422)
        let back = try await office.post(
            "/motions/\(number)/return", [("return-reason", "请减为1名")], as: "head@3")
        #expect(back.status == 303)
        let page = try await office.get("/motions/\(number)", as: "clerk@1").text
        #expect(page.contains("请减为1名"))
        #expect(page.contains("/changes/headcount-use?again=\(number)"))
        let waiting = try await office.get("/", as: "clerk@1").text
        #expect(waiting.contains("/motions/\(number)"))
        let form = try await office.get("/changes/headcount-use?again=\(number)", as: "clerk@1").text
        #expect(form.contains("name=\"again\" value=\"\(number)\""))
        let (body, kind) = try office.roomy(2)
        let fields = office.useFields(body, kind, count: "1").map { $0.0 == "again" ? ("again", "\(number)") : $0 }
        let again = try await office.post("/changes/headcount-use", fields, as: "clerk@1")
        #expect(again.headers["location"] == "/motions/\(number)")
        #expect(try office.workbench.desk.desk().motions().count == 1)
    }

    @Test("A motion is deliberated on the day of its agenda, and the meeting has a page")
    func meeting() async throws {
        let number = try await office.moveUse()
        let placed = try await office.post(
            "/motions/\(number)/agenda", [("agenda-day", "2021-12-20"), ("agenda-item", "2"), ("agenda-note", "")],
            as: "reviewer@2")
        #expect(placed.status == 303)
        let met = try await office.post(
            "/motions/\(number)/meeting",
            [
                ("meeting-present", "委员甲、委员乙"), ("meeting-absent", "委员丙"), ("meeting-favour", "2"),
                ("meeting-minutes", "样编纪〔2021〕3号"), ("meeting-note", "一致同意"),
            ], as: "reviewer@2")
        #expect(met.status == 303, "\(met.text)")
        let page = try await office.get("/meetings/2021-12-20", as: "clerk").text
        #expect(page.contains("委员甲、委员乙") || page.contains("委员乙、委员甲"))
        #expect(page.contains("样编纪〔2021〕3号"))
        #expect(page.contains("一致同意"))
        #expect(try await office.get("/meetings", as: "clerk").text.contains("/meetings/2021-12-20"))
        let more = try await office.post(
            "/motions/\(number)/meeting", [("meeting-present", "委员甲"), ("meeting-favour", "9")], as: "reviewer@2")
        #expect(more.status == 409)
        #expect(more.text.contains("委员甲"))
    }

    @Test("Personal data on a motion are masked until somebody says what for, which stays on record")
    func personal() async throws {
        let (body, kind) = try office.roomy(2)
        let fields =
            office.useFields(body, kind).map { $0.0 == "f" ? ("f", "enrol-new") : $0 } + [
                ("a0-name", "王样本"), ("a0-number", TestWorkbench.identityNumber), ("a0-status", "公务员"),
            ]
        let register = try await office.post(
            "/changes/enrol-new", fields.filter { $0.0 != "a0-count" && $0.0 != "a0-until" }, as: "clerk@1")
        #expect(register.status == 303, "\(register.text)")
        let page = try await office.get("/motions/1", as: "reviewer@2").text
        #expect(page.contains("＊＊＊"))
        #expect(!page.contains("王样本") && !page.contains(TestWorkbench.identityNumber))
        let records = try office.auditCount
        let shown = try await office.post("/motions/1/reveal", [("reveal-purpose", "核对名册")], as: "reviewer@2")
        #expect(shown.status == 200)
        #expect(shown.text.contains("王样本"))
        #expect(try office.auditCount == records + 1)
        #expect(try await office.post("/motions/1/reveal", [("reveal-purpose", "")], as: "reviewer@2").status == 422)
        // The reason is never erased: with a number in it nothing is shown, and nothing of it kept.
        let personal = "核对\(TestWorkbench.identityNumber)的名册"
        let refused = try await office.post("/motions/1/reveal", [("reveal-purpose", personal)], as: "reviewer@2")
        #expect(refused.status == 422 && !refused.text.contains("王样本"))
        #expect(refused.text.contains("field-reveal-purpose-fault") && refused.text.contains(personal))
        #expect(try office.auditCount == records + 1)
        #expect(try await office.post("/motions/1/reveal", [("reveal-purpose", "x")], as: "leader@5").status == 403)
    }

    @Test("No other motion than there is", arguments: ["/motions/1", "/motions/x", "/uses/x", "/meetings/x"])
    func missing(_ path: String) async throws {
        #expect(try await office.get(path, as: "clerk").status == 404)
    }

    @Test("What touches a body stands on its page")
    func bodyMotions() async throws {
        let (body, _) = try office.roomy(2)
        let number = try await office.moveUse()
        let page = try await office.get("/bodies/\(body.id)/motions", as: "clerk")
        #expect(page.text.contains("/motions/\(number)"))
        let (other, _) = try office.roomy(1, except: body.id)
        #expect(try await !office.get("/bodies/\(other.id)/motions", as: "clerk").text.contains("/motions/\(number)"))
    }

    @Test("What has lapsed is ended by the clerk, and personnel and finance follow an enrolment in their order")
    func chainAndLapse() async throws {
        let (body, kind) = try office.roomy(2)
        var fields = office.useFields(body, kind).map { $0.0 == "a0-until" ? ("a0-until", "2021-12-19") : $0 }
        fields = fields.map { $0.0 == "day" ? ("day", "2021-12-01") : $0 }
        #expect(try await office.post("/changes/headcount-use", fields, as: "clerk@1").status == 303)
        let shown = try await office.get("/motions/1", as: "head@3").text
        #expect(try await office.post("/motions/1/decision", office.decision(shown), as: "head@3").status == 303)
        let list = try await office.get("/uses", as: "clerk@1").text
        #expect(list.contains("已到期"))
        let records = try office.auditCount
        #expect(try await office.post("/uses/lapse", as: "clerk@1").status == 303)
        #expect(try office.auditCount == records + 1)
        #expect(try await office.get("/uses?show=ended", as: "clerk@1").text.contains("已失效"))
        let person = try #require(office.register.presence(of: body.id).staff.sorted().first)
        let place = try #require(office.register.people[person]?.places.first)
        let leaving = office.useFields(body, place.kind, seed: 5).filter {
            $0.0 != "a0-count" && $0.0 != "a0-until" && $0.0 != "f"
        }
        let sent = try await office.post(
            "/changes/leave",
            leaving + [("f", "leave"), ("a0-person", person.description), ("a0-cause", "退休")], as: "clerk@1")
        #expect(sent.headers["location"] == "/motions/2", "\(sent.text)")
        let second = try await office.get("/motions/2", as: "head@3").text
        #expect(
            try await office.post("/motions/2/decision", office.decision(second, number: 2), as: "head@3").status == 303
        )
        #expect(try await office.get("/motions?show=mine", as: "clerk@1").text.contains("/motions/2"))
        for number in 1...2 {
            let slip = [("chain-number", "单〔2021〕\(number)号"), ("chain-day", "2021-12-20"), ("chain-note", "已办")]
            #expect(try await office.post("/motions/2/chain", slip, as: "clerk@1").status == 303)
        }
        let page = try await office.get("/motions/2", as: "clerk@1").text
        #expect(page.contains("单〔2021〕1号") && page.contains("单〔2021〕2号"))
        #expect(!page.contains("/motions/2/chain"))
    }

    @Test("A motion is withdrawn by its drafter only, and anybody who sees it may remark upon it")
    func withdrawn() async throws {
        let number = try await office.moveUse()
        let remark = try await office.post(
            "/motions/\(number)/remark", [("remark-text", "请附<b>名册</b>")], as: "leader@5")
        #expect(remark.status == 303)
        #expect(try await office.get("/motions/\(number)", as: "clerk@1").text.contains("请附&lt;b&gt;"))
        let other = try await office.post(
            "/motions/\(number)/withdrawal", [("withdrawal-reason", "不办了")], as: "clerk@4")
        #expect(other.status == 409)
        let own = try await office.post(
            "/motions/\(number)/withdrawal", [("withdrawal-reason", "不办了")], as: "clerk@1")
        #expect(own.status == 303)
        let late = try await office.post("/motions/\(number)/remark", [("remark-text", "迟了")], as: "leader@5")
        #expect(late.status == 409)
        #expect(late.text.contains("迟了"))
    }
}

@Suite("A department's contact")
struct ContactPagesTests {
    let office: TestWorkbench

    init() throws { office = try TestWorkbench() }

    @Test("A contact files for its own bodies, follows it, and nobody else's contact sees it")
    func own() async throws {
        let (body, kind) = try office.roomy(2)
        let (other, _) = try office.roomy(2, except: body.id)
        let home = try await office.get("/", as: "contact:\(body.id)@8")
        #expect(home.text.contains("/changes/use?body=\(body.id)"))
        let form = try await office.get("/changes/use?body=\(body.id)", as: "contact:\(body.id)@8")
        #expect(form.text.contains("value=\"\(body.profile.name)\""))
        let sent = try await office.post(
            "/changes/headcount-use", office.useFields(body, kind), as: "contact:\(body.id)@8")
        #expect(sent.headers["location"] == "/motions/1")
        #expect(try await office.get("/motions/1", as: "contact:\(body.id)@8").status == 200)
        #expect(try await office.get("/", as: "contact:\(body.id)@8").text.contains("招聘用编2名"))
        #expect(try await office.get("/motions/1", as: "contact:\(other.id)@9").status == 404)
        let list = try await office.get("/motions?show=all", as: "contact:\(other.id)@9").text
        #expect(!list.contains("招聘用编2名"))
        let taken = try await office.post("/motions/1/take-on", [("take-organ", "区编办")], as: "clerk@1")
        #expect(taken.status == 303)
        #expect(try office.workbench.desk.desk().motion(1).drafters.count == 2)
    }

    @Test("A contact can't file for another body, nor see what would come of it")
    func anotherBody() async throws {
        let (own, _) = try office.roomy(2)
        let (other, kind) = try office.roomy(2, except: own.id)
        for step in ["check", "send"] {
            let answer = try await office.post(
                "/changes/headcount-use", office.useFields(other, kind, step: step), as: "contact:\(own.id)@8")
            #expect(answer.status == 409)
            #expect(answer.text.contains("只能为本部门及所属机构申报"))
            #expect(!answer.text.contains("→"))
        }
        let form = try await office.get("/changes/use?body=\(other.id)", as: "contact:\(own.id)@8").text
        #expect(!form.contains(other.profile.name))
        #expect(try office.workbench.desk.desk().motions().isEmpty)
    }

    @Test("A contact fills in no form of the office's", arguments: ["rename", "move", "transfer"])
    func officeForms(_ code: String) async throws {
        let (own, kind) = try office.roomy(2)
        let who = "contact:\(own.id)@8"
        #expect(try await office.get("/changes/\(code)", as: who).status == 403)
        let fields = office.useFields(own, kind).map { $0.0 == "f" ? ("f", code) : $0 }
        #expect(try await office.post("/changes/\(code)", fields, as: who).status == 403)
        #expect(try await !office.get("/changes", as: who).text.contains("/changes/\(code)\""))
    }
}
