import Basics
import Office
import Papers
import Procedure
import Registry
import Storage
import Testing

/// The gate of the competence table before the undoing of a plan, a wave that goes back for decision, and what a later
/// workbook says.
@Suite struct GateTests {
    private let desk: PlanOffice
    private let day: Day

    init() throws {
        desk = try PlanOffice()
        day = try #require(Day(iso: PlanOffice.day))
    }

    private static let table = """
        审批权限表: 试行权限
        施行: 2020-01-01
        可信度: 样板
        会议: {成员: 3, 到会: 2, 赞成: 2}
        条款:
          - {条: 第一条, 事项: [撤销机构, 恢复机构, 调整编制], 审批: 编委, 须有: [论证]}
          - {条: 第二条, 事项: 全部, 审批: 编办}

        """

    /// The offices are asked of from here on; what was decided before stands.
    private func adoptTable() throws {
        try desk.office.desk.adoptCompetence(
            Self.table, on: day, document: desk.words(), drafter: desk.office.officer("甲"),
            deciders: [desk.office.officer("乙")], from: &desk.office.source, at: desk.office.later())
    }

    private func code(_ body: () throws -> Void) -> String? {
        do { try body() } catch let failure as OfficeFailure { return failure.code } catch { return "\(error)" }
        return nil
    }

    private func stroke(_ name: String) throws -> MotionStroke {
        MotionStroke(by: try desk.office.officer(name), on: day, at: desk.office.later())
    }

    /// Takes a text through review and a meeting on the day.
    private func prepare(_ text: String) throws -> Int {
        let number = try desk.office.desk.openMotion(MotionPaper(text), by: "区编办", stroke("甲")).number
        try desk.office.desk.reviewMotion(number, .feasibility, inFavour: true, opinion: "可行", stroke("丙"))
        try desk.office.desk.putOnAgenda(number, meeting: day, item: 1, note: "", stroke("丙"))
        let meeting = Meeting(
            present: [try desk.office.officer("张一"), try desk.office.officer("张二")], absent: [], inFavour: 2,
            minutes: try #require(Citation("样编纪〔2021〕1号")))
        try desk.office.desk.recordMeeting(number, meeting, note: "", stroke("丙"))
        return number
    }

    private func decide(_ motion: Int) throws -> Entry {
        try desk.office.desk.decideMotion(
            motion, document: desk.words(), deciders: [desk.office.officer("乙")], from: &desk.office.source,
            at: desk.office.later()
        ).entry
    }

    @Test func undoingPassesTheGate() throws {
        let made = try desk.decide(try desk.plan("归并", desk.merger(0)))
        try adoptTable()
        let register = desk.office.desk.register
        let written = WrittenCounter(of: made.entry.position, on: day, because: "另议：再论证")
        func undo() throws -> Entry {
            try desk.office.desk.undo(
                written, document: desk.words(), drafter: desk.office.officer("甲"),
                deciders: [desk.office.officer("乙")],
                from: &desk.office.source, at: desk.office.later())
        }
        #expect(code { _ = try undo() } == "missing-motion")
        #expect(desk.office.desk.register.digest == register.digest)
        let paper = try MotionPaper("# 撤回件\n" + written.text)
        #expect(paper.matter == .counter && paper.text == written.text)
        let entry = try decide(try prepare(paper.text))
        #expect(entry.act.basis == .counter && entry.act.attachments.count == 1)
        #expect(entry.act.rules == [Digest(sha256: Array(Self.table.utf8))])
        let merged = desk.mergers[0].sources[0]
        #expect(desk.office.desk.register.institution(named: merged) != nil)
        #expect(try verifyJournal(desk.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test func aWaveThatGoesBackPassesTheGate() throws {
        let written = try desk.twoWaves()
        let made = try desk.decide(written)
        let body = try #require(desk.office.desk.register.institution(named: desk.mergers[1].sources[0]))
        let kind = EstablishmentKind(funding: try #require(body.profile.funding))
        try desk.decide(
            try desk.plan("增编", "{划转编制: 1, 编制类别: \(kind.name.zh), 从: 上级下达, 到: \(body.profile.name)}"))
        try adoptTable()
        let review = try desk.office.desk.reviewWave(
            of: desk.office.desk.decidedPlan(at: made.entry.position), at: desk.office.later())
        #expect(review.standing == .moved)
        let digest = review.outcome.footprintDigest
        #expect(
            code {
                _ = try desk.office.desk.decideWave(
                    of: desk.office.desk.decidedPlan(at: made.entry.position), document: desk.words(),
                    drafter: desk.office.officer("甲"), deciders: [desk.office.officer("乙")], expecting: digest,
                    from: &desk.office.source, at: desk.office.later())
            } == "missing-motion")
        let paper = WrittenWave(of: made.entry.position, on: review.outcome.day, expecting: digest)
        #expect(try MotionPaper(paper.text).text == paper.text)
        let entry = try decide(try prepare(paper.text))
        #expect(entry.act.plan == made.entry.act.plan && entry.act.attachments.count == 1)
        #expect(desk.office.desk.register.institutions[body.id]?.isActive == false)
        #expect(try verifyJournal(desk.office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    /// What was decided with the plan needs no second decision, whatever table came since.
    @Test func aWaveAsDecidedNeedsNoMotion() throws {
        let written = try desk.twoWaves()
        let made = try desk.decide(written)
        try adoptTable()
        let carried = try desk.office.desk.decideWave(
            of: desk.office.desk.decidedPlan(at: made.entry.position), drafter: desk.office.officer("甲"),
            deciders: [desk.office.officer("乙")], from: &desk.office.source, at: desk.office.later())
        #expect(carried.entry.act.document == made.entry.act.document)
    }

    @Test func unreadablePapersSayWhere() throws {
        for text in [
            "撤回决定: 2\n施行: 2021-02-30\n理由: 无\n", "撤回决定: 2\n施行: 2021-02-03\n",
            "撤回决定: 2\n步骤: [0]\n施行: 2021-02-03\n理由: 无\n",
            "后续波次: 2\n施行: 2021-02-03\n摘要: abc\n", "后续波次: 2\n施行: 2021-02-03\n日期: 2021-02-03\n",
        ] {
            #expect(code { _ = try MotionPaper(text) } == "unreadable-plan", "\(text)")
        }
    }
}
