import Basics

/// What one cell of a sheet holds, as the file stores it.
package enum Cell: Sendable, Hashable {
    /// Nothing; a styled cell without a value is empty too.
    case empty
    /// Text as stored, spaces included.
    case text(String)
    /// A number, with the digits as they stand in the file: a long identity number typed as a number has
    /// lost digits in the `Double`, and `written` lets the importer say so.
    case number(Double, written: String)
    /// A number whose style shows a date, or a cell of the ISO date type; a time of day is dropped.
    case day(Day)
    /// TRUE or FALSE.
    case truth(Bool)
    /// A formula's error by its name, such as `#REF!`; see also `uncalculated`.
    case fault(String)

    /// A formula saved without its value. Reading it as empty would lose a total in silence.
    package static let uncalculated = Cell.fault("#UNCALCULATED!")

    /// The cell as text, without the spaces around it: digits as written, days as `yyyy-MM-dd`,
    /// truths as `TRUE` and `FALSE`, faults by name, an empty cell as "".
    package var text: String {
        switch self {
        case .empty: ""
        case .text(let text): trimmed(text)
        case .number(_, let written): written
        case .day(let day): day.description
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        case .fault(let name): name
        }
    }

    /// Whether a reader sees nothing: empty, or text of spaces only.
    package var isBlank: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.unicodeScalars.allSatisfy(isSpace)
        default: false
        }
    }
}

/// The text without spaces, line ends, full-width spaces (U+3000), no-break spaces and byte order marks around it.
private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
        let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    return String(scalars[first...last])
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value <= 0x20 }
    return scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
}
