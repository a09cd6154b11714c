import Basics
import HTML
import Office
import Registry
import Search

extension Route {
    /// The documents that the register stands on.
    static let documentRoutes: [Route] = [
        .slowPage("/documents", .readWhole) { try $0.documentsPage() },
        .page("/documents/founding", .readWhole) { $0.foundingsPage() },
    ]
}

extension Visit {
    /// The documents that Acts cite, those decided last first.
    func documentsPage() throws -> Reply {
        let desk = workbench.desk.desk()
        var lines = DocumentLine.all(in: desk.history, through: asOf.position)
        let titles = try desk.titles(of: lines.map(\.document))
        let wanted = query["name"].map { String($0.prefix(100)) }
        if let part = wanted.map(TypedPart.init) {
            lines = lines.filter {
                part.isIn($0.document.citation.description) || titles[$0.document.title].map(part.isIn) ?? false
            }
        }
        let unread = query.unread([("name", Wording(zh: "文号或标题含", en: "Number or title has"), wanted != nil)])
        let head = PageHead(title: say("文件", "Documents"), place: "documents")
        return page(head, status: unread.isEmpty ? 200 : 422) { html in
            writeDocumentTabs("documents", into: &html)
            writeUnread(unread, into: &html)
            writeFilters(
                of: ["documents"], [part("name", say("文号或标题含", "Number or title has"), wanted)],
                isNarrowed: wanted != nil, into: &html)
            guard !lines.isEmpty else {
                html(
                    .p, .class("empty"),
                    text: wanted == nil
                        ? say("还没有登记任何决定。", "No Act is recorded yet.") : say("没有符合条件的文件。", "No document fits."))
                return
            }
            html(.table, .class("table dense")) { html in
                html.columns(
                    [
                        say("文号", "Number"), say("标题", "Title"), say("作出日期", "Decided"), say("生效", "In effect"),
                        say("性质", "Kind"), say("决定", "Acts"),
                    ], numbers: [say("变动", "Changes"), say("机构", "Bodies"), say("人员", "People")])
                html(.tbody) { html in
                    for line in lines.prefix(500) { write(line, titles[line.document.title], into: &html) }
                }
            }
            if lines.count > 500 {
                html(
                    .p, .class("quiet"),
                    text: say(
                        "只列出最近的500份，共\(lines.count.grouped)份。请用上面的筛选缩小范围。",
                        "The latest 500 of \(lines.count.grouped); narrow them down above."))
            }
        }
    }

    private func write(_ line: DocumentLine, _ title: String?, into html: inout Markup) {
        html(.tr) { html in
            html(.th, .scope("row")) { writeAct(line.acts[0], line.document.citation, into: &$0) }
            html(.td, text: title ?? say("（已删除）", "(erased)"))
            html(.td, text: say(line.document.decided))
            html(
                .td,
                text: line.days.map { days in
                    days.lowerBound == days.upperBound
                        ? say(days.lowerBound)
                        : say(
                            "\(say(days.lowerBound))至\(say(days.upperBound))",
                            "\(say(days.lowerBound)) to \(say(days.upperBound))")
                } ?? "—")
            html(.td, text: line.bases.map { say($0.name) }.joined(separator: say("、", ", ")))
            html(.td) { html in
                for (index, position) in line.acts.prefix(6).enumerated() {
                    if index > 0 { html.text(say("、", ", ")) }
                    html(
                        .a, .href(link("ledger", "acts", "\(position)")),
                        text: say("第\(position)号", "no. \(position)"))
                }
                if line.acts.count > 6 {
                    html.text(say("等\(line.acts.count)个", " and \(line.acts.count - 6) more"))
                }
            }
            html(.td, .class("number"), text: line.changes.grouped)
            html(.td, .class("number"), text: line.bodies.count.grouped)
            html(.td, .class("number"), text: line.people.grouped)
        }
    }

    private func writeDocumentTabs(_ current: String, into html: inout Markup) {
        html(.nav, .class("tabs"), .aria(.label, say("文件", "Documents"))) { html in
            html(
                .a, .href(link("documents")), .aria(.current, "page").when(current == "documents"),
                text: say("决定所依据的文件", "Documents of Acts"))
            html(
                .a, .href(link("documents", "founding")), .aria(.current, "page").when(current == "founding"),
                text: say("机构批准文件", "Founding documents"))
        }
    }

    /// The documents that bodies stand on, as their records name them.
    func foundingsPage() -> Reply {
        let (lines, without) = FoundingLine.all(in: register)
        return page(PageHead(title: say("机构批准文件", "Founding documents"), place: "documents")) { html in
            writeDocumentTabs("founding", into: &html)
            if !without.isEmpty {
                html(.details, .class("note noticed")) { html in
                    html(
                        .summary,
                        text: say(
                            "\(without.count.grouped)个机构没有记载批准文件", "\(without.count.grouped) bodies name no document"))
                    html(.p) { writeBodies(Array(without.prefix(400)), into: &$0) }
                }
            }
            guard !lines.isEmpty else {
                html(.p, .class("empty"), text: say("没有记载批准文件。", "No founding document is on record."))
                return
            }
            html(.table, .class("table dense")) { html in
                html(.thead) { html in
                    html(.tr) { html in
                        html(.th, .scope("col"), text: say("文件", "Document"))
                        html(.th, .scope("col"), .class("number"), text: say("机构数", "Bodies"))
                        html(.th, .scope("col"), text: say("机构", "Bodies"))
                    }
                }
                html(.tbody) { html in
                    for line in lines {
                        html(.tr) { html in
                            html(.th, .scope("row"), text: line.document)
                            html(.td, .class("number"), text: line.bodies.count.grouped)
                            html(.td) { writeBodies(Array(line.bodies.prefix(40)), into: &$0) }
                        }
                    }
                }
            }
        }
    }
}
