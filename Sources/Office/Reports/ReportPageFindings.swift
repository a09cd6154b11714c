import Basics
import Diagnosis
import HTML

extension ReportPage {
    /// What one check found.
    func write(_ section: DiagnosisReport.Section, into html: inout Markup) {
        let code = section.check.code
        let shared = section.sharedMending
        let hasStates = section.findings.contains { $0.state != nil }
        html(.section, .class("check"), .aria(.labelledby, code)) { html in
            html(.h3, .id(code)) { html in
                html.text(say(section.check.title))
                html.text(" ")
                html(.span, .class("count"), text: section.findings.count.grouped)
                html.text(" ")
                write(section.severity, into: &html)
            }
            html(.dl, .class("basis")) { html in
                html(.dt, text: say("规则", "Rule"))
                html(.dd, text: say(section.check.rule))
                if let shared {
                    html(.dt, text: say("整改", "Mending"))
                    html(.dd, text: say(shared))
                }
            }
            html(.table, .class("findings")) { html in
                var columns = [say("序号", "No."), say("对象", "Subject"), say("依据", "Evidence"), say("来源", "Source")]
                if shared == nil { columns.append(say("整改", "Mending")) }
                if hasStates { columns.append(say("状态", "State")) }
                writeHead(columns, numbers: [0], into: &html)
                html(.tbody) { html in
                    for finding in section.findings {
                        write(finding, of: section, showsMending: shared == nil, showsState: hasStates, into: &html)
                    }
                }
            }
            html(.p, .class("back")) {
                $0(.a, .href(.fragment("counts")), text: say("↑ 返回汇总", "↑ Back to the summary"))
            }
        }
    }

    private func write(
        _ reported: ReportedFinding, of section: DiagnosisReport.Section, showsMending: Bool, showsState: Bool,
        into html: inout Markup
    ) {
        html(.tr, .id("\(section.check.code)-\(reported.number)")) { html in
            html(.td, .class("number"), text: reported.number.grouped)
            html(.th, .scope("row")) { html in
                html.text(reported.subjectNames(in: language))
                if reported.finding.severity != section.severity {
                    html.text(" ")
                    write(reported.finding.severity, into: &html)
                }
            }
            html(.td, .data("data-label", say("依据", "Evidence")), text: say(reported.finding.evidence))
            html(.td, .class("source"), .data("data-label", say("来源", "Source"))) { html in
                for (index, origin) in reported.finding.origins.enumerated() {
                    if index > 0 { html.text(" ") }
                    html(.span, text: origin.description)
                }
                if reported.finding.origins.isEmpty { html.text("—") }
            }
            if showsMending {
                html(
                    .td, .data("data-label", say("整改", "Mending")),
                    text: reported.finding.mending.map(say) ?? "—")
            }
            if showsState {
                html(.td, .data("data-label", say("状态", "State")), text: reported.state.map(say) ?? "—")
            }
        }
    }
}
