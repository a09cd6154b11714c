import Foundation
import Testing

/// The highway case as a clerk writes it down: the road section's maintenance goes to the enterprise, and with it those
/// who work there; the section is then paid for by the budget, cut, and left with fewer deputies.
@Suite struct HighwayPlanTests {
    private static let section = "澄岚区公路管理段"
    private static let enterprise = "澄岚区公路养护有限公司"
    private static let day = "2020-07-01"
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace(.district)
        try workplace.write(Self.plan(term: "\n    消化期限: 2022-12-31"), to: "公路.yaml")
    }

    private static func plan(term: String) -> String {
        """
        方案: 公路管理段改革
        施行: \(day)
        步骤:
          - 划出职责: 公路管理段
            含: 养护
            划入: \(enterprise)
            说明: 养护作业由企业承担
          - 安置: 公路管理段
            实际工作单位: \(enterprise)
            方式: 转入企业
          - 调整经费: 公路管理段
            为: 财政全额补助
          - 核减: 公路管理段
            至: 40
            编制去向: 统筹池\(term)
          - 核定职数: 公路管理段
            正职: 1
            副职: 2

        """
    }

    /// A body's figures: approved and occupied heads of each kind, posts in each role, and its duties.
    private struct Standing: Equatable {
        var approved: [String: Int] = [:]
        var occupied: [String: Int] = [:]
        var posts: [String: Int] = [:]
        var duties: [String] = []
        var funding: String?
    }

    private func standing(_ body: String, _ more: String...) throws -> Standing {
        let shown = try runProgram(["show", body, "--json"] + more, in: workplace.folder).json()
        var standing = Standing()
        for kind in shown["heads"]?.items ?? [] {
            let name = kind["kind"]?.text ?? ""
            standing.approved[name] = kind["approved"]?.number
            standing.occupied[name] = kind["occupied"]?.number
        }
        for role in shown["posts"]?.items ?? [] {
            standing.posts[role["role"]?.text ?? ""] = role["approved"]?.number
        }
        standing.duties = shown["duties"]?.items.compactMap(\.text) ?? []
        standing.funding = shown["funding"]?.text
        return standing
    }

    private func asOf(_ day: String, _ more: String...) throws -> JSON {
        try runProgram(["as-of", day, "--json"] + more, in: workplace.folder).json()
    }

    @Test func nothingIsLostOnTheWayAndBack() throws {
        let before = try standing(Self.section)
        let company = try standing(Self.enterprise)
        let then = try asOf(Self.day)
        let atEnterprise = try workplace.succeed("diagnose", "--check", "works-at-enterprise", "--json").json().items
            .count
        let heads = try #require(before.approved["事业编制（自收自支）"])
        let people = try #require(before.occupied["事业编制（自收自支）"])
        try #require(before.approved.count == 1 && heads > 40 && atEnterprise > 10)
        let handedOver = before.duties.filter { $0.contains("养护") }
        try #require(!handedOver.isEmpty && handedOver.count < before.duties.count)

        let tried = try workplace.succeed("plan", "simulate", "公路.yaml", "--json").json()
        #expect(tried["applies"]?.flag == true)
        let measures = tried["measures"]
        #expect(measures?["headsReleased"]?.number == heads - 40)
        #expect(measures?["peopleLeft"]?.number == atEnterprise)
        #expect(measures?["dutiesMoved"]?.number == handedOver.count)
        #expect(measures?["dutiesDropped"]?.number == 0)
        #expect(measures?["toleratedChange"]?.number == people - atEnterprise - 40)
        let digest = try #require(tried["digest"]?.text)
        let decided = try decide("公路.yaml", expecting: digest)
        #expect(decided.status == 0, "\(decided.errors)")
        try workplace.succeed("verify")

        let after = try standing(Self.section)
        #expect(after.funding == "财政全额补助")
        #expect(after.approved == ["事业编制（全额）": 40])
        #expect(after.occupied == ["事业编制（全额）": people - atEnterprise])
        #expect(after.posts["正职"] == 1 && after.posts["副职"] == 2)
        #expect(after.duties == before.duties.filter { !$0.contains("养护") })
        #expect(Set(try standing(Self.enterprise).duties) == Set(company.duties + handedOver))
        #expect(try standing(Self.section, "--day", "2020-06-30") == before)

        // What the section gave up is in the pool, and all there was is still there.
        let pool = try workplace.succeed("ledger", "统筹池", "--json").json().items
        #expect(balance(pool, "事业编制（全额）") == heads - 40)
        let posts = (before.posts["副职"] ?? 0) - 2
        #expect(pool.filter { $0["what"]?.text?.hasPrefix("副职") == true }.last?["balance"]?.number == posts)
        let now = try asOf(Self.day)
        #expect(total(then, "approvedAtLeast") == total(now, "approvedAtLeast") + heads - 40)
        #expect(total(then, "occupied") == total(now, "occupied") + atEnterprise)
        #expect(then["people"]?.number == (now["people"]?.number ?? 0) + atEnterprise)
        #expect(then["bodies"]?["事业单位"]?.number == now["bodies"]?["事业单位"]?.number)

        try workplace.succeed(
            "plan", "undo", "2", "--document", "样编〔2020〕8号", "--decided", "2020-08-01", "--drafter", "丙", "--decider",
            "丁",
            "--day", "2020-08-01")
        let undone = try asOf("2020-08-01")
        #expect(undone["digest"]?.text == then["digest"]?.text)
        #expect(try standing(Self.section, "--day", "2020-08-01") == before)
        #expect(try asOf("2020-08-01", "--known", "2")["digest"]?.text == digest)
        let verified = try workplace.succeed("verify")
        #expect(verified.output.contains("3个决定"))
    }

    @Test func whereEverythingWentIsSaid() throws {
        let handedOver = try standing(Self.section).duties.filter { $0.contains("养护") }
        let said = try workplace.succeed("plan", "simulate", "公路.yaml").output
        for duty in handedOver { #expect(said.contains(duty)) }
        let lines = said.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines.contains { $0.starts(with: [Self.section, Self.enterprise, "\(handedOver.count)"]) })
        #expect(lines.contains { $0.starts(with: [Self.section, "统筹池", "事业编制（全额）"]) })
        #expect(lines.contains { $0.starts(with: [Self.section, "统筹池", "副职（副科级）"]) })
    }

    @Test func whereEveryoneWentIsSaid() throws {
        let count = try workplace.succeed("diagnose", "--check", "works-at-enterprise", "--json").json().items.count
        let said = try workplace.succeed("plan", "simulate", "公路.yaml").output
        // Those who leave the establishment go somewhere, too: a measure alone does not say where.
        let lines = said.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines.contains([Self.section, "\(Self.enterprise)（下编）", "\(count)"]))
    }

    @Test func aCutBelowThoseInPlaceNeedsATerm() throws {
        try workplace.write(Self.plan(term: ""), to: "无期限.yaml")
        let tried = try workplace.run("plan", "simulate", "无期限.yaml", "--json")
        #expect(tried.status == 2)
        let steps = try tried.json()["steps"]?.items ?? []
        #expect(steps.map { $0["problem"]?.isNull } == [true, true, true, false, true])
        #expect(steps[3]["why"]?.text?.contains("消化期限") == true)
        let before = try workplace.state()
        let decided = try decide("无期限.yaml", expecting: try #require(try tried.json()["digest"]?.text))
        #expect(decided.status == 2)
        #expect(decided.errors.contains("第13行"), "\(decided.errors)")
        let changes = try workplace.state().changesButOneRecord(since: before)
        #expect(changes == [])
    }

    private func decide(_ plan: String, expecting digest: String) throws -> Answer {
        try workplace.run(
            "plan", "decide", plan, "--document", "样编〔2020〕7号", "--decided", "2020-06-20", "--drafter", "丙",
            "--decider",
            "丁", "--expecting", digest)
    }

    private func balance(_ entries: [JSON], _ what: String) -> Int? {
        entries.last { $0["what"]?.text == what }?["balance"]?.number
    }

    private func total(_ answer: JSON, _ figure: String) -> Int {
        answer["heads"]?.items.reduce(0) { $0 + ($1[figure]?.number ?? 0) } ?? -1
    }
}
