import Basics
import Diagnosis
import HTML

extension DiagnosisReport {
    /// The report as one file of HTML that needs nothing beside it: no script, no picture, no style from elsewhere.
    package func page(in language: Language) -> [UInt8] {
        let heading = heading.district ?? heading.jurisdiction
        return Markup.document(
            language: language == .zh ? "zh-CN" : "en",
            title: "\(Self.title.said(in: language)) \(heading)", capacity: 1 << 17,
            head: { html in
                html.contentSecurityPolicy("default-src 'none'; style-src 'unsafe-inline'")
                html(.meta, .name("color-scheme"), .content("light"))
                html.styleSheet(reportStyle)
            },
            body: { ReportPage(report: self, language: language).write(into: &$0) })
    }
}

/// The page of a report under way.
struct ReportPage {
    let report: DiagnosisReport
    let language: Language

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    func say(_ wording: Wording) -> String { wording.said(in: language) }

    func write(into html: inout Markup) {
        html(.a, .class("skip"), .href(.fragment("main")), text: say("跳到正文", "Skip to the report"))
        report.heading.writeTop(into: &html, in: language)
        html(.div, .class("frame")) { html in
            writeContents(into: &html)
            html(.main, .id("main")) { html in
                html(.h1, text: say(DiagnosisReport.title))
                html(.p, .class("lead")) { html in
                    for sentence in report.summary { html.text(say(sentence) + say("", " ")) }
                }
                writeCounts(into: &html)
                writeBaseline(into: &html)
                if !report.sections.isEmpty {
                    html(.h2, .id("findings"), text: say("问题明细", "Findings"))
                    for section in report.sections { write(section, into: &html) }
                }
                writeUnknowns(into: &html)
            }
        }
        html(.footer) { html in
            html(
                .p,
                text: say(
                    "报告中不出现姓名：人员以所在表的行或标识表示。",
                    "No names of people stand in this report: people are given by row or identifier."))
        }
    }

    private func writeContents(into html: inout Markup) {
        html(.nav, .class("contents"), .aria(.label, say("目录", "Contents"))) { html in
            html(.ul) { html in
                for (id, title) in [
                    ("counts", say("问题汇总", "Summary")), ("baseline", say("摸清底数", "Baseline")),
                ] {
                    html(.li) { $0(.a, .href(.fragment(id)), text: title) }
                }
                if !report.sections.isEmpty {
                    html(.li) { $0(.a, .href(.fragment("findings")), text: say("问题明细", "Findings")) }
                }
                for section in report.sections {
                    html(.li, .class("check")) { html in
                        html(.a, .href(.fragment(section.check.code))) { html in
                            html(.span, text: say(section.check.title))
                            html(.span, .class("count"), text: section.findings.count.grouped)
                        }
                    }
                }
                html(.li) { $0(.a, .href(.fragment("unknown")), text: say("无法判断的事项", "What can't be told")) }
            }
        }
    }

    private func writeCounts(into html: inout Markup) {
        html(.h2, .id("counts"), text: say("问题汇总", "Summary of findings"))
        if !report.sections.isEmpty {
            html(.div, .class("scroll")) { html in
                html(.table, .class("counts")) { html in
                    html(.caption, text: say("各项检查发现的问题数，最严重的在前", "Findings by check, the most severe first"))
                    writeHead(
                        [say("检查", "Check"), say("程度", "Severity"), say("数量", "Count"), say("规则", "Rule")],
                        numbers: [2], into: &html)
                    html(.tbody) { html in
                        for section in report.sections {
                            html(.tr) { html in
                                html(.th, .scope("row")) {
                                    $0(.a, .href(.fragment(section.check.code)), text: say(section.check.title))
                                }
                                html(.td) { write(section.severity, into: &$0) }
                                html(.td, .class("number")) {
                                    $0(.a, .href(.fragment(section.check.code)), text: section.findings.count.grouped)
                                }
                                html(.td, .class("rule"), text: say(section.check.rule))
                            }
                        }
                    }
                    html(.tfoot) { html in
                        html(.tr) { html in
                            html(.th, .scope("row"), text: say(.total))
                            html(.td)
                            html(.td, .class("number"), text: report.count.grouped)
                            html(.td)
                        }
                    }
                }
            }
        }
        html(.p, .class("quiet"), text: say(report.thresholdSentence))
        if let clear = report.clearSentence { html(.p, .class("quiet"), text: say(clear)) }
    }

    private func writeUnknowns(into html: inout Markup) {
        html(.h2, .id("unknown"), text: say("无法判断的事项", "What can't be told"))
        guard !report.unknowns.isEmpty else {
            html(.p, text: say("没有。", "Nothing."))
            return
        }
        html(.p, text: say("下列资料缺失，系统不作推测。", "These facts are missing; nothing is guessed in their place."))
        for unknown in report.unknowns {
            html(.h3, text: "\(say(unknown.fact.name)) (\(unknown.subjects.count.grouped))")
            html(.p, text: say(unknown.fact.consequence))
            html(.ul, .class("subjects")) { html in
                for subject in unknown.subjects.prefix(Self.listed) {
                    html(.li) { html in
                        html.text(say(subject.name))
                        if let origin = subject.origin, subject.subject.person == nil {
                            html.text(" ")
                            html(.span, .class("source"), text: origin.description)
                        }
                    }
                }
            }
            if unknown.subjects.count > Self.listed {
                html(
                    .p, .class("quiet"),
                    text: say(
                        "其余\(unknown.subjects.count - Self.listed)个见工作簿。",
                        "\(unknown.subjects.count - Self.listed) more stand in the workbook."))
            }
        }
    }

    /// How many of those a fact is unknown of the page lists; thousands of rows would hide the rest.
    private static let listed = 200

    /// The header of a table; `numbers` are the columns that stand at the right.
    func writeHead(_ columns: [String], numbers: Set<Int>, into html: inout Markup) {
        html(.thead) { html in
            html(.tr) { html in
                for (index, column) in columns.enumerated() {
                    html(.th, .scope("col"), .class("number").when(numbers.contains(index)), text: column)
                }
            }
        }
    }

    /// A severity by sign and word, never by colour alone.
    func write(_ severity: Severity, into html: inout Markup) {
        let (name, sign) =
            switch severity {
            case .blocking: ("blocking", "■")
            case .warning: ("warning", "▲")
            case .notice: ("notice", "●")
            }
        html(.span, .class("severity \(name)")) { html in
            html(.span, .aria(.hidden, "true"), text: sign)
            html.text(say(severity.name))
        }
    }
}
