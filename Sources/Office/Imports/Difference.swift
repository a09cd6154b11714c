import Basics
import Registry
import Storage

/// One difference between the register and a later workbook (核对差异): a draft that changes nothing until a person
/// confirms it.
package struct Difference: Sendable {
    /// Its number in the list, from 1; people confirm by these.
    package internal(set) var number: Int = 0
    /// What kind of difference.
    package let kind: Kind
    /// What differs, in words; people only by name where the reader may see names.
    package let wording: Wording
    /// Where the workbook says so; nil where it no longer says something.
    package let origin: Origin?
    /// What would make the register as the workbook has it; empty where a person must decide how.
    package let changes: [Change]
    let sealed: [SealedText]
    let tokens: [TokenEntry]

    /// What kind of difference.
    package enum Kind: String, CaseIterable, Sendable {
        /// A body that the register doesn't have.
        case newBody
        /// A body that the workbook no longer lists.
        case bodyNotListed
        /// An attribute of a body.
        case attribute
        /// Headcount or leader posts.
        case figures
        /// A person that the register doesn't have.
        case newPerson
        /// A person that the workbook no longer lists.
        case personNotListed
        /// The place, post or workplace of a person.
        case place
        /// A duty statement.
        case duty
    }

    init(
        _ kind: Kind, _ wording: Wording, origin: Origin? = nil, changes: [Change] = [], sealed: [SealedText] = [],
        tokens: [TokenEntry] = []
    ) {
        self.kind = kind
        self.wording = wording
        self.origin = origin
        self.changes = changes
        self.sealed = sealed
        self.tokens = tokens
    }
}
