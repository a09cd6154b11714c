import Accounts
import Basics
import Storage

/// A session of somebody's, for them to look at.
package struct SessionLine: Hashable, Sendable {
    /// By what it can be ended.
    package let id: Digest
    /// When it began.
    package let opened: Instant
    /// When it was last used.
    package let seen: Instant
    /// Whether it is the one that asks.
    package let isThisOne: Bool
}

extension AccountBook {
    /// Ends a session (退出). A token that is none ends nothing.
    package func signOut(
        token: String, from address: String, at instant: Instant, source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        guard let viewer = try viewer(token: token, at: instant), let digest = SessionToken.digest(token) else {
            return
        }
        try end(
            digest, .signOut, by: Visitor(viewer.account, from: address), what: .words(viewer.account.login),
            at: instant,
            from: &source)
    }

    /// The sessions of an account that go on.
    /// - Parameter token: of the session that asks.
    package func sessions(
        of id: UserAccount.ID, token: String, at instant: Instant
    ) throws(OfficeFailure) -> [SessionLine] {
        let this = SessionToken.digest(token)
        let version = try kept(id).account.version
        let since = Instant(milliseconds: instant.milliseconds - AccountBook.idle)
        let rows = try storing { () throws(StorageFailure) in
            try journal.openSessions(of: jurisdiction, seenSince: since)
        }
        return rows.filter {
            $0.account == id.row && $0.stage == SessionStage.whole.rawValue && $0.version == version
                && instant.milliseconds - $0.opened.milliseconds < AccountBook.longest
        }.map { row in
            SessionLine(
                id: row.token, opened: row.opened, seen: max(row.seen, lastSeen(row.token) ?? row.seen),
                isThisOne: row.token == this)
        }
    }

    /// Ends a session of one's own.
    package func endSession(
        _ session: Digest, by visitor: Visitor, at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        let row = try storing { () throws(StorageFailure) in try journal.session(session, in: jurisdiction) }
        guard let row, row.account == visitor.account?.row else {
            throw OfficeFailure(.input, "no-such-session", zh: "没有这个会话。", en: "There is no such session.")
        }
        guard row.ended == nil else { return }
        try end(session, .sessionEnded, by: visitor, what: .words(session.short), at: instant, from: &source)
    }

    private func end(
        _ digest: Digest, _ action: AuditAction, by visitor: Visitor, what: AuditTopic, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        let note = try trail.note(action, by: visitor, what: what, at: instant, from: &source)
        try storing { () throws(StorageFailure) in
            try journal.witnessed(by: note).end([digest], at: instant, in: jurisdiction)
        }
        forget([digest])
    }
}
