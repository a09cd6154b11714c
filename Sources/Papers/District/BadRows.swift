import Basics

/// The rows that could not be taken, on sheets of the same names and headers as they came from, each with the reasons
/// in a last column. Mended there, the workbook can be imported like the first; empty when nothing was refused.
package func badRowsWorkbook(from workbook: Workbook, book: DistrictBook) -> [OutputSheet] {
    var sheets: [OutputSheet] = []
    for mapping in book.mapping.sheets where mapping.meaning != .ignore {
        guard let sheet = workbook.sheet(named: mapping.sheet), let first = mapping.headerRows?.first,
            let last = mapping.headerRows?.last
        else { continue }
        let next =
            book.mapping.sheets.compactMap { $0.sheet == mapping.sheet ? $0.headerRows?.first : nil }
            .filter { $0 > last }.min() ?? Int.max
        let rejected = book.rejected.filter { $0.sheet == sheet.name && $0.row > last && $0.row < next }
        guard !rejected.isEmpty else { continue }
        let taken = sheets.filter { $0.name == sheet.name || $0.name.hasPrefix(sheet.name + "~") }.count
        let name = taken == 0 ? sheet.name : "\(sheet.name)~\(taken + 1)"
        sheets.append(badRows(of: sheet, named: name, rejected, header: (first - 1)...(last - 1)))
    }
    return sheets
}

/// The header of the column with the reasons.
private let reasonHeader = "原因/Reason"

private func badRows(
    of sheet: Sheet, named name: String, _ rejected: [RejectedRow], header: ClosedRange<Int>
) -> OutputSheet {
    let rows = Array(header) + rejected.map { $0.row - 1 }
    var width = max(1, rows.map { sheet.rows.indices.contains($0) ? sheet.rows[$0].count : 0 }.max() ?? 1)
    // The reasons of an earlier round are not handed back.
    while width > 1, sheet[header.lowerBound, width - 1].text == reasonHeader { width -= 1 }
    func cells(_ row: Int) -> [OutputCell] { (0..<width).map { outputCell(sheet, row, $0) } }
    var headers = header.map { cells($0) + [OutputCell.empty] }
    headers[0][width] = .text(reasonHeader)
    let reason = OutputColumn(reasonHeader, width: 60, kind: .wrapped)
    var merges: [Merge] = []
    for merge in sheet.merges where header.contains(merge.top) && header.contains(merge.bottom) && merge.right < width {
        merges.append(
            Merge(
                top: merge.top - header.lowerBound, left: merge.left, bottom: merge.bottom - header.lowerBound,
                right: merge.right))
    }
    if header.count > 1 { merges.append(Merge(top: 0, left: width, bottom: header.count - 1, right: width)) }
    let body = rejected.map { rejected in
        cells(rejected.row - 1) + [.text(rejected.problems.map { reasonText($0) }.joined(separator: "\n"))]
    }
    return OutputSheet(
        name: name, headerRows: headers,
        columns: (0..<width).map { OutputColumn(columnName($0), width: 14) } + [reason], rows: body, merges: merges,
        filtered: header.count == 1)
}

/// The reason as a clerk reads it: cell, what is wrong, what to do, in both languages.
private func reasonText(_ problem: Problem) -> String {
    let place = problem.cell.map { "\($0): " } ?? ""
    return "\(place)\(problem.why.zh)\(problem.mend.zh) / \(problem.why.en) \(problem.mend.en)"
}

/// The cell as it was. A value merged over several rows stands in each, because the rows are torn apart here.
private func outputCell(_ sheet: Sheet, _ row: Int, _ column: Int) -> OutputCell {
    var cell = sheet[row, column]
    if cell == .empty, let merge = sheet.merge(row: row, column: column), merge.bottom > merge.top, merge.left == column
    {
        cell = sheet[merge.top, merge.left]
    }
    switch cell {
    case .empty: return .empty
    case .text(let text): return .text(text)
    case .number(let value, let written):
        return value == value.rounded() && abs(value) < 1e15 ? .integer(Int(value)) : .text(written)
    case .day(let day): return .day(day)
    case .truth(let truth): return .truth(truth)
    case .fault(let name): return .text(name)
    }
}
