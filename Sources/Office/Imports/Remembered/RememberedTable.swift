import Basics
import Papers

/// What a clerk said of a table, by which a later one with the same headings is recognised (记住的表头).
///
/// Headings, and the name of the sheet, are blind tokens: what a clerk takes for a header may be a row with somebody's name
/// in it, and what is not kept need not be erased.
package struct RememberedTable: Hashable, Sendable {
    /// A layout, by its sheet's name and its headings in whatever order.
    package typealias Key = Digest

    /// The token of the sheet's name.
    let sheet: Digest
    /// How many rows its header has.
    let height: Int
    /// What its rows are about; `ignore` leaves it out.
    package let meaning: Meaning
    /// Its columns, from the left.
    package let columns: [Column]

    /// One column.
    package struct Column: Hashable, Sendable {
        /// The token of its heading.
        let heading: Digest
        /// What it means; nil where it is left out.
        package let field: Field?
    }

    /// By what it is known again.
    package var key: Key {
        Digest(sha256: sheet.bytes + columns.map(\.heading).sorted().flatMap(\.bytes))
    }

    /// What each heading means.
    var fields: [Digest: Field?] {
        Dictionary(columns.map { ($0.heading, $0.field) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether another says the same of the same headings, wherever the columns stand.
    func agrees(with other: RememberedTable) -> Bool {
        meaning == other.meaning && height == other.height && fields == other.fields
    }
}

// How it stands sealed: a line of the whole, then a line a column. One that was forgotten is a line of its own. What a later
// version wrote in other ways is not understood, and counts for nothing.

extension RememberedTable {
    /// What is written where it is forgotten.
    static func forgotten(_ key: Key) -> String { "forgotten \(key)" }

    /// The layout that a text says to forget.
    static func forgottenKey(in text: String) -> Key? {
        let words = text.split(separator: " ")
        return words.count == 2 && words[0] == "forgotten" ? Digest(hex: words[1]) : nil
    }

    /// What is kept.
    var text: String {
        ([("\(meaning.rawValue) \(height) \(sheet)")]
            + columns.map { "\($0.heading) \($0.field?.rawValue ?? Meaning.ignore.rawValue)" })
            .joined(separator: "\n")
    }

    /// Reads what is kept.
    init?(text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        guard let first = lines.first, first.count == 3, let meaning = Meaning(rawValue: String(first[0])),
            let height = Int(first[1]), let sheet = Digest(hex: first[2])
        else { return nil }
        var columns: [Column] = []
        for line in lines.dropFirst() {
            guard line.count == 2, let heading = Digest(hex: line[0]) else { return nil }
            let field = Field(rawValue: String(line[1]))
            guard field != nil || line[1] == Meaning.ignore.rawValue else { continue }
            columns.append(Column(heading: heading, field: field))
        }
        self.init(sheet: sheet, height: height, meaning: meaning, columns: columns)
    }
}
