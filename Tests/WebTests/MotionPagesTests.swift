import Accounts
import Basics
import Office
import Procedure
import Registry
import Testing

@testable import Web

extension TestWorkbench {
    /// From 2021 on it is decided by a table: renaming by the commission, plates with a countersignature, the rest alone.
    func adoptTable() throws {
        let table = """
            审批权限表: 试行权限
            施行: 2020-01-01
            可信度: 样板
            会议: {成员: 5, 到会: 3, 赞成: 3}
            条款:
              - {条: 第一条, 事项: [机构更名], 审批: 编委, 须有: [论证, {备案: 区人大常委会}]}
              - {条: 第二条, 事项: [加挂牌子], 审批: 编办, 须有: [{会签: 区委组织部}]}
              - {条: 第三条, 事项: 全部, 审批: 编办}

            """
        var desk = workbench.desk.desk()
        var source = SeededSource(seed: 12)
        let day = Day(number: 18_700)
        try desk.adoptCompetence(
            table, on: day,
            document: DocumentWords(
                citation: try #require(Citation("样编〔2021〕90号")), title: "权限", decided: day),
            drafter: try desk.officer(named: "甲", from: &source),
            deciders: [try desk.officer(named: "乙", from: &source)],
            from: &source, at: Instant(milliseconds: 1_639_000_000_000))
        try workbench.desk.refresh()
    }

    /// A motion of one form, moved by the clerk who is person 1: its number.
    func move(
        _ code: String, _ answers: [(String, String)], seed: UInt64 = 1, again: Int? = nil, title: String = "一件"
    ) async throws -> Int {
        let fields: [(String, String)] = [
            ("f", code), ("place", "0"), ("against", "\(workbench.desk.register.position)"),
            ("seed", Identifier<DailyDraft>(high: 98, low: seed).description), ("again", again.map { "\($0)" } ?? ""),
            ("about", ""), ("title", title), ("day", "2021-12-20"), ("organ", "区编办"), ("reform", ""),
            ("step", "send"),
        ]
        let sent = try await post("/changes/\(code)", fields + answers, as: "clerk@1")
        let place = try #require(sent.headers["location"], "\(sent.text)")
        return try #require(place.split(separator: "/").last.flatMap { Int($0) })
    }

    func rename(_ name: String, seed: UInt64 = 1, again: Int? = nil, except: Institution.ID? = nil) async throws -> Int
    {
        let (body, _) = try roomy(1, except: except)
        return try await move(
            "rename", [("a0-body", body.profile.name), ("a0-name", name)], seed: seed, again: again, title: name)
    }

    func motion(_ number: Int) throws -> Motion { try workbench.desk.desk().motion(number) }

    func review(_ number: Int) async throws {
        let answer = try await post(
            "/motions/\(number)/review", [("review-kind", "1"), ("review-opinion", "可"), ("then", "favour")],
            as: "reviewer@2")
        #expect(answer.status == 303)
    }

    func place(_ number: Int, _ fields: [(String, String)] = [("agenda-day", "2021-12-20")]) async throws -> Answer {
        try await post("/motions/\(number)/agenda", fields, as: "clerk@1")
    }
}

/// A request waits for a clerk, and for nobody else.
@Suite("A contact's request is taken on")
struct TakingOnTests {
    let office: TestWorkbench
    let contact: String

    init() async throws {
        office = try TestWorkbench()
        let (body, kind) = try office.roomy(2)
        contact = "contact:\(body.id)@8"
        let sent = try await office.post("/changes/headcount-use", office.useFields(body, kind), as: contact)
        #expect(sent.headers["location"] == "/motions/1")
    }

    @Test("It stands in the clerks' list and on their first page, in nobody else's")
    func list() async throws {
        for (who, isTheirs) in [("clerk@1", true), ("reviewer@2", false), ("head@3", false), (contact, false)] {
            let list = try await office.get("/motions?show=mine", as: who).text
            #expect(list.contains("招聘用编2名") == isTheirs, "\(who)")
            let start = try await office.get("/", as: who).text
            let waiting = start.split(separator: "<ul class=\"waiting\"").dropFirst().first?.split(separator: "</ul>")[
                0]
            #expect((waiting?.contains("待编办受理") ?? false) == isTheirs, "\(who)")
        }
        let english = try await office.get("/motions?show=open", as: "head@3", language: "en").text
        #expect(english.contains("The office: to be taken on"))
    }

    @Test("Until then it is not reviewed, deliberated or decided, and no page offers it")
    func nothingBefore() async throws {
        let number = try office.workbench.desk.desk().motions().count
        for (who, task) in [
            ("reviewer@2", "review"), ("head@3", "decision"), ("head@3", "return"), ("clerk@1", "agenda"),
        ] {
            let page = try await office.get("/motions/\(number)", as: who).text
            #expect(!page.contains("/motions/\(number)/\(task)\""), "\(task)")
        }
        let review = try await office.post(
            "/motions/1/review", [("review-kind", "1"), ("review-opinion", "可行"), ("then", "favour")], as: "reviewer@2")
        #expect(review.status == 409)
        #expect(review.text.contains("须先由经办受理") && review.text.contains("可行"))
        let decision = try await office.post(
            "/motions/1/decision",
            [
                ("expected", String(repeating: "a", count: 64)), ("seen", "1"), ("decision-number", "样编〔2021〕1号"),
                ("decision-title", "批复"), ("decision-day", "2021-12-20"),
            ], as: "head@3")
        #expect(decision.status == 409)
        #expect(decision.text.contains("须先由经办受理"))
        #expect(try office.motion(1).events.count == 1)
        #expect(office.workbench.desk.register.position == 1)
    }

    @Test("Taken on it goes its way; who took it on neither reviews nor decides it")
    func takenOn() async throws {
        #expect(
            try await office.post("/motions/1/take-on", [("take-organ", "区编办")], as: "clerk@1").status == 303)
        #expect(try await !office.get("/motions?show=mine", as: "clerk@1").text.contains("招聘用编2名"))
        #expect(try await office.get("/motions?show=mine", as: "head@3").text.contains("招聘用编2名"))
        let own = try await office.post(
            "/motions/1/review", [("review-kind", "1"), ("review-opinion", "可行"), ("then", "favour")],
            as: "clerk+reviewer@1")
        #expect(own.status == 409)
        let again = try await office.post("/motions/1/take-on", [("take-organ", "区编办")], as: "clerk@4")
        #expect(again.status == 409)
    }

    @Test("Sent back with a reason it waits for its contact, and may be taken on when it is filed again")
    func sentBack() async throws {
        let bare = try await office.post("/motions/1/sending-back", [("sending-back-reason", " ")], as: "clerk@1")
        #expect(bare.status == 422)
        #expect(bare.text.contains("field-sending-back-reason-fault"))
        let sent = try await office.post(
            "/motions/1/sending-back", [("sending-back-reason", "请附编制依据")], as: "clerk@1")
        #expect(sent.status == 303)
        #expect(try await office.get("/motions?show=mine", as: contact).text.contains("招聘用编2名"))
        #expect(try await office.get("/motions/1", as: contact).text.contains("请附编制依据"))
        let early = try await office.post("/motions/1/take-on", [("take-organ", "区编办")], as: "clerk@1")
        #expect(early.status == 409)
        let (body, kind) = try office.roomy(2)
        let fields = office.useFields(body, kind, seed: 2).map { $0.0 == "again" ? ("again", "1") : $0 }
        #expect(try await office.post("/changes/headcount-use", fields, as: contact).status == 303)
        #expect(try await office.get("/motions?show=mine", as: "clerk@1").text.contains("招聘用编2名"))
    }

    /// Whoever filed it and is a clerk by now is no other person.
    @Test("A contact who became a clerk does not take their own request on")
    func becameClerk() async throws {
        #expect(try await !office.get("/motions?show=mine", as: "clerk@8").text.contains("招聘用编2名"))
        let own = try await office.post("/motions/1/take-on", [("take-organ", "区编办")], as: "clerk@8")
        #expect(own.status == 409)
        #expect(own.text.contains("应由其他经办受理"))
        // And another clerk does, though the contact is none any more.
        #expect(
            try await office.post("/motions/1/take-on", [("take-organ", "区编办")], as: "clerk@1").status == 303)
        #expect(try office.motion(1).requesters.count == 1)
    }
}

/// On its page, a motion of an office that decides by a table.
@Suite("A motion on its page")
struct MotionPagesTests {
    let office: TestWorkbench

    init() throws {
        office = try TestWorkbench()
        try office.adoptTable()
    }

    private func decide(_ number: Int) async throws {
        let page = try await office.get("/motions/\(number)", as: "head@3").text
        let answer = try await office.post("/motions/\(number)/decision", office.decision(page), as: "head@3")
        #expect(answer.status == 303, "\(answer.text)")
    }

    private func decidedRename() async throws -> Int {
        let number = try await office.rename("改名后的局")
        try await office.review(number)
        #expect(try await office.place(number).status == 303)
        let met = try await office.post(
            "/motions/\(number)/meeting",
            [
                ("meeting-present", "王一、刘二、张三"), ("meeting-absent", ""), ("meeting-favour", "3"),
                ("meeting-minutes", "样编纪〔2021〕1号"), ("meeting-note", ""),
            ], as: "clerk@1")
        #expect(met.status == 303, "\(met.text)")
        try await decide(number)
        return number
    }

    @Test("What is decided and not filed yet waits in the list of those who file it")
    func filing() async throws {
        let number = try await decidedRename()
        for (who, isTheirs) in [("clerk@1", true), ("reviewer@2", true), ("head@3", false)] {
            let list = try await office.get("/motions?show=mine", as: who).text
            #expect(list.contains("改名后的局") == isTheirs, "\(who)")
        }
        let open = try await office.get("/motions?show=open", as: "head@3").text
        #expect(open.contains("未报区人大常委会备案"))
        let page = try await office.get("/motions/\(number)", as: "clerk@1").text
        #expect(page.contains("请您办理") && page.contains("value=\"区人大常委会\""))
        let filed = try await office.post(
            "/motions/\(number)/paper",
            [
                ("paper-kind", "filed"), ("paper-organ", "区人大常委会"), ("paper-number", "样编〔2021〕9号"),
                ("paper-day", "2021-12-20"), ("paper-note", ""),
            ], as: "clerk@1")
        #expect(filed.status == 303)
        #expect(try await !office.get("/motions?show=mine", as: "clerk@1").text.contains("改名后的局"))
        #expect(try await !office.get("/motions?show=open", as: "clerk@1").text.contains("改名后的局"))
        #expect(try await office.get("/motions/\(number)", as: "clerk@1").text.contains("已办结。"))
    }

    @Test(
        "Who has a say on a text that was moved again is shown both, and keeps what was typed",
        arguments: [true, false])
    func movedAgain(isWhole: Bool) async throws {
        let number = try await office.rename("第一个名称")
        let seen = try office.motion(number).subject.digest.description
        _ = try await office.rename("第二个名称", seed: 2, again: number)
        // Where something else is wrong with the form, both are shown all the same.
        let fields = [
            ("text", seen), ("review-kind", isWhole ? "1" : "99"), ("review-opinion", "同意第一个"), ("then", "favour"),
        ]
        let stale = try await office.post("/motions/\(number)/review", fields, as: "reviewer@2")
        #expect(stale.status == (isWhole ? 409 : 422))
        for text in ["您看到的内容", "第一个名称", "现在的内容", "第二个名称", "同意第一个", "本件已重新提交"] {
            #expect(stale.text.contains(text), "\(text)")
        }
        #expect(try office.motion(number).events.count == 2)
        // The page that shows both is one to have a say on.
        let parts = stale.text.split(separator: "name=\"text\" value=\"", maxSplits: 1)
        let now = String(try #require(parts.last?.split(separator: "\"").first))
        let anew = try await office.post(
            "/motions/\(number)/review",
            [("text", now), ("review-kind", "1"), ("review-opinion", "同意第二个"), ("then", "favour")], as: "reviewer@2")
        #expect(anew.status == 303)
    }

    @Test("A motion that somebody else mended meanwhile is not written over, and nothing typed is lost")
    func mendedMeanwhile() async throws {
        let number = try await office.rename("第一个名称")
        let (body, _) = try office.roomy(1)
        let form = try await office.get("/changes/rename?again=\(number)", as: "clerk@1").text
        func shown(_ page: String) throws -> String {
            String(
                try #require(
                    page.split(separator: "name=\"text\" value=\"", maxSplits: 1).last?.split(separator: "\"").first))
        }
        let seen = try shown(form)
        _ = try await office.rename("别人改的名称", seed: 2, again: number)
        func send(_ text: String) async throws -> TestWorkbench.Answer {
            try await office.post(
                "/changes/rename",
                [
                    ("f", "rename"), ("place", "0"), ("against", "\(office.workbench.desk.register.position)"),
                    ("seed", Identifier<DailyDraft>(high: 98, low: 3).description), ("again", "\(number)"),
                    ("about", ""),
                    ("title", "我改的"), ("day", "2021-12-20"), ("organ", "区编办"), ("reform", ""), ("step", "send"),
                    ("a0-body", body.profile.name), ("a0-name", "我改的名称"), ("text", text),
                ], as: "clerk@1")
        }
        let stale = try await send(seen)
        #expect(stale.status == 409)
        #expect(stale.text.contains("本件已重新提交") && stale.text.contains("我改的名称"))
        #expect(stale.text.contains("现在的内容") && stale.text.contains("别人改的名称"))
        #expect(try office.motion(number).events.count == 2)
        #expect(try await send(shown(stale.text)).status == 303)
    }

    @Test("What is entered of the chain is entered for the office that the page named")
    func chainNamed() async throws {
        let (body, kind) = try office.roomy(1)
        let number = try await office.move(
            "enrol-new",
            [
                ("a0-body", body.profile.name), ("a0-kind", kind.name.zh), ("a0-name", "测试员"),
                ("a0-number", TestWorkbench.identityNumber), ("a0-status", "公务员"),
            ])
        try await decide(number)
        #expect(try await office.get("/motions?show=mine", as: "clerk@1").text.contains("待组织人社部门办理"))
        func send(_ organ: String, _ document: String) async throws -> Int {
            try await office.post(
                "/motions/\(number)/chain",
                [("chain-organ", organ), ("chain-number", document), ("chain-day", "2021-12-20"), ("chain-note", "")],
                as: "clerk@1"
            ).status
        }
        #expect(try await send("finance", "样财〔2021〕1号") == 409)
        #expect(try await send("nobody", "样财〔2021〕1号") == 409)
        #expect(try await send("personnel", "样人社〔2021〕1号") == 303)
        // Another clerk's page still named personnel.
        #expect(try await send("personnel", "样人社〔2021〕2号") == 409)
        #expect(try await send("finance", "样财〔2021〕1号") == 303)
        #expect(try await send("finance", "样财〔2021〕1号") == 409)
        #expect(try office.motion(number).events.count == 3)
        #expect(try await !office.get("/motions?show=open", as: "clerk@1").text.contains("一件"))
    }

    @Test("A digest that is none is no leave", arguments: ["", "abc", String(repeating: "0", count: 64)])
    func noDigest(_ text: String) async throws {
        let number = try await office.rename("第一个名称")
        let fields = [("text", text), ("review-kind", "1"), ("review-opinion", "可"), ("then", "favour")]
        #expect(try await office.post("/motions/\(number)/review", fields, as: "reviewer@2").status == 409)
        #expect(try office.motion(number).events.count == 1)
    }

    @Test("An opinion without a side is none", arguments: [nil, "", "maybe"])
    func noSide(_ then: String?) async throws {
        let number = try await office.rename("第一个名称")
        let fields = [("review-kind", "1"), ("review-opinion", "说不清")] + (then.map { [("then", $0)] } ?? [])
        let answer = try await office.post("/motions/\(number)/review", fields, as: "reviewer@2")
        #expect(answer.status == 422)
        #expect(answer.text.contains("说不清"))
        #expect(try office.motion(number).events.count == 1)
    }

    @Test("The Organisation Department refuses with a reason and no document, or signs with one")
    func countersigning() async throws {
        let (body, _) = try office.roomy(1)
        let number = try await office.move("hang-plate", [("a0-body", body.profile.name), ("a0-plate", "新牌子")])
        let page = try await office.get("/motions/\(number)", as: "organisation@6").text
        #expect(page.contains("<option value=\"区委组织部\" selected>"))
        func send(_ fields: [(String, String)]) async throws -> TestWorkbench.Answer {
            try await office.post("/motions/\(number)/countersign", fields, as: "organisation@6")
        }
        let bare = try await send([("countersign-organ", "区委组织部"), ("then", "return")])
        #expect(bare.status == 422)
        #expect(
            bare.text.contains("field-countersign-note-fault") && !bare.text.contains("field-countersign-number-fault"))
        let unsigned = try await send([
            ("countersign-organ", "区委组织部"), ("countersign-day", "2021-12-20"), ("then", "sign"),
        ])
        #expect(unsigned.status == 422)
        #expect(unsigned.text.contains("field-countersign-number-fault"))
        // An organ that the table doesn't name would leave it waiting for ever.
        let other = try await send([
            ("countersign-organ", "组织部"), ("countersign-number", "样组〔2021〕1号"), ("countersign-day", "2021-12-20"),
            ("then", "sign"),
        ])
        #expect(other.status == 422)
        #expect(try office.motion(number).events.count == 1)
        let refused = try await send([("countersign-note", "名称待研究"), ("then", "return")])
        #expect(refused.status == 303)
        #expect(try office.motion(number).isReturned)
        _ = try await office.move(
            "hang-plate", [("a0-body", body.profile.name), ("a0-plate", "另一牌子")], seed: 2, again: number)
        let signed = try await send([
            ("countersign-organ", "区委组织部"), ("countersign-number", "样组〔2021〕1号"), ("countersign-day", "2021-12-20"),
            ("countersign-note", ""), ("then", "sign"),
        ])
        #expect(signed.status == 303)
        #expect(try await office.get("/motions?show=mine", as: "head@3").text.contains("一件"))
    }

    private static let bad: [(task: String, who: String, fields: [(String, String)])] = [
        ("review", "reviewer@2", [("review-kind", "1"), ("review-opinion", "可"), ("then", "favour")]),
        ("agenda", "clerk@1", [("agenda-day", "2021-12-20"), ("agenda-item", "1"), ("agenda-note", "")]),
        (
            "paper", "clerk@1",
            [
                ("paper-kind", "approved"), ("paper-organ", "市委编委"), ("paper-number", "样市〔2021〕1号"),
                ("paper-day", "2021-12-20"), ("paper-note", ""),
            ]
        ),
        ("return", "head@3", [("return-reason", "不妥")]), ("remark", "leader@5", [("remark-text", "看过")]),
        ("withdrawal", "clerk@1", [("withdrawal-reason", "不办")]),
    ]

    @Test(
        "Missing, over-long, repeated, of another kind: said at the field, kept, and nothing is entered",
        arguments: bad.indices)
    func badInput(_ index: Int) async throws {
        let number = try await office.rename("新的名称")
        let (task, who, fields) = Self.bad[index]
        func refused(_ fields: [(String, String)], at name: String, keeping typed: String) async throws {
            let answer = try await office.post("/motions/\(number)/\(task)", fields, as: who)
            #expect(answer.status == 422, "\(task) \(name) \(typed)")
            #expect(answer.text.contains("id=\"field-\(name)-fault\""), "\(task) \(name)")
            #expect(answer.text.contains(typed), "\(task) \(name)")
        }
        for (name, value) in fields where name != "then" {
            let long = String(repeating: "长", count: 2_001)
            func with(_ other: String) -> [(String, String)] { fields.map { $0.0 == name ? (name, other) : $0 } }
            try await refused(with(long), at: name, keeping: name.hasSuffix("-kind") ? "最多" : long)
            try await refused(fields + [(name, "又一个")], at: name, keeping: "填了两次")
            if !value.isEmpty, name != "agenda-item" { try await refused(with("  "), at: name, keeping: "必填") }
            if name.hasSuffix("-day") { try await refused(with("下个月"), at: name, keeping: "下个月") }
            if name.hasSuffix("-item") { try await refused(with("若干"), at: name, keeping: "value=\"若干\"") }
            if name.hasSuffix("-number") { try await refused(with("无号"), at: name, keeping: "无号") }
        }
        #expect(try office.motion(number).events.count == 1)
        #expect(
            try await office.post("/motions/\(number)/\(task)", fields, as: who).status
                == (task == "agenda" ? 409 : 303))
    }
}

/// A meeting of the commission on its page.
@Suite("A meeting on its page")
struct MeetingPagesTests {
    let office: TestWorkbench

    init() throws {
        office = try TestWorkbench()
        try office.adoptTable()
    }

    /// Two motions on the agenda of a day, as items 1 and 2.
    private func prepare() async throws -> (Int, Int) {
        let (body, _) = try office.roomy(1)
        let (first, second) = (try await office.rename("第一局"), try await office.rename("第二局", seed: 2, except: body.id))
        for number in [first, second] {
            try await office.review(number)
            #expect(try await office.place(number).status == 303)
        }
        return (first, second)
    }

    private func send(_ fields: [(String, String)], day: String = "2021-12-20") async throws -> TestWorkbench.Answer {
        try await office.post("/meetings/\(day)", fields, as: "clerk@1")
    }

    private func events() throws -> Int {
        try office.workbench.desk.desk().motions().reduce(0) { $0 + $1.events.count }
    }

    @Test("Items follow one another; an item that is taken is not given twice")
    func items() async throws {
        let (first, second) = try await prepare()
        #expect(try office.motion(first).agenda?.item == 1)
        #expect(try office.motion(second).agenda?.item == 2)
        let taken = try await office.place(second, [("agenda-day", "2021-12-20"), ("agenda-item", "1")])
        #expect(taken.status == 409)
        #expect(taken.text.contains("第1项议程已是第\(first)号动议件"))
        // To the next meeting, as its first.
        #expect(try await office.place(second, [("agenda-day", "2021-12-30")]).status == 303)
        #expect(try office.motion(second).agenda?.item == 1)
        // The day that is there already is proposed.
        #expect(try await office.get("/motions/\(first)", as: "clerk@1").text.contains("value=\"2021-12-30\""))
    }

    @Test("All items are entered at once, and the minutes later; agenda and minutes stand on paper")
    func whole() async throws {
        let (first, second) = try await prepare()
        let agenda = try await office.get("/meetings/2021-12-20", as: "leader@5").text
        #expect(agenda.contains("会议议程") && agenda.contains("论证同意") && !agenda.contains("name=\"meeting-present\""))
        let before = try events()
        let entered = try await send([
            ("meeting-present", "王一、刘二、张三、陈四"), ("meeting-absent", "杨五"), ("meeting-minutes", ""),
            ("favour-\(first)", "4"), ("note-\(first)", "同意更名"), ("favour-\(second)", "1"), ("note-\(second)", ""),
        ])
        #expect(entered.status == 303, "\(entered.text)")
        #expect(try events() == before + 2)
        let minutes = try await office.get("/meetings/2021-12-20?show=minutes", as: "clerk@1").text
        for text in [
            "会议纪要", "王一、刘二、张三、陈四（4名）", "杨五", "审议通过", "到会4名，缺席1名，赞成4名。", "未通过", "赞成1名", "同意更名", "区编办提出",
            "Somebody汇报",
        ] { #expect(minutes.contains(text), "\(text)") }
        // What was entered stands in the form; with the minutes alone changed, both get them.
        #expect(minutes.contains("value=\"4\"") && minutes.contains("王一、刘二、张三、陈四</textarea>"))
        let out = try await send([
            ("meeting-present", "王一、刘二、张三、陈四"), ("meeting-absent", "杨五"),
            ("meeting-minutes", "样编纪〔2021〕1号"), ("favour-\(first)", "4"), ("note-\(first)", "同意更名"),
            ("favour-\(second)", "1"), ("note-\(second)", ""),
        ])
        #expect(out.status == 303)
        #expect(try office.motion(first).meeting?.meeting.minutes == Citation("样编纪〔2021〕1号"))
        // Sent once more it has nothing to enter.
        let same = try await send([
            ("meeting-present", "王一、刘二、张三、陈四"), ("meeting-absent", "杨五"),
            ("meeting-minutes", "样编纪〔2021〕1号"), ("favour-\(first)", "4"), ("note-\(first)", "同意更名"),
            ("favour-\(second)", ""), ("note-\(second)", ""),
        ])
        #expect(same.status == 422)
        #expect(try events() == before + 4)
        #expect(try await office.get("/motions/\(first)", as: "head@3").text.contains("步骤齐备，待决定"))
    }

    @Test("Where one item would be refused none is entered, and all that was typed stays")
    func none() async throws {
        let (first, second) = try await prepare()
        let before = try events()
        let refused = try await send([
            ("meeting-present", "王一、刘二、张三"), ("meeting-absent", ""), ("meeting-minutes", ""),
            ("favour-\(first)", "3"), ("note-\(first)", "记下的话"), ("favour-\(second)", "9"), ("note-\(second)", ""),
        ])
        #expect(refused.status == 409)
        #expect(refused.text.contains("第\(second)号动议件：赞成9名与到会3名不符"))
        #expect(refused.text.contains("记下的话") && refused.text.contains("王一、刘二、张三"))
        #expect(try events() == before)
        // Nor by somebody whose own motion is among them.
        let own = try await send([
            ("meeting-present", "王一、刘二、Somebody"), ("meeting-absent", ""), ("meeting-minutes", ""),
            ("favour-\(first)", "3"),
        ])
        #expect(own.status == 409)
        #expect(try events() == before)
    }

    @Test(
        "What is wrong is said at its field, and nothing is entered",
        arguments: [
            ("meeting-present", ""), ("meeting-present", String(repeating: "长", count: 501)),
            ("meeting-minutes", "无号"), ("favour-1", "若干"), ("favour-1", "99999999999999999999"),
            ("note-1", String(repeating: "长", count: 2_001)), ("meeting-absent", String(repeating: "长", count: 501)),
        ])
    func faulty(_ name: String, _ value: String) async throws {
        _ = try await prepare()
        let before = try events()
        let fields = [
            ("meeting-present", "王一、刘二、张三"), ("meeting-absent", ""), ("meeting-minutes", ""), ("favour-1", "3"),
            ("note-1", "好"),
        ]
        let answer = try await send(fields.map { $0.0 == name ? (name, value) : $0 })
        #expect(answer.status == 422)
        #expect(answer.text.contains("id=\"field-\(name)-fault\"") && (value.isEmpty || answer.text.contains(value)))
        let twice = try await send(fields + [(name, "2")])
        #expect(twice.status == 422)
        #expect(twice.text.contains("填了两次"))
        #expect(try events() == before)
    }

    @Test("A text that was moved again since is not deliberated unseen; a day without a meeting is none")
    func stale() async throws {
        let (first, _) = try await prepare()
        let fields = [
            ("meeting-present", "王一、刘二、张三"), ("meeting-absent", ""), ("meeting-minutes", ""), ("favour-\(first)", "3"),
        ]
        let stale = try await send(fields + [("text-\(first)", String(repeating: "0", count: 64))])
        #expect(stale.status == 409)
        #expect(stale.text.contains("本件已重新提交") && stale.text.contains("王一、刘二、张三"))
        for day in ["2021-12-21", "x", "2021-02-30"] { #expect(try await send(fields, day: day).status == 404) }
        #expect(try await send(fields).status == 303)
    }

    /// A meeting that is to come is not entered.
    @Test("Before its day a meeting has no form, and entering it is refused")
    func tooEarly() async throws {
        let number = try await office.rename("第一局")
        try await office.review(number)
        #expect(try await office.place(number, [("agenda-day", "2021-12-30")]).status == 303)
        let page = try await office.get("/meetings/2021-12-30", as: "clerk@1").text
        #expect(page.contains("会议议程") && !page.contains("name=\"meeting-present\""))
        let early = try await send(
            [
                ("meeting-present", "王一、刘二、张三"), ("meeting-absent", ""), ("meeting-minutes", ""),
                ("favour-\(number)", "3"),
            ],
            day: "2021-12-30")
        #expect(early.status == 409)
    }
}
