import Accounts
import Basics
import Office
import Papers

extension Visit {
    /// The accounts that the address asks for as a workbook, all pages of them, once that is on record.
    func exportAccounts() throws -> Reply {
        let lines = AccountFilter(query).apply(to: try workbench.accounts.accounts(at: now), in: register)
        return try exported(
            .accounts, say("账号一览", "Accounts"),
            [
                OutputColumn(say("登录名", "Login"), width: 16), OutputColumn(say("姓名", "Name"), width: 16),
                OutputColumn(say("角色", "Roles"), width: 48, kind: .wrapped),
                OutputColumn(say("状态", "State"), width: 28), OutputColumn(say("动态口令", "Second factor"), width: 20),
                OutputColumn(say("最近使用", "Last seen"), width: 20),
            ],
            lines.map { line in
                [
                    .text(line.account.login), .text(line.account.name), .text(say(line.account.grants)),
                    .text(say(line.state)), .text(factor(of: line)), .text(line.seen?.officeClock ?? ""),
                ]
            })
    }
}
