extension Table {
    /// Takes over what a clerk says of the columns. A field given to one column is taken from any other.
    mutating func apply(_ mapping: SheetMapping) {
        for entry in mapping.columns {
            guard let column = place(of: entry) else { continue }
            let field = Field(rawValue: entry.field) ?? Field(rawValue: "\(meaning.rawValue).\(entry.field)")
            if let known = columns.firstIndex(where: { $0.index == column }) {
                // What is confirmed only keeps the way it was recognised.
                if columns[known].field == field { continue }
                if let field, !field.isUnused {
                    for other in columns.indices where columns[other].field == field { columns[other].field = nil }
                }
                columns[known].field = field
                columns[known].how = field == nil && columns[known].how == .leftOut ? .leftOut : .mapping
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
    /// The word a mapping file has for it.
    var word: String {
        switch self {
        case .header(let confidence): confidence >= 0.8 ? "header" : "part"
        case .content: "content"
        case .mapping: "mapping"
        case .leftOut: "actual"
        case .unknown: "unknown"
        }
    }
}
