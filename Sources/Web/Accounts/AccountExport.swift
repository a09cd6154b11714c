import Accounts
import Basics
import HTML
import Office
import Papers

extension Visit {
    /// By which the accounts that are seen are taken out as a file.
    func writeAccountExport(_ filter: AccountFilter, into html: inout Markup) {
        html(.form, .method("post"), .action(.path(["accounts", "export"], query: filter.query()))) { html in
            writeFormToken(into: &html)
            html(.button, .type("submit"), .class("btn btn-outline"), text: say("导出XLSX", "Export XLSX"))
        }
    }

    /// The accounts that the address asks for as a workbook, all pages of them, once that is on record.
    func exportAccounts() throws -> Reply {
        let lines = AccountFilter(query).apply(to: try workbench.accounts.accounts(at: now), in: register)
        let sheet = OutputSheet(
            name: say("账号", "Accounts"),
            columns: [
                OutputColumn(say("登录名", "Login"), width: 16), OutputColumn(say("姓名", "Name"), width: 16),
                OutputColumn(say("角色", "Roles"), width: 48, kind: .wrapped),
                OutputColumn(say("状态", "State"), width: 28), OutputColumn(say("动态口令", "Second factor"), width: 20),
                OutputColumn(say("最近使用", "Last seen"), width: 20),
            ],
            rows: lines.map { line in
                [
                    .text(line.account.login), .text(line.account.name), .text(say(line.account.grants)),
                    .text(say(line.state)), .text(factor(of: line)), .text(line.seen?.officeClock ?? ""),
                ]
            })
        let bytes = try workbookBytes([sheet])
        try recordExport(.accounts, lines: lines.count)
        return .file(
            bytes, named: say("账号一览", "accounts") + "-\(today).xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
}
