import Basics
import Diagnosis

extension DiagnosisReport {
    /// The report as Markdown with tables, as GitHub and most editors show it.
    package func markdown(in language: Language) -> String { ReportMarkdown(report: self, language: language).text }
}

/// The Markdown of a report under way.
private struct ReportMarkdown {
    let report: DiagnosisReport
    let language: Language

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    func say(_ wording: Wording) -> String { wording.said(in: language).asMarkdown }

    var text: String {
        var parts = [
            "# \(say(DiagnosisReport.title))\n",
            report.heading.facts.map { "- \(say($0.name))\(say("：", ": "))\($0.value.asMarkdown)\n" }.joined(),
            report.summary.map(say).joined(separator: say("", " ")) + "\n", counts, baseline,
        ]
        if !report.sections.isEmpty { parts.append("## \(say("问题明细", "Findings"))\n") }
        parts += report.sections.map(section)
        parts.append(unknowns)
        parts.append(
            say(
                "报告中不出现姓名：人员以所在表的行或标识表示。\n",
                "No names of people stand in this report: people are given by row or identifier.\n"))
        return parts.joined(separator: "\n")
    }

    private var counts: String {
        var text = "## \(say("问题汇总", "Summary of findings"))\n\n"
        if !report.sections.isEmpty {
            text += markdownTable(
                [say("检查", "Check"), say("程度", "Severity"), say("数量", "Count"), say("规则", "Rule")], numbers: [2],
                rows: report.sections.map { section in
                    [
                        "[\(say(section.check.title))](#\(section.check.code))", say(section.severity.name),
                        section.findings.count.grouped, say(section.check.rule),
                    ]
                } + [[say(.total), "", report.count.grouped, ""]])
        }
        text += "\n\(say(report.thresholdSentence))\n"
        if let clear = report.clearSentence { text += "\n\(say(clear))\n" }
        return text
    }

    private var baseline: String {
        "## \(say("摸清底数", "Baseline"))\n"
            + report.baseline.tables(supervisors: 15).filter { !$0.rows.isEmpty }.map { table in
                let rows = table.rows + (table.total.map { [$0] } ?? [])
                return "\n### \(say(table.title))\n\n"
                    + markdownTable(
                        table.columns.map(say), numbers: Set(1..<table.columns.count),
                        rows: rows.map { $0.map { $0.said(in: language).asMarkdown } })
                    + table.notes.map { "\n\(say($0))\n" }.joined()
            }.joined()
    }

    private func section(_ section: DiagnosisReport.Section) -> String {
        let shared = section.sharedMending
        let hasStates = section.findings.contains { $0.state != nil }
        var columns = [
            say("序号", "No."), say("程度", "Severity"), say("对象", "Subject"), say("依据", "Evidence"), say("来源", "Source"),
        ]
        if shared == nil { columns.append(say("整改", "Mending")) }
        if hasStates { columns.append(say("状态", "State")) }
        let rows = section.findings.map { reported in
            [
                reported.number.grouped, say(reported.finding.severity.name),
                reported.subjectNames(in: language).asMarkdown, say(reported.finding.evidence),
                reported.sources.asMarkdown,
            ] + (shared == nil ? [reported.finding.mending.map(say) ?? ""] : [])
                + (hasStates ? [reported.state.map(say) ?? ""] : [])
        }
        return
            "### <a id=\"\(section.check.code)\"></a>\(say(section.check.title)) "
            + "(\(section.findings.count.grouped))\n\n"
            + "- \(say("规则：", "Rule: "))\(say(section.check.rule))\n"
            + (shared.map { "- \(say("整改：", "Mending: "))\(say($0))\n" } ?? "")
            + "\n" + markdownTable(columns, numbers: [0], rows: rows)
    }

    private var unknowns: String {
        let title = "## \(say("无法判断的事项", "What can't be told"))\n"
        guard !report.unknowns.isEmpty else { return title + "\n" + say("没有。", "Nothing.") + "\n" }
        return title
            + report.unknowns.map { unknown in
                let names = unknown.subjects.prefix(200).map { say($0.name) }.joined(separator: say("、", ", "))
                let rest = unknown.subjects.count - 200
                return "\n### \(say(unknown.fact.name)) (\(unknown.subjects.count.grouped))\n\n"
                    + "\(say(unknown.fact.consequence))\n\n\(names)"
                    + (rest > 0 ? say(" ……其余\(rest)个见工作簿", " … \(rest) more stand in the workbook") : "") + "\n"
            }.joined()
    }
}
