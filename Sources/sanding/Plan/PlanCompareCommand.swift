import ArgumentParser
import Basics
import Diagnosis
import Office
import Reform

/// `sanding plan compare A B …`: the same measures side by side.
struct PlanCompareCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "方案比选 · two to six plans on the same measures")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "两到六个方案文件或方案稿名 · two to six plans, files or drafts")
    var plans: [String]

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        guard (2...6).contains(plans.count) else {
            throw OfficeFailure(
                .input, "two-to-six", zh: "请给出两到六个方案文件。", en: "Name two to six plans.")
        }
        let open = try desk.desk()
        // All plans are measured against the findings of the same register wherever they share its day.
        var known: [Day: Findings] = [:]
        let outcomes = try plans.map { path in
            let plan = try desk.plan(at: path).plan
            let diagnosis = known[plan.day] ?? diagnose(open.history.register(on: plan.day))
            known[plan.day] = diagnosis
            return open.tryPlan(plan, diagnosis: diagnosis, at: now())
        }
        if json {
            print(try JSON.array(outcomes.map { $0.json(desk) }).text())
            return
        }
        var table = Table(
            [desk.say("指标", "measure")] + outcomes.map(\.plan.name), rightAligned: Set(1...outcomes.count))
        let measures = outcomes.map(\.measuresOfAllWaves)
        for measure in PlanMeasure.allCases {
            table.add([desk.say(measure.name)] + measures.map { "\($0[measure] ?? 0)" })
        }
        table.add(
            [desk.say("可否决定", "can be decided")]
                + outcomes.map { $0.applies ? desk.say("可", "yes") : desk.say("否", "no") })
        table.lines.forEach { print($0) }
        for outcome in outcomes {
            for step in outcome.waves.flatMap(\.steps) {
                guard let problem = step.problem else { continue }
                print(
                    "✗ \(outcome.plan.name) \(desk.say("第\(step.step.line)行", "line \(step.step.line)"))\(desk.colon)\(desk.say(problem.wording))"
                )
            }
        }
    }
}
