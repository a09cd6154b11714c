import Basics
import Registry

/// One revision of a draft of a plan (方案稿): what it says stands sealed.
package struct DraftRevision: Hashable, Sendable {
    /// A draft by a random identifier.
    package typealias ID = Identifier<DraftRevision>

    /// Which draft.
    package let draft: ID
    /// Which revision of it, from 1.
    package let revision: Int
    /// The revision it was made from: of the same draft or, for the first of a branch, of another.
    package let parent: Reference?
    /// The revision that was merged into it.
    package let other: Reference?
    /// The position of the journal it was drafted at.
    package let base: Int
    /// Who saved it.
    package let officer: Officer.ID
    /// When.
    package let recorded: Instant
    /// The digest of its name and text, which stand sealed.
    package let text: Digest

    /// A revision of a draft by its number.
    package struct Reference: Hashable, Sendable {
        /// Which draft.
        package let draft: ID
        /// Which revision.
        package let revision: Int

        /// A reference.
        package init(_ draft: ID, _ revision: Int) {
            self.draft = draft
            self.revision = revision
        }
    }

    /// A revision.
    package init(
        draft: ID, revision: Int, parent: Reference?, other: Reference? = nil, base: Int, officer: Officer.ID,
        recorded: Instant, text: Digest
    ) {
        self.draft = draft
        self.revision = revision
        self.parent = parent
        self.other = other
        self.base = base
        self.officer = officer
        self.recorded = recorded
        self.text = text
    }
}

extension Journal {
    /// Adds a revision with its sealed text, if its draft still has the revision before it as its last; otherwise
    /// `draftMoved` with the last there is, and nothing is written.
    package func save(
        _ revision: DraftRevision, sealing texts: [SealedText], tokens: [TokenEntry] = [], in jurisdiction: String
    ) throws(StorageFailure) {
        try write { db in
            let last = try db.highest(
                "SELECT max(revision) FROM plan_drafts WHERE jurisdiction = ? AND draft = ?", jurisdiction,
                revision.draft)
            guard last + 1 == revision.revision else { throw StorageFailure.draftMoved(revision: last) }
            try db.changeBeside(0, in: jurisdiction, envelope: self.envelope) {
                _ = try db.insert(texts, tokens: tokens, in: jurisdiction, at: 0)
            }
            try db.execute(
                """
                INSERT INTO plan_drafts
                    (jurisdiction, draft, revision, parent_draft, parent_revision, other_draft, other_revision, base,
                     officer, recorded, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                jurisdiction, revision.draft, revision.revision, revision.parent?.draft, revision.parent?.revision,
                revision.other?.draft, revision.other?.revision, revision.base, revision.officer,
                revision.recorded.milliseconds, revision.text)
        }
    }

    /// All revisions of all drafts, by draft and number.
    package func draftRevisions(of jurisdiction: String) throws(StorageFailure) -> [DraftRevision] {
        try read { db in
            try db.rows(
                """
                SELECT draft, revision, parent_draft, parent_revision, other_draft, other_revision, base, officer,
                    recorded, text
                FROM plan_drafts WHERE jurisdiction = ? ORDER BY draft, revision
                """,
                jurisdiction
            ).map { row in
                func reference(_ draft: Int) throws -> DraftRevision.Reference? {
                    row.isNull(draft)
                        ? nil : DraftRevision.Reference(try row.identifier(draft), try row.integer(draft + 1))
                }
                return DraftRevision(
                    draft: try row.identifier(0), revision: try row.integer(1), parent: try reference(2),
                    other: try reference(4), base: try row.integer(6), officer: try row.identifier(7),
                    recorded: Instant(milliseconds: try row.int64(8)), text: try row.digest(9))
            }
        }
    }
}
