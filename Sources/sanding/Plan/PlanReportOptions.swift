import ArgumentParser
import Basics
import Foundation
import Office
import Papers
import Reform

/// What a report of plans goes by, and where it is written.
struct PlanReportOptions: ParsableArguments {
    @Option(help: "经费标准（YAML） · what heads cost a year, by kind")
    var rates: String?

    @Option(help: "退休年龄（YAML），默认按国家规定 · ages of retirement; the national rule by default")
    var retirement: String?

    @Option(help: "休假人员名单（XLSX、CSV，须有身份证号） · who is on leave, by identity number")
    var leave: String?

    @Option(help: "写成单个网页文件 · write a report as one HTML file")
    var html: String?

    @Option(help: "写成 XLSX 报告 · write a workbook")
    var xlsx: String?

    @Option(help: "写成 Markdown 报告 · write a report in Markdown")
    var markdown: String?

    @Option(help: "每张表最多列出多少行 · list at most so many rows of each table")
    var limit: Int = 40

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit: 0, 1, 2 …") }
    }

    /// Reads what the reports go by, before anything is tried.
    func sources() throws -> (rates: BudgetRates?, retirement: RetirementRules, leave: Workbook?) {
        let rates = try rates.map { try readRates(try readText($0)) }
        let ages = try readRetirement(try retirement.map { try readText($0) })
        do throws(UnreadableFile) {
            return (rates, ages, try leave.map { path throws(UnreadableFile) in try readWorkbook(at: path) })
        } catch { throw OfficeFailure(error) }
    }

    /// Who is on leave on a day, by the list where one is given; how many of it the register doesn't know is said.
    func peopleOnLeave(
        by list: Workbook?, at open: Desk, on day: Day, _ desk: DeskOptions
    ) throws -> PeopleOnLeave? {
        guard let list else { return nil }
        let found = try open.peopleOnLeave(list, on: day)
        if found.strangers > 0 {
            let said = desk.say(
                "休假名单中有\(found.strangers)人不在台账中，未计入。",
                "\(found.strangers) people on the list of leave are not in the register and don't count.")
            FileHandle.standardError.write(Data((said + "\n").utf8))
        }
        return found
    }

    /// Writes the reports that were asked for, and gives the paths.
    func write(_ paper: ReportPaper, _ desk: DeskOptions) throws -> [String] {
        try desk.write(paper, html: html, xlsx: xlsx, markdown: markdown)
    }
}

extension DeskOptions {
    /// What a report of a plan is of.
    func heading(of open: Desk, on day: Day?) -> ReportHeading {
        ReportHeading(
            jurisdiction: open.jurisdiction, day: day, position: open.history.position, digest: open.history.head)
    }
}
