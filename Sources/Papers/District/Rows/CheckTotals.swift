import Basics

extension BookReader {
    /// Compares each total with the sum of the rows it stands for. A total may stand below its rows or above them, for
    /// all of them or for those since the last total; the reading under which most columns agree is taken for its
    /// own, and the columns that disagree under it are reported.
    mutating func checkTotals() {
        for index in tables.indices where tables[index].meaning == .bodies {
            let table = tables[index]
            let fields = table.places.filter { $0.key.isFigure || $0.key.isSummedFact }.sorted { $0.value < $1.value }
            guard table.rows.contains(where: \.kind.isSum) else { continue }
            let sums = RunningSums(table, columns: fields.map(\.value)) { amount(in: table, row: $0, column: $1) }
            for (place, row) in table.rows.enumerated() where row.kind.isSum { check(table, place, fields, sums) }
        }
    }

    /// What a cell adds to a sum: nothing where it is blank or covered, or what can't be read.
    private func amount(in table: Table, row: Int, column: Int) -> RunningSums.Amount {
        if table.isCovered(row: row, column: column) { return .none }
        let cell = table.sheet[row, column]
        if cell.isVoid || words.isBlank(cell.text) { return .none }
        return amount(cell).map { .value($0) } ?? .unread
    }

    private mutating func check(
        _ table: Table, _ place: Int, _ fields: [(key: Field, value: Int)], _ sums: RunningSums
    ) {
        let row = table.rows[place]
        let totals = fields.compactMap { field, column -> (column: Int, total: Double)? in
            let cell = table.sheet[row.row, column]
            if cell.isVoid || words.isBlank(cell.text) { return nil }
            return amount(cell).map { (column, $0) }
        }
        guard !totals.isEmpty else { return }
        var best: (scope: Range<Int>, agreeing: Int)?
        for scope in scopes(table, place) where sums.hasData(scope) {
            let agreeing = totals.filter { agrees($0.total, sums.sum(of: $0.column, over: scope)) }.count
            if best.map({ agreeing > $0.agreeing }) ?? true { best = (scope, agreeing) }
        }
        guard let best else { return }
        // A heading's figures that agree with nothing are a body's own, or count something else.
        if row.kind == .heading, best.agreeing * 2 < totals.count { return }
        for (column, total) in totals {
            let sum = sums.sum(of: column, over: best.scope)
            if !sum.unread.isEmpty, total >= sum.value { reportUnchecked(table, row.row, column, total, sum) }
            if !agrees(total, sum) { reportWrong(table, row.row, column, total, sum.value) }
        }
    }

    /// The places of the table whose data rows a total may stand for, the likeliest first.
    private func scopes(_ table: Table, _ place: Int) -> [Range<Int>] {
        let rows = table.rows
        func isTotal(_ index: Int) -> Bool { if case .total = rows[index].kind { true } else { false } }
        func since(_ isEnd: (Int) -> Bool) -> Range<Int> {
            ((0..<place).last(where: isEnd).map { $0 + 1 } ?? 0)..<place
        }
        let below = (place + 1)..<rows.count
        let untilBreak = below.lowerBound..<(below.first { rows[$0].kind.isSum } ?? below.upperBound)
        let sinceBreak = since { rows[$0].kind.isSum }
        if case .heading = rows[place].kind { return [untilBreak, below, sinceBreak] }
        return isTotal(place)
            ? [0..<place, below, since(isTotal), untilBreak, sinceBreak, rows.indices]
            : [sinceBreak, untilBreak, since(isTotal), 0..<place, below, rows.indices]
    }

    private func amount(_ cell: Cell) -> Double? {
        if case .value(let value) = readCount(cell, words: words) { return Double(value) }
        if case .posts(let posts) = readPostsTogether(cell, words: words, posts: vocabulary.values.posts, of: nil) {
            return Double(posts.values.reduce(0, +))
        }
        return readAmount(cell) { _ in nil }?.value
    }

    private func agrees(_ total: Double, _ sum: RunningSums.Sum) -> Bool {
        sum.unread.isEmpty ? abs(total - sum.value) < 0.05 : total >= sum.value - 0.05
    }

    private mutating func reportWrong(_ table: Table, _ row: Int, _ column: Int, _ total: Double, _ sum: Double) {
        report(
            .warning, .totalWrong, sheet: table.sheet.name, row: row + 1, column: column,
            read: table.sheet[row, column].text,
            Wording(
                zh: "合计是\(plain(total))，而各行之和是\(plain(sum))。",
                en: "The total says \(plain(total)), but its rows add up to \(plain(sum))."),
            Wording(
                zh: "导入的是各行的数；请核对是合计算错，还是某一行有误或漏了。",
                en: "The rows were taken. Check whether the total is wrong, or a row is wrong or missing."))
    }

    private mutating func reportUnchecked(
        _ table: Table, _ row: Int, _ column: Int, _ total: Double, _ sum: RunningSums.Sum
    ) {
        let cells = sum.unread.prefix(5).map { cellName(row: $0, column: column) }.joined(separator: "、")
        let rest = plain(total - sum.value)
        report(
            .note, .totalUnchecked, sheet: table.sheet.name, row: row + 1, column: column,
            read: table.sheet[row, column].text,
            Wording(
                zh: "合计\(plain(total))里有读不出的格（\(cells)），其余各行之和是\(plain(sum.value))，相差\(rest)。",
                en:
                    "The total \(plain(total)) covers cells that cannot be read (\(cells)); the others add up to \(plain(sum.value)), which leaves \(rest)."
            ),
            Wording(zh: "如果合计无误，这些格合起来应是\(rest)。", en: "If the total is right, these cells come to \(rest)."))
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
