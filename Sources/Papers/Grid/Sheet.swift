/// A rectangle of merged cells, zero-based and inclusive. Only its top left cell holds a value.
package struct Merge: Sendable, Hashable {
    /// First row.
    package let top: Int
    /// First column.
    package let left: Int
    /// Last row.
    package let bottom: Int
    /// Last column.
    package let right: Int

    /// The rectangle between two corners, which may be given in either order.
    package init(top: Int, left: Int, bottom: Int, right: Int) {
        self.top = min(top, bottom)
        self.left = min(left, right)
        self.bottom = max(top, bottom)
        self.right = max(left, right)
    }

    /// Whether the cell lies within.
    package func contains(row: Int, column: Int) -> Bool {
        top <= row && row <= bottom && left <= column && column <= right
    }
}

/// One sheet of a workbook as a grid of cells.
package struct Sheet: Sendable, Hashable {
    /// The name on its tab; the file's base name for a CSV.
    package let name: String
    /// `rows[0]` is sheet row 1. Rows are ragged: empty cells at the end of a row, and empty rows at the end
    /// of the sheet, are not stored; an empty row in between is an empty array.
    package let rows: [[Cell]]
    /// Merged rectangles in the order of the file.
    package let merges: [Merge]
    /// Whether the tab is hidden; hidden sheets are read like the others.
    package let hidden: Bool

    /// A sheet of given cells.
    package init(name: String, rows: [[Cell]], merges: [Merge] = [], hidden: Bool = false) {
        self.name = name
        self.rows = rows
        self.merges = merges
        self.hidden = hidden
    }

    /// Cells in the longest row.
    package var columnCount: Int { rows.reduce(0) { max($0, $1.count) } }

    /// The cell at a zero-based place, `.empty` outside the stored cells.
    package subscript(row: Int, column: Int) -> Cell {
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return .empty }
        return rows[row][column]
    }

    /// The merged rectangle that covers a cell, if any.
    package func merge(row: Int, column: Int) -> Merge? {
        merges.first { $0.contains(row: row, column: column) }
    }
}
