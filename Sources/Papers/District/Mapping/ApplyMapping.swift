extension Table {
    /// Takes over what a clerk says of the columns. A field given to one column is taken from any other.
    mutating func apply(_ mapping: SheetMapping) {
        for entry in mapping.columns {
            guard let column = place(of: entry) else { continue }
            let field = Field(rawValue: entry.field) ?? Field(rawValue: "\(meaning.rawValue).\(entry.field)")
            if let known = columns.firstIndex(where: { $0.index == column }) {
                // What is confirmed only keeps the way it was recognised, but a doubt is settled by what was said before.
                if columns[known].field == field {
                    if let settled = columns[known].how.settled(by: entry, asLeftOut: field == nil) {
                        columns[known].how = settled
                    }
                    continue
                }
                if let field, !field.isUnused {
                    for other in columns.indices where columns[other].field == field { columns[other].field = nil }
                }
                columns[known].field = field
                let said: Column.How = entry.reason == .remembered ? .remembered : .mapping
                columns[known].how = field == nil && columns[known].how == .leftOut ? .leftOut : said
            } else {
                columns.append(
                    Column(
                        index: column, lines: entry.header.map { [$0] } ?? [], field: field, how: .mapping, scales: [:])
                )
                columns.sort { $0.index < $1.index }
            }
        }
        index()
    }

    /// The column an entry means: by its letters, else by its header.
    private func place(of entry: ColumnMapping) -> Int? {
        if let letters = entry.column, let place = cellPlace((letters + "1").utf8) { return place.column }
        guard let header = entry.header.map({ folded($0) }) else { return nil }
        return columns.first { folded($0.header) == header || folded($0.lines.last ?? "") == header }?.index
    }

    /// The mapping that says what was recognised here.
    var mapping: SheetMapping {
        SheetMapping(
            sheet: sheet.name, meaning: meaning, headerRows: [header.lowerBound + 1, header.upperBound + 1],
            columns: columns.map { column in
                ColumnMapping(
                    column: columnName(column.index), header: column.header, field: column.field?.key ?? "ignore",
                    how: column.how.word)
            })
    }
}

extension Table.Column.How {
    /// How a column was recognised where an entry says of it what was recognised anyway; nil where that stays.
    fileprivate func settled(by entry: ColumnMapping, asLeftOut: Bool) -> Table.Column.How? {
        switch (self, entry.reason) {
        case (.leftOut, _): nil
        case (.header(let confidence), .remembered): asLeftOut || confidence < 0.8 ? .remembered : nil
        case (_, .remembered): .remembered
        // Or it would be looked into once more for what it may be.
        case (.unknown, .mapping), (.unknown, .content): .mapping
        default: nil
        }
    }

    /// The word a mapping file has for it.
    var word: String {
        switch self {
        case .header(let confidence): confidence >= 0.8 ? "header" : "part"
        case .content: "content"
        case .mapping: "mapping"
        case .remembered: "remembered"
        case .leftOut: "actual"
        case .unknown: "unknown"
        }
    }
}
