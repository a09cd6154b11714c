import Accounts
import Basics
import Storage

/// Whoever asks something of the system, signed in or not, and from where (操作人).
package struct Visitor: Hashable, Sendable {
    /// Their account; nil for whoever is not signed in.
    package let account: UserAccount.ID?
    /// Who: name and login, or the login that was typed.
    package let who: String
    /// From where: the address of their machine; at the terminal, that and its name.
    package let address: String
    /// Whether they run the program itself: whoever has the machine and the key.
    let isAtTerminal: Bool

    private init(account: UserAccount.ID?, who: String, address: String, isAtTerminal: Bool = false) {
        self.account = account
        self.who = who.onOneLine
        self.address = address.onOneLine
        self.isAtTerminal = isAtTerminal
    }

    /// Somebody signed in.
    package init(_ account: UserAccount, from address: String) {
        self.init(account: account.id, who: "\(account.name) \(account.login)", address: address)
    }

    /// Somebody who is not signed in, with the login they typed, if any.
    package init(typing login: String = "", from address: String) {
        self.init(account: nil, who: login, address: address)
    }

    /// Whoever runs a command of the program: as the system knows them, at which machine, and the officer they name.
    package init(user: String, host: String, naming officer: String? = nil) {
        let name = officer.map { $0.isEmpty ? "" : $0 + " " } ?? ""
        self.init(account: nil, who: name + user, address: Visitor.terminal + " " + host, isAtTerminal: true)
    }

    /// What an address begins with that is none, since somebody sat at the machine itself.
    private static let terminal = "terminal"
    /// What stood for who and where from at the terminal, before they were told apart.
    private static let unnamed = "（终端）"

    /// Where a record is from, in words.
    static func place(_ address: String) -> Wording {
        if address.isEmpty { return Wording(zh: "—", en: "—") }
        if address == unnamed { return Wording(zh: "终端", en: terminal) }
        guard address.hasPrefix(terminal + " ") else { return Wording(zh: address, en: address) }
        return Wording(zh: "终端" + address.dropFirst(terminal.count), en: address)
    }

    /// Who a record names, in words.
    static func person(_ who: String) -> Wording {
        if who.isEmpty { return Wording(zh: "未登录者", en: "not signed in") }
        return who == unnamed ? Wording(zh: "终端", en: terminal) : Wording(zh: who, en: who)
    }
}

extension String {
    /// The beginning of a text without line breaks, so that it can stand on a line of a record.
    var onOneLine: String { String(prefix(120).map { $0.isNewline ? " " : $0 }) }
}

extension UserAccount.ID {
    /// The account as the store knows it.
    var row: AccountRow.ID { AccountRow.ID(high: high, low: low) }
}

extension AccountRow.ID {
    /// The account as the office knows it.
    var account: UserAccount.ID { UserAccount.ID(high: high, low: low) }
}
