extension BookReader {
    /// The book with its problems in order, the refused rows, the mapping and the columns that hold something.
    func finished() -> DistrictBook {
        var reader = self
        reader.countRepeated()
        var book = reader.book
        let order = Dictionary(
            workbook.sheets.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        book.problems = book.problems.enumerated().sorted {
            let left = (order[$0.element.sheet] ?? -1, $0.element.row ?? 0, $0.element.column ?? -1, $0.offset)
            let right = (order[$1.element.sheet] ?? -1, $1.element.row ?? 0, $1.element.column ?? -1, $1.offset)
            return left < right
        }.map(\.element)
        book.rejected = errors.map { origin, problems in
            RejectedRow(
                sheet: origin.sheet, row: origin.row, meaning: meanings[origin] ?? .ignore,
                problems: problems.sorted { ($0.column ?? -1) < ($1.column ?? -1) })
        }.sorted { (order[$0.sheet] ?? -1, $0.row) < (order[$1.sheet] ?? -1, $1.row) }
        book.mapping.sheets = (tables.map(\.mapping) + book.mapping.sheets).enumerated().sorted {
            (order[$0.element.sheet] ?? -1, $0.offset) < (order[$1.element.sheet] ?? -1, $1.offset)
        }.map(\.element)
        book.mapping.values = given.values
        book.mapping.names = given.names
        for index in tables.indices {
            for field in tables[index].places.keys where isFilled(field, index) { book.columnsPresent.insert(field) }
        }
        return book
    }
}
