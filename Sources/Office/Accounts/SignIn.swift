import Accounts
import Basics
import Storage

/// How far somebody came with login and passphrase.
package enum SignedIn: Hashable, Sendable {
    /// All the way: the token of the session.
    case whole(String)
    /// As far as the second factor: the token under which it is awaited, for five minutes.
    case needsCode(String)
}

/// What is asked of somebody whose passphrase was right.
package struct Challenge: Sendable {
    /// Whose account.
    package let account: UserAccount
    /// The second factor to be enrolled; nil where it was.
    package let enrolling: TOTP?
}

extension OfficeFailure {
    /// Login or passphrase are wrong, and nobody is told which.
    static let wrongPassphrase = OfficeFailure(
        .refusal, "sign-in-refused", zh: "登录名或口令不正确，或账号不可用。",
        en: "Login or passphrase are wrong, or the account can't be used.")
    /// The code is not the one of now, or was used before.
    static let wrongCode = OfficeFailure(
        .input, "code-refused", zh: "动态口令不正确或已用过，请输入当前显示的六位数字。",
        en: "The code is wrong or was used before. Type the six digits that are shown now.")
    /// Whoever was halfway took too long.
    static let halfwayOver = OfficeFailure(
        .refusal, "sign-in-over", zh: "登录已超时，请重新输入登录名和口令。",
        en: "That took too long. Type login and passphrase again.")

    /// Too many tries failed.
    static func lockedOut(until end: Instant, now: Instant) -> OfficeFailure {
        let seconds = (end.milliseconds - now.milliseconds + 999) / 1000
        return OfficeFailure(
            .refusal, "locked-out", zh: "失败次数过多，请于 \(seconds) 秒后再试。",
            en: "Too many tries failed. Try again in \(seconds) seconds.")
    }

    /// Tries of too many logins failed from one place.
    static func placeBarred(until end: Instant, now: Instant) -> OfficeFailure {
        let minutes = (end.milliseconds - now.milliseconds + 59_999) / 60_000
        return OfficeFailure(
            .refusal, "place-barred",
            zh: "从您所在的网络地址登录失败的账号过多，暂停从此地址登录，请于 \(minutes) 分钟后再试，或换一处登录。如非您或同事所为，请告知安全审计员。",
            en: "Too many logins failed from your network address, so nobody signs in from there for now. Try again in "
                + "\(minutes) minutes, or elsewhere. If it was neither you nor a colleague, tell the audit administrator."
        )
    }
}

extension AccountBook {
    /// Signs somebody in by login and passphrase (登录). An unknown login, a wrong passphrase and a disabled account have
    /// the same answer, after the same time; whoever failed too often waits, known or not, and so does everybody at a place
    /// from where too many logins failed.
    package func signIn(
        login: String, passphrase: String, from address: String, at instant: Instant,
        source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> SignedIn {
        let typed = login
        let login = String(typed.lowercased().filter { !$0.isWhitespace }.prefix(64))
        // What can't be a login may be a passphrase in the wrong box, and the audit is never erased.
        let isLogin = !typed.trimmed.contains(where: \.isWhitespace) && (try? checkLogin(login)) != nil
        let visitor = Visitor(typing: isLogin ? login : "", from: address)
        try takeInAccounts()
        let kept = try alone { () throws(OfficeFailure) in
            try refuseBarredPlace(login, visitor, at: instant, from: &source)
            try refuseLockedOut(login, visitor, at: instant, from: &source)
            let kept = all.first { $0.account.login == login }
            let isRight = (kept?.credential ?? decoy).matches(passphrase)
            guard let kept, kept.credential != nil, !kept.account.isDisabled, isRight else {
                try recordTry(.refused, login, visitor, what: "passphrase", at: instant, from: &source)
                throw OfficeFailure.wrongPassphrase
            }
            return kept
        }
        let known = Visitor(kept.account, from: address)
        guard kept.account.needsSecondFactor || kept.factor != nil else {
            return .whole(try begin(kept.account, step: nil, visitor: known, at: instant, from: &source))
        }
        let token = SessionToken.make(from: &source)
        let note = try trail.note(.firstFactor, by: known, what: .words(login), at: instant, from: &source)
        let row = SessionRow(
            token: Digest(sha256: token.utf8), account: kept.account.id.row, version: kept.account.version,
            stage: SessionStage.halfway.rawValue, step: nil, opened: instant)
        try storing { () throws(StorageFailure) in
            try journal.witnessed(by: note).open(row, in: jurisdiction)
        }
        return .needsCode(token)
    }

    /// What is asked of whoever is halfway; nil where it took too long.
    package func challenge(token: String, at instant: Instant) throws(OfficeFailure) -> Challenge? {
        guard let (_, kept) = try halfway(token, at: instant) else { return nil }
        return Challenge(account: kept.account, enrolling: kept.factor == nil ? kept.offered : nil)
    }

    /// Signs in whoever is halfway by a code of the second factor, which is enrolled with it where it was not (动态口令).
    /// - Returns: the token of the session.
    package func enterCode(
        _ code: String, token: String, from address: String, at instant: Instant,
        source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> String {
        guard let (row, kept) = try halfway(token, at: instant), let factor = kept.factor ?? kept.offered else {
            try trail.record(
                .signIn, .refused, by: Visitor(from: address), what: "halfway", at: instant, from: &source)
            throw OfficeFailure.halfwayOver
        }
        let visitor = Visitor(kept.account, from: address)
        let step = try alone { () throws(OfficeFailure) in
            try refuseLockedOut(kept.account.login, visitor, at: instant, from: &source)
            let last = try storing { () throws(StorageFailure) in
                try journal.lastStep(of: row.account, in: jurisdiction)
            }
            guard let step = factor.step(accepting: code, at: instant, after: last) else {
                try recordTry(.refused, kept.account.login, visitor, what: "code", at: instant, from: &source)
                throw OfficeFailure.wrongCode
            }
            return step
        }
        var account = kept.account
        if kept.factor == nil {
            let deed = AccountDeed(
                action: .factorEnrolled, visitor: visitor, what: "\(account.name) \(account.login)", instant: instant)
            account = try change(account.id, deed, from: &source) { kept in
                (kept.factor, kept.offered) = (factor, nil)
            }.account
        }
        return try begin(
            account, step: step, inPlaceOf: row.token, visitor: visitor, at: instant, from: &source)
    }

    /// Opens a session, with the record that somebody signed in.
    func begin(
        _ account: UserAccount, step: Int64?, inPlaceOf other: Digest? = nil, visitor: Visitor, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> String {
        let token = SessionToken.make(from: &source)
        let note = try trail.note(
            .signIn, by: visitor, what: .words(account.login), about: about(account.login), at: instant, from: &source)
        let row = SessionRow(
            token: Digest(sha256: token.utf8), account: account.id.row, version: account.version,
            stage: SessionStage.whole.rawValue, step: step, opened: instant)
        do {
            try journal.witnessed(by: note).open(row, inPlaceOf: other, in: jurisdiction)
        } catch .codeUsed {
            try recordTry(.refused, account.login, visitor, what: "code", at: instant, from: &source)
            throw OfficeFailure.wrongCode
        } catch { throw OfficeFailure(error) }
        return token
    }

    private func halfway(_ token: String, at instant: Instant) throws(OfficeFailure) -> (SessionRow, KeptAccount)? {
        guard let digest = SessionToken.digest(token) else { return nil }
        try takeInAccounts()
        let row = try storing { () throws(StorageFailure) in try journal.session(digest, in: jurisdiction) }
        guard let row, row.stage == SessionStage.halfway.rawValue, row.ended == nil,
            instant.milliseconds - row.opened.milliseconds < AccountBook.halfway,
            let kept = try? kept(row.account.account), kept.account.version == row.version, !kept.account.isDisabled
        else { return nil }
        return (row, kept)
    }

    // The lock-out is read out of the audit, so that it outlasts the process.

    /// What the tries of a login have in common, known or not.
    private func about(_ login: String) -> Digest { journal.vault.token(.login, login, in: jurisdiction).value }

    /// Refuses whoever has to wait, and says so on record.
    func refuseLockedOut(
        _ login: String, _ visitor: Visitor, at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        let failed = try storing { () throws(StorageFailure) in
            try journal.tries(
                about: about(login), action: AuditAction.signIn.rawValue, failed: AuditOutcome.refused.rawValue,
                done: AuditOutcome.done.rawValue,
                since: Instant(milliseconds: instant.milliseconds - LockOut.memory), in: jurisdiction)
        }
        guard let end = LockOut.until(failed, now: instant) else { return }
        try recordTry(.barred, login, visitor, what: "locked-out", at: instant, from: &source)
        throw OfficeFailure.lockedOut(until: end, now: instant)
    }

    /// Refuses everybody at a place from where too many logins failed, and says so on record.
    private func refuseBarredPlace(
        _ login: String, _ visitor: Visitor, at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        guard !visitor.address.isEmpty else { return }
        var query = AuditQuery()
        query.actions = [AuditAction.signIn.rawValue]
        query.outcomes = [AuditOutcome.refused.rawValue, AuditOutcome.done.rawValue]
        query.from = Instant(milliseconds: instant.milliseconds - PlaceLimit.memory)
        var met: Set<Digest> = []
        var failed: [Instant] = []
        // The last first, so that the first record of a login says how it stands: whoever got in at last just mistyped.
        try storing { () throws(StorageFailure) in
            try journal.audit(of: jurisdiction, query) { row in
                guard let about = row.about, AuditWords(row.text).address == visitor.address, met.insert(about).inserted
                else { return true }
                if row.outcome == AuditOutcome.refused.rawValue { failed.append(row.recorded) }
                return failed.count <= PlaceLimit.free
            }
        }
        guard let end = PlaceLimit.until(failed, now: instant) else { return }
        try recordTry(.barred, login, visitor, what: "place-barred", at: instant, from: &source)
        throw OfficeFailure.placeBarred(until: end, now: instant)
    }

    /// Puts a try on record.
    func recordTry(
        _ outcome: AuditOutcome, _ login: String, _ visitor: Visitor, what: AuditTopic, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        try trail.record(
            .signIn, outcome, by: visitor, what: what, about: about(login), at: instant, from: &source)
    }

    /// What the passphrase of nobody is compared with, as long as anybody's.
    private var decoy: Credential {
        Credential(cost: cost, salt: Array(repeating: 0, count: 16), key: Array(repeating: 0, count: 32))
    }
}
