import Basics
import Registry

/// A list of people on leave (休假人员名单) as an office keeps it beside the register: identity numbers, and from and until
/// which day each is away.
package struct LeaveList: Hashable, Sendable {
    /// Who is away.
    package let rows: [Row]
    /// The rows of which the identity number or a day can't be read.
    package let unreadable: [Origin]

    /// One absence.
    package struct Row: Hashable, Sendable {
        /// The identity number, as read.
        package let number: String
        /// The first day; nil where the list says none.
        package let from: Day?
        /// The last day; nil where the list says none, so that it is open.
        package let until: Day?
        /// Where it stands.
        package let origin: Origin

        /// Whether it covers a day.
        package func covers(_ day: Day) -> Bool { from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true }
    }
}

/// Reads a list of people on leave from every sheet that has a column of identity numbers; nil where none has.
package func readLeaveList(_ workbook: Workbook, words: Vocabulary) -> LeaveList? {
    var rows: [LeaveList.Row] = []
    var unreadable: [Origin] = []
    var isList = false
    for sheet in workbook.sheets {
        guard let (header, columns) = leaveColumns(of: sheet, words) else { continue }
        isList = true
        for (index, row) in sheet.rows.enumerated().dropFirst(header + 1) where !row.allSatisfy(\.isBlank) {
            func cell(_ column: Int?) -> Cell { column.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? .empty }
            let origin = Origin(sheet: sheet.name, row: index + 1)
            let from = day(cell(columns.from), words)
            let until = day(cell(columns.until), words)
            switch readIdentity(cell(columns.number), words: words.rows) {
            case .blank where columns.isRemark(row), .unreadable where columns.isRemark(row): continue
            case .number(let number) where from != .some(nil) && until != .some(nil):
                rows.append(LeaveList.Row(number: number, from: from ?? nil, until: until ?? nil, origin: origin))
            default: unreadable.append(origin)
            }
        }
    }
    return isList ? LeaveList(rows: rows, unreadable: unreadable) : nil
}

/// Where the parts of a list stand.
private struct LeaveColumns {
    var number: Int
    var from: Int?
    var until: Int?

    /// A row with one cell at most is a remark below or above the list.
    func isRemark(_ row: [Cell]) -> Bool { row.count { !$0.isBlank } < 2 }
}

private func leaveColumns(of sheet: Sheet, _ words: Vocabulary) -> (header: Int, columns: LeaveColumns)? {
    for (index, row) in sheet.rows.enumerated() {
        let number = row.firstIndex { cell in
            guard case .text(let text) = cell else { return false }
            return words.headers.match([text]).candidates.contains { $0.field == .personIdentityNumber }
        }
        guard let number else { continue }
        let names = row.map { folded($0.text) }
        func column(of parts: [String]) -> Int? {
            names.indices.first { place in place != number && parts.contains { names[place].contains($0) } }
        }
        return (
            index,
            LeaveColumns(
                number: number, from: column(of: ["起", "开始", "始", "自", "start", "from"]),
                until: column(of: ["止", "结束", "至", "到", "end", "until", "to"]))
        )
    }
    return nil
}

/// The day in a cell: nil where it says none, `.some(nil)` where it says one that can't be read to the day.
private func day(_ cell: Cell, _ words: Vocabulary) -> Day?? {
    switch readDate(cell, words: words.rows) {
    case .blank: nil
    case .date(let date) where date.precision == .day: .some(date.day)
    case .date, .ambiguous, .impossible, .unreadable: .some(nil)
    }
}
