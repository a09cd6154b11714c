import Basics
import Diagnosis
import Norms
import Office
import Reform
import Registry

/// The register of the reports with two plans on it, one of which has a step that does not apply.
enum PlanDistrict {
    static let one = """
        方案: 水务<整合>|一
        施行: 2020-07-01
        步骤:
          - 更名: 安和区灌溉站
            为: 安和区灌溉中心
          - 设立: 安和区水务站
            类型: 事业单位
            级别: 股级
            主管部门: 安和区水利局
          - 合并: ['<b>水务|监测*中心</b> & "测试"']
            并入: 安和区水务站
          - 划转编制: 2
            编制类别: 行政编制
            从: 安和区水利局
            到: 统筹池
        """

    static let two = """
        plan: 水务二
        effective: 2020-07-01
        steps:
          - rename: 安和区灌溉站
            to: 安和区灌溉中心
          - abolish: 没有的站
          - move heads: 3
            kind: 行政编制
            from: 安和区水利局
            to: pool
        """

    static let rates = """
        经费标准:
          - {编制类别: 行政编制, 年经费: 150000, 自: 2020-01-01, 文件: 安财〔2020〕1号}
          - {kind: 全额, yuan a year: 120000, from: 2020-01-01, to: 2020-12-31}
        """

    static let weights = """
        比选权重:
          - {指标: 收回编制, 权重: 2, 取向: 多}
          - {measure: people moved, weight: 1, direction: less}
          - {指标: 涉及临近退休人员, 权重: 5, 取向: 少}
        """

    static let rules: Rulebook = {
        let clause = Clause(
            number: "第九条", text: "十名以下的一名", item: .leaders, conditions: [],
            decision: .bands(
                by: .heads,
                [
                    Band(NumberRange(low: nil, high: 10), Award(NumberRange(1...1))),
                    Band(NumberRange(low: 11, high: nil), Award(NumberRange(2...3))),
                ]))
        let day = ReportDistrict.day
        let pack = RulePack(
            name: "职数办法", code: "posts", level: .district, document: PackDocument(title: "职数办法"), from: day,
            until: nil, certainty: .original, definitions: [], clauses: [clause], digest: Digest(sha256: "posts".utf8))
        return Rulebook([Adoption(pack, on: day)], on: day)
    }()

    static let heading = ReportHeading(
        jurisdiction: "339902", district: "安和区", day: Day(number: 18_444), position: 1)

    static func assessment(_ text: String, retirement: Bool = true) throws -> Assessment {
        let register = try ReportDistrict.register()
        var thresholds = Thresholds.standard
        thresholds.rules = rules
        let plan = try readPlan(text)
        let outcome = simulate(
            plan, on: register, diagnosis: diagnose(register, thresholds: thresholds), at: 2, recorded: plan.day)
        let months = Dictionary(uniqueKeysWithValues: register.people.keys.map { ($0, Int($0.low) * 4) })
        return Assessment(
            outcome, rates: try readRates(rates),
            retirement: retirement ? RetirementFacts(months: months, near: 24) : nil)
    }

    static func paper() throws -> ReportPaper { PlanPaper(try assessment(one), heading: heading).paper }

    static func comparison() throws -> ReportPaper {
        let assessments = [try assessment(one), try assessment(two, retirement: false)]
        let weighing = weigh(assessments.map(\.measures), by: try readWeights(weights))
        let steps = compareSteps(of: [try WrittenPlan(one), try WrittenPlan(two)], in: try ReportDistrict.register())
        return ComparisonPaper(assessments, steps: steps, weighing: weighing, heading: heading).paper
    }
}
