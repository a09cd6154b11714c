/// One table found on a sheet: what it is about, where its header stands, and what its columns mean.
struct Table: Sendable {
    /// The index of its sheet in the workbook.
    let sheetIndex: Int
    /// The sheet.
    let sheet: Sheet
    /// What its rows are about.
    let meaning: Meaning
    /// Zero-based rows of the header.
    let header: ClosedRange<Int>
    /// Columns with a header, from the left.
    var columns: [Column]
    /// Zero-based rows under the header, up to the next table or the end.
    var body: Range<Int>
    /// Columns by field.
    private(set) var places: [Field: Int] = [:]
    /// Further columns of heads of a kind that has a column already.
    private(set) var further: [Field: [Int]] = [:]
    /// Columns of names, a level each, from the left; empty where names stand in one.
    private(set) var levels: [Int] = []
    /// Whether its rows are internal units of bodies.
    var isOfUnits = false
    /// Zero-based first row of the lines that stand above it.
    var top = 0
    /// Units that a line above the table gives for all of it, by dimension.
    var scales: [String: Double] = [:]
    /// The rows, sorted out.
    var rows: [SortedRow] = []
    /// Vertical merges of the body: each covered cell's first row.
    private var merged: [Int: Int] = [:]

    /// A column and what it was taken for.
    struct Column: Sendable {
        /// Zero-based.
        let index: Int
        /// The header's lines.
        let lines: [String]
        /// The field, nil where the column is left out.
        var field: Field?
        /// How it was recognised.
        var how: How
        /// Units in the header, by dimension.
        var scales: [String: Double]

        /// How a column was recognised.
        enum How: Sendable, Hashable {
            case header(Double)
            case content
            case mapping
            case remembered
            case leftOut
            case unknown
        }

        /// The header's lines in one.
        var header: String { lines.joined(separator: "/") }
    }

    init(sheetIndex: Int, sheet: Sheet, meaning: Meaning, header: ClosedRange<Int>, columns: [Column]) {
        self.sheetIndex = sheetIndex
        self.sheet = sheet
        self.meaning = meaning
        self.header = header
        self.columns = columns
        body = (header.upperBound + 1)..<max(header.upperBound + 1, sheet.rows.count)
        for merge in sheet.merges where merge.bottom > merge.top && merge.top > header.upperBound {
            for row in merge.top...merge.bottom where row < sheet.rows.count {
                merged[row << 16 | merge.left] = merge.top
            }
        }
        index()
    }

    /// Fills `places` after columns were changed.
    mutating func index() {
        places = [:]
        further = [:]
        levels = columns.filter { $0.field == .bodyLevelName }.map(\.index)
        for column in columns {
            guard let field = column.field else { continue }
            if places[field] == nil {
                places[field] = column.index
            } else if field.isKindOfHeads {
                further[field, default: []].append(column.index)
            }
        }
    }

    /// Lets a column's filled cells hold for the empty ones below them, as merged cells look once they went through a
    /// CSV file. False where the column does not look so: few gaps, or the same value again and again.
    mutating func fillDown(_ field: Field) -> Bool {
        guard let column = places[field] else { return false }
        let data = rows.filter { $0.kind == .data }.map(\.row)
        guard data.count >= 3, let first = data.first, !cell(row: first, column: column).isVoid else { return false }
        let filled = data.filter { !cell(row: $0, column: column).isVoid }
        let values = filled.map { cell(row: $0, column: column).text }
        guard filled.count * 10 <= data.count * 7, Set(values).count == values.count else { return false }
        var top = first
        for row in data {
            if cell(row: row, column: column).isVoid { merged[row << 16 | column] = top } else { top = row }
        }
        return true
    }

    /// The cell of a field in a row; text in cells merged over several rows holds for each of them.
    func cell(_ field: Field, row: Int) -> Cell {
        guard let column = places[field] else { return .empty }
        return cell(row: row, column: column)
    }

    /// A cell; a merged cell's value holds for all rows it covers.
    func cell(row: Int, column: Int) -> Cell {
        merged.isEmpty ? sheet[row, column] : sheet[merged[row << 16 | column] ?? row, column]
    }

    /// Whether the cell is covered by a merge that begins in a row above.
    func isCovered(row: Int, column: Int) -> Bool {
        merged[row << 16 | column].map { $0 != row } ?? false
    }

    /// Whether the cell is merged over several rows.
    func isMerged(row: Int, column: Int) -> Bool { merged[row << 16 | column] != nil }
}

/// A row under a header and what it is.
struct SortedRow: Sendable, Hashable {
    /// Zero-based.
    let row: Int
    /// What it is.
    let kind: Kind
    /// The heading it stands under (一、党委机关), if any.
    var heading: String?

    /// What a row is.
    enum Kind: Sendable, Hashable {
        /// Data.
        case data
        /// A total of everything, with the column of its label.
        case total(label: Int)
        /// A total of a part.
        case subtotal(label: Int)
        /// A heading between rows, with or without figures.
        case heading
        /// A remark, a line about the table.
        case remark
        /// The header again, or a row of column numbers.
        case header

        /// Whether its figures stand for other rows.
        var isSum: Bool {
            switch self {
            case .total, .subtotal, .heading: true
            case .data, .remark, .header: false
            }
        }
    }
}
