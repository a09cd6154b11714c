import Basics

/// What a sealed text is. Codes stand in the database: a case is added, never altered.
package enum SealedKind: UInt8, CaseIterable, Sendable {
    /// The personal data of a person: name, identity number and the like.
    case personal = 1
    /// The title of a document, which may name a person.
    case title
    /// A reason in free text.
    case reason
    /// The name of an officer.
    case officer
    /// The name and text of a draft of a plan.
    case draft
    /// For what personal data were looked at.
    case purpose
    /// An account as it was at a version: who, their roles, by what they are known again.
    case account
    /// The words of an audit record.
    case audit
    /// A form that waits until its owner has signed in again: it travels with a page and never stands in the database.
    case form
    /// What was said of a table of a workbook: headings as blind tokens, each with what its column means.
    case saying
}

/// A text as it stands beside the journal (密存文本): who lacks the key learns its length and nothing else.
package struct SealedText: Hashable, Sendable {
    /// The division code of the jurisdiction it belongs to.
    package let jurisdiction: String
    /// The digest under a random key of its own: what an Act carries. Equal texts have different ones.
    package let digest: Digest
    /// What it is.
    package let kind: SealedKind
    /// Its own key and the text, encrypted.
    package let box: [UInt8]

    /// A sealed text of its parts, as they stand in a row; whether they belong together shows when it is opened.
    package init(jurisdiction: String, digest: Digest, kind: SealedKind, box: [UInt8]) {
        self.jurisdiction = jurisdiction
        self.digest = digest
        self.kind = kind
        self.box = box
    }
}

/// What a digest leads to.
package enum Unsealed: Hashable, Sendable {
    /// The text.
    case text(String)
    /// It was erased.
    case erased
    /// There never was one.
    case unknown
}
