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

    /// All findings of the register that is looked at, by check and by severity.
    func findingsPage() throws -> Reply {
        let found = try workbench.derived.findings(of: asOf, on: workbench.desk)
        let severity: Severity? = query.coded("severity")
        let check = Check.all.first { $0.code == query["check"] }
        let unread = query.unread([
            ("severity", Wording(zh: "程度", en: "Severity"), severity != nil),
            ("check", Wording(zh: "检查", en: "Check"), check != nil),
        ])
        let counted = found.filter { severity == nil || $0.severity == severity }
        let counts = Dictionary(grouping: counted, by: \.check)
        let head = PageHead(title: say("问题", "Findings"), place: "findings")
        func address(_ check: Check?, page: Int = 1) -> Link {
            var pairs: [(name: String, value: String)] = []
            if let severity { pairs.append(("severity", "\(severity.rawValue)")) }
            if let check { pairs.append(("check", check.code)) }
            if page > 1 { pairs.append(("page", "\(page)")) }
            return link("findings", query: pairs, fragment: check == nil ? nil : "found")
        }
        return self.page(head, status: unread.isEmpty ? 200 : 422) { html in
            writeUnread(unread, into: &html)
            if hasNothingThen { return writeNothingThen(into: &html) }
            guard !found.isEmpty else {
                return html(.p, .class("empty"), text: say("没有发现问题。", "Nothing was found."))
            }
            writeSeverities(found, severity, into: &html)
            html(.table, .class("table dense")) { html in
                html.columns([say("检查", "Check"), say("程度", "Severity")], numbers: [say("数量", "Count")])
                html(.tbody) { html in
                    for one in Check.all {
                        guard let some = counts[one.code], let worst = some.map(\.severity).max() else { continue }
                        html(.tr) { html in
                            html(.th, .scope("row")) {
                                $0(
                                    .a, .href(address(one)), .aria(.current, "true").when(check?.code == one.code),
                                    text: say(one.title))
                            }
                            html(.td) { $0(.span, .classes("severity", worst.mark), text: say(worst.name)) }
                            html(.td, .class("number")) { $0(.a, .href(address(one)), text: some.count.grouped) }
                        }
                    }
                }
            }
            // Asked for by severity alone, they stand here whatever check found them.
            guard check != nil || severity != nil else { return }
            let shown = check.map { counts[$0.code] ?? [] } ?? counted
            let page = ListPage(query.page, of: shown.count, size: 100)
            html(.h2, .id("found"), text: check.map { say($0.title) } ?? severity.map { say($0.name) } ?? "")
            for finding in shown[page.range] { write(finding, into: &html) }
            writePager(page, into: &html) { address(check, page: $0) }
        }
    }

    /// How many there are of each severity, each the way to those alone.
    private func writeSeverities(_ found: [Finding], _ chosen: Severity?, into html: inout Markup) {
        html(.nav, .class("tabs"), .aria(.label, say("程度", "Severity"))) { html in
            html(
                .a, .href(link("findings")), .aria(.current, "page").when(chosen == nil),
                text: say("全部", "All") + " \(found.count.grouped)")
            for severity in Severity.allCases.reversed() {
                html(
                    .a, .href(link("findings", query: [("severity", "\(severity.rawValue)")])),
                    .aria(.current, "page").when(chosen == severity),
                    text: "\(say(severity.name)) \(found.count { $0.severity == severity }.grouped)")
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
