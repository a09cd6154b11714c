/// One column of an output sheet.
package struct OutputColumn: Sendable, Hashable {
    /// What the column holds, which decides how the program shows cells and what it does to typed ones.
    package enum Kind: Sendable, Hashable {
        /// Text on one line. The column has the text format, so that identity numbers typed later stay text.
        case text
        /// Text broken into lines.
        case wrapped
        /// Whole numbers.
        case integer
        /// Numbers with two decimals.
        case decimal
        /// Days as `yyyy-mm-dd`.
        case day
    }

    /// Text of the header cell where the sheet has no header rows of its own.
    package let name: String
    /// Width in narrow characters; a Han character takes two.
    package let width: Double
    /// What it holds.
    package let kind: Kind
    /// Excel's number format in place of the kind's own, such as `yyyy"年"m"月"`.
    package let format: String?

    /// A column.
    package init(_ name: String, width: Double = 12, kind: Kind = .text, format: String? = nil) {
        self.name = name
        self.width = width
        self.kind = kind
        self.format = format
    }
}

/// A sheet to write: from the top the title, the preface, the header, the body, an empty row and the notes.
package struct OutputSheet: Sendable, Hashable {
    /// Name on the tab, 1 to 31 characters without `[]:*?/\`.
    package var name: String
    /// First row, merged over all columns; nil for none.
    package var title: String?
    /// Plain rows between title and header, such as 填报单位 and 截止时间.
    package var preface: [[OutputCell]]
    /// Rows of the header; nil for one row of the columns' names.
    package var headerRows: [[OutputCell]]?
    /// Columns from the left; rows may not be longer.
    package var columns: [OutputColumn]
    /// Rows of the body.
    package var rows: [[OutputCell]]
    /// Merged rectangles, of header or body, in zero-based rows of the sheet (the title is row 0). Only the value
    /// of their top left cell is written. They must not overlap.
    package var merges: [Merge]
    /// Lines under the table.
    package var notes: [String]
    /// Whether the last header row has filter buttons.
    package var filtered: Bool
    /// Whether the tab is hidden; the first one cannot be.
    package var hidden: Bool

    /// A sheet to write.
    package init(
        name: String, title: String? = nil, preface: [[OutputCell]] = [], headerRows: [[OutputCell]]? = nil,
        columns: [OutputColumn], rows: [[OutputCell]], merges: [Merge] = [], notes: [String] = [],
        filtered: Bool = true, hidden: Bool = false
    ) {
        self.name = name
        self.title = title
        self.preface = preface
        self.headerRows = headerRows
        self.columns = columns
        self.rows = rows
        self.merges = merges
        self.notes = notes
        self.filtered = filtered
        self.hidden = hidden
    }

    /// Zero-based row of the sheet in which the header begins.
    package var firstHeaderRow: Int { (title == nil ? 0 : 1) + preface.count }
    /// Zero-based row of the sheet in which the body begins.
    package var firstBodyRow: Int { firstHeaderRow + header.count }

    /// The header as written.
    var header: [[OutputCell]] { headerRows ?? [columns.map { .text($0.name) }] }
}
