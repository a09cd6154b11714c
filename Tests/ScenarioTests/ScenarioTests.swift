import Basics
import Diagnosis
import Foundation
import Office
import Reform
import Registry
import Testing

/// Every text in Tests/Scenarios is carried out and comes to what it says.
@Suite struct ScenarioTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scenarios")

    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { $0.hasSuffix(".scenario") }.sorted()
    }()

    @Test func thereAreScenarios() { #expect(Self.names.count >= 4) }

    @Test(arguments: names)
    func comesToWhatItSays(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
        let scenario = try Scenario(text)
        var history = try ScenarioRegister(scenario).history()
        let drafted = history
        let plan = try readPlan(scenario.plan)
        try history.happen(scenario)
        let register = history.register(on: plan.day)
        let outcome = simulate(
            plan, on: register, diagnosis: diagnose(register), at: history.position + 1, recorded: plan.day)
        let rebased = rebase(plan, from: drafted.position, in: history, recorded: plan.day)
        let expected = scenario.rows("结果")
        #expect(!expected.isEmpty)
        for row in expected {
            let wrong =
                row[0] == "跟进"
                ? contradiction(to: row, in: rebased)
                : row[0] == "相涉"
                    ? try contradiction(to: row, in: drafted, scenario) : try contradiction(to: row, in: outcome)
            if let wrong { Issue.record("\(name)：\(wrong)") }
        }
        #expect(outcome.after.unbalanced.isEmpty)
        #expect(outcome.after.brokenInvariants.isEmpty)
    }

    @Test func aWrongResultIsNoticed() throws {
        let text = """
            【机构】
            甲中心 | 事业单位
            【方案】
            方案: 试
            施行: 2020-07-01
            步骤:
              - 更名: 甲中心
                为: 乙中心
            【结果】
            可行
            存在 | 甲中心
            """
        let scenario = try Scenario(text)
        let register = try ScenarioRegister(scenario).history().latest
        let plan = try readPlan(scenario.plan)
        let outcome = simulate(plan, on: register, diagnosis: diagnose(register), at: 2, recorded: plan.day)
        #expect(try contradiction(to: ["可行"], in: outcome) == nil)
        #expect(try contradiction(to: ["存在", "甲中心"], in: outcome) != nil)
    }
}
