import Accounts
import Basics

extension AccountBook {
    /// Lets nobody sign in with an account any more, or again (停用、恢复). Its sessions end.
    package func set(
        disabled: Bool, _ id: UserAccount.ID, by visitor: Visitor, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        let owner = try kept(id).account
        let deed = AccountDeed(
            action: disabled ? .accountDisabled : .accountEnabled, visitor: visitor,
            what: "\(owner.name) \(owner.login)", instant: instant)
        try acting(deed, needing: .manageAccounts, from: &source) { source throws(OfficeFailure) in
            guard visitor.account != id else { throw OfficeFailure(AccountRefusal.ownAccount) }
            guard owner.isDisabled != disabled else { return }
            try change(id, deed, from: &source) { kept in
                kept.account.isDisabled = disabled
                kept.link = nil
            }
        }
    }
}
