import Basics
import Diagnosis
import Papers

extension DiagnosisReport {
    /// The report as a workbook: a summary whose rows lead to a sheet for each check, the baseline, what can't be told.
    package func sheets(in language: Language) -> [OutputSheet] { ReportSheets(self, language).all }
}

/// The sheets of a report under way.
private struct ReportSheets {
    let report: DiagnosisReport
    let language: Language
    /// Names of the tabs: summary, baseline, what can't be told, then the checks.
    let names: [String]

    init(_ report: DiagnosisReport, _ language: Language) {
        self.report = report
        self.language = language
        names = legalSheetNames(
            [
                Wording(zh: "汇总", en: "Summary"), Wording(zh: "摸清底数", en: "Baseline"),
                Wording(zh: "无法判断", en: "Can't be told"),
            ].map { $0.said(in: language) } + report.sections.map { $0.check.title.said(in: language) })
    }

    var all: [OutputSheet] {
        [summary, baseline] + report.sections.indices.map(section) + [unknowns]
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    private func say(_ wording: Wording) -> String { wording.said(in: language) }
    private func name(of section: Int) -> String { names[3 + section] }

    private var back: OutputCell { .link(say("← 返回汇总", "← Back to the summary"), sheet: names[0]) }

    private var summary: OutputSheet {
        let found = report.sections.enumerated().map { index, section -> [OutputCell] in
            let sheet = name(of: index)
            return [
                .link(say(section.check.title), sheet: sheet), .text(say(section.severity.name)),
                .integer(section.findings.count), .text(say(section.check.rule)), .text(section.check.code),
            ]
        }
        let clear = report.clear.map { check -> [OutputCell] in
            [.text(say(check.title)), .text("—"), .integer(0), .text(say(check.rule)), .text(check.code)]
        }
        let facts = report.heading.facts.map { "\(say($0.name))\(say("：", ": "))\($0.value)" }
        return OutputSheet(
            name: names[0], title: say(DiagnosisReport.title),
            preface: [[.text(facts.joined(separator: say("；", "; ")))]]
                + report.summary.map { [.text(say($0))] } + [
                    [.link(say("摸清底数", "Baseline"), sheet: names[1])],
                    [.link(say("无法判断的事项", "What can't be told"), sheet: names[2])],
                ],
            columns: [
                OutputColumn(say("检查", "Check"), width: 32), OutputColumn(say("程度", "Severity"), width: 10),
                OutputColumn(say("数量", "Count"), width: 8, kind: .integer),
                OutputColumn(say("规则", "Rule"), width: 72, kind: .wrapped),
                OutputColumn(say("代码", "Code"), width: 28),
            ],
            rows: found + clear,
            notes: [
                say("合计\(report.count)个问题。", "\(report.count) findings in all."), say(report.thresholdSentence),
                say("不出现姓名：人员以所在表的行或标识表示。", "No names of people: they are given by row or identifier."),
            ])
    }

    private func section(_ index: Int) -> OutputSheet {
        let section = report.sections[index]
        let quantities = section.quantities
        let hasStates = section.findings.contains { $0.state != nil }
        let columns =
            [
                OutputColumn(say("序号", "No."), width: 12, kind: .integer),
                OutputColumn(say("程度", "Severity"), width: 10),
                OutputColumn(say("对象", "Subject"), width: 36, kind: .wrapped),
                OutputColumn(say("依据", "Evidence"), width: 60, kind: .wrapped),
            ] + quantities.map { OutputColumn(say($0.name), width: 12, kind: .integer) } + [
                OutputColumn(say("来源", "Source"), width: 22, kind: .wrapped),
                OutputColumn(say("整改", "Mending"), width: 44, kind: .wrapped),
            ] + (hasStates ? [OutputColumn(say("状态", "State"), width: 14)] : [])
            + [OutputColumn(say("键", "Key"), width: 30)]
        let rows = section.findings.map { reported -> [OutputCell] in
            let finding = reported.finding
            let start: [OutputCell] = [
                .integer(reported.number), .text(say(finding.severity.name)),
                .text(reported.subjectNames(in: language)), .text(say(finding.evidence)),
            ]
            let measures = quantities.map { quantity -> OutputCell in
                finding.value(of: quantity).map { .integer($0) } ?? .empty
            }
            let end: [OutputCell] = [.text(reported.sources), finding.mending.map { .text(say($0)) } ?? .empty]
            let state: [OutputCell] = hasStates ? [reported.state.map { .text(say($0)) } ?? .empty] : []
            return start + measures + end + state + [.text(finding.key.description)]
        }
        return OutputSheet(
            name: name(of: index), title: say(section.check.title),
            preface: [[back], [.text(say("规则：", "Rule: ") + say(section.check.rule))]], columns: columns, rows: rows)
    }

    private var baseline: OutputSheet {
        let tables = report.baseline.tables(supervisors: .max).filter { !$0.rows.isEmpty }
        let rows = tables.flatMap { table -> [[OutputCell]] in
            let body = table.rows + (table.total.map { [$0] } ?? [])
            return [[.text("■ " + say(table.title))], table.columns.map { .heading(say($0)) }]
                + body.map { $0.map(cell) } + table.notes.map { [.text(say($0))] } + [[]]
        }
        let width = tables.map(\.columns.count).max() ?? 1
        return OutputSheet(
            name: names[1], title: say("摸清底数", "Baseline"), preface: [[back]], headerRows: [],
            columns: [OutputColumn("", width: 36)]
                + (1..<max(2, width)).map { _ in OutputColumn("", width: 14, kind: .integer) },
            rows: rows, filtered: false)
    }

    private func cell(_ cell: ReportTable.Cell) -> OutputCell {
        switch cell {
        case .text(let wording): .text(say(wording))
        // How many are unknown has a column of its own, so that the numbers can be added up.
        case .number(let number), .atLeast(let number): .integer(number)
        case .none: .empty
        }
    }

    private var unknowns: OutputSheet {
        OutputSheet(
            name: names[2], title: say("无法判断的事项", "What can't be told"), preface: [[back]],
            columns: [
                OutputColumn(say("事项", "Fact"), width: 32),
                OutputColumn(say("对象", "Subject"), width: 40, kind: .wrapped),
                OutputColumn(say("来源", "Source"), width: 18),
                OutputColumn(say("影响", "Consequence"), width: 60, kind: .wrapped),
            ],
            rows: report.unknowns.flatMap { unknown in
                unknown.subjects.map { subject in
                    [
                        .text(say(unknown.fact.name)), .text(say(subject.name)),
                        subject.origin.map { .text($0.description) } ?? .empty,
                        .text(say(unknown.fact.consequence)),
                    ]
                }
            },
            notes: report.unknowns.isEmpty ? [say("没有无法判断的事项。", "There is nothing that can't be told.")] : [])
    }
}
