/// Finds the tables of a sheet: the first header near the top, and further ones below it.
struct TableFinder {
    private var headers: HeaderFinder
    private let words: Vocabulary

    init(words: Vocabulary) {
        self.words = words
        headers = HeaderFinder(words: words.headers, values: words.values)
    }

    /// The tables of a sheet, as a clerk's mappings say or as they are recognised.
    mutating func tables(_ sheet: Sheet, index: Int, mappings: [SheetMapping]) -> [Table] {
        let placed = mappings.filter { $0.headerRows != nil }
        if !placed.isEmpty { return tables(sheet, index: index, placed: placed) }
        let mapping = mappings.first
        guard let found = firstHeader(sheet, as: mapping?.meaning) else { return [] }
        var tables = [table(found, sheet, index, mapping)]
        var row = found.rows.upperBound + 1
        while row < sheet.rows.count {
            if couldBeHeader(sheet.rows[row]), let next = headers.find(sheet, in: row..<row + 1) {
                let above = tables[tables.count - 1]
                if !isSame(next, above) {
                    // Lines with one cell right above a header are its title.
                    var end = row
                    while end > above.body.lowerBound,
                        sheet.rows[end - 1].count(where: { !$0.isVoid }) <= 1, above.columns.count > 2
                    {
                        end -= 1
                    }
                    tables[tables.count - 1].body = above.body.lowerBound..<end
                    var below = table(next, sheet, index, mapping)
                    below.top = end
                    tables.append(below)
                }
                row = next.rows.upperBound
            }
            row += 1
        }
        return tables
    }

    /// The best header near the top, or one above it that has rows of its own in between.
    private mutating func firstHeader(_ sheet: Sheet, as meaning: Meaning?) -> HeaderFound? {
        guard var found = headers.find(sheet, in: 0..<headerDepth, as: meaning) else { return nil }
        while found.rows.lowerBound > 1, let above = headers.find(sheet, in: 0..<found.rows.lowerBound - 1, as: meaning)
        {
            let between = (above.rows.upperBound + 1)..<max(above.rows.upperBound + 1, found.rows.lowerBound)
            guard between.contains(where: { !sheet.rows[$0].allSatisfy(\.isVoid) }) else { break }
            found = above
        }
        return found
    }

    /// Tables whose headers' rows are given.
    private mutating func tables(_ sheet: Sheet, index: Int, placed: [SheetMapping]) -> [Table] {
        var tables: [Table] = []
        for mapping in placed.sorted(by: { ($0.headerRows?.first ?? 0) < ($1.headerRows?.first ?? 0) }) {
            guard let first = mapping.headerRows?.first, let last = mapping.headerRows?.last, first >= 1, last >= first,
                last <= sheet.rows.count,
                let found = headers.read(sheet, rows: (first - 1)...(last - 1), as: mapping.meaning)
            else { continue }
            if let above = tables.indices.last, tables[above].body.lowerBound < first {
                tables[above].body = tables[above].body.lowerBound..<(first - 1)
            }
            tables.append(table(found, sheet, index, mapping))
        }
        return tables
    }

    private func table(_ found: HeaderFound, _ sheet: Sheet, _ index: Int, _ mapping: SheetMapping?) -> Table {
        var table = Table(
            sheetIndex: index, sheet: sheet, meaning: found.meaning, header: found.rows, columns: found.columns)
        if let mapping { table.apply(mapping) }
        return table
    }

    /// A cheap look before the dear one: the first two filled cells are headers, word for word.
    private func couldBeHeader(_ row: [Cell]) -> Bool {
        var seen = 0
        for cell in row {
            switch cell {
            case .empty: continue
            case .text(let text):
                guard text.utf8.count <= 60, words.headers.knows(text) else { return false }
                seen += 1
                if seen == 2 { return true }
            default: return false
            }
        }
        return false
    }

    private func isSame(_ found: HeaderFound, _ table: Table) -> Bool {
        var places: [Field: Int] = [:]
        for column in found.columns.reversed() { if let field = column.field { places[field] = column.index } }
        guard found.meaning == table.meaning else { return false }
        return places.allSatisfy { $0.key.isUnused || table.places[$0.key] == $0.value }
    }
}
