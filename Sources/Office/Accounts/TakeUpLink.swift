import Accounts
import Basics
import Storage

/// What a one-time link offers.
package struct LinkOffer: Sendable {
    /// Whose it is.
    package let account: UserAccount
    /// The second factor to be enrolled; whoever has no role that asks for one may leave it.
    package let factor: TOTP
    /// When it lapses.
    package let lapses: Instant
}

extension AccountBook {
    /// What a link offers; nil for one that is none, was taken up or lapsed.
    package func offer(link token: String, at instant: Instant) throws(OfficeFailure) -> LinkOffer? {
        try takeInAccounts()
        guard let kept = linked(token, at: instant), let link = kept.link, let factor = kept.offered else { return nil }
        return LinkOffer(account: kept.account, factor: factor, lapses: link.lapses)
    }

    /// Takes up a link: sets the passphrase, enrols the second factor and signs in (启用链接).
    /// - Parameter code: of the second factor; empty for none, where none is asked for.
    /// - Returns: the token of the session.
    package func takeUp(
        link token: String, passphrase: String, code: String, from address: String, at instant: Instant,
        source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> String {
        try takeInAccounts()
        guard let kept = linked(token, at: instant), let offered = kept.offered else {
            try trail.record(
                .linkTaken, .refused, by: Visitor(from: address), what: "link-lapsed", at: instant, from: &source)
            throw OfficeFailure(
                .refusal, "link-lapsed", zh: "链接无效、已用过或已过期，请向系统管理员索取新链接。",
                en: "The link is none, was used or has lapsed. Ask the system administrator for another.")
        }
        let account = kept.account
        try ruling { () throws(AccountRefusal) in
            try Passphrase.check(passphrase, login: account.login, name: account.name)
        }
        var step: Int64?
        if account.needsSecondFactor || code.contains(where: { !$0.isWhitespace }) {
            step = offered.step(accepting: code, at: instant, after: nil)
            guard step != nil else { throw OfficeFailure.wrongCode }
        }
        guard let credential = try alone({ Credential(passphrase, cost: cost, from: &source) }) else {
            throw OfficeFailure(.cryptography)
        }
        let visitor = Visitor(account, from: address)
        let deed = AccountDeed(
            action: .linkTaken, visitor: visitor, what: "\(account.name) \(account.login)", instant: instant)
        let digest = kept.link?.digest
        let next = try change(account.id, deed, from: &source) { kept throws(OfficeFailure) in
            // Taken up by somebody else in the meantime.
            guard let link = kept.link, link.digest == digest else { throw OfficeFailure(.busy) }
            kept.credential = credential
            kept.link = nil
            if step != nil { (kept.factor, kept.offered) = (offered, nil) }
        }
        return try begin(next.account, step: step, visitor: visitor, at: instant, from: &source)
    }

    private func linked(_ token: String, at instant: Instant) -> KeptAccount? {
        guard let digest = SessionToken.digest(token) else { return nil }
        return all.first { kept in
            kept.link?.digest == digest && instant < kept.link?.lapses ?? instant && !kept.account.isDisabled
        }
    }
}
