import CXlsxWriter

typealias FormatPointer = UnsafeMutablePointer<lxw_format>

/// The cell formats of one workbook. A class, because columns of the same look share one format of the file.
final class Formats {
    /// The title over a sheet.
    let title: FormatPointer?
    /// Cells of the header.
    let header: FormatPointer?
    /// Numbers and truths in columns whose own format would change their meaning.
    let plain: FormatPointer?
    /// Days outside columns of days.
    let day: FormatPointer?
    /// Texts that lead elsewhere.
    let link: FormatPointer?
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var made: [Look: FormatPointer] = [:]

    private struct Look: Hashable {
        let code: String
        let wrapped: Bool
    }

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
        title = workbook_add_format(workbook)
        format_set_bold(title)
        format_set_font_size(title, 16)
        format_set_align(title, UInt8(LXW_ALIGN_CENTER.rawValue))
        format_set_align(title, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        header = workbook_add_format(workbook)
        format_set_bold(header)
        format_set_text_wrap(header)
        format_set_border(header, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_align(header, UInt8(LXW_ALIGN_CENTER.rawValue))
        format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        plain = workbook_add_format(workbook)
        day = workbook_add_format(workbook)
        format_set_num_format(day, "yyyy-mm-dd")
        link = workbook_add_format(workbook)
        format_set_num_format(link, "@")
        format_set_font_color(link, 0x0B57D0)
        format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        format_set_align(link, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    /// The format of a column's cells.
    func body(_ column: OutputColumn) -> FormatPointer? {
        let code =
            switch column.kind {
            case .text, .wrapped: "@"
            case .integer: "0"
            case .decimal: "0.00"
            case .day: "yyyy-mm-dd"
            }
        let look = Look(code: column.format ?? code, wrapped: column.kind == .wrapped)
        if let format = made[look] { return format }
        let format = workbook_add_format(workbook)
        format_set_num_format(format, look.code)
        if look.wrapped { format_set_text_wrap(format) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        made[look] = format
        return format
    }
}
