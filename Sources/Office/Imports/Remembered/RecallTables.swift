import Basics
import Papers

/// A table of a workbook of which something was said before (认得的表).
package struct RecalledTable: Sendable {
    /// The sheet's name.
    package let sheet: String
    /// Its header, rows counted from 1.
    let rows: ClosedRange<Int>
    /// What was said, by whom and when.
    package let item: TableMemory.Item
    /// What its columns mean, by their numbers from 0.
    let fields: [Int: Field?]

    /// What its rows are about.
    var meaning: Meaning { item.table.meaning }

    /// Which layout it is.
    package var key: RememberedTable.Key { item.table.key }

    /// Whether the table is recognised the same without it, and nothing in doubt.
    func saysNothingNew(besides recognised: [SheetMapping]) -> Bool {
        recognised.contains { entry in
            entry.sheet == sheet && entry.meaning == meaning && entry.headerRange == rows
                && entry.columns.allSatisfy { column in
                    guard let index = column.column.flatMap(columnNumber), let said = fields[index] else { return true }
                    return column.field(in: meaning) == said && !column.reason.isDoubtful
                }
        }
    }

    /// Whether a table as it was recognised is this one.
    func isSeen(in entry: SheetMapping) -> Bool {
        sheet == entry.sheet && meaning == entry.meaning && (meaning == .ignore || entry.headerRange == rows)
    }
}

extension TableMemory {
    /// The tables of a workbook that are known again by their headings, in the order of the sheets.
    /// - Parameter recognised: the tables as they are recognised without; their headers may stand further down.
    func recall(in workbook: Workbook, besides recognised: [SheetMapping]) -> [RecalledTable] {
        guard !items.isEmpty else { return [] }
        return workbook.sheets.flatMap { sheet in
            recall(in: sheet, below: recognised.filter { $0.sheet == sheet.name }.compactMap { $0.headerRows?.first })
        }
    }

    private func recall(in sheet: Sheet, below further: [Int]) -> [RecalledTable] {
        let name = token(sheet.foldedName)
        let starts = Set(1...max(1, min(Sheet.headerRows, sheet.rows.count))).union(further)
        let heights = Set(items.map(\.table.height))
        var tokens: [String: Digest] = [:]
        var found: [(share: Double, table: RecalledTable)] = []
        for first in starts.sorted() {
            for height in heights.sorted() where height >= 1 && first + height - 1 <= sheet.rows.count {
                let rows = first...(first + height - 1)
                var headings: [Int: Digest] = [:]
                for (column, text) in sheet.headings(in: rows) {
                    let known = tokens[text] ?? token(text)
                    tokens[text] = known
                    headings[column] = known
                }
                guard let match = match(Set(headings.values), height: height, sheet: name) else { continue }
                let fields = match.item.table.fields
                found.append(
                    (
                        match.share,
                        RecalledTable(
                            sheet: sheet.name, rows: rows, item: match.item,
                            fields: headings.compactMapValues { fields[$0] })
                    ))
            }
        }
        found.sort { ($1.share, $0.table.rows.lowerBound) < ($0.share, $1.table.rows.lowerBound) }
        var tables: [RecalledTable] = []
        for (_, table) in found where !tables.contains(where: { $0.rows.overlaps(table.rows) }) { tables.append(table) }
        return tables
    }
}

/// What is said of the sheets with recalled tables: these, and what else was recognised on them.
func mappings(of recalled: [RecalledTable], besides recognised: [SheetMapping]) -> [SheetMapping] {
    var said: [SheetMapping] = []
    for (sheet, tables) in Dictionary(grouping: recalled, by: \.sheet).sorted(by: { $0.key < $1.key }) {
        // All tables of a sheet are said, or the reader would look for none but those that are.
        let others = recognised.filter { entry in
            guard entry.sheet == sheet, entry.meaning != .ignore, let rows = entry.headerRange else { return false }
            return !tables.contains { $0.rows.overlaps(rows) }
        }
        let all =
            tables.filter { $0.meaning != .ignore }.map(\.mapping)
            + others.map { SheetMapping(sheet: sheet, meaning: $0.meaning, headerRows: $0.headerRows) }
        said += all.isEmpty ? [SheetMapping(sheet: sheet, meaning: .ignore)] : all
    }
    return said
}

extension RecalledTable {
    /// What is said of it.
    fileprivate var mapping: SheetMapping {
        SheetMapping(
            sheet: sheet, meaning: meaning, headerRows: [rows.lowerBound, rows.upperBound],
            columns: fields.sorted { $0.key < $1.key }.map { column, field in
                ColumnMapping(
                    column: columnName(column), field: field?.key ?? Meaning.ignore.rawValue,
                    how: ColumnReason.remembered.rawValue)
            })
    }
}
