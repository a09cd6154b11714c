import Accounts
import Basics
import Office
import Procedure
import Registry
import Testing

/// Daily work on its way from motion to decision.
@Suite struct DailyMotionTests {
    private static let table = """
        审批权限表: 试行权限
        施行: 2020-01-01
        可信度: 样板
        会议: {成员: 3, 到会: 2, 赞成: 2}
        条款:
          - {条: 第一条, 事项: [预留, 人员], 审批: 编办, 须有: [论证]}
          - {条: 第二条, 事项: [机构更名], 审批: 编委, 须有: [论证, 会议]}
          - {条: 第三条, 事项: 全部, 审批: 编办}

        """

    private func office(adopting table: String? = Self.table) throws -> DailyOffice {
        let office = try DailyOffice()
        guard let table else { return office }
        let day = DailyOffice.day.advanced(by: -10)
        try office.desk.adoptCompetence(
            table, on: day, document: office.office.words("样编〔2021〕1号", day), drafter: office.office.officer("甲"),
            deciders: [office.office.officer("乙")], from: &office.office.source, at: office.office.later())
        return office
    }

    private func use(_ office: DailyOffice, _ count: Int = 2, until: String = "2021-06-30") throws -> FilledForm {
        let (body, kind) = try office.roomy(2)
        return FilledForm(
            "headcount-use", ["body": body.profile.name, "kind": kind.name.zh, "count": "\(count)", "until": until])
    }

    private func move(_ draft: DailyDraft, _ office: DailyOffice, by name: String = "甲") throws -> Int {
        try office.desk.openMotion(.daily(WrittenDaily(draft)), by: "区编办", office.stroke(name)).number
    }

    @Test func whatIsTriedIsWhatIsDecided() throws {
        let office = try office()
        let draft = office.draft([try use(office)], title: "用编")
        let trial = try office.desk.tryDraft(draft, at: office.office.later())
        #expect(trial.passes && trial.news.isEmpty)
        let effect = try #require(trial.effects.first)
        #expect(effect.before.reserved == 0 && effect.after.reserved == 2 && trial.effects.count == 1)
        let number = try move(draft, office)
        // By the table: reviewed first, by somebody else, and decided by neither.
        #expect(code { try office.decide(number) } == "missing-review")
        #expect(
            code {
                try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可", office.stroke("甲"))
            } == "own-draft")
        try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可", office.stroke("丙"))
        #expect(code { try office.decide(number, by: "甲") } == "own-draft")
        let made = try office.decide(number, expecting: trial.digest)
        #expect(office.register.digest == trial.after.digest)
        #expect(made.entry.act.changes.map(\.change) == trial.changes)
        #expect(made.motion.stage == .implementation && made.entry.act.basis == .daily)
        #expect(code { try office.decide(number) } == "motion-decided")
        #expect(try verifyJournal(office.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test func remarksChangeNothing() throws {
        let office = try office()
        let number = try move(office.draft([try use(office)]), office)
        try office.desk.remarkOnMotion(number, "请附名册", office.stroke("丁", 1))
        #expect(code { try office.desk.remarkOnMotion(number, " ", office.stroke("丁", 1)) } == "reason-missing")
        #expect(try office.desk.motion(number).stage == .motion)
        #expect(code { try office.decide(number) } == "missing-review")
        try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可", office.stroke("丙", 1))
        // The drafter answers, on a day after that of the document, and it is decided all the same.
        try office.desk.remarkOnMotion(number, "已附", office.stroke("甲", 9))
        #expect(try office.desk.motion(number).stage == .review)
        let made = try office.decide(number)
        #expect(made.motion.enactment?.events == 4)
        #expect(code { try office.desk.remarkOnMotion(number, "迟了", office.stroke("丁", 10)) } == "motion-decided")
    }

    @Test func theSameFormsTwiceAreTwoMotions() throws {
        let office = try office(adopting: nil)
        let form = try use(office, 1)
        let (first, second) = (office.draft([form]), office.draft([form]))
        try office.decide(first)
        try office.decide(second)
        #expect(office.desk.headcountUses(on: DailyOffice.day).count == 2)
        #expect(code { try office.decide(first) } == "identifier-taken")
    }

    @Test func whatIsWrongIsNotMoved() throws {
        let office = try office(adopting: nil)
        let (body, _) = try office.roomy(1)
        let wrong = office.draft([FilledForm("rename", ["body": body.profile.name])])
        #expect(code { _ = try move(wrong, office) } == "missing")
        let (full, kind) = try office.full()
        let refused = office.draft([
            FilledForm(
                "headcount-use",
                ["body": full.profile.name, "kind": kind.name.zh, "count": "1", "until": "2021-06-30"])
        ])
        let trial = try office.desk.tryDraft(refused, at: office.office.later())
        #expect(trial.refusal?.code == "heads-over-balance" && trial.refusal?.form == nil)
        #expect(code { _ = try move(refused, office) } == "heads-over-balance")
        #expect(try office.desk.motions().isEmpty)
        let taken = office.draft([
            try use(office, 1), FilledForm("rename", ["body": body.profile.name, "name": full.profile.name]),
        ])
        #expect(try office.desk.tryDraft(taken, at: office.office.later()).refusal?.form == 1)
    }

    @Test func whatHasMovedSinceIsNotDecidedUnseen() throws {
        let office = try office(adopting: nil)
        let (body, kind) = try office.roomy(2)
        let (name, free) = (body.profile.name, try #require(office.free(body, kind)))
        let draft = office.draft([
            FilledForm("state-duty", ["body": name, "text": "负责测试。"])
        ])
        let shown = try office.desk.tryDraft(draft, at: office.office.later())
        let number = try move(draft, office)
        // Somebody else takes the number that the duty would have had.
        let other = office.draft([FilledForm("state-duty", ["body": name, "text": "负责另一测试。"])])
        let position = try office.decide(other).entry.position
        let now = try office.desk.tryDraft(draft, at: office.office.later())
        #expect(now.passes && now.digest != shown.digest && now.news == [position])
        #expect(code { try office.decide(number, expecting: shown.digest) } == "outcome-moved")
        try office.decide(number, expecting: now.digest)
        // What holds no longer is refused when it is decided, by the same judge.
        let most = FilledForm(
            "headcount-use", ["body": name, "kind": kind.name.zh, "count": "\(free)", "until": "2021-06-30"])
        let (first, second) = (try move(office.draft([most]), office), try move(office.draft([most]), office))
        try office.decide(first)
        #expect(code { try office.decide(second) } == "heads-over-balance")
        // It goes back and nothing of it is lost.
        try office.desk.returnMotion(second, because: "无空编", office.stroke("丙"))
        guard case .daily(let written) = try office.desk.paper(of: office.desk.motion(second)) else {
            Issue.record("another paper")
            return
        }
        #expect(written.draft.forms == [most])
    }

    @Test func unrelatedWorkIsNoNews() throws {
        let office = try office(adopting: nil)
        let (one, _) = try office.roomy(1)
        let (other, _) = try office.roomy(1, except: one.id)
        let draft = office.draft([FilledForm("hang-plate", ["body": one.profile.name, "plate": "样区甲牌"])])
        try office.decide(office.draft([FilledForm("hang-plate", ["body": other.profile.name, "plate": "样区乙牌"])]))
        #expect(try office.desk.tryDraft(draft, at: office.office.later()).news.isEmpty)
    }

    @Test func meetingsAreReadFromMotions() throws {
        let office = try office()
        let (body, _) = try office.roomy(1)
        let (other, _) = try office.roomy(1, except: body.id)
        var numbers: [Int] = []
        for (body, name) in [(body, "样区一号中心"), (other, "样区二号中心")] {
            let draft = office.draft([FilledForm("rename", ["body": body.profile.name, "name": name])], title: name)
            let number = try move(draft, office)
            try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可", office.stroke("丙"))
            numbers.append(number)
        }
        let day = DailyOffice.day.advanced(by: 2)
        try office.desk.putOnAgenda(numbers[0], meeting: day, item: 2, note: "", office.stroke("丙"))
        try office.desk.putOnAgenda(numbers[1], meeting: day, item: 1, note: "", office.stroke("丙"))
        let (present, absent) = (
            [try office.office.officer("张一"), try office.office.officer("张二")], try office.office.officer("张三")
        )
        let minutes = try #require(Citation("样编纪〔2021〕1号"))
        let held = Meeting(present: present, absent: [absent], inFavour: 2, minutes: minutes)
        try office.desk.recordMeeting(numbers[0], held, note: "同意更名", office.stroke("丙", 2))
        // The other is put off to a later meeting.
        let later = DailyOffice.day.advanced(by: 9)
        try office.desk.putOnAgenda(numbers[1], meeting: later, item: 1, note: "", office.stroke("丙", 3))
        let meetings = try office.desk.listMeetings()
        #expect(meetings.map(\.day) == [later, day])
        let past = try #require(meetings.last)
        #expect(past.items.map(\.motion.number) == [numbers[1], numbers[0]])
        #expect(past.items.map(\.isPutOff) == [true, false])
        #expect(past.items[1].note == "同意更名" && past.items[1].paper?.title == "样区一号中心")
        #expect(past.present == present && past.absent == [absent] && past.minutes == [minutes])
        #expect(meetings[0].items.count == 1 && meetings[0].present.isEmpty && meetings[0].minutes.isEmpty)
        try office.decide(numbers[0])
        #expect(office.register.institution(named: "样区一号中心") != nil)
        #expect(code { try office.decide(numbers[1]) } == "missing-meeting")
    }

    @Test func aContactFilesForTheirOwnBodies() throws {
        let office = try office()
        let (body, _) = try office.roomy(2)
        let form = try use(office, 1)
        let draft = office.draft([form], title: "用编申请")
        let other = try #require(office.bodies.first { $0.id != body.id && $0.profile.supervisor != body.id })
        #expect(
            code {
                try office.desk.fileRequest(draft, by: "某局", within: .bodies([other.id]), office.stroke("联络员"))
            } == "out-of-reach")
        let rename = office.draft([FilledForm("rename", ["body": body.profile.name, "name": "样区改名"])])
        #expect(
            code {
                try office.desk.fileRequest(rename, by: "某局", within: .bodies([body.id]), office.stroke("联络员"))
            } == "not-for-contacts")
        let number = try office.desk.fileRequest(
            draft, by: "某局", within: .bodies([body.id]), office.stroke("联络员")
        ).number
        // Nothing comes of it before a clerk has taken it on, whatever the table asks for.
        #expect(try office.desk.listMotions(at: office.office.later())[0].waiting == [.takingOn])
        #expect(code { try office.decide(number) } == "not-taken-on")
        #expect(
            code {
                try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可", office.stroke("丙", 1))
            } == "not-taken-on")
        #expect(code { try office.desk.takeOnRequest(number, by: "区编办", office.stroke("联络员", 1)) } == "own-request")
        try office.desk.takeOnRequest(number, by: "区编办", office.stroke("甲", 1))
        #expect(code { try office.desk.takeOnRequest(number, by: "区编办", office.stroke("甲", 1)) } == "taken-on")
        // Four eyes: neither who filed it nor who took it on reviews or decides it.
        for name in ["联络员", "甲"] {
            #expect(
                code {
                    try office.desk.reviewMotion(
                        number, .feasibility, inFavour: true, opinion: "可", office.stroke(name, 2))
                } == "own-draft")
            #expect(code { try office.decide(number, by: name) } == "own-draft")
        }
        try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可", office.stroke("丙", 2))
        // A clerk's motion on another body is none of theirs.
        let clerks = office.draft([FilledForm("hang-plate", ["body": other.profile.name, "plate": "样区牌"])])
        _ = try move(clerks, office)
        let gap = try #require(office.register.matters.values.first)
        _ = try move(
            office.draft([FilledForm("gap", ["matter": gap.id.description, "area": "甲镇", "gap": "是"])]), office)
        func seen(_ reach: Reach, _ name: String = "别人") throws -> [Int] {
            let officer = try office.office.officer(name)
            var shelf = MotionShelf()
            try shelf.bringUpToDate(at: office.desk, office.office.later())
            return shelf.lines.filter { $0.isSeen(within: reach, by: officer) }.map(\.motion.number)
        }
        #expect(try seen(.bodies([body.id])) == [number])
        #expect(try seen(.bodies([other.id])) == [number + 1])
        #expect(try seen(.nowhere, "联络员") == [number])
        try office.decide(number)
        #expect(try seen(.bodies([body.id])) == [number])
        #expect(try seen(.nowhere).isEmpty)
        // Who filed it is known from what happened, not from an account.
        #expect(try office.office.reopened().motion(number).requesters == [office.office.officer("联络员")])
    }

    @Test func givenBackARequestIsFiledAgainAndTakenOnAgain() throws {
        let office = try office(adopting: nil)
        let (body, _) = try office.roomy(2)
        func file(again number: Int?, _ after: Int) throws -> Int {
            try office.desk.fileRequest(
                office.draft([try use(office, 1)], title: "用编申请"), by: "某局", within: .bodies([body.id]),
                again: number, office.stroke("联络员", after)
            ).number
        }
        let number = try file(again: nil, 0)
        #expect(code { try office.decide(number) } == "not-taken-on")
        try office.desk.returnMotion(number, because: "请附依据", office.stroke("甲", 1))
        #expect(try office.desk.listMotions(at: office.office.later())[0].waiting == [.drafter])
        #expect(code { try office.desk.takeOnRequest(number, by: "区编办", office.stroke("甲", 1)) } == "motion-returned")
        #expect(try file(again: number, 1) == number)
        #expect(try office.desk.listMotions(at: office.office.later())[0].waiting == [.takingOn])
        try office.desk.takeOnRequest(number, by: "区编办", office.stroke("甲", 1))
        try office.desk.returnMotion(number, because: "人数不符", office.stroke("丙", 2))
        _ = try file(again: number, 2)
        // The same clerk takes the mended text on, which nobody of the office has seen yet.
        #expect(code { try office.decide(number) } == "not-taken-on")
        try office.desk.takeOnRequest(number, by: "区编办", office.stroke("甲", 2))
        try office.decide(number)
        #expect(try office.office.reopened().motion(number).requesters.count == 1)
    }

    @Test func nobodyHasASayOnATextTheyDidNotSee() throws {
        let office = try office()
        let number = try move(office.draft([try use(office, 1)]), office)
        let seen = try office.desk.motion(number).subject.digest
        try office.desk.openMotion(
            .daily(WrittenDaily(office.draft([try use(office, 2)]))), by: "区编办", again: number, office.stroke("甲"))
        let stale = MotionStroke(
            by: try office.office.officer("丙"), on: DailyOffice.day, at: office.office.later(), having: seen)
        #expect(
            code { try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可", stale) }
                == "text-moved")
        #expect(try office.desk.motion(number).events.count == 2)
        let now = try office.desk.motion(number).subject.digest
        let fresh = MotionStroke(
            by: try office.office.officer("丙"), on: DailyOffice.day, at: office.office.later(), having: now)
        try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可", fresh)
        #expect(
            code {
                try office.desk.decideMotion(
                    number, document: office.words(), deciders: [office.office.officer("乙")], having: seen,
                    from: &office.office.source, at: office.office.later())
            } == "text-moved")
        try office.decide(number)
    }
}
