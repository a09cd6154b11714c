import ArgumentParser
import Basics
import Office
import Reform

/// `sanding plan simulate FILE`: what would come of a plan, on the terminal and as a report.
struct PlanSimulateCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "推演一个方案 · what would come of a plan")

    @OptionGroup var desk: DeskOptions
    @OptionGroup var report: PlanReportOptions

    @Argument(help: "方案文件（YAML） · the plan")
    var plan: String

    @Flag(help: "以 JSON 输出 · as JSON")
    var json = false

    func answer() throws {
        let sources = try report.sources()
        let open = try desk.desk()
        let plan = try desk.plan(at: plan).plan
        let outcome = open.tryPlan(plan, diagnosis: try open.findings(before: plan), at: now())
        let assessment = try open.assess(
            outcome, rates: sources.rates, retirement: sources.retirement,
            leave: try report.peopleOnLeave(by: sources.leave, at: open, on: plan.day, desk))
        let paper = PlanPaper(assessment, heading: desk.heading(of: open, on: plan.day)).paper
        let written = try report.write(paper, desk)
        if json {
            print(try assessment.json(desk).text())
        } else {
            print(desk.lines(of: paper, limit: report.limit).joined(separator: "\n"))
            for path in written { print(desk.say("报告已写入 \(path)", "The report is in \(path)")) }
        }
        if !outcome.applies { throw ExitCode(2) }
    }
}
