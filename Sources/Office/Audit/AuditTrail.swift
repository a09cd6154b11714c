import Basics
import Storage

/// The audit of a jurisdiction (审计日志): who did what, when and from where, and how it ended; a chain that is only added to.
package struct AuditTrail: Sendable {
    /// The journal beside which it stands.
    package let journal: Journal
    /// The division code.
    package let jurisdiction: String

    /// The audit of a jurisdiction.
    package init(_ journal: Journal, jurisdiction: String) {
        self.journal = journal
        self.jurisdiction = jurisdiction
    }

    /// A record, not written yet.
    /// - Parameters:
    ///   - what: what it was about, for people: a body, a motion, a file. No personal data beyond a name.
    ///   - about: what records of one matter have in common.
    package func note(
        _ action: AuditAction, _ outcome: AuditOutcome = .done, by visitor: Visitor, what: AuditTopic,
        about: Digest? = nil, at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> AuditNote {
        let text = AuditWords(who: visitor.who, address: visitor.address, what: what).text
        let sealed = try storing { () throws(StorageFailure) in
            try journal.vault.seal(text, as: .audit, for: jurisdiction)
        }
        return AuditNote(
            by: visitor.account?.row, action: action.rawValue, outcome: outcome.rawValue, about: about, text: sealed,
            command: Identifier(from: &source), at: instant)
    }

    /// The journal for one deed of somebody's: the record is written with the first thing that is, or neither is.
    package func witnessed(
        _ action: AuditAction, by visitor: Visitor, what: AuditTopic, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> Journal {
        journal.witnessed(by: try note(action, by: visitor, what: what, at: instant, from: &source))
    }

    /// Puts on record what writes nothing else: a refusal, a file taken out, a page that was looked at.
    package func record(
        _ action: AuditAction, _ outcome: AuditOutcome = .done, by visitor: Visitor, what: AuditTopic,
        about: Digest? = nil, at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        let note = try note(action, outcome, by: visitor, what: what, about: about, at: instant, from: &source)
        try storing { () throws(StorageFailure) in try journal.record(note) }
    }

    /// Puts on record why something was not done; what was typed wrong is no deed.
    package func record(
        _ failure: OfficeFailure, of action: AuditAction, by visitor: Visitor, what: AuditTopic, at instant: Instant,
        from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) {
        let topic = what.refused(failure.code)
        switch failure.kind {
        case .input: break
        case .refusal: try record(action, .refused, by: visitor, what: topic, at: instant, from: &source)
        // The world failed, and may fail at this, too; the first failure is the answer.
        case .failure: try? record(action, .failed, by: visitor, what: topic, at: instant, from: &source)
        }
    }

    /// What is wrong with it, and with what was written down of it outside; empty when it is whole.
    package func check() throws(OfficeFailure) -> [ChainFault] {
        try storing { () throws(StorageFailure) in try journal.checkAudit(of: jurisdiction) }
    }
}

/// The words of a record, as they are sealed: a line for who, one for where from, and the rest.
struct AuditWords: Hashable, Sendable {
    let who: String
    let address: String
    let what: AuditTopic

    var text: String { "\(who.onOneLine)\n\(address.onOneLine)\n\(what.text)" }

    init(who: String, address: String, what: AuditTopic) {
        self.who = who
        self.address = address
        self.what = what
    }

    init(_ text: String) {
        let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        who = lines[0]
        address = lines.count > 1 ? lines[1] : ""
        what = AuditTopic(lines.count > 2 ? lines[2] : "")
    }
}
