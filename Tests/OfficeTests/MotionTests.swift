import Basics
import Foundation
import Office
import Papers
import Procedure
import Reform
import Registry
import Samples
import Storage
import Testing

/// Motions over a real desk: the gate before every decision, and what stands in the journal after it.
@Suite struct MotionTests {
    private let day: Day

    init() throws { day = try #require(Day(iso: "2020-12-31")) }

    private static let table = """
        审批权限表: 试行权限
        施行: 2020-01-01
        可信度: 样板
        会议: {成员: 3, 到会: 2, 赞成: 2}
        条款:
          - {条: 第一条, 事项: [机构更名], 适用: {级别: 股级以下}, 审批: 编办}
          - {条: 第二条, 事项: [机构更名, 采用规则], 审批: 编委, 须有: [论证, {备案: 区人大常委会}]}
          - {条: 第三条, 事项: 全部, 审批: 编办}

        """

    private func office(adopting table: String? = Self.table) throws -> TestOffice {
        let office = try TestOffice()
        try office.open(with: try sampleDistrict(seed: 2020, bodies: 40).bytes(), named: "sample.xlsx")
        if let table { try adopt(table, office, 9) }
        return office
    }

    @discardableResult
    private func adopt(_ text: String, _ office: TestOffice, _ number: Int) throws -> Entry {
        try office.desk.adoptCompetence(
            text, on: day, document: office.words("样编〔2020〕\(number)号", day), drafter: office.officer("甲"),
            deciders: [office.officer("乙")], from: &office.source, at: office.later()
        ).entry
    }

    /// The renaming of some body, of one of these ranks.
    private func plan(_ office: TestOffice, _ ranks: ClosedRange<Rank>, note: String = "") throws -> String {
        let body = try #require(
            office.desk.register.institutions.values.filter {
                $0.isActive && $0.profile.rank.map(ranks.contains) == true
            }.min { $0.profile.name < $1.profile.name })
        return "方案: 更名\(note)\n施行: 2021-01-01\n步骤:\n  - 更名: \(body.profile.name)\n    为: 样区新名称服务中心\n"
    }

    private func decide(
        _ text: String, _ office: TestOffice, decided: Day? = nil, by decider: String = "乙", number: Int = 20
    ) throws -> Entry {
        try office.desk.decidePlan(
            try WrittenPlan(text), document: office.words("样编〔2020〕\(number)号", decided ?? day.advanced(by: 20)),
            drafter: office.officer("甲"), deciders: [office.officer(decider)], from: &office.source,
            at: office.later()
        ).entry
    }

    private func code(_ body: () throws -> Void) -> String? {
        do { try body() } catch let failure as OfficeFailure { return failure.code } catch { return "\(error)" }
        return nil
    }

    private func stroke(_ office: TestOffice, _ name: String, _ after: Int) throws -> MotionStroke {
        MotionStroke(by: try office.officer(name), on: day.advanced(by: after), at: office.later())
    }

    /// Takes a text through review and a meeting.
    private func prepare(_ text: String, _ office: TestOffice) throws -> Int {
        let number = try office.desk.openMotion(MotionPaper(text), by: "区编办", stroke(office, "甲", 1)).number
        try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可行", stroke(office, "丙", 2))
        try office.desk.putOnAgenda(number, meeting: day.advanced(by: 9), item: 1, note: "", stroke(office, "丙", 3))
        let citation = try #require(Citation("样编纪〔2021〕1号"))
        let meeting = Meeting(
            present: [try office.officer("张一"), try office.officer("张二")], absent: [try office.officer("张三")],
            inFavour: 2, minutes: citation)
        try office.desk.recordMeeting(number, meeting, note: "", stroke(office, "丙", 9))
        return number
    }

    @Test func withoutATableEverythingIsAsBefore() throws {
        let office = try office(adopting: nil)
        let entry = try decide(try plan(office, .fuke ... .zhengke), office)
        #expect(entry.act.rules.isEmpty && entry.act.attachments.isEmpty)
    }

    @Test func whatTheOfficeDecidesAloneNeedsNoMotion() throws {
        let office = try office()
        let entry = try decide(try plan(office, .ungraded ... .guji), office)
        #expect(entry.act.rules == [Digest(sha256: Array(Self.table.utf8))])
        #expect(entry.act.attachments.isEmpty)
    }

    @Test func aPlanIsDecidedWhenEveryStepIsThere() throws {
        let office = try office()
        let text = try plan(office, .fuke ... .zhengke)
        #expect(code { _ = try decide(text, office) } == "missing-motion")
        let number = try prepare(text, office)
        #expect(code { _ = try decide(text, office, decided: day.advanced(by: 8)) } == "after-decision")
        let entry = try decide(text, office)
        let motion = try office.reopened().motion(number)
        #expect(motion.enactment == Motion.Enactment(position: entry.position, events: 4))
        #expect(motion.stage == .implementation)
        // Filing follows, and then nothing is left to do.
        #expect(try office.desk.listMotions(at: office.later())[0].waiting.count == 1)
        let filed = try #require(Citation("样编〔2021〕30号"))
        try office.desk.countersign(
            number, .filed, organ: "区人大常委会", document: filed, note: "", stroke(office, "丙", 30))
        #expect(try office.desk.listMotions(at: office.later())[0].waiting.isEmpty)
        #expect(try office.desk.motion(number).enactment?.position == entry.position)
        #expect(try verifyJournal(office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test func motionsEnactTheTextThatWasMoved() throws {
        let office = try office()
        // A text of the office that is not in normal form C is moved and decided all the same.
        let text = try plan(office, .fuke ... .zhengke, note: "e\u{301}")
        let number = try prepare(text, office)
        let words = try office.words("样编〔2020〕20号", day.advanced(by: 20))
        #expect(
            code {
                _ = try office.desk.decideMotion(
                    number, document: words, deciders: [office.officer("甲")], from: &office.source, at: office.later())
            } == "own-draft")
        let made = try office.desk.decideMotion(
            number, document: words, deciders: [office.officer("乙")], from: &office.source, at: office.later())
        #expect(try made.entry.act.drafter == office.officer("甲"))
        #expect(made.motion.enactment?.position == made.entry.position)
        #expect(office.desk.register.institution(named: "样区新名称服务中心") != nil || made.entry.act.changes.count == 1)
        #expect(
            code {
                _ = try office.desk.decideMotion(
                    number, document: words, deciders: [office.officer("乙")], from: &office.source, at: office.later())
            } == "motion-decided")
    }

    @Test func anotherTextIsAnotherPlan() throws {
        let office = try office()
        let text = try plan(office, .fuke ... .zhengke)
        _ = try prepare(text, office)
        #expect(code { _ = try decide(text + "# 改\n", office) } == "missing-motion")
    }

    @Test func aMotionThatWasReturnedDoesNotPass() throws {
        let office = try office()
        let text = try plan(office, .fuke ... .zhengke)
        let number = try prepare(text, office)
        try office.desk.returnMotion(number, because: "名称不规范", stroke(office, "丁", 10))
        #expect(code { _ = try decide(text, office) } == "motion-returned")
        let mended = try plan(office, .fuke ... .zhengke, note: "二")
        try office.desk.openMotion(MotionPaper(mended), by: "区编办", again: number, stroke(office, "甲", 11))
        #expect(code { _ = try decide(mended, office) } == "missing-review")
        #expect(code { _ = try decide(text, office) } == "missing-motion")
    }

    @Test func aDocumentOfAnEarlierDayIsNoWayAround() throws {
        let office = try office()
        let early = try #require(Day(iso: "2020-06-30"))
        #expect(
            code { _ = try decide(try plan(office, .fuke ... .zhengke), office, decided: early) } == "missing-motion")
    }

    @Test func dailyWorkGoesTheSameWay() throws {
        let office = try office()
        let pack = """
            规则包: 试
            代码: trial
            层级: 区县
            施行: 2020-01-01
            可信度: 样板
            条款:
              - {条: 第一条, 核定: 领导职数, 数: 2}

            """
        func adopt() throws -> Entry {
            try office.desk.adoptRules(
                try WrittenRules(pack), on: day, document: office.words("样编〔2020〕40号", day.advanced(by: 20)),
                drafter: office.officer("甲"), deciders: [office.officer("乙")], from: &office.source,
                at: office.later())
        }
        #expect(code { _ = try adopt() } == "missing-motion")
        let number = try prepare(pack, office)
        let entry = try adopt()
        #expect(try office.desk.motion(number).enactment?.position == entry.position)
        // The table is no rule pack, and no body is measured by it.
        #expect(try office.desk.rulebook(on: day).packs.map(\.code) == ["trial"])
        #expect(try office.desk.rulebook(on: day).missing.isEmpty)
        // To go by it no longer is decided by the office alone, by the third row.
        let repealed = try office.desk.repealRules(
            "trial", on: day.advanced(by: 30), document: office.words("样编〔2020〕41号", day.advanced(by: 21)),
            drafter: office.officer("甲"), deciders: [office.officer("乙")], from: &office.source, at: office.later())
        #expect(repealed.act.rules.count == 1)
    }

    @Test func theNextTableIsDecidedByTheOneBefore() throws {
        let strict = Self.table.replacing("第三条, 事项: 全部, 审批: 编办", with: "第三条, 事项: 全部, 审批: 编委")
        let office = try office(adopting: strict)
        #expect(code { try adopt(Self.table, office, 10) } == "missing-motion")
        let number = try prepare(Self.table, office)
        let made = try office.desk.decideMotion(
            number, document: office.words("样编〔2020〕10号", day.advanced(by: 20)), deciders: [office.officer("乙")],
            from: &office.source, at: office.later())
        let asked = try #require(try office.desk.competence(on: day.advanced(by: 20)))
        #expect(asked.digest == Digest(sha256: Array(Self.table.utf8)))
        #expect(made.entry.act.rules == [Digest(sha256: Array(strict.utf8))])
        #expect(try office.desk.competence(on: day.advanced(by: 19))?.digest == Digest(sha256: Array(strict.utf8)))
    }

    @Test func aTableIsInForceInItsTimeOnly() throws {
        let office = try office(
            adopting: Self.table.replacing("施行: 2020-01-01", with: "施行: 2020-01-01\n失效: 2021-01-15"))
        #expect(try office.desk.competence(on: day.advanced(by: -1)) == nil)
        #expect(try office.desk.competence(on: day.advanced(by: 15)) != nil)
        #expect(try office.desk.competence(on: day.advanced(by: 16)) == nil)
    }

    @Test func withoutItsTextNobodyDecides() throws {
        let office = try office()
        try office.desk.journal.run("DELETE FROM rule_texts")
        #expect(code { _ = try decide(try plan(office, .ungraded ... .guji), office) } == "table-missing")
    }

    @Test func aRefusedStepLeavesNothingBehind() throws {
        let office = try office()
        let text = try plan(office, .fuke ... .zhengke)
        let number = try office.desk.openMotion(MotionPaper(text), by: "区编办", stroke(office, "甲", 1)).number
        #expect(
            code {
                try office.desk.reviewMotion(
                    number, .feasibility, inFavour: true, opinion: "可行", stroke(office, "甲", 2))
            } == "own-draft")
        #expect(
            code {
                try office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: " ", stroke(office, "丙", 2))
            } == "reason-missing")
        #expect(
            code { try office.desk.openMotion(MotionPaper(text), by: "区编办", stroke(office, "丁", 2)) } == "moved-already"
        )
        #expect(code { try office.desk.returnMotion(7, because: "无", stroke(office, "丙", 2)) } == "unknown-motion")
        #expect(try office.desk.motion(number).events.count == 1)
        #expect(try office.desk.journal.motionEvents(of: "339981").count == 1)
    }

    @Test func aPackMayNotTakeTheCodeOfTheTable() throws {
        let office = try office(adopting: nil)
        let pack = "规则包: 试\n代码: competence\n层级: 区县\n施行: 不详\n可信度: 样板\n条款:\n  - {条: 一, 核定: 领导职数, 数: 2}\n"
        #expect(
            code {
                _ = try office.desk.adoptRules(
                    try WrittenRules(pack), on: day, document: office.words("样编〔2020〕40号", day),
                    drafter: office.officer("甲"),
                    deciders: [office.officer("乙")], from: &office.source, at: office.later())
            } == "reserved-code")
    }
}
