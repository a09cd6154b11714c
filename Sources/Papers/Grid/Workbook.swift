/// How the characters of a text file are stored.
package enum TextEncoding: String, Sendable, Hashable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// UTF-16 with a byte order mark, in either order.
    case utf16
    /// GB 18030, which holds GBK and GB 2312.
    case gb18030
}

/// A workbook read into memory: grids of cells, nothing else.
package struct Workbook: Sendable, Hashable {
    /// The kind of file it was read from.
    package enum Origin: Sendable, Hashable {
        /// Office Open XML (ISO/IEC 29500), transitional or strict.
        case xlsx
        /// Delimited text, with what was found out about it.
        case csv(encoding: TextEncoding, delimiter: Character)
    }

    /// In the order of the tabs, hidden ones too; never empty when read from a file.
    package let sheets: [Sheet]
    /// The kind of file.
    package let origin: Origin

    /// A workbook of given sheets.
    package init(sheets: [Sheet], origin: Origin) {
        self.sheets = sheets
        self.origin = origin
    }

    /// The first sheet of exactly that name.
    package func sheet(named name: String) -> Sheet? { sheets.first { $0.name == name } }
}

/// How far reading has come.
package struct ReadingProgress: Sendable, Hashable {
    /// Name of the sheet being read.
    package let sheet: String
    /// Its zero-based number among the sheets.
    package let sheetIndex: Int
    /// Sheets in the workbook.
    package let sheetCount: Int
    /// Rows read of this sheet so far.
    package let rows: Int
}
