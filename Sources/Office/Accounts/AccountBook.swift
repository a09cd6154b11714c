import Accounts
import Basics
import Dispatch
import Storage
import Synchronization

/// The accounts and sessions of a jurisdiction, as many clients ask for them at once (账号簿).
///
/// What is asked on every request is answered from memory; what changes is written first. Whatever another node changed is
/// taken in a few seconds later, and when a session was last used is written down once a minute at most. Its verbs leave
/// their audit records themselves, whether they are done or refused.
package final class AccountBook: Sendable {
    let journal: Journal
    let jurisdiction: String
    /// The audit that its verbs are recorded in.
    package let trail: AuditTrail
    /// How dear new passphrases are to try.
    let cost: Credential.Cost
    private let state = Mutex(State())
    /// One passphrase or code is looked at at a time, so that many tries at once are no way around the lock-out, and their
    /// 32 MiB don't add up.
    private let gate = Mutex(())
    private let behind = DispatchQueue(label: "sanding.sessions")

    /// How long a session goes on unused, in milliseconds: 30 minutes.
    package static let idle: Int64 = 1_800_000
    /// How long it goes on at all: 12 hours.
    package static let longest: Int64 = 43_200_000
    /// How long somebody has for the second factor: 5 minutes.
    package static let halfway: Int64 = 300_000
    /// How long a one-time link holds: 72 hours.
    package static let linkHolds: Int64 = 259_200_000
    private static let lookAgain: Int64 = 2_000
    private static let writeDown: Int64 = 60_000

    private struct State {
        var accounts: [UserAccount.ID: KeptAccount] = [:]
        /// The number of the last version taken in.
        var number = 0
        var sessions: [Digest: Live] = [:]
        var refreshed: Int64 = 0
    }

    /// A session that goes on.
    private struct Live {
        let row: SessionRow
        var seen: Instant
        var written: Instant
        let formToken: String
    }

    /// Reads the accounts of a jurisdiction.
    package convenience init(_ journal: Journal, jurisdiction: String) throws(OfficeFailure) {
        try self.init(journal, jurisdiction: jurisdiction, cost: .usual)
    }

    /// Reads the accounts of a jurisdiction; tests try passphrases that cost less.
    package init(_ journal: Journal, jurisdiction: String, cost: Credential.Cost) throws(OfficeFailure) {
        self.journal = journal
        self.jurisdiction = jurisdiction
        self.cost = cost
        trail = AuditTrail(journal, jurisdiction: jurisdiction)
        try takeInAccounts()
    }

    /// Whoever has a session under a token, and that it is used now; nil for a token that is none, or whose session is over.
    package func viewer(token: String, at instant: Instant) throws(OfficeFailure) -> Viewer? {
        guard let digest = SessionToken.digest(token) else { return nil }
        refreshLater(instant)
        if let known = state.withLock({ AccountBook.use(digest, at: instant, in: &$0) }) { return known }
        // It may have been opened on another node, or before this one began.
        guard let row = try live(digest, at: instant) else { return nil }
        return state.withLock { state in
            state.sessions[digest] = Live(
                row: row, seen: row.seen, written: row.seen, formToken: SessionToken.formToken(token))
            return AccountBook.use(digest, at: instant, in: &state)
        }
    }

    private static func use(_ digest: Digest, at instant: Instant, in state: inout State) -> Viewer? {
        guard let live = state.sessions[digest], let kept = state.accounts[live.row.account.account],
            live.row.stage == SessionStage.whole.rawValue, !kept.account.isDisabled,
            kept.account.version == live.row.version, isOpen(live.row, seen: live.seen, at: instant)
        else { return nil }
        state.sessions[digest]?.seen = max(live.seen, instant)
        return Viewer(account: kept.account, formToken: live.formToken)
    }

    private static func isOpen(_ row: SessionRow, seen: Instant, at instant: Instant) -> Bool {
        row.ended == nil && instant.milliseconds - seen.milliseconds < idle
            && instant.milliseconds - row.opened.milliseconds < longest
    }

    /// A session as it stands written, if it goes on.
    private func live(_ digest: Digest, at instant: Instant) throws(OfficeFailure) -> SessionRow? {
        let row = try storing { () throws(StorageFailure) in try journal.session(digest, in: jurisdiction) }
        guard let row, AccountBook.isOpen(row, seen: row.seen, at: instant) else { return nil }
        if state.withLock({ ($0.accounts[row.account.account]?.account.version ?? 0) < row.version }) {
            try takeInAccounts()
        }
        return row
    }
}

// What stands between memory and the database.
extension AccountBook {
    /// Takes in what other nodes changed, and writes down when sessions were last used, if it is time.
    private func refreshLater(_ instant: Instant) {
        let isDue = state.withLock { state in
            guard instant.milliseconds - state.refreshed >= AccountBook.lookAgain else { return false }
            state.refreshed = instant.milliseconds
            return true
        }
        // While the database is away, what is known goes on to hold.
        if isDue { behind.async { try? self.refresh(at: instant) } }
    }

    /// Takes in what other nodes changed, and writes down when sessions were last used.
    package func refresh(at instant: Instant) throws(OfficeFailure) {
        let seen = state.withLock { state in
            state.sessions.filter {
                $0.value.seen.milliseconds - $0.value.written.milliseconds >= AccountBook.writeDown
            }.mapValues(\.seen)
        }
        let since = Instant(milliseconds: instant.milliseconds - AccountBook.idle)
        let open = try storing { () throws(StorageFailure) in
            try journal.saw(seen, in: jurisdiction)
            return try journal.openSessions(of: jurisdiction, seenSince: since)
        }
        try takeInAccounts()
        state.withLock { state in
            for (token, moment) in seen { state.sessions[token]?.written = moment }
            let rows = Dictionary(open.map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first })
            for (token, live) in state.sessions {
                if let row = rows[token] {
                    state.sessions[token]?.seen = max(live.seen, row.seen)
                } else if live.row.opened < instant {
                    state.sessions[token] = nil
                }
            }
        }
    }

    /// Reads versions of accounts that are new.
    func takeInAccounts() throws(OfficeFailure) {
        let number = state.withLock { $0.number }
        let rows = try storing { () throws(StorageFailure) in try journal.accounts(of: jurisdiction, after: number) }
        var news: [(number: Int, kept: KeptAccount)] = []
        for row in rows {
            guard let kept = KeptAccount(row.text), kept.account.id == row.account.account,
                kept.account.version == row.version
            else { throw OfficeFailure(.corrupt) }
            news.append((row.number, kept))
        }
        state.withLock { state in
            for (number, kept) in news where number > state.number {
                state.accounts[kept.account.id] = kept
                state.number = number
            }
        }
    }

    /// The account as it is known.
    func kept(_ id: UserAccount.ID) throws(OfficeFailure) -> KeptAccount {
        guard let kept = state.withLock({ $0.accounts[id] }) else {
            throw OfficeFailure(.input, "no-such-account", zh: "没有这个账号。", en: "There is no such account.")
        }
        return kept
    }

    /// All accounts, by login.
    var all: [KeptAccount] {
        state.withLock { Array($0.accounts.values) }.sorted { $0.account.login < $1.account.login }
    }

    /// When each account was used last, as far as it is used now.
    var lastSeen: [UserAccount.ID: Instant] {
        state.withLock { state in
            Dictionary(
                state.sessions.values.map { ($0.row.account.account, $0.seen) }, uniquingKeysWith: { max($0, $1) })
        }
    }

    /// When a session was used last, as far as it is known here.
    func lastSeen(_ digest: Digest) -> Instant? { state.withLock { $0.sessions[digest]?.seen } }

    /// Forgets sessions that have ended.
    func forget(_ tokens: [Digest]) {
        state.withLock { state in for token in tokens { state.sessions[token] = nil } }
    }

    /// Looks at a passphrase or code while nobody else does.
    func alone<Value>(_ body: () throws(OfficeFailure) -> Value) throws(OfficeFailure) -> Value {
        let answer = gate.withLock { _ -> Result<Value, OfficeFailure> in
            do throws(OfficeFailure) { return .success(try body()) } catch { return .failure(error) }
        }
        return try answer.get()
    }
}
