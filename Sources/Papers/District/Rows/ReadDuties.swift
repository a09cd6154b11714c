import Basics
import Registry

extension BookReader {
    /// Reads the tables of duties. A body named once for several rows, in merged cells, is named for each of them.
    mutating func readDuties() throws(UnreadableDistrict) {
        let duties = try joined(.duties) { table, row in
            let text = table.cell(.dutyText, row: row)
            return text.isVoid ? nil : folded(table.cell(.dutyBody, row: row).text) + "|" + folded(text.text)
        }
        var counted: [BodyReference: Int] = [:]
        for record in duties where !refusesFaults(record) {
            guard text(.dutyText, record) != nil else {
                report(
                    .error, .textMissing, record, .dutyText,
                    Wording(zh: "这一行没有职责内容。", en: "This row has no text."),
                    Wording(zh: "请填写职责内容，或删去这一行。", en: "Fill it in or delete the row."))
                continue
            }
            let field = self.text(.dutyBody, record) != nil ? Field.dutyBody : .dutyBodyCode
            guard let written = self.text(field, record) ?? bodyOfTable(record) else {
                report(
                    .error, .nameMissing, record, hasColumn(.dutyBody, record) ? .dutyBody : .dutyText,
                    Wording(zh: "没有写明是哪个单位的职责。", en: "It does not say whose duty this is."),
                    Wording(zh: "请填写单位名称。", en: "Fill in the body."))
                continue
            }
            guard let body = holder(written, field, record) else { continue }
            let texts = splitDuties(cell(.dutyText, record).text)
            for text in texts {
                counted[body, default: 0] += 1
                var number = counted[body] ?? 1
                if texts.count == 1, case .value(let written) = readCount(cell(.dutySerial, record), words: words),
                    written > 0
                {
                    number = written
                }
                book.duties.append(
                    DutyRow(
                        origin: origin(record), body: body, number: number, text: text,
                        remark: self.text(.dutyRemark, record)))
            }
        }
        readDutiesOfBodies(&counted)
    }

    /// Duties that stand beside their bodies, in one cell.
    private mutating func readDutiesOfBodies(_ counted: inout [BodyReference: Int]) {
        let listed = Set(book.duties.map(\.body))
        for (place, record) in records.enumerated() {
            guard let index = bodyIndex[place], text(.bodyDuties, record) != nil else { continue }
            // A body with duties on a sheet of their own has them there.
            if listed.contains(.body(index)) { continue }
            for text in splitDuties(cell(.bodyDuties, record).text) {
                counted[.body(index), default: 0] += 1
                book.duties.append(
                    DutyRow(
                        origin: origin(record), body: .body(index), number: counted[.body(index)] ?? 1, text: text,
                        remark: nil))
            }
        }
    }

    /// Reads the catalogues of matters.
    mutating func readMatters() {
        for (index, table) in tables.enumerated() where table.meaning == .matters {
            for row in table.rows where row.kind == .data {
                let record = Record(table: index, row: row.row, heading: row.heading)
                if refusesFaults(record) { continue }
                guard let name = text(.matterName, record) else {
                    report(
                        .error, .textMissing, record, .matterName,
                        Wording(zh: "这一行没有事项名称。", en: "This row has no matter."),
                        Wording(zh: "请填写事项，或删去这一行。", en: "Fill it in or delete the row."))
                    continue
                }
                book.matters.append(
                    MatterRow(
                        origin: origin(record), name: name,
                        catalogue: text(.matterCatalogue, record) ?? tidied(table.sheet.name)))
            }
        }
    }
}
