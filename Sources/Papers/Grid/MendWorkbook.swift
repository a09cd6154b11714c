/// The place of a cell in a workbook.
package struct CellPlace: Hashable, Comparable, Sendable {
    /// The sheet's name.
    package let sheet: String
    /// Counted from 1, as a spreadsheet shows it.
    package let row: Int
    /// Counted from 0.
    package let column: Int

    /// The cell of a sheet.
    package init(sheet: String, row: Int, column: Int) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// As a spreadsheet names it: `N131`.
    package var name: String { cellName(row: row - 1, column: column) }

    /// By sheet, row and column.
    package static func < (left: CellPlace, right: CellPlace) -> Bool {
        (left.sheet, left.row, left.column) < (right.sheet, right.row, right.column)
    }
}

extension Workbook {
    /// The cell at a place, the value of merged cells for each of them; empty where nothing is stored.
    package subscript(place: CellPlace) -> Cell {
        guard let sheet = sheet(named: place.sheet) else { return .empty }
        guard let merge = sheet.merge(row: place.row - 1, column: place.column) else {
            return sheet[place.row - 1, place.column]
        }
        return sheet[merge.top, merge.left]
    }

    /// The workbook with texts typed over cells; an empty text empties its cell. Everything typed is text, so that an
    /// identity number keeps its digits. A cell typed over among merged ones takes the merge apart: the others keep the
    /// value they had. Places on sheets that don't exist, or below the last row, are left out.
    package func mended(by texts: [CellPlace: String]) -> Workbook {
        guard !texts.isEmpty else { return self }
        let bySheet = Dictionary(grouping: texts, by: \.key.sheet)
        return Workbook(
            sheets: sheets.map { sheet in bySheet[sheet.name].map { sheet.mended(by: $0) } ?? sheet }, origin: origin)
    }
}

extension Sheet {
    fileprivate func mended(by texts: [(key: CellPlace, value: String)]) -> Sheet {
        var rows = rows
        func put(_ cell: Cell, _ row: Int, _ column: Int) {
            guard rows.indices.contains(row), column >= 0 else { return }
            while rows[row].count <= column { rows[row].append(.empty) }
            rows[row][column] = cell
        }
        let parted = Set(
            texts.compactMap { place, _ in
                merges.firstIndex { $0.contains(row: place.row - 1, column: place.column) && $0.bottom > $0.top }
            })
        for index in parted {
            let merge = merges[index]
            for row in merge.top...merge.bottom { put(self[merge.top, merge.left], row, merge.left) }
        }
        for (place, text) in texts {
            put(text.allSatisfy(\.isWhitespace) ? .empty : .text(text), place.row - 1, place.column)
        }
        return Sheet(
            name: name, rows: rows,
            merges: merges.enumerated().filter { !parted.contains($0.offset) }.map(\.element), hidden: hidden)
    }
}
