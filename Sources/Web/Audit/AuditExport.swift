import Basics
import HTML
import Office
import Papers

extension Visit {
    /// Whether the chain is whole, looked at when it is asked for and put on record.
    func checkAudit() throws -> Reply {
        let (form, accounts) = try auditForm()
        let trail = workbench.accounts.trail
        let last = try trail.read(AuditSearch(), most: 1).lines.first
        let faults = try trail.check()
        try record(.auditRead, what: "check no.\(last?.position ?? 0) faults=\(faults.count)")
        return auditPage(form, accounts, status: 200) { html in
            html(.div, .classes("note", faults.isEmpty ? "ok" : "blocked"), .role("status")) { html in
                guard faults.isEmpty else {
                    html(
                        .h2,
                        text: say(
                            "审计链不完整：\(faults.count)处。请保全数据库和备份，立即报告。",
                            "The chain is broken in \(faults.count) places. Secure database and backups, and report it now."
                        ))
                    html(.ul) { html in
                        for fault in faults.prefix(100) { html(.li, text: say(fault.wording)) }
                    }
                    return
                }
                html(
                    .p,
                    text: last.map { say("审计链完整，共\($0.position)条。", "The chain is whole: \($0.position) records.") }
                        ?? say("还没有审计记录。", "There is no record yet."))
                if let last {
                    html(.p) { html in
                        html.text(
                            say(
                                "各条摘要另写入库外登记文件，已一并核对；末尾被删即可发现。也可另行抄存末条摘要：",
                                "Digests are written down outside the database, too, and were compared: records cut off at the end would show. You may keep the last one besides: "
                            ))
                        html(.code, .class("long"), text: last.digest.description)
                    }
                }
            }
        }
    }

    /// What a search finds as a file, once that is on record.
    func exportAudit() throws -> Reply {
        let (form, accounts) = try auditForm()
        guard form.faults.isEmpty else { return auditPage(form, accounts, status: 422) { _ in } }
        let format = self.form["format"] ?? ""
        guard ["csv", "xlsx"].contains(format) else {
            throw OfficeFailure(
                .input, "no-such-format", zh: "只能导出 XLSX 或 CSV。请返回上一页选择其一。",
                en: "The audit can be exported as XLSX or CSV. Go back and choose one.")
        }
        var search = form.search
        search.before = nil
        let sheet = try workbench.accounts.trail.sheet(search, in: language)
        let bytes = format == "csv" ? Array(csvText(sheet).utf8) : try workbookBytes([sheet], named: "audit.xlsx")
        try record(.auditExported, what: "\(format) \(sheet.rows.count): \(form.summary)")
        // A CSV has no room for a note, so its name says that it is not all there is.
        let name = say("审计记录", "audit") + (sheet.notes.isEmpty ? "" : say("（仅最近部分）", "-latest-part"))
        return .file(
            bytes, named: "\(name)-\(today).\(format)",
            type: format == "csv"
                ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
}
