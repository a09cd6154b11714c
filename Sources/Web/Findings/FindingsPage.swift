import Basics
import Diagnosis
import HTML
import Office
import Registry

extension Visit {
    /// A finding as a clerk's note: what, where, how much, by which clause.
    func write(_ finding: Finding, into html: inout Markup) {
        let check = Check.all.first { $0.code == finding.check }
        html(.article, .classes("finding", finding.severity.mark)) { html in
            html(.p, .class("finding-head")) { html in
                html(.span, .classes("severity", finding.severity.mark), text: say(finding.severity.name))
                html(.strong, text: check.map { say($0.title) } ?? finding.check)
                for subject in finding.subjects {
                    if case .institution(let id) = subject, let body = register.institutions[id] {
                        html.text("　")
                        html(.a, .href(link("bodies", id.description)), text: body.profile.name)
                    }
                    if case .person(let id) = subject, let person = register.people[id] {
                        html.text("　")
                        html(.a, .href(link("people", id.description)), text: shortName(of: person))
                    }
                }
            }
            html(.p, text: say(finding.evidence))
            if let mending = finding.mending {
                html(.p, .class("mending"), text: say("建议：", "Suggested: ") + say(mending))
            }
            html(.p, .class("quiet")) { html in
                if let check {
                    html.text(
                        check.clause.map { say("依据：\(say($0))", "By: \(say($0))") }
                            ?? say("依据：本办口径", "By the office's own yardstick"))
                }
                if !finding.origins.isEmpty {
                    html.text(
                        "　" + say("来源：", "Source: ")
                            + finding.origins.prefix(3).map(\.description).joined(separator: say("、", ", ")))
                }
            }
        }
    }

    /// All findings, by check.
    func findingsPage() throws -> Reply {
        let found = try workbench.derived.findings(of: workbench.desk.desk(), today: today)
        let wanted = query["check"]
        let counts = Dictionary(grouping: found, by: \.check)
        let head = PageHead(title: say("问题", "Findings"), place: "findings")
        return page(head) { html in
            if found.isEmpty {
                html(.p, .class("empty"), text: say("没有发现问题。", "Nothing was found."))
                return
            }
            html(.table, .class("table dense")) { html in
                html.columns([say("检查", "Check"), say("程度", "Severity")], numbers: [say("数量", "Count")])
                html(.tbody) { html in
                    for check in Check.all {
                        guard let some = counts[check.code], let worst = some.map(\.severity).max() else { continue }
                        html(.tr) { html in
                            html(.th, .scope("row")) {
                                $0(
                                    .a, .href(link("findings", query: [("check", check.code)], fragment: "found")),
                                    .aria(.current, "true").when(wanted == check.code), text: say(check.title))
                            }
                            html(.td) { $0(.span, .classes("severity", worst.mark), text: say(worst.name)) }
                            html(.td, .class("number"), text: some.count.grouped)
                        }
                    }
                }
            }
            guard let wanted, let some = counts[wanted] else { return }
            html(.h2, .id("found"), text: Check.all.first { $0.code == wanted }.map { say($0.title) } ?? wanted)
            for finding in some.prefix(200) { write(finding, into: &html) }
            if some.count > 200 {
                html(
                    .p, .class("quiet"),
                    text: say(
                        "另有 \(some.count - 200) 项，请在机构页查看。", "\(some.count - 200) more; see the pages of the bodies."))
            }
        }
    }
}

extension Severity {
    /// The class that its colour hangs on; its name always stands beside it.
    var mark: String {
        switch self {
        case .notice: "noticed"
        case .warning: "warned"
        case .blocking: "blocked"
        }
    }
}
