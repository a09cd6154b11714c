import Accounts
import Basics

extension AccountBook {
    /// Gives a new link for somebody who lost theirs, the passphrase or the second factor, all of which end with it
    /// (重发链接).
    package func renewLink(
        of id: UserAccount.ID, by visitor: Visitor, at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> AccountLink {
        let owner = try kept(id).account
        let deed = AccountDeed(
            action: .linkRenewed, visitor: visitor, what: "\(owner.name) \(owner.login)", instant: instant)
        return try acting(deed, needing: .manageAccounts, from: &source) { source throws(OfficeFailure) in
            guard visitor.account != id else { throw OfficeFailure(AccountRefusal.ownAccount) }
            let (token, link) = newLink(at: instant, from: &source)
            let offered = TOTP(from: &source)
            let kept = try change(id, deed, from: &source) { kept in
                kept.credential = nil
                kept.factor = nil
                kept.offered = offered
                kept.link = link
            }
            return AccountLink(account: kept.account, token: token, lapses: link.lapses)
        }
    }

    /// The account of a login; nil where there is none.
    package func account(login: String) throws(OfficeFailure) -> UserAccount? {
        try takeInAccounts()
        return all.first { $0.account.login == login.lowercased() }?.account
    }
}
