import Accounts
import HTML
import Office
import Papers

extension Visit {
    /// What a list shows as a workbook with all its pages, once the export is on record.
    /// - Parameter sheet: the name on its tab, where the title may be none: longer than 31 characters, or with signs.
    func exported(
        _ list: TakenList, _ title: String, sheet: String? = nil, _ columns: [OutputColumn], _ rows: [[OutputCell]]
    ) throws -> Reply {
        let sheet = OutputSheet(
            name: sheet ?? title, title: title,
            preface: [[.text("\(workbench.district ?? workbench.jurisdiction)　\(said(asOf))")]],
            columns: columns, rows: rows)
        let bytes = try workbookBytes([sheet])
        try recordExport(list, lines: rows.count)
        return .file(
            bytes, named: "\(title)-\(asOf.effectiveDay).xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }

    /// Of which day the register is, and as known when where that isn't now.
    func said(_ asOf: AsOf) -> String {
        say(asOf.effectiveDay) + (asOf.known.map { say("，截至\(say($0))所知", ", as known on \(say($0))") } ?? "")
    }

    /// The way to a list as a workbook, for whoever may export.
    func writeExport(_ link: Link, for right: Right = .export, into html: inout Markup) {
        guard may(right) else { return }
        html(.form, .method("post"), .action(link)) { html in
            writeFormToken(into: &html)
            html(.button, .type("submit"), .givesFile, .class("btn btn-quiet"), text: say("导出 XLSX", "Export XLSX"))
        }
    }
}

extension Markup.Attribute {
    /// Of a button that hands out a file: its page stays, so that the form may be sent again.
    static let givesFile = Markup.Attribute.data("data-file", "yes")
}
