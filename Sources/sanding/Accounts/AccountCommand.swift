import ArgumentParser
import Basics
import Office

/// `sanding account`: the accounts of the workbench, for whoever keeps the machine.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "账号 · accounts of the workbench",
        subcommands: [AccountListCommand.self, AccountLinkCommand.self])
}

/// `sanding account list`: who has an account, as what, and how it stands.
struct AccountListCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出账号 · who has an account, as what, and how it stands")

    @OptionGroup var desk: DeskOptions

    func answer() throws {
        let lines = try desk.accountBook().accounts(at: now())
        var table = Table([
            desk.say("登录名", "login"), desk.say("姓名", "name"), desk.say("角色", "roles"), desk.say("状态", "state"),
            desk.say("动态口令", "second factor"),
        ])
        for line in lines {
            let roles = line.account.grants.map { desk.say($0.role.name) }
            table.add([
                line.account.login, line.account.name,
                roles.isEmpty ? "—" : roles.joined(separator: desk.say("、", ", ")), desk.say(line.state.name),
                line.hasSecondFactor ? desk.say("有", "yes") : "—",
            ])
        }
        table.lines.forEach { print($0) }
        print(desk.say("共\(lines.count)个账号。", "\(lines.count) accounts."))
    }
}

/// `sanding account link LOGIN`: a new one-time link for somebody who can't get in any more, on record.
struct AccountLinkCommand: Answering {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "重发一次性链接，原口令和动态口令作废 · a new one-time link in place of passphrase and second factor")

    @Argument(help: "登录名 · whose")
    var login: String

    @Option(help: "工作台网址 · where the workbench is")
    var site = "http://127.0.0.1:8080"

    @OptionGroup var desk: DeskOptions

    func answer() throws {
        let book = try desk.accountBook()
        guard let account = try book.account(login: login) else {
            throw OfficeFailure(
                .input, "no-such-account", zh: "没有登录名为“\(login)”的账号，请用 sanding account list 查看。",
                en: "No account has the login “\(login)”; see them with sanding account list.")
        }
        var source = SystemRandomNumberGenerator()
        let link = try book.renewLink(of: account.id, by: .atTerminal(), at: now(), from: &source)
        print(site + link.path)
        print(
            desk.say(
                "请交给\(account.name)本人，\(link.lapses.officeClock) 前有效，只能用一次。",
                "Hand it to \(account.name) alone. It holds until \(link.lapses.officeClock), and serves once."))
    }
}

extension DeskOptions {
    /// The accounts of the district.
    fileprivate func accountBook() throws -> AccountBook {
        let journal = try journal()
        return try AccountBook(journal, jurisdiction: try desk(journal).jurisdiction)
    }
}
