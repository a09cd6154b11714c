import ArgumentParser
import Basics
import Diagnosis
import Office
import Reform

/// `sanding plan compare A B …`: the same measures side by side, weighed as the office wants, and what differs.
struct PlanCompareCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "方案比选 · two to six plans on the same measures")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var report: PlanReportOptions

    @Argument(help: "两到六个方案文件 · two to six plans")
    var plans: [String]

    @Option(help: "比选权重（YAML） · how much each measure counts")
    var weights: String?

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        guard (2...6).contains(plans.count) else {
            throw OfficeFailure(
                .input, "two-to-six", zh: "请给出两到六个方案文件。", en: "Name two to six plans.")
        }
        let weights = try weights.map { try readWeights(try readText($0)) }
        let sources = try report.sources()
        let open = try desk.desk()
        let written = try plans.map { try desk.plan(at: $0) }
        // All plans are measured against the findings of the same register wherever they share its day.
        var known: [Day: Findings] = [:]
        var away: [Day: PeopleOnLeave?] = [:]
        let assessments = try written.map { one in
            let diagnosis = try known[one.plan.day] ?? open.findings(before: one.plan)
            known[one.plan.day] = diagnosis
            let leave =
                try away[one.plan.day]
                ?? report.peopleOnLeave(
                    by: sources.leave, at: open, on: one.plan.day, desk)
            away[one.plan.day] = leave
            let outcome = open.tryPlan(one.plan, diagnosis: diagnosis, at: now())
            return try open.assess(
                outcome, rates: sources.rates, retirement: sources.retirement, leave: leave)
        }
        let steps = compareSteps(of: written, in: assessments[0].outcome.before)
        let weighing = weights.map { weigh(assessments.map(\.measures), by: $0) }
        let paper = ComparisonPaper(
            assessments, steps: steps, weighing: weighing,
            heading: desk.heading(of: open, on: known.count == 1 ? known.keys.first : nil)
        ).paper
        let paths = try report.write(paper, desk)
        if json {
            print(try comparison(assessments, steps, weighing).text())
        } else {
            print(desk.lines(of: paper, limit: report.limit).joined(separator: "\n"))
            for path in paths { print(desk.say("报告已写入 \(path)", "The report is in \(path)")) }
        }
    }

    private func comparison(_ assessments: [Assessment], _ steps: StepComparison, _ weighing: Weighing?) -> JSON {
        [
            "plans": .array(assessments.map { $0.json(desk) }),
            "ranking": weighing.map { weighing in
                .array(zip(assessments, weighing.plans).map { json($0.0.outcome.plan.name, $0.1, weighing) })
            } ?? .null,
            "leftOut": .array((weighing?.leftOut ?? []).map { .string($0.measure.rawValue) }),
            "alike": .integer(steps.alike),
            "differences": .array(
                steps.differences.map { difference in
                    [
                        "verb": .string(desk.say(difference.verb)), "subject": .string(difference.subject),
                        "plans": .array(difference.said.map { .array($0.map { .string($0) }) }),
                    ]
                }),
        ]
    }

    private func json(_ name: String, _ score: Weighing.Score, _ weighing: Weighing) -> JSON {
        [
            "plan": .string(name), "rank": .integer(score.rank), "hundredths": .integer(score.total),
            "contributions": .array(
                weighing.weights.enumerated().map { index, weight in
                    [
                        "measure": .string(weight.measure.rawValue), "weight": .integer(weight.weight),
                        "better": .string(weight.moreIsBetter ? "more" : "less"),
                        "points": .integer(score.points[index]), "hundredths": .integer(score.contributions[index]),
                    ]
                }),
        ]
    }
}
