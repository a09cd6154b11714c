import Accounts
import Basics
import Storage

extension OfficeFailure {
    /// The rules' no to an account.
    init(_ refusal: AccountRefusal) {
        self.init(refusal.isInput ? .input : .refusal, refusal.code, refusal.wording)
    }
}

/// Runs a rule of the accounts and puts its no in the office's words.
func ruling(_ rule: () throws(AccountRefusal) -> Void) throws(OfficeFailure) {
    do { try rule() } catch { throw OfficeFailure(error) }
}

/// What is done to an account, by whom, and when.
struct AccountDeed {
    let action: AuditAction
    let visitor: Visitor
    let what: AuditTopic
    let instant: Instant
}

extension AccountBook {
    /// Makes the next version of an account, with its record in the same transaction; its sessions end. What another node did
    /// meanwhile is looked at first.
    @discardableResult
    func change(
        _ id: UserAccount.ID, _ deed: AccountDeed, from source: inout some RandomNumberGenerator,
        _ edit: (inout KeptAccount) throws(OfficeFailure) -> Void
    ) throws(OfficeFailure) -> KeptAccount {
        for _ in 0..<3 {
            try takeInAccounts()
            var next = try kept(id)
            try edit(&next)
            next.account.version += 1
            if try keep(next, deed, from: &source) { return next }
        }
        throw OfficeFailure(.busy)
    }

    /// Keeps a version of an account; false where another node was faster.
    func keep(
        _ next: KeptAccount, _ deed: AccountDeed, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> Bool {
        let note = try trail.note(
            deed.action, by: deed.visitor, what: deed.what, at: deed.instant, from: &source)
        do {
            try journal.witnessed(by: note).record(
                next.text, version: next.account.version, of: next.account.id.row, login: next.account.login,
                name: next.account.name, at: deed.instant, in: jurisdiction)
        } catch .headMoved {
            try takeInAccounts()
            return false
        } catch { throw OfficeFailure(error) }
        try takeInAccounts()
        return true
    }

    /// Does something that needs a right, or puts on record that it was refused.
    func acting<Value, Source: RandomNumberGenerator>(
        _ deed: AccountDeed, needing right: Right, from source: inout Source,
        _ body: (inout Source) throws(OfficeFailure) -> Value
    ) throws(OfficeFailure) -> Value {
        do throws(OfficeFailure) {
            try require(right, of: deed.visitor)
            return try body(&source)
        } catch {
            if error.kind == .refusal {
                try trail.record(
                    deed.action, .refused, by: deed.visitor, what: deed.what.refused(error.code), at: deed.instant,
                    from: &source)
            }
            throw error
        }
    }

    private func require(_ right: Right, of visitor: Visitor) throws(OfficeFailure) {
        if visitor.isAtTerminal { return }
        guard let id = visitor.account, try kept(id).account.may(right) else {
            throw OfficeFailure(
                .refusal, "not-allowed", zh: "您的角色无权办理此事。", en: "Your roles don't allow this.")
        }
    }

    /// A new link, which the account keeps the digest of.
    func newLink(
        at instant: Instant, from source: inout some RandomNumberGenerator
    ) -> (token: String, link: KeptAccount.Link) {
        let token = SessionToken.make(from: &source)
        let lapses = Instant(milliseconds: instant.milliseconds + AccountBook.linkHolds)
        return (token, KeptAccount.Link(digest: Digest(sha256: token.utf8), lapses: lapses))
    }
}
