import Basics

extension BookReader {
    /// Compares each total with the sum of the rows it stands for. A total may stand below its rows or above them, for
    /// all of them or for those since the last total; the reading under which most columns agree is taken for its
    /// own, and the columns that disagree under it are reported.
    mutating func checkTotals() {
        for index in tables.indices where tables[index].meaning == .bodies {
            let table = tables[index]
            let fields = table.places.filter { $0.key.isFigure || $0.key.isSummedFact }.sorted { $0.value < $1.value }
            for (place, row) in table.rows.enumerated() {
                switch row.kind {
                case .total, .subtotal, .heading: check(table, place, fields)
                default: continue
                }
            }
        }
    }

    /// The sum of a column over rows, and the cells of it that cannot be read.
    private struct Sum {
        var value = 0.0
        var unread: [Int] = []
    }

    private mutating func check(_ table: Table, _ place: Int, _ fields: [(key: Field, value: Int)]) {
        let row = table.rows[place]
        let totals = fields.compactMap { field, column -> (column: Int, total: Double)? in
            let cell = table.sheet[row.row, column]
            if cell.isVoid || words.isBlank(cell.text) { return nil }
            return amount(cell).map { (column, $0) }
        }
        guard !totals.isEmpty else { return }
        var best: (scope: [Int], agreeing: Int)?
        for scope in scopes(table, place) where !scope.isEmpty {
            let agreeing = totals.filter { agrees($0.total, sum(table, scope, $0.column)) }.count
            if best.map({ agreeing > $0.agreeing }) ?? true { best = (scope, agreeing) }
        }
        guard let best else { return }
        // A heading's figures that agree with nothing are a body's own, or count something else.
        if row.kind == .heading, best.agreeing * 2 < totals.count { return }
        for (column, total) in totals {
            let sum = sum(table, best.scope, column)
            if !sum.unread.isEmpty, total >= sum.value { reportUnchecked(table, row.row, column, total, sum) }
            if !agrees(total, sum) { reportWrong(table, row.row, column, total, sum.value) }
        }
    }

    /// The rows that a total may stand for, the likeliest first.
    private func scopes(_ table: Table, _ place: Int) -> [[Int]] {
        let rows = table.rows
        let isPart =
            rows[place].kind != .total(label: 0) && { if case .total = rows[place].kind { false } else { true } }()
        func data(_ range: some Sequence<Int>) -> [Int] { range.filter { rows[$0].kind == .data }.map { rows[$0].row } }
        func isBreak(_ index: Int) -> Bool {
            switch rows[index].kind {
            case .total, .subtotal, .heading: true
            default: false
            }
        }
        func isTotal(_ index: Int) -> Bool { if case .total = rows[index].kind { true } else { false } }
        let above = data(0..<place)
        let below = data((place + 1)..<rows.count)
        let sinceBreak = data((0..<place).reversed().prefix { !isBreak($0) })
        let sinceTotal = data((0..<place).reversed().prefix { !isTotal($0) })
        let untilBreak = data(((place + 1)..<rows.count).prefix { !isBreak($0) })
        let everywhere = data(rows.indices)
        if case .heading = rows[place].kind { return [untilBreak, below, sinceBreak] }
        return isPart
            ? [sinceBreak, untilBreak, sinceTotal, above, below, everywhere]
            : [above, below, sinceTotal, untilBreak, sinceBreak, everywhere]
    }

    private func sum(_ table: Table, _ rows: [Int], _ column: Int) -> Sum {
        var sum = Sum()
        for row in rows where !table.isCovered(row: row, column: column) {
            let cell = table.sheet[row, column]
            if cell.isVoid || words.isBlank(cell.text) { continue }
            if let value = amount(cell) { sum.value += value } else { sum.unread.append(row) }
        }
        return sum
    }

    private func amount(_ cell: Cell) -> Double? {
        if case .value(let value) = readCount(cell, words: words) { return Double(value) }
        return readAmount(cell) { _ in nil }?.value
    }

    private func agrees(_ total: Double, _ sum: Sum) -> Bool {
        sum.unread.isEmpty ? abs(total - sum.value) < 0.05 : total >= sum.value - 0.05
    }

    private mutating func reportWrong(_ table: Table, _ row: Int, _ column: Int, _ total: Double, _ sum: Double) {
        report(
            .warning, .totalWrong, sheet: table.sheet.name, row: row + 1, column: column,
            read: table.sheet[row, column].text,
            Wording(
                zh: "合计是\(plain(total)),而各行之和是\(plain(sum))。",
                en: "The total says \(plain(total)), but its rows add up to \(plain(sum))."),
            Wording(
                zh: "导入的是各行的数;请核对是合计算错,还是某一行有误或漏了。",
                en: "The rows were taken. Check whether the total is wrong, or a row is wrong or missing."))
    }

    private mutating func reportUnchecked(_ table: Table, _ row: Int, _ column: Int, _ total: Double, _ sum: Sum) {
        let cells = sum.unread.prefix(5).map { cellName(row: $0, column: column) }.joined(separator: "、")
        let rest = plain(total - sum.value)
        report(
            .note, .totalUnchecked, sheet: table.sheet.name, row: row + 1, column: column,
            read: table.sheet[row, column].text,
            Wording(
                zh: "合计\(plain(total))里有读不出的格(\(cells)),其余各行之和是\(plain(sum.value)),相差\(rest)。",
                en:
                    "The total \(plain(total)) covers cells that cannot be read (\(cells)); the others add up to \(plain(sum.value)), which leaves \(rest)."
            ),
            Wording(zh: "如果合计无误,这些格合起来应是\(rest)。", en: "If the total is right, these cells come to \(rest)."))
    }

    private func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String((value * 100).rounded() / 100)
    }
}

extension Field {
    /// A measured fact that tables add up.
    fileprivate var isSummedFact: Bool {
        switch self {
        case .factInternalUnits, .factClasses, .factPupils, .factBeds, .factIncome, .factBusinessIncome: true
        default: false
        }
    }
}
