import Basics

/// A table of a report, before it is known how it will be written.
struct ReportTable: Sendable {
    /// What it is called in links.
    let id: String
    /// What it shows.
    let title: Wording
    /// Its columns; the first names the rows.
    let columns: [Wording]
    /// Its rows, as long as `columns`.
    let rows: [[Cell]]
    /// The sum of its rows.
    let total: [Cell]?
    /// Sentences beneath it.
    let notes: [Wording]

    /// What stands in a cell.
    enum Cell: Sendable, Hashable {
        /// A text in both languages.
        case text(Wording)
        /// A number.
        case number(Int)
        /// A number of which parts are unknown: at least so much.
        case atLeast(Int)
        /// Nothing is known or applies.
        case none

        init(_ number: Int?) { self = number.map { .number($0) } ?? .none }
    }

    init(
        id: String, title: Wording, columns: [Wording], rows: [[Cell]], total: [Cell]? = nil, notes: [Wording] = []
    ) {
        self.id = id
        self.title = title
        self.columns = columns
        self.rows = rows
        self.total = total
        self.notes = notes
    }
}

extension ReportTable.Cell {
    /// As people read it.
    func said(in language: Language) -> String {
        switch self {
        case .text(let wording): wording.said(in: language)
        case .number(let number): number.grouped
        case .atLeast(let number): "≥\(number.grouped)"
        case .none: "—"
        }
    }

    /// Whether it stands at the right.
    var isNumber: Bool {
        if case .text = self { false } else { true }
    }
}

extension Int {
    /// The digits in groups of three: 7,048.
    package var grouped: String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}
