/// Writes the header and body of a sheet as delimited text (RFC 4180, UTF-8), in one step. With the byte order mark
/// Excel reads Chinese text right. Title, preface and notes are left out: they belong to no column.
package func writeCSV(
    _ sheet: OutputSheet, to path: String, byteOrderMark: Bool = true, guardingFormulas: Bool = true
) throws(UnwritableFile) {
    do throws(UnwritableFile.Reason) {
        let text = csvText(sheet, byteOrderMark: byteOrderMark, guardingFormulas: guardingFormulas)
        try replaceFile(at: path) { (temporary) throws(UnwritableFile.Reason) in
            try fill(temporary, with: Array(text.utf8))
        }
    } catch {
        throw UnwritableFile(file: fileName(path), reason: error)
    }
}

/// The header and body of a sheet as delimited text with lines ended by CR LF. Guarding puts an apostrophe before
/// text that a spreadsheet program would run as a formula; without it the text is exact.
package func csvText(_ sheet: OutputSheet, byteOrderMark: Bool = true, guardingFormulas: Bool = true) -> String {
    var text = byteOrderMark ? "\u{FEFF}" : ""
    for row in sheet.header + sheet.rows {
        for column in sheet.columns.indices {
            if column > 0 { text += "," }
            if row.indices.contains(column) { text += field(row[column], guardingFormulas) }
        }
        text += "\r\n"
    }
    return text
}

private func field(_ cell: OutputCell, _ guarding: Bool) -> String {
    switch cell {
    case .empty: return ""
    case .integer(let number): return String(number)
    case .decimal(let number): return String(number)
    case .day(let day): return day.description
    case .truth(let truth): return truth ? "TRUE" : "FALSE"
    case .text(let text), .heading(let text), .link(let text, _, _):
        // A lone dash is how offices write "none".
        let risky = guarding && text.unicodeScalars.count > 1 && text.unicodeScalars.first.map(startsFormula) == true
        let guarded = risky ? "'" + text : text
        guard guarded.utf8.contains(where: needsQuotes) else { return guarded }
        return "\"" + guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

private func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r": true
    default: false
    }
}

private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
