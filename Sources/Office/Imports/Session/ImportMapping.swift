import Basics
import Papers

/// One table of a workbook as the clerk is shown it (识别的表): what its rows are about, and what each column is.
package struct MappedTable: Sendable {
    /// Its number among the tables, from 0, by which it is changed.
    package let index: Int
    /// The sheet's name.
    package let sheet: String
    /// Whether the sheet is hidden.
    package let isHidden: Bool
    /// What its rows are about.
    package let meaning: Meaning
    /// First and last row of the header, counted from 1; nil where none was found.
    package let headerRows: ClosedRange<Int>?
    /// The columns with a header.
    package let columns: [Column]
    /// What was said of it before, by which it was recognised; nil where that has no part in it.
    package let recalled: RecalledTable?
    /// The first rows of a sheet of which nothing could be made, as texts, for the clerk to find the header in.
    package let firstRows: [[String]]

    /// One column.
    package struct Column: Sendable {
        /// Its letters.
        package let letters: String
        /// Its header.
        package let header: String
        /// What it was taken for; nil where it is left out.
        package let field: Field?
        /// How that was found.
        package let reason: ColumnReason
        /// What its first filled cells hold; identity numbers are masked.
        package let samples: [String]
    }
}

/// What a clerk says of one table.
package struct TableSaying: Sendable {
    /// What columns are, by their letters; nil leaves one out, and a column that isn't named stays as it is.
    package var fields: [String: Field?] = [:]
    /// What its rows are about; nil where that stays.
    package var meaning: Meaning?
    /// Its header, rows counted from 1; with another meaning nil has it searched for.
    package var headerRows: ClosedRange<Int>?

    /// What is said.
    package init(fields: [String: Field?] = [:], meaning: Meaning? = nil, headerRows: ClosedRange<Int>? = nil) {
        self.fields = fields
        self.meaning = meaning
        self.headerRows = headerRows
    }
}

extension ImportSession {
    /// The tables of the workbook as they are recognised now, in the order of the sheets; a sheet in which nothing was
    /// found, or that is left out, is one of its own.
    package var tables: [MappedTable] {
        let entries = mapping.sheets
        return entries.enumerated().map { index, entry in
            let sheet = original.sheet(named: entry.sheet)
            let header = entry.headerRange
            return MappedTable(
                index: index, sheet: entry.sheet, isHidden: sheet?.hidden ?? false, meaning: entry.meaning,
                headerRows: header,
                columns: entry.columns.map { column in
                    let place = column.column.flatMap(columnNumber) ?? 0
                    let field = column.field(in: entry.meaning)
                    return MappedTable.Column(
                        letters: column.column ?? "", header: column.header ?? "", field: field, reason: column.reason,
                        samples: samples(sheet, column: place, below: header?.upperBound ?? 0, of: field))
                },
                recalled: recalled.first { $0.isSeen(in: entry) },
                firstRows: header == nil ? firstRows(of: sheet) : [])
        }
    }

    /// What was recognised, or for a workbook of which nothing could be made its sheets without a meaning.
    var mapping: BookMapping {
        if let book { return book.mapping }
        var mapping = given
        for sheet in original.sheets where !mapping.sheets.contains(where: { $0.sheet == sheet.name }) {
            mapping.sheets.append(SheetMapping(sheet: sheet.name, meaning: .ignore))
        }
        return mapping
    }

    /// Says what columns of a table are, and recognises the workbook anew. Columns by their letters; nil leaves one out.
    package mutating func map(
        table index: Int, _ fields: [String: Field?], watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        try map([index: TableSaying(fields: fields)], watch: watch)
    }

    /// Says what the rows of a table are about and where its header stands, and recognises the workbook anew.
    /// - Parameter headerRows: counted from 1; nil to have the header searched for.
    package mutating func map(
        table index: Int, as meaning: Meaning, headerRows: ClosedRange<Int>? = nil, watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        try map([index: TableSaying(meaning: meaning, headerRows: headerRows)], watch: watch)
    }

    /// Says something of several tables at once, by their numbers, and recognises the workbook anew.
    package mutating func map(
        _ sayings: [Int: TableSaying], watch: ImportWatch = .none
    ) throws(OfficeFailure) {
        try check(sayings)
        let tables = mapping.sheets
        let sheets = Set(sayings.keys.map { tables[$0].sheet })
        try change(watch: watch) { session in
            var said = session.given
            // All tables of a sheet are said, or the reader would look for none but those that are.
            said.sheets.removeAll { sheets.contains($0.sheet) }
            for (index, entry) in tables.enumerated() where sheets.contains(entry.sheet) {
                let isAlone = tables.count { $0.sheet == entry.sheet } == 1
                let saying = sayings[index] ?? TableSaying()
                session.note(saying, of: entry)
                if let kept = entry.saying(saying, isAlone: isAlone) { said.sheets.append(kept) }
            }
            session.say(said)
        }
    }

    /// Refuses what can't be said of these tables.
    package func check(_ sayings: [Int: TableSaying]) throws(OfficeFailure) {
        for (index, saying) in sayings.sorted(by: { $0.key < $1.key }) { try check(saying, of: try table(index)) }
    }

    private func check(_ saying: TableSaying, of entry: SheetMapping) throws(OfficeFailure) {
        if let rows = saying.headerRows {
            let last = original.sheet(named: entry.sheet)?.rows.count ?? 0
            guard rows.lowerBound >= 1, rows.upperBound <= last, rows.count <= 4 else {
                throw OfficeFailure(
                    .input, "header-rows", zh: "“\(entry.sheet)”的表头须在第1行至第\(last)行之间，且不超过4行。",
                    en: "The header of “\(entry.sheet)” must stand within rows 1 to \(last) and have at most 4 rows.")
            }
        }
        // Where it becomes another table, its columns are looked at anew.
        if let meaning = saying.meaning, meaning != entry.meaning { return }
        if let wrong = saying.fields.values.compactMap({ $0 }).first(where: { $0.meaning != entry.meaning }) {
            throw OfficeFailure(
                .input, "field-of-another-table",
                zh: "“\(wrong.name.zh)”是\(wrong.meaning.name.zh)表的字段，不能用于\(entry.meaning.name.zh)表。",
                en: "“\(wrong.name.en)” belongs to a table of \(wrong.meaning.name.en).")
        }
        var columns: [Field: String] = [:]
        for (letters, field) in saying.fields.sorted(by: { $0.key < $1.key }) {
            guard let field, !field.mayStandTwice else { continue }
            if let other = columns.updateValue(letters, forKey: field) {
                throw OfficeFailure(
                    .input, "field-twice",
                    zh: "“\(entry.sheet)”的\(other)列和\(letters)列都指定为“\(field.name.zh)”，只能有一列。",
                    en: "Columns \(other) and \(letters) of “\(entry.sheet)” are both given to “\(field.name.en)”.")
            }
        }
    }

    private func table(_ index: Int) throws(OfficeFailure) -> SheetMapping {
        let tables = mapping.sheets
        guard tables.indices.contains(index) else {
            throw OfficeFailure(
                .input, "unknown-table", zh: "没有第\(index + 1)张表，请刷新页面。",
                en: "There is no table \(index + 1); load the page again.")
        }
        return tables[index]
    }

    private func samples(_ sheet: Sheet?, column: Int, below: Int, of field: Field?) -> [String] {
        guard let sheet else { return [] }
        var found: [String] = []
        for row in below..<max(below, min(sheet.rows.count, below + 200)) where found.count < 3 {
            let text = sheet[row, column].text
            guard !text.isEmpty, !found.contains(text) else { continue }
            found.append(text)
        }
        return found.map { field == .personIdentityNumber || looksLikeIdentity($0) ? maskedIdentity($0) : short($0) }
    }

    private func firstRows(of sheet: Sheet?) -> [[String]] {
        guard let sheet else { return [] }
        return sheet.rows.prefix(12).map { row in
            row.prefix(12).map { looksLikeIdentity($0.text) ? maskedIdentity($0.text) : short($0.text) }
        }
    }
}

/// A text of which a table shows the beginning only.
private func short(_ text: String) -> String { text.count > 24 ? String(text.prefix(24)) + "…" : text }

private func looksLikeIdentity(_ text: String) -> Bool {
    (text.utf8.count == 18 || text.utf8.count == 15) && text.utf8.dropLast().allSatisfy { (48...57).contains($0) }
}

/// The zero-based number of a column by its letters.
func columnNumber(_ letters: String) -> Int? {
    guard !letters.isEmpty, letters.utf8.count <= 4 else { return nil }
    var number = 0
    for byte in letters.utf8 {
        guard (65...90).contains(byte) else { return nil }
        number = number * 26 + Int(byte) - 64
    }
    return number - 1
}

extension SheetMapping {
    /// The table with what is said of it; nil for one that is left out of a sheet with others, which is done by not
    /// naming it.
    fileprivate func saying(_ saying: TableSaying, isAlone: Bool) -> SheetMapping? {
        let meaning = saying.meaning ?? self.meaning
        if meaning == .ignore, !isAlone { return nil }
        let rows = saying.headerRows.map { [$0.lowerBound, $0.upperBound] }
        if meaning != self.meaning || rows != nil && rows != headerRows {
            return SheetMapping(sheet: sheet, meaning: meaning, headerRows: rows)
        }
        var kept = self
        for column in kept.columns.indices {
            guard let letters = kept.columns[column].column, let field = saying.fields[letters] else { continue }
            kept.columns[column].field = field?.key ?? "ignore"
            kept.columns[column].how = ColumnReason.mapping.rawValue
        }
        return kept
    }

    /// The rows of the header, counted from 1.
    var headerRange: ClosedRange<Int>? {
        guard let first = headerRows?.first, let last = headerRows?.last, first <= last else { return nil }
        return first...last
    }
}

extension Field {
    /// Whether several columns of one table may hold it.
    package var mayStandTwice: Bool {
        switch self {
        case .bodySerial, .bodyOther, .bodyRemark, .bodyLevelName, .personSerial, .personOther, .personRemark,
            .dutySerial, .dutyRemark, .matterSerial, .matterRemark:
            true
        default: rawValue.hasPrefix("bodies.heads.")
        }
    }
}
