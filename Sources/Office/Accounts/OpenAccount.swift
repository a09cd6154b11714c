import Accounts
import Basics

/// A one-time link for somebody (一次性链接): whoever has the token sets the passphrase of the account.
package struct AccountLink: Hashable, Sendable {
    /// Whose.
    package let account: UserAccount
    /// The token, which is shown once and kept nowhere.
    package let token: String
    /// When it lapses.
    package let lapses: Instant

    /// Where it is taken up in the workbench.
    package var path: String { "/link/\(token)" }
}

extension AccountBook {
    /// Where there is no account yet: the three administrators, each with a link to be handed to one person (首次启动). Empty
    /// where there is any.
    package func firstLinks(
        by visitor: Visitor, at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> [AccountLink] {
        try takeInAccounts()
        guard all.isEmpty else { return [] }
        var links: [AccountLink] = []
        for (role, login) in [
            (Role.systemAdministrator, "sysadmin"), (.securityAdministrator, "secadmin"),
            (.auditAdministrator, "auditor"),
        ] {
            links.append(
                try open(
                    login: login, name: role.name.zh, grants: [Grant(role)], by: visitor, at: instant, from: &source))
        }
        return links
    }

    /// Opens an account and gives the link for its owner (开立账号). It may do nothing until roles are given.
    package func openAccount(
        login: String, name: String, by visitor: Visitor, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> AccountLink {
        let deed = AccountDeed(
            action: .accountOpened, visitor: visitor, what: .words("\(name) \(login)".onOneLine), instant: instant)
        return try acting(deed, needing: .manageAccounts, from: &source) { source throws(OfficeFailure) in
            try open(login: login, name: name, grants: [], by: visitor, at: instant, from: &source)
        }
    }

    private func open(
        login: String, name: String, grants: [Grant], by visitor: Visitor, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> AccountLink {
        try ruling { () throws(AccountRefusal) in
            try checkLogin(login)
            try checkName(name)
            try checkGrants(grants)
        }
        let name = name.normalised
        for _ in 0..<3 {
            try takeInAccounts()
            let others = all.map(\.account)
            if others.contains(where: { $0.login == login }) { throw OfficeFailure(AccountRefusal.loginTaken) }
            if others.contains(where: { $0.name == name }) { throw OfficeFailure(AccountRefusal.nameTaken) }
            let (token, link) = newLink(at: instant, from: &source)
            let account = UserAccount(id: Identifier(from: &source), login: login, name: name, grants: grants)
            let kept = KeptAccount(account: account, offered: TOTP(from: &source), link: link)
            let deed = AccountDeed(
                action: .accountOpened, visitor: visitor, what: "\(name) \(login)", instant: instant)
            if try keep(kept, deed, from: &source) {
                return AccountLink(account: account, token: token, lapses: link.lapses)
            }
        }
        throw OfficeFailure(.busy)
    }
}
