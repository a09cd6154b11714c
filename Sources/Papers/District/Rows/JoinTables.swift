import Basics

extension BookReader {
    /// The data rows of all tables of one meaning as one list. A sheet that lists the same things again is joined row
    /// by row where it adds columns or repeats them; where it gives other values, neither can be believed.
    /// - Parameter key: What makes two rows one and the same thing; nil where a row cannot be told.
    mutating func joined(_ meaning: Meaning, key: (Table, Int) -> String?) throws(UnreadableDistrict) -> [Record] {
        var records: [Record] = []
        var places: [String: Int] = [:]
        var parts: [String] = []
        let own = tables.indices.filter { tables[$0].meaning == meaning && !tables[$0].isOfUnits }
        for index in own.filter({ !isSummary(tables[$0]) }) + own.filter({ isSummary(tables[$0]) }) {
            let table = tables[index]
            let rows = table.rows.filter { $0.kind == .data }
            guard !rows.isEmpty else { continue }
            let keys = rows.map { key(table, $0.row) }
            let again = keys.filter { $0.map { places[$0] != nil } ?? false }.count
            let smaller = min(places.count, rows.count)
            let isVersion = again > 0 && again * 2 >= smaller && (again >= 2 || again == smaller)
            if isVersion, isSummary(table), records.contains(where: { hasFigures(tables[$0.table]) }) {
                leaveOut(index)
                continue
            }
            if isVersion, let difference = difference(table, rows, keys, places, records) {
                throw UnreadableDistrict(reason: difference)
            }
            var added: [(String, Int)] = []
            for (row, key) in zip(rows, keys) {
                if isVersion, let key, let place = places[key] {
                    records[place].more.append((index, row.row))
                    continue
                }
                if let key { added.append((key, records.count)) }
                records.append(Record(table: index, row: row.row, heading: row.heading))
            }
            for (key, place) in added where places[key] == nil { places[key] = place }
            if !parts.contains(table.sheet.name) { parts.append(table.sheet.name) }
        }
        if parts.count > 1 {
            report(
                .note, .sheetsJoined, sheet: parts[0], read: parts.joined(separator: "、"),
                Wording(
                    zh: "工作表\(quoted(parts))作为一张表的几部分合并读取。",
                    en: "Sheets \(quoted(parts)) were read as parts of one table."),
                Wording(
                    zh: "如不应合并，请在映射文件里把其中的表设为 ignore。", en: "If they are not, set one of them to ignore in the mapping."
                ))
        }
        return records
    }

    /// A sheet whose name or title says that it sums up others.
    func isSummary(_ table: Table) -> Bool {
        var texts = [table.sheet.name]
        for row in table.top..<table.header.lowerBound where table.sheet.rows.indices.contains(row) {
            texts += table.sheet.rows[row].map(\.text)
        }
        return texts.contains { text in words.summaries.contains { folded(text).contains($0) } }
    }

    private func hasFigures(_ table: Table) -> Bool { table.places.keys.contains { $0.isFigure } }

    /// A summary counts otherwise than the table it sums up, so it is no second version of it.
    private mutating func leaveOut(_ index: Int) {
        let name = tables[index].sheet.name
        report(
            .note, .sheetIgnored, sheet: name,
            Wording(
                zh: "工作表“\(name)”是汇总，明细在别的表里，没有读取。",
                en: "Sheet “\(name)” sums up what another sheet has in full and was left out."),
            Wording(
                zh: "如果它才是要导入的表，请在映射文件里写明，并把另一张设为 ignore。",
                en: "If it is the table to import, say so in the mapping and set the other to ignore."))
        tables[index].rows = []
    }

    /// The first value in which a sheet that lists the same things again differs, with how many do; nil where none does.
    private func difference(
        _ table: Table, _ rows: [SortedRow], _ keys: [String?], _ places: [String: Int], _ records: [Record]
    ) -> UnreadableDistrict.Reason? {
        var differences = 0
        var first: (String, UnreadableDistrict.Place, UnreadableDistrict.Place)?
        for (row, key) in zip(rows, keys) {
            guard let key, let place = places[key] else { continue }
            let record = records[place]
            for (field, column) in table.places where !field.isSerial && !field.isUnused && hasColumn(field, record) {
                let mine = table.cell(row: row.row, column: column)
                let theirs = cell(field, record)
                guard differ(field, mine, theirs) else { continue }
                differences += 1
                let spot = spot(field, record)
                let masks = field == .personIdentityNumber
                let found = (
                    table.cell(nameField(table.meaning), row: row.row).text,
                    UnreadableDistrict.Place(
                        sheet: spot.sheet, cell: cellName(row: spot.row, column: spot.column ?? 0),
                        read: masks ? maskedIdentity(theirs.text) : theirs.text),
                    UnreadableDistrict.Place(
                        sheet: table.sheet.name, cell: cellName(row: row.row, column: column),
                        read: masks ? maskedIdentity(mine.text) : mine.text)
                )
                if first.map({ found.2.cell < $0.2.cell }) ?? true { first = found }
            }
        }
        guard let (subject, one, other) = first else { return nil }
        return .contradictingSheets(first: one, second: other, subject: tidied(subject), differences: differences)
    }

    /// Whether two cells of a field say different things; an empty one says nothing.
    func differ(_ field: Field, _ one: Cell, _ other: Cell) -> Bool {
        if one.isVoid || other.isVoid || one == other { return false }
        let first = folded(one.text)
        let second = folded(other.text)
        if first == second { return false }
        if case .value(let left) = readCount(one, words: words), case .value(let right) = readCount(other, words: words)
        {
            return left != right
        }
        switch field {
        case .bodyName, .bodySupervisor, .bodySponsor, .bodyHost, .personBody, .personWorkplace, .dutyBody:
            let keys = NameKeys(prefix: book.prefix, words: vocabulary.names)
            return keys.core(one.text) != keys.core(other.text)
        case .bodyDocumentDate, .personBirth, .personEntered:
            return readDate(one, words: words) != readDate(other, words: words)
        case .bodyRemark, .personRemark, .dutyRemark, .matterRemark: return false
        default: return true
        }
    }

    /// The field with the name of what a row is about.
    func nameField(_ meaning: Meaning) -> Field {
        switch meaning {
        case .people: .personName
        case .duties: .dutyText
        case .matters: .matterName
        case .bodies, .ignore: .bodyName
        }
    }
}
