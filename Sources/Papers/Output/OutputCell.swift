import Basics

/// What to write into one cell.
package enum OutputCell: Sendable, Hashable {
    /// Nothing.
    case empty
    /// Text, always stored as text: an identity number keeps its digits, and what begins with `=` is no formula.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number; must be finite.
    case decimal(Double)
    /// A day, stored as a number under a date style; before 1900 as text, for the sheet cannot count so far back.
    case day(Day)
    /// TRUE or FALSE.
    case truth(Bool)
    /// Text in the look of the header, wherever it stands: the head of a further table below the first.
    case heading(String)
    /// Text that leads to a cell of a sheet of the same workbook, such as `A1`.
    case link(String, sheet: String, cell: String = "A1")
}

extension OutputCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// Text.
    package init(stringLiteral value: String) { self = .text(value) }
    /// A whole number.
    package init(integerLiteral value: Int) { self = .integer(value) }
}
