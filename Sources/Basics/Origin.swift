/// The cell or row of an office's own table from which a fact was taken.
package struct Origin: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name of the sheet.
    package let sheet: String
    /// The row, counted from 1 as a spreadsheet shows it.
    package let row: Int

    /// The row of a sheet.
    package init(sheet: String, row: Int) {
        self.sheet = sheet
        self.row = row
    }

    /// `人员!858`.
    package var description: String { "\(sheet)!\(row)" }

    /// Orders by sheet, then row.
    package static func < (left: Origin, right: Origin) -> Bool { (left.sheet, left.row) < (right.sheet, right.row) }
}
