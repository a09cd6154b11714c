import Basics
import HTML
import Office
import Papers
import Registry

extension Visit {
    /// A step of an import in the frame: where it stands, what went wrong last, the step itself, and how to drop it.
    func importStepPage(
        _ session: ImportSession, _ step: ImportStep, failure: OfficeFailure? = nil, status: Int = 200,
        _ content: (inout Markup) -> Void
    ) -> Reply {
        let head = PageHead(
            title: session.fileName, place: "imports", crumbs: [(say("导入", "Import"), .path(["imports"]))],
            isDated: false)
        return page(head, status: status) { html in
            writeSteps(session, step, into: &html)
            if let failure {
                html(
                    .div, .classes("note", failure.code == "import-stopped" ? "noticed" : "blocked"), .role("alert"),
                    .id("faults"), .tabindex(-1)
                ) { $0(.p, text: say(failure.wording)) }
            }
            if let returned = session.returned, session.outcome == nil {
                html(.div, .class("note warned")) {
                    $0(.p, text: say("决定人退回：", "Given back by whoever decides: ") + returned)
                }
            }
            content(&html)
            if session.outcome == nil {
                html(.form, .method("post"), .action(action(session, "drop")), .class("buttons no-print")) { html in
                    writeFormToken(into: &html)
                    html(.button, .type("submit"), .class("btn btn-quiet"), text: say("放弃这次导入", "Drop this import"))
                }
            }
        }
    }

    private func writeSteps(_ session: ImportSession, _ current: ImportStep, into html: inout Markup) {
        html(.ol, .class("steps"), .aria(.label, say("导入步骤", "Steps of the import"))) { html in
            for step in ImportStep.allCases {
                html(
                    .li, .class("done").when(step < session.step), .aria(.current, "step").when(step == current)
                ) { html in
                    let isOpen = step <= session.step && session.outcome == nil && step != current
                    if isOpen {
                        html(.a, .href(importLink(session.id, step: step)), text: say(step.name))
                    } else {
                        html.text(say(step.name))
                    }
                }
            }
        }
    }

    /// Where a form of an import is sent.
    func action(_ session: ImportSession, _ word: String) -> Link { .path(["imports", session.id.description, word]) }

    /// What every form of an import carries.
    func writeImportFields(_ session: ImportSession, into html: inout Markup) {
        writeFormToken(into: &html)
        html(.input, .type("hidden"), .name("version"), .value("\(session.version)"))
    }

    /// The rows that are left out, by what they are about.
    func writeLeftOut(_ rows: [RejectedRow], into html: inout Markup) {
        let groups = Dictionary(grouping: rows, by: \.meaning)
        html(.ul) { html in
            for meaning in Meaning.allCases {
                guard let rows = groups[meaning] else { continue }
                html(.li) { html in
                    html.text(
                        say("\(meaning.name.zh)\(rows.count.grouped)行：", "\(meaning.name.en), \(rows.count.grouped): "))
                    html.text(
                        rows.prefix(12).map(\.origin.description).joined(separator: say("、", ", "))
                            + (rows.count > 12 ? say("等", ", …") : ""))
                }
            }
        }
    }
}
