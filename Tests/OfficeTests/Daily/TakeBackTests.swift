import Basics
import Office
import Procedure
import Reform
import Registry
import Testing

/// What never should have been is taken back: the register is as it was before, the history keeps both.
@Suite struct TakeBackTests {
    private let office: DailyOffice

    init() throws { office = try DailyOffice() }

    private func takeBack(_ act: Int, _ changes: String = "") -> FilledForm {
        FilledForm("reverse", ["act": "\(act)", "changes": changes, "reason": "录错了"])
    }

    private func rename(_ body: String, _ name: String) -> FilledForm {
        FilledForm("rename", ["body": body, "name": name])
    }

    @discardableResult
    private func decide(_ forms: FilledForm..., day: Day = DailyOffice.day) throws -> Int {
        try office.decide(office.draft(forms, day: day)).entry.position
    }

    /// What a body's account holds, as its statement says.
    private func statement(_ body: Institution) -> [String] {
        LedgerStatement(of: .institution(body.id), in: office.desk.history, until: DailyOffice.day).lines.map {
            "\($0.position) \($0.day) \($0.commodity.name.zh) \($0.amount) \($0.balance)"
        }
    }

    @Test func theRegisterIsAsItWasAndBothAreKnown() throws {
        let (body, kind) = try office.roomy(2)
        let (person, place) = try office.somebody { $0.places[0].institution != body.id }
        let home = try #require(office.register.institutions[place.institution]?.profile.name)
        let before = office.register
        let lines = statement(body)
        let wrong = try decide(
            FilledForm(
                "move",
                ["commodity": Commodity.heads(kind).name.zh, "count": "1", "from": body.profile.name, "to": "统筹池"]),
            FilledForm("establish", ["name": "样区误设中心", "type": "事业单位", "supervisor": body.profile.name]),
            FilledForm("hang-plate", ["body": "样区误设中心", "plate": "样区误挂牌"]),
            FilledForm(
                "leave",
                ["person": person.id.description, "body": home, "kind": place.kind.name.zh, "cause": "退休"]),
            FilledForm(
                "register-person", ["name": "误登记", "number": DailyOffice.number(51), "status": "合同制"]))
        let between = office.register
        #expect(between.digest != before.digest)
        let draft = office.draft([takeBack(wrong)], title: "更正")
        let trial = try office.desk.tryDraft(draft, at: office.office.later())
        #expect(trial.passes && trial.later.isEmpty, "\(trial.refusal?.wording.zh ?? "")")
        // The last change is undone first, and each says what it was.
        #expect(trial.changes.count == 5)
        #expect(trial.changes.first == .reverse(position: wrong, index: 4))
        #expect(trial.sentences[2].wording.zh.contains("样区误设中心：加挂牌子“样区误挂牌”"))
        #expect(trial.sentences[4].wording.en.contains("1 of"))
        let account = Account(.institution(body.id), .heads(kind))
        let effect = try #require(trial.effects.first { $0.account == account })
        #expect(effect.after.approved == effect.before.approved.map { $0 + 1 })
        let made = try office.decide(draft, expecting: trial.digest)
        #expect(made.entry.act.basis == .correction)
        #expect(made.entry.act.reason != nil)
        #expect(office.register.digest == before.digest)
        #expect(office.register.digest == trial.after.digest)
        #expect(office.register.unbalanced.isEmpty && office.register.brokenInvariants.isEmpty)
        #expect(statement(body) == lines)
        // As it was known in between, it still is as it was then.
        let history = office.desk.history
        #expect(history.known(at: wrong).register(on: DailyOffice.day).digest == between.digest)
        #expect(TimeAxes(history).register(on: DailyOffice.day, known: wrong).digest == between.digest)
        #expect(TimeAxes(history).register(on: DailyOffice.day, known: wrong - 1).digest == before.digest)
        #expect(try verifyJournal(office.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
        // What never was keeps its name in the Act that did it.
        let acted = ActContents(of: history.entries[wrong - 1], in: history).lines
        #expect(acted[2].wording.zh == "样区误设中心：加挂牌子“样区误挂牌”")
        #expect(acted.allSatisfy { $0.reversedBy == made.entry.position })
        // Whoever was registered by mistake is nobody: their number can be registered again.
        let again = FilledForm("register-person", ["name": "正登记", "number": DailyOffice.number(51), "status": "合同制"])
        #expect(try office.trial(again).passes)
    }

    @Test func theHistoryOfABodyHasBoth() throws {
        let (body, _) = try office.roomy(1)
        let wrong = try decide(rename(body.profile.name, "样区错名中心"))
        let mended = try decide(takeBack(wrong, "1"))
        let history = BodyHistory(of: body.id, in: office.desk.history)
        let first = try #require(history.chapters.first { $0.position == wrong }?.lines.first)
        #expect(first.reversedBy == mended && first.takesBackOf == nil && !first.canBeTakenBack)
        #expect(first.wording.zh.contains("样区错名中心"))
        let second = try #require(history.chapters.first { $0.position == mended }?.lines.first)
        #expect(second.takesBackOf == wrong && second.reversedBy == nil && !second.canBeTakenBack)
        #expect(second.wording.zh.contains("样区错名中心") && second.wording.zh.contains(body.profile.name))
        let (other, _) = try office.roomy(1, except: body.id)
        #expect(!BodyHistory(of: other.id, in: office.desk.history).chapters.contains { $0.position == mended })
    }

    @Test func whatLaterActsBuildUponIsNotTakenFromUnderThem() throws {
        let (body, kind) = try office.roomy(1)
        let account = Account(.institution(body.id), .heads(kind))
        let free = try #require(office.free(body, kind))
        let moved = try decide(
            FilledForm(
                "move",
                ["commodity": Commodity.heads(kind).name.zh, "count": "2", "from": "上级下达总量", "to": body.profile.name]
            ))
        let (other, _) = try office.roomy(1, except: body.id)
        try decide(FilledForm("hang-plate", ["body": other.profile.name, "plate": "样区无关牌"]))
        // All that is free and what was moved, to the last head.
        let used = try decide(
            FilledForm(
                "headcount-use",
                ["body": body.profile.name, "kind": kind.name.zh, "count": "\(free + 2)", "until": "2021-12-31"]))
        let refused = try office.trial(takeBack(moved))
        #expect(
            refused.refusal?.refusal
                == .breaksLaterAct(
                    position: used, .breaks(.headsWithinBalance(body.id, kind), by: 2)))
        #expect(refused.later == [used])
        #expect(code { try office.decide(office.draft([takeBack(moved)])) } == "breaks-later-act")
        // Both together go through, in whichever order they are written.
        #expect(try office.trial(takeBack(used), takeBack(moved)).passes)
        let draft = office.draft([takeBack(moved), takeBack(used)])
        let before = office.register.ledger.balance(of: account)
        try office.decide(draft)
        #expect(office.register.ledger.balance(of: account) == before - 2)
        #expect(office.register.ledger.reserved(on: account) == 0)
        #expect(office.desk.headcountUses(on: DailyOffice.day).isEmpty)
    }

    @Test func theRightThingIsDoneInTheSameDraft() throws {
        let (body, _) = try office.roomy(1)
        let wrong = try decide(rename(body.profile.name, "样区错名中心"))
        // What is taken back counts as never having happened: the body is called as before when the next form is read.
        let trial = try office.trial(rename(body.profile.name, "样区正名中心"), takeBack(wrong))
        #expect(trial.passes, "\(trial.problems.map(\.wording.zh))")
        #expect(try office.trial(rename("样区错名中心", "样区正名中心"), takeBack(wrong)).problems.map(\.code) == ["unknown-body"])
        try decide(rename(body.profile.name, "样区正名中心"), takeBack(wrong))
        #expect(office.register.institutions[body.id]?.profile.name == "样区正名中心")
    }

    @Test func aToleranceThatFellStandsAgain() throws {
        let over = try #require(
            office.register.tolerances.values.sorted { $0.invariant < $1.invariant }.first { tolerance in
                if case .headsWithinBalance = tolerance.invariant { tolerance.measure == 1 } else { false }
            })
        guard case .headsWithinBalance(let id, let kind) = over.invariant else { return }
        let (person, _) = try office.somebody { $0.places[0].institution == id && $0.places[0].kind == kind }
        let name = try #require(office.register.institutions[id]?.profile.name)
        let leave = [
            "person": person.id.description, "body": name, "kind": kind.name.zh, "cause": "退休",
        ]
        let wrong = try decide(FilledForm("leave", leave))
        #expect(office.register.tolerances[over.invariant] == nil)
        try decide(takeBack(wrong))
        #expect(office.register.tolerances[over.invariant] == over)
    }

    @Test func whatIsNotThereIsNotTakenBack() throws {
        let (body, _) = try office.roomy(1)
        let day = DailyOffice.day
        let wrong = try decide(rename(body.profile.name, "样区错名中心"))
        func problem(_ form: FilledForm, on day: Day = day) throws -> String? {
            let trial = try office.desk.tryDraft(office.draft([form], day: day), at: office.office.later())
            return trial.problems.first?.code ?? trial.refusal?.code
        }
        let last = office.desk.history.position
        #expect(try problem(takeBack(last)) == nil)
        #expect(try problem(takeBack(last + 1)) == "unknown-position")
        #expect(try problem(takeBack(0)) == "out-of-range")
        #expect(try problem(takeBack(wrong, "1")) == nil)
        #expect(try problem(takeBack(wrong, "1，1-1 1")) == nil)
        #expect(try problem(takeBack(wrong, "2")) == "nothing-to-reverse")
        for text in ["0", "x", "2-1", "1-", "-1", "1-2-3", "、", "99999999999999999999"] {
            #expect(try problem(takeBack(wrong, text)) == "not-numbers", "\(text)")
        }
        #expect(try problem(takeBack(wrong, "1-500")) == "nothing-to-reverse")
        #expect(try problem(takeBack(wrong, "1-501")) == "too-many")
        #expect(try problem(takeBack(wrong), on: day.advanced(by: -1)) == "takes-effect-later")
        #expect(try office.trial(takeBack(wrong), takeBack(wrong)).refusal?.code == "nothing-to-reverse")
        #expect(
            try office.trial(FilledForm("reverse", ["act": "\(wrong)"])).problems.map(\.field) == ["reason"])
        let mended = try decide(takeBack(wrong))
        #expect(try problem(takeBack(wrong)) == "nothing-to-reverse")
        #expect(try problem(takeBack(wrong, "1")) == "nothing-to-reverse")
        // Taking back is not taken back: what was right after all is decided anew.
        #expect(try problem(takeBack(mended)) == "nothing-to-reverse")
        #expect(try problem(takeBack(mended, "1")) == "nothing-to-reverse")
    }

    @Test func aPlanIsUndoneAsAPlan() throws {
        let (body, _) = try office.roomy(1)
        let plan = try WrittenPlan(
            "方案: 改名\n施行: 2021-01-15\n步骤:\n  - {更名: \(body.profile.name), 为: 样区方案名}\n")
        let position = try office.desk.decidePlan(
            plan, document: office.words(), drafter: office.office.officer("甲"),
            deciders: [office.office.officer("乙")], from: &office.office.source, at: office.office.later()
        ).entry.position
        #expect(try office.trial(takeBack(position)).problems.map(\.code) == ["a-plan"])
        #expect(try office.trial(takeBack(position, "1")).passes)
    }

    @Test func whoeverHasToDecideAChangeDecidesThatItIsTakenBack() throws {
        let table = """
            审批权限表: 试行权限
            施行: 2020-01-01
            可信度: 样板
            会议: {成员: 3, 到会: 2, 赞成: 2}
            条款:
              - {条: 第一条, 事项: [撤销变动], 审批: 编办, 须有: [论证]}
              - {条: 第二条, 事项: [机构更名], 适用: {级别: 股级以上}, 审批: 编委, 须有: [会议]}
              - {条: 第三条, 事项: 全部, 审批: 编办}

            """
        let body = try #require(office.bodies.first { $0.profile.rank != nil })
        // Established and named by one Act: whoever takes back the name alone asks about the body as that Act left it.
        let renamed = try decide(rename(body.profile.name, "样区错名中心"))
        let plate = try decide(FilledForm("hang-plate", ["body": "样区错名中心", "plate": "样区牌"]))
        let day = DailyOffice.day.advanced(by: -10)
        try office.desk.adoptCompetence(
            table, on: day, document: office.office.words("样编〔2021〕1号", day), drafter: office.office.officer("甲"),
            deciders: [office.office.officer("乙")], from: &office.office.source, at: office.office.later())
        func number(_ form: FilledForm) throws -> Int {
            try office.desk.openMotion(
                .daily(WrittenDaily(office.draft([form]))), by: "区编办", office.stroke("甲")
            ).number
        }
        let (high, low) = (try number(takeBack(renamed)), try number(takeBack(plate)))
        #expect(code { try office.decide(low) } == "missing-review")
        for motion in [high, low] {
            try office.desk.reviewMotion(motion, .feasibility, inFavour: true, opinion: "可", office.stroke("丙"))
        }
        #expect(code { try office.decide(high) } == "missing-agenda")
        let made = try office.decide(low)
        // Asked again after it was decided, it needs what it needed then.
        let standing = try office.desk.standing(of: made.motion, at: office.office.later())
        #expect(standing.needs?.rulings.map(\.row.clause) == ["第一条", "第三条"])
        let open = try office.desk.standing(of: office.desk.motion(high), at: office.office.later())
        #expect(open.needs?.rulings.map(\.row.clause) == ["第一条", "第二条"])
    }
}
