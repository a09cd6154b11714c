import Basics
import Foundation
import GRDB
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
            let last =
                try Int.fetchOne(
                    db, sql: "SELECT max(revision) FROM plan_drafts WHERE jurisdiction = ? AND draft = ?",
                    arguments: [jurisdiction, Data(revision.draft.bytes)]) ?? 0
            guard last + 1 == revision.revision else { throw StorageFailure.draftMoved(revision: last) }
            try db.changeBeside(0, in: jurisdiction, envelope: self.envelope) {
                _ = try db.insert(texts, tokens: tokens, in: jurisdiction, at: 0)
            }
            try db.execute(
                sql: """
                    INSERT INTO plan_drafts
                        (jurisdiction, draft, revision, parent_draft, parent_revision, other_draft, other_revision, base,
                         officer, recorded, text)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    jurisdiction, Data(revision.draft.bytes), revision.revision,
                    revision.parent.map { Data($0.draft.bytes) }, revision.parent?.revision,
                    revision.other.map { Data($0.draft.bytes) }, revision.other?.revision, revision.base,
                    Data(revision.officer.bytes), revision.recorded.milliseconds, Data(revision.text.bytes),
                ])
        }
    }

    /// All revisions of all drafts, by draft and number.
    package func draftRevisions(of jurisdiction: String) throws(StorageFailure) -> [DraftRevision] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT draft, revision, parent_draft, parent_revision, other_draft, other_revision, base, officer,
                        recorded, text
                    FROM plan_drafts WHERE jurisdiction = ? ORDER BY draft, revision
                    """, arguments: [jurisdiction]
            ).compactMap { row in
                func reference(_ draft: Data?, _ revision: Int?) -> DraftRevision.Reference? {
                    guard let draft, let revision, let id = DraftRevision.ID(bytes: Array(draft)) else { return nil }
                    return DraftRevision.Reference(id, revision)
                }
                guard let draft = DraftRevision.ID(bytes: Array(row[0] as Data)),
                    let officer = Officer.ID(bytes: Array(row[7] as Data)), let text = Digest(bytes: row[9] as Data)
                else { return nil }
                return DraftRevision(
                    draft: draft, revision: row[1], parent: reference(row[2], row[3]),
                    other: reference(row[4], row[5]), base: row[6], officer: officer,
                    recorded: Instant(milliseconds: row[8]), text: text)
            }
        }
    }
}
