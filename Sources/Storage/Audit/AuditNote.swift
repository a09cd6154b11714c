import Basics

/// One record of the audit before it is written (审计记录): who did what, and how it ended.
///
/// Under its own random identifier it is written once, however often it is sent.
package struct AuditNote: Sendable {
    /// The division code of the jurisdiction.
    package let jurisdiction: String
    /// A random identifier.
    package let command: Identifier<AuditNote>
    /// When. Where the record before is of a later moment, it is written down as of that.
    package let instant: Instant
    /// Whose account; nil for whoever is not signed in.
    package let actor: AccountRow.ID?
    /// What was done, as a code that whoever keeps it gives a meaning to.
    package let action: UInt8
    /// How it ended, likewise.
    package let outcome: UInt8
    /// What records of the same matter have in common, as the blind token of a login.
    package let about: Digest?
    /// The rest in words, sealed.
    let text: SealedText

    /// A record, its words sealed as `audit`.
    package init(
        by actor: AccountRow.ID?, action: UInt8, outcome: UInt8, about: Digest? = nil, text: SealedText,
        command: Identifier<AuditNote>, at instant: Instant
    ) {
        precondition(text.kind == .audit, "the words of an audit record are sealed as such")
        jurisdiction = text.jurisdiction
        self.command = command
        self.instant = instant
        self.actor = actor
        self.action = action
        self.outcome = outcome
        self.about = about
        self.text = text
    }
}

/// One record of the audit as it stands, its words opened.
package struct AuditRow: Hashable, Sendable {
    /// Its position, from 1, without gaps.
    package let position: Int
    /// When.
    package let recorded: Instant
    /// Whose account; nil for whoever was not signed in.
    package let actor: AccountRow.ID?
    /// What was done.
    package let action: UInt8
    /// How it ended.
    package let outcome: UInt8
    /// What records of the same matter have in common.
    package let about: Digest?
    /// The rest in words.
    package let text: String
    /// Its digest, which the next one is chained to.
    package let digest: Digest
}
