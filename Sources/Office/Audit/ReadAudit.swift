import Accounts
import Basics
import Registry
import Storage

/// What is looked for in the audit; everything that is set must hold.
package struct AuditSearch: Hashable, Sendable {
    /// What was done; empty for anything.
    package var actions: Set<AuditAction> = []
    /// How it ended; empty for any way.
    package var outcomes: Set<AuditOutcome> = []
    /// Whose account.
    package var account: UserAccount.ID?
    /// The first day, on the office's clock.
    package var from: Day?
    /// The last day.
    package var through: Day?
    /// Words that all stand in who, where from or what it was about, in either language; small and capital letters are one.
    package var words: String = ""
    /// Before this position: where a page left off.
    package var before: Int?

    /// Everything.
    package init() {}
}

/// A record of the audit, in words.
package struct AuditLine: Hashable, Sendable {
    /// Its position, from 1.
    package let position: Int
    /// When.
    package let recorded: Instant
    /// Whose account; nil for whoever was not signed in.
    package let account: UserAccount.ID?
    /// Who, as it stands.
    package let who: String
    /// From where, as it stands.
    package let address: String
    /// What was done; nil for what a later version knows.
    package let action: AuditAction?
    /// What it was about.
    package let what: AuditTopic
    /// How it ended; nil for what a later version knows.
    package let outcome: AuditOutcome?
    /// The digest of the record.
    package let digest: Digest

    /// Who, in words.
    package var person: Wording { Visitor.person(who) }
    /// From where, in words.
    package var place: Wording { Visitor.place(address) }

    /// All that words are looked for in.
    fileprivate var folded: String {
        [person, place, what.wording].flatMap { [$0.zh, $0.en] }.joined(separator: "\n").lowercased()
    }
}

/// A page of the audit.
package struct AuditPage: Sendable {
    /// The records, the last first.
    package let lines: [AuditLine]
    /// Where the next page goes on; nil at the end.
    package let next: Int?
}

extension AuditTrail {
    /// Searches the audit, the last records first (审计检索).
    /// - Parameter most: how many records at most.
    package func read(_ search: AuditSearch, most: Int = 50) throws(OfficeFailure) -> AuditPage {
        var query = AuditQuery()
        query.actor = search.account?.row
        query.actions = Set(search.actions.map(\.rawValue))
        query.outcomes = Set(search.outcomes.map(\.rawValue))
        query.from = search.from.map(Instant.init(beginning:))
        query.until = search.through.map { Instant(beginning: $0.advanced(by: 1)) }
        query.before = search.before
        let words = search.words.normalised.lowercased().split(whereSeparator: \.isWhitespace)
        var lines: [AuditLine] = []
        var isMore = false
        try storing { () throws(StorageFailure) in
            try journal.audit(of: jurisdiction, query) { row in
                let line = AuditLine(row)
                let folded = words.isEmpty ? "" : line.folded
                guard words.allSatisfy({ folded.contains($0) }) else { return true }
                guard lines.count < most else {
                    isMore = true
                    return false
                }
                lines.append(line)
                return true
            }
        }
        return AuditPage(lines: lines, next: isMore ? lines.last?.position : nil)
    }
}

extension AuditLine {
    init(_ row: AuditRow) {
        let words = AuditWords(row.text)
        self.init(
            position: row.position, recorded: row.recorded, account: row.actor?.account, who: words.who,
            address: words.address, action: AuditAction(rawValue: row.action), what: words.what,
            outcome: AuditOutcome(rawValue: row.outcome), digest: row.digest)
    }
}
