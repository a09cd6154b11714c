/// Sorts the rows under a header: data, totals, headings, remarks, the header again.
struct RowSorter {
    let words: RowWords
    let groups: GroupWords
    let table: Table
    /// The column of the name of what a row is about.
    private let name: Int?
    /// Columns up to which a label of a total may stand: before the first figure.
    private let labels: Int
    private let headerTexts: [[String]]

    init(_ table: Table, words: RowWords, groups: GroupWords) {
        self.table = table
        self.words = words
        self.groups = groups
        let key: Field? =
            switch table.meaning {
            case .bodies: .bodyName
            case .people: .personName
            case .duties: .dutyText
            case .matters: .matterName
            case .ignore: nil
            }
        name = table.places[.bodyInnerUnit] ?? key.flatMap { table.places[$0] }
        let figures = table.columns.filter { $0.field?.isFigure ?? false }.map(\.index)
        labels = max(figures.min() ?? 6, (name ?? 0) + 1)
        headerTexts = table.header.map { row in
            table.sheet.rows.indices.contains(row) ? table.sheet.rows[row].map { folded($0.text) } : []
        }
    }

    /// All rows that are not empty.
    func sort() -> [SortedRow] {
        var sorted: [SortedRow] = []
        var heading: String?
        var inRemarks = false
        for row in table.body {
            guard var kind = kind(of: row) else { continue }
            let filled = table.sheet.rows[row].filter { !$0.isVoid }.count
            // Under 说明: the lines that follow go on with it.
            if inRemarks, filled == 1, kind == .data || kind == .heading { kind = .remark }
            inRemarks = kind == .remark || (inRemarks && filled == 1)
            if kind == .heading, table.meaning == .people || groups.group(label(row)) != nil { heading = label(row) }
            sorted.append(SortedRow(row: row, kind: kind, heading: heading))
        }
        return sorted
    }

    private func kind(of row: Int) -> SortedRow.Kind? {
        let cells = table.sheet.rows[row]
        guard let first = cells.firstIndex(where: { !$0.isVoid }) else { return nil }
        let name = nameColumn(cells)
        let named = name.map { cells.indices.contains($0) && !cells[$0].isVoid } ?? false
        if case .text(let text) = cells[first] {
            if isHeader(cells, first, text) { return .header }
            if row == table.header.upperBound + 1, isColumnNumbers(cells) { return .header }
            if isRemark(text, cells, first, named: named) { return .remark }
        } else if row == table.header.upperBound + 1, isColumnNumbers(cells) {
            return .header
        }
        if let total = total(cells, named: named) { return total }
        if named, !table.levels.isEmpty { return .data }
        if named, let name, name != first || !isOnly(cells, first) {
            return isNumberedGroup(cells, name) ? .heading : .data
        }
        return unnamed(cells, first, row, named: named)
    }

    /// A row whose name is missing, or which has nothing but one cell.
    private func unnamed(_ cells: [Cell], _ first: Int, _ row: Int, named: Bool) -> SortedRow.Kind? {
        let filled = cells.indices.filter { !cells[$0].isVoid }
        guard case .text(let text) = cells[first], table.columns.count > 2 else {
            // A running number alone is an empty line of the form.
            return filled.count == 1 && !named ? nil : .data
        }
        if filled.count == 1 {
            if named { return groups.group(text) != nil || withoutNumbering(text) != tidied(text) ? .heading : .data }
            let serial = table.columns.first { $0.index == first }?.field?.isSerial ?? false
            return serial && readCount(text, words: words) != .unreadable(.noNumber) && text.utf8.count < 8
                ? nil : .heading
        }
        // 一、党委机关 with figures: a heading that carries its total.
        let figures = table.columns.filter { $0.field?.isFigure ?? false }.map(\.index)
        if !named, first < labels, groups.group(text) != nil || withoutNumbering(text) != tidied(text),
            filled.dropFirst().allSatisfy({ figures.contains($0) || $0 < labels })
        {
            return .heading
        }
        return .data
    }

    /// The column of the name; of several levels, the first that is filled.
    private func nameColumn(_ cells: [Cell]) -> Int? {
        table.levels.isEmpty ? name : table.levels.first { cells.indices.contains($0) && !cells[$0].isVoid }
    }

    private func isOnly(_ cells: [Cell], _ first: Int) -> Bool { cells.lastIndex { !$0.isVoid } == first }

    /// 一、党委机关 in the name's column: numbered, and a group's word.
    private func isNumberedGroup(_ cells: [Cell], _ name: Int) -> Bool {
        guard case .text(let text) = cells[name] else { return false }
        return withoutNumbering(text) != tidied(text) && groups.group(text) != nil
    }

    private func label(_ row: Int) -> String {
        table.sheet.rows[row].first { !$0.isVoid }.map { withoutNumbering($0.text) } ?? ""
    }

    private func isHeader(_ cells: [Cell], _ first: Int, _ text: String) -> Bool {
        guard text.utf8.count <= 120,
            headerTexts.contains(where: { $0.indices.contains(first) && shares($0[first], text) })
        else { return false }
        for line in headerTexts where line.indices.contains(first) && !line[first].isEmpty {
            guard line[first] == folded(text) else { continue }
            let same = cells.indices.allSatisfy {
                cells[$0].isVoid || (line.indices.contains($0) && folded(cells[$0].text) == line[$0])
            }
            if same, cells.filter({ !$0.isVoid }).count >= min(2, line.filter { !$0.isEmpty }.count) { return true }
        }
        return false
    }

    /// A cheap look: the header's first character stands in the text.
    private func shares(_ header: String, _ text: String) -> Bool {
        guard let scalar = header.unicodeScalars.first else { return false }
        return scalar.value < 0x80 || text.unicodeScalars.contains(scalar)
    }

    /// 甲 乙 1 2 3 …, as statistical forms number their columns.
    private func isColumnNumbers(_ cells: [Cell]) -> Bool {
        let texts = cells.filter { !$0.isVoid }.map { folded($0.text) }
        guard texts.count >= 3, texts.count * 2 >= table.columns.count else { return false }
        let numbers = texts.compactMap { Int($0) }
        let ascending = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
        return ascending && numbers.count >= 2 && texts.allSatisfy { Int($0) != nil || "甲乙丙丁戊己庚辛".contains($0) }
    }

    private func isRemark(_ text: String, _ cells: [Cell], _ first: Int, named: Bool) -> Bool {
        guard !named || (first < labels && nameColumn(cells) == first), words.mayBeRemark(text),
            cells.filter({ !$0.isVoid }).count <= 6
        else { return false }
        let word = folded(String(tidied(text).prefix(24)))
        guard let mark = words.remarks.first(where: { word.hasPrefix($0) }) else { return false }
        // 说明 needs its colon when it begins a longer text; otherwise a body such as 审核中心 would be one.
        let plain = tidied(text)
        guard let colon = plain.firstIndex(where: { ":\u{FF1A}".contains($0) }) else {
            return word == mark || (cells.filter { !$0.isVoid }.count == 1 && named == false)
        }
        return folded(String(plain[..<colon])).count <= mark.count + 4
    }

    private func total(_ cells: [Cell], named: Bool) -> SortedRow.Kind? {
        let name = nameColumn(cells)
        // Where a row has no name, its label may stand anywhere, as columns do.
        for column in 0..<(named ? min(labels, cells.count) : cells.count) {
            guard case .text(let text) = cells[column], text.utf8.count <= 80, words.mayBeTotal(text) else { continue }
            if named, let name, column != name, column > name { break }
            let word = folded(withoutNumbering(withoutBrackets(text).text))
            let bare = word.filter { !$0.isNumber && !"个家名户".contains($0) }
            let isTotal = words.totals.contains(word) || words.totals.contains(bare)
            let isPart =
                words.subtotals.contains(word) || words.subtotals.contains(bare)
                || ["小计", "合计"].contains { word.hasSuffix($0) && word.count > $0.count } || (word.hasPrefix("小计"))
            guard isTotal || isPart, !named || column == name || name.map({ column < $0 }) ?? true else { continue }
            // A body may be numbered in words; only a row without a name of its own is a total.
            if named, column != name { continue }
            return isTotal ? .total(label: column) : .subtotal(label: column)
        }
        return nil
    }
}
