import Basics
import HTML
import Office
import Papers
import Registry

extension Visit {
    /// By whose word a table was recognised, and the way to take that back.
    func write(_ recalled: RecalledTable, of table: MappedTable, into html: inout Markup) {
        let (day, who) = (say(recalled.item.said.officeDay), recalled.item.officer)
        html(.div, .class("note noticed")) { html in
            html(.p) { html in
                html.text(
                    say(
                        "这种表头以前核对过，现按\(day)\(who)的指定认出；可在下面改。",
                        "A table with these headings was looked at before; it is taken as \(who) said on \(day). You can change it below."
                    ))
                html(
                    .button, .type("submit"), .name("forget"), .value("\(table.index)"), .class("btn btn-quiet"),
                    text: say("不按以前的指定，并忘记它", "Don't, and forget it"))
            }
        }
    }

    /// What is remembered of tables, each to be forgotten.
    func write(_ memory: TableMemory, into html: inout Markup) {
        guard !memory.items.isEmpty else { return }
        html(.details) { html in
            html(
                .summary,
                text: say(
                    "记住的表头（\(memory.items.count.grouped)种）", "Headings remembered (\(memory.items.count.grouped))"))
            html(
                .p, .class("quiet"),
                text: say(
                    "核对过的列，下次上传同样表头的表即照此认出。只记每种表头对应的字段，不记表中内容；表头以密文摘要保存。",
                    "Columns that were looked at are recognised by that in the next workbook with the same headings. Only what each heading means is kept, nothing of what stands below; the headings themselves as keyed digests."
                ))
            html(.table, .class("table dense")) { html in
                html.columns([
                    say("表", "Table"), say("列", "Columns"), say("指定人", "Said by"), say("日期", "On"), say("办理", "Do"),
                ])
                html(.tbody) { html in
                    for item in memory.items {
                        html(.tr) { html in
                            html(.th, .scope("row"), text: say(item.table.meaning.name))
                            html(.td, text: columns(of: item.table))
                            html(.td, text: item.officer)
                            html(.td, text: say(item.said.officeDay))
                            html(.td) { html in
                                html(.form, .method("post"), .action(.path(["imports", "tables"]))) { html in
                                    writeFormToken(into: &html)
                                    html(
                                        .button, .type("submit"), .name("forget"), .value(item.table.key.description),
                                        .class("btn btn-quiet"), text: say("忘记", "Forget"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What its columns mean, in words.
    private func columns(of table: RememberedTable) -> String {
        let fields = table.columns.compactMap(\.field).map { say($0.name) }
        let out = table.columns.count - fields.count
        let names = fields.joined(separator: say("、", ", "))
        if fields.isEmpty { return say("\(out)列，不读取", "\(out) columns, left out") }
        return out == 0 ? names : names + say("；另\(out)列不读取", "; \(out) more left out")
    }

    /// Remembers what was said of a workbook's tables; nothing where nothing is new.
    func remember(_ session: ImportSession) throws(OfficeFailure) {
        guard session.hasNews(besides: try workbench.desk.desk().tableMemory()) else { return }
        try acting(.workbookImported, what: .workbook(.remembered, session.auditName)) {
            desk, source throws(OfficeFailure) in
            try desk.remember(session, by: try officer(at: &desk, from: &source), at: now)
        }
    }

    /// Forgets what was said of a layout.
    func forget(_ table: RememberedTable.Key) throws(OfficeFailure) {
        try acting(.workbookImported, what: .workbook(.forgotten, table.short)) { desk, source throws(OfficeFailure) in
            try desk.forget(table: table, by: try officer(at: &desk, from: &source), at: now)
        }
    }

    /// Forgets one of the list; one that is gone already is gone.
    func forgetTable() throws -> Reply {
        guard let table = form["forget"].flatMap({ Digest(hex: $0) }) else { throw Denial.notFound }
        try forget(table)
        return .on(to: .path(["imports"]))
    }
}
