/// Reads delimited text as a workbook of one sheet. All cells are text: a CSV does not say what is a number,
/// and guessing would cut the leading zeros of codes.
func readCSV(
    _ bytes: [UInt8], named name: String, limits: ReadingLimits, report: ReadingReport
) throws(UnreadableFile.Reason) -> Workbook {
    let (text, encoding) = try decodeText(bytes)
    guard !text.isEmpty else { throw .empty }
    return try text.withUnsafeBufferPointer { text throws(UnreadableFile.Reason) in
        let delimiter = detectDelimiter(text)
        let rows = try readRows(text, delimiter, name, limits, report)
        return Workbook(
            sheets: [Sheet(name: name, rows: rows)],
            origin: .csv(encoding: encoding, delimiter: Character(Unicode.Scalar(delimiter))))
    }
}

private func readRows(
    _ text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, _ name: String, _ limits: ReadingLimits,
    _ report: ReadingReport
) throws(UnreadableFile.Reason) -> [[Cell]] {
    var scanner = CSVScanner(text, delimiter: delimiter)
    var collector = RowCollector(sheet: name, limits: limits)
    var pool = TextPool()
    func reached(_ rows: Int) -> ReadingProgress {
        ReadingProgress(sheet: name, sheetIndex: 0, sheetCount: 1, rows: rows)
    }
    while true {
        let row = scanner.records
        var column = 0
        let more = try scanner.next { field in
            // A first line such as sep=; is for the spreadsheet program.
            let isMark = row == 0 && column == 0 && field.starts(with: "sep=".utf8)
            if !field.isEmpty, !isMark { collector.put(.text(pool.text(field)), column) }
            column += 1
        }
        guard more else { break }
        try collector.finishRow(row)
        if scanner.records % 1000 == 0 { try report(reached(scanner.records)) }
    }
    try report(reached(scanner.records))
    return try collector.finish()
}
