import Basics
import CXlsxWriter

/// Writes one sheet into a workbook under way.
struct SheetWriter {
    private let sheet: OutputSheet
    private let formats: Formats
    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let columnFormats: [FormatPointer?]

    init(
        _ sheet: OutputSheet, in workbook: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats
    ) throws(UnwritableFile.Reason) {
        // An empty name would make the writer invent one.
        guard !sheet.name.isEmpty, workbook_validate_sheet_name(workbook, sheet.name) == LXW_NO_ERROR,
            let worksheet = workbook_add_worksheet(workbook, sheet.name)
        else { throw .badSheetName(sheet.name) }
        self.sheet = sheet
        self.formats = formats
        self.worksheet = worksheet
        columnFormats = sheet.columns.map(formats.body)
    }

    func write() throws(UnwritableFile.Reason) {
        guard sheet.columns.count <= 16_384 else { throw .sheetFull(sheet: sheet.name) }
        for (index, column) in sheet.columns.enumerated() {
            let place = UInt16(index)
            worksheet_set_column(worksheet, place, place, column.width, columnFormats[index])
        }
        // Merging writes its cells, so values come after.
        try writeMerges()
        if let title = sheet.title {
            try write(.text(title), 0, 0, formats.title)
            worksheet_set_row(worksheet, 0, 30, nil)
        }
        for (index, row) in sheet.preface.enumerated() {
            try writeRow(row, (sheet.title == nil ? 0 : 1) + index) { _ in formats.plain }
        }
        for (index, row) in sheet.header.enumerated() {
            try writeRow(row, sheet.firstHeaderRow + index) { _ in formats.header }
        }
        for (index, row) in sheet.rows.enumerated() {
            try writeRow(row, sheet.firstBodyRow + index) {
                columnFormats.indices.contains($0) ? columnFormats[$0] : nil
            }
        }
        let firstNote = sheet.firstBodyRow + sheet.rows.count + 1
        for (index, note) in sheet.notes.enumerated() {
            try write(.text(note), firstNote + index, 0, formats.plain)
        }
        finishLayout()
    }

    private func writeMerges() throws(UnwritableFile.Reason) {
        var merges = sheet.merges.map { (merge: $0, format: formats.header) }
        for index in merges.indices where merges[index].merge.top >= sheet.firstBodyRow {
            let column = merges[index].merge.left
            merges[index].format = columnFormats.indices.contains(column) ? columnFormats[column] : formats.plain
        }
        if sheet.title != nil, sheet.columns.count > 1 {
            let across = Merge(top: 0, left: 0, bottom: 0, right: sheet.columns.count - 1)
            merges.append((across, formats.title))
        }
        if let bad = firstOverlap(merges.map(\.merge)) {
            throw .badMerge(sheet: sheet.name, cell: cellName(row: bad.top, column: bad.left))
        }
        // A merge of one cell is none, and Excel calls a file with one damaged.
        for (merge, format) in merges where merge.top < merge.bottom || merge.left < merge.right {
            let status = worksheet_merge_range(
                worksheet, UInt32(merge.top), UInt16(merge.left), UInt32(merge.bottom), UInt16(merge.right), "", format)
            guard status == LXW_NO_ERROR else {
                throw .badMerge(sheet: sheet.name, cell: cellName(row: merge.top, column: merge.left))
            }
        }
    }

    private func writeRow(
        _ cells: [OutputCell], _ row: Int, _ format: (Int) -> FormatPointer?
    ) throws(UnwritableFile.Reason) {
        for (column, cell) in cells.enumerated() where cell != .empty {
            try write(cell, row, column, format(column))
        }
    }

    private func write(
        _ cell: OutputCell, _ row: Int, _ column: Int, _ format: FormatPointer?
    ) throws(UnwritableFile.Reason) {
        guard row < 1_048_576, column < 16_384 else { throw .sheetFull(sheet: sheet.name) }
        let line = UInt32(row)
        let place = UInt16(column)
        var status = LXW_NO_ERROR
        switch cell {
        case .empty: break
        case .text(let text): status = worksheet_write_string(worksheet, line, place, storable(text), format)
        case .integer(let number):
            // Beyond 2^53 a cell would change the last digits; such a number is a code, and kept as text.
            if number.magnitude <= 1 << 53 {
                status = worksheet_write_number(worksheet, line, place, Double(number), unlessText(format, row, column))
            } else {
                status = worksheet_write_string(worksheet, line, place, String(number), format)
            }
        case .decimal(let number):
            guard number.isFinite else {
                throw .badNumber(sheet: sheet.name, cell: cellName(row: row, column: column))
            }
            status = worksheet_write_number(worksheet, line, place, number, unlessText(format, row, column))
        case .day(let day):
            if let serial = DateEpoch.serial(of: day) {
                let shown = isBody(row) && isKind(column, [.day]) ? format : formats.day
                status = worksheet_write_number(worksheet, line, place, Double(serial), shown)
            } else {
                status = worksheet_write_string(worksheet, line, place, day.description, format)
            }
        case .truth(let truth):
            status = worksheet_write_boolean(worksheet, line, place, truth ? 1 : 0, format)
        case .heading(let text):
            status = worksheet_write_string(worksheet, line, place, storable(text), formats.header)
        case .link(let text, let target, let cell):
            status = writeLink(text, to: target, cell, line, place)
        }
        guard status == LXW_NO_ERROR else {
            guard status == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED else { throw .writerError(status.rawValue) }
            throw .textTooLong(sheet: sheet.name, cell: cellName(row: row, column: column))
        }
    }

    /// Writes a text that leads to another cell of the workbook.
    private func writeLink(
        _ text: String, to target: String, _ cell: String, _ line: UInt32, _ place: UInt16
    ) -> lxw_error {
        // Within quotes a quote is written twice.
        let quoted = target.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        let status = worksheet_write_url(worksheet, line, place, "internal:'\(quoted)'!\(cell)", formats.link)
        // A sheet has room for 65,530 links; what comes after stays as text.
        guard status == LXW_NO_ERROR || status == LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED else { return status }
        return worksheet_write_string(
            worksheet, line, place, storable(text), status == LXW_NO_ERROR ? formats.link : formats.plain)
    }

    /// A number in a column of text or of days would be shown as what it is not.
    private func unlessText(_ format: FormatPointer?, _ row: Int, _ column: Int) -> FormatPointer? {
        isBody(row) && isKind(column, [.text, .wrapped, .day]) ? formats.plain : format
    }

    private func isBody(_ row: Int) -> Bool { row >= sheet.firstBodyRow }

    private func isKind(_ column: Int, _ kinds: Set<OutputColumn.Kind>) -> Bool {
        sheet.columns.indices.contains(column) && kinds.contains(sheet.columns[column].kind)
    }

    private func finishLayout() {
        let firstBody = UInt32(sheet.firstBodyRow)
        worksheet_freeze_panes(worksheet, firstBody, 0)
        if sheet.filtered, !sheet.columns.isEmpty, !sheet.header.isEmpty {
            let last = UInt32(sheet.firstBodyRow + max(sheet.rows.count, 1) - 1)
            worksheet_autofilter(worksheet, firstBody - 1, 0, last, UInt16(sheet.columns.count - 1))
        }
        if sheet.hidden { worksheet_hide(worksheet) }
    }
}
