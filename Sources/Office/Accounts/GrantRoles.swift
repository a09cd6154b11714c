import Accounts
import Basics

extension AccountBook {
    /// Gives somebody these roles in place of those they have (授权). Never to oneself; the account's sessions end.
    package func grant(
        _ grants: [Grant], to id: UserAccount.ID, by visitor: Visitor, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        let owner = try kept(id).account
        let grants = grants.sorted { $0.role < $1.role }
        let deed = AccountDeed(
            action: .rolesGranted, visitor: visitor, what: .roles(grants, of: owner), instant: instant)
        try acting(deed, needing: .grantRoles, from: &source) { source throws(OfficeFailure) in
            guard visitor.account != id else { throw OfficeFailure(AccountRefusal.ownAccount) }
            try ruling { () throws(AccountRefusal) in try checkGrants(grants) }
            let factor = TOTP(from: &source)
            try change(id, deed, from: &source) { kept in
                kept.account.grants = grants
                // Whoever decides from now on enrols a second factor at the next sign-in.
                if kept.factor == nil, kept.offered == nil { kept.offered = factor }
            }
        }
    }
}
