import Accounts
import Storage

/// Whoever asks something of the system, signed in or not, and from where (操作人).
package struct Visitor: Hashable, Sendable {
    /// Their account; nil for whoever is not signed in.
    package let account: UserAccount.ID?
    /// Who: name and login, or the login that was typed.
    package let who: String
    /// From where: the address of their machine.
    package let address: String

    private init(account: UserAccount.ID?, who: String, address: String) {
        self.account = account
        self.who = who.onOneLine
        self.address = address.onOneLine
    }

    /// Somebody signed in.
    package init(_ account: UserAccount, from address: String) {
        self.init(account: account.id, who: "\(account.name) \(account.login)", address: address)
    }

    /// Somebody who is not signed in, with the login they typed, if any.
    package init(typing login: String = "", from address: String) {
        self.init(account: nil, who: login, address: address)
    }

    /// Whoever has the machine and the key: they run the program itself.
    package static let terminal = Visitor(account: nil, who: "（终端）", address: "（终端）")
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
