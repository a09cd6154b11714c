import Basics
import Foundation
import Norms
import Office
import Papers
import Registry
import Samples
import Storage
import Testing

/// Rules adopted by decision, and the re-approval round that follows from them.
@Suite struct RulesTests {
    private let day: Day

    init() throws { day = try #require(Day(iso: "2020-12-31")) }

    private func office() throws -> TestOffice {
        let office = try TestOffice()
        try office.open(with: try sampleDistrict(seed: 2020).bytes(), named: "sample.xlsx")
        return office
    }

    private static let pack = """
        规则包: 试
        代码: trial
        层级: 区县
        施行: 2020-01-01
        可信度: 样板
        条款:
          - 条: 第一条
            核定: 领导职数
            适用: {机构类型: 事业单位}
            依据: 编制数
            分档: {10以下: 1, 11-60: 1-2, 61以上: {数: 2-3, 酌情: 任务特别繁重的}}

        """

    private static let midLevel = """
          - 条: 第二条
            核定: 中层职数
            适用: {机构类型: 事业单位}
            依据: 编制数
            分档: {10以下: 1, 11以上: 3}

        """

    @discardableResult
    private func adopt(_ text: String, _ office: TestOffice, _ number: Int = 30, on day: Day? = nil) throws -> RulePack
    {
        let written = try WrittenRules(text)
        try office.desk.adoptRules(
            written, on: day ?? self.day, document: office.words("样编〔2020〕\(number)号", self.day),
            drafter: office.officer("甲"), deciders: [office.officer("乙")], from: &office.source, at: office.later())
        return written.pack
    }

    @Test func adoptedRulesAreThoseOfTheirDays() throws {
        let office = try office()
        let first = try adopt(Self.pack, office)
        let later = day.advanced(by: 30)
        let second = try adopt(Self.pack.replacing("11-60: 1-2", with: "11-60: 2"), office, 31, on: later)
        #expect(try office.desk.rulebook(on: day.advanced(by: -1)).packs.isEmpty)
        #expect(try office.desk.rulebook(on: day).packs == [first])
        #expect(try office.desk.rulebook(on: later).packs == [second])
        #expect(try office.desk.rulebook(on: later).adoptionDays == [later])
        _ = try office.desk.repealRules(
            "trial", on: later.advanced(by: 1), document: office.words("样编〔2020〕32号", day),
            drafter: office.officer("甲"), deciders: [office.officer("乙")], from: &office.source, at: office.later())
        #expect(try office.desk.rulebook(on: later.advanced(by: 1)).packs.isEmpty)
        #expect(try office.reopened().rulebook(on: later).packs == [second])
        #expect(try verifyJournal(office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test func nobodyAdoptsAlone() throws {
        let office = try office()
        for deciders in [[], ["甲"]] {
            let failure = #expect(throws: OfficeFailure.self) {
                _ = try office.desk.adoptRules(
                    WrittenRules(Self.pack), on: day, document: office.words("样编〔2020〕30号", day),
                    drafter: office.officer("甲"),
                    deciders: try deciders.map { try office.officer($0) }, from: &office.source, at: office.later())
            }
            #expect(failure?.code == "four-eyes")
        }
        #expect(office.desk.history.position == 1)
    }

    @Test func aFaultyPackIsNotAdopted() throws {
        let office = try office()
        let failure = #expect(throws: OfficeFailure.self) {
            try adopt(Self.pack.replacing("11-60", with: "9-60"), office)
        }
        #expect(failure?.code == "faulty-rules")
        #expect(failure?.wording.zh.contains("第11行") == true)
        #expect(office.desk.history.position == 1)
    }

    /// Whoever deletes the text of a pack takes away its verdicts, not its adoption.
    @Test func withoutItsTextNothingCanBeTold() throws {
        let office = try office()
        let pack = try adopt(Self.pack, office)
        let some = try #require(
            office.desk.register.institutions.values.first { $0.profile.type == .publicInstitution && $0.isActive })
        func outcome() throws -> Verdict.Outcome {
            let book = try office.desk.rulebook(on: day)
            return try #require(verdicts(on: [.leaders], for: some.id, in: office.desk.register, by: book).first)
                .outcome
        }
        if case .cannotTell = try outcome() { Issue.record("the pack is there") }
        try office.desk.journal.run("DELETE FROM rule_texts")
        guard case .cannotTell(let missing) = try outcome() else {
            Issue.record("told without a rule")
            return
        }
        #expect(missing.packs == ["trial"])
        try office.desk.journal.keepRules(Self.pack, in: "339981")
        #expect(try office.desk.rulebook(on: day).packs == [pack])
    }

    @Test func aRoundBecomesAPlanThatBringsEverybodyInOrder() throws {
        let office = try office()
        try adopt(Self.pack + Self.midLevel, office)
        let register = office.desk.history.register(on: day)
        var round = openRound(of: register, by: try office.desk.rulebook(on: day), on: day)
        let counts = round.counts(of: .leaders)
        #expect(counts[.over] ?? 0 > 0 && counts[.agrees] ?? 0 > 0)
        for row in round.rows where row.group == .needsDiscretion {
            try round.settle(
                fromText: "酌定:\n  - 机构: \(row.name)\n    核定: \(row.verdict.figures.approved ?? 3)\n    理由: 任务繁重\n",
                in: register)
        }
        let term = day.advanced(by: 900)
        let text = planText(of: round, named: "重新核定", absorbed: term, in: register)
        let decision = try office.desk.decidePlan(
            try WrittenPlan(text), document: office.words("样编〔2020〕40号", day), drafter: office.officer("甲"),
            deciders: [office.officer("乙")], from: &office.source, at: office.later())
        #expect(decision.outcome.applies)
        let after = office.desk.history.register(on: day)
        let again = openRound(of: after, by: try office.desk.rulebook(on: day), on: day)
        #expect(round.counts(of: .midLevel)[.under] ?? 0 > 0)
        #expect(Set(again.counts(of: .midLevel).keys).isDisjoint(with: [.over, .under]))
        #expect(text.contains("内设正职: ") && text.contains("内设副职: "))
        #expect(again.counts(of: .leaders)[.over] ?? 0 == 0 && again.counts(of: .leaders)[.under] ?? 0 == 0)
        // Leaders beyond the new posts are put up with until the term, and nobody lost a post in place.
        for tolerance in after.tolerances.values {
            guard case .postsWithinBalance = tolerance.invariant, register.tolerances[tolerance.invariant] == nil else {
                continue
            }
            #expect(tolerance.cause == .absorption(until: term))
        }
        #expect(after.people.values.count { !$0.places.isEmpty } == register.people.values.count { !$0.places.isEmpty })
        let annex = roundAnnex(round, absorbed: term, in: register, language: .zh)
        #expect(annex[1].rows.count == round.rows.count)
        #expect(annex[2].rows.count == round.changes(in: register).reduce(0) { $0 + $1.figures.count })
        #expect(try verifyJournal(office.reopened().journal, jurisdiction: "339981").faults.isEmpty)
    }

    @Test(arguments: [
        ("酌定:\n  - 机构: 没有的机构\n    核定: 3\n    理由: 试\n", "没有唯一的“没有的机构”"),
        ("酌定:\n  - 核定: 3\n    理由: 试\n", "缺少“机构”"),
        ("酌定:\n  - 机构: 甲\n    人数: 3\n", "不认识“人数”"),
        ("酌定: [", "YAML"),
    ])
    func badSettlementsSayWhere(text: String, words: String) throws {
        let office = try office()
        try adopt(Self.pack, office)
        var round = openRound(of: office.desk.register, by: try office.desk.rulebook(on: day), on: day)
        let failure = #expect(throws: OfficeFailure.self) {
            try round.settle(fromText: text, in: office.desk.register)
        }
        #expect(failure?.wording.zh.contains(words) == true, "\(failure?.wording.zh ?? "")")
        #expect(round.settlements.isEmpty)
    }

    @Test func aSettlementOutsideTheRulesIsRefusedWithItsReason() throws {
        let office = try office()
        try adopt(Self.pack, office)
        var round = openRound(of: office.desk.register, by: try office.desk.rulebook(on: day), on: day)
        let row = try #require(round.rows.first { $0.verdict.allowed == NumberRange(1...2) })
        for (number, reason) in [(3, "任务繁重"), (2, "")] {
            #expect(throws: OfficeFailure.self) {
                try round.settle(
                    fromText: "酌定:\n  - 机构: \(row.name)\n    核定: \(number)\n    理由: \"\(reason)\"\n",
                    in: office.desk.register)
            }
        }
        #expect(round.settlements.isEmpty)
    }
}
