import Accounts
import Basics
import Storage

extension AccountBook {
    /// Sets another passphrase in place of one's own (修改口令). All sessions end, and another takes the place of this one.
    /// - Parameter token: of the session that asks.
    /// - Returns: the token of the session that goes on.
    package func changePassphrase(
        _ old: String, to new: String, token: String, from address: String, at instant: Instant,
        source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> String {
        guard let viewer = try viewer(token: token, at: instant) else { throw OfficeFailure.halfwayOver }
        let account = viewer.account
        let visitor = Visitor(account, from: address)
        try ruling { () throws(AccountRefusal) in
            try Passphrase.check(new, login: account.login, name: account.name)
            if new.normalised == old.normalised { throw .passphraseSame }
        }
        let credential = try alone { () throws(OfficeFailure) -> Credential? in
            try refuseLockedOut(account.login, visitor, at: instant, from: &source)
            guard let known = try kept(account.id).credential, known.matches(old) else {
                try recordTry(.refused, account.login, visitor, what: "passphrase", at: instant, from: &source)
                throw OfficeFailure.wrongPassphrase
            }
            return Credential(new, cost: cost, from: &source)
        }
        guard let credential else { throw OfficeFailure(.cryptography) }
        let deed = AccountDeed(
            action: .passphraseChanged, visitor: visitor, what: .words(account.login), instant: instant)
        let next = try change(account.id, deed, from: &source) { kept in kept.credential = credential }
        return try begin(next.account, step: nil, visitor: visitor, at: instant, from: &source)
    }
}
