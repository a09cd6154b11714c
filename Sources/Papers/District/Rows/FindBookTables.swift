import Basics

extension BookReader {
    /// Takes over what a clerk says about values.
    mutating func learnValues() {
        for (list, words) in given.values.sorted(by: { $0.key < $1.key }) {
            for (word, key) in words.sorted(by: { $0.key < $1.key }) where !learn(list, word, key) {
                report(
                    .warning, .mappingUnused, sheet: "", read: "\(list): \(word): \(key)",
                    Wording(
                        zh: "映射文件里的取值“\(list) / \(key)”不存在。",
                        en: "The mapping names a value “\(list) / \(key)” that does not exist."),
                    Wording(zh: "取值的键见 values.yaml。", en: "See values.yaml for the keys."))
            }
        }
    }

    private mutating func learn(_ list: String, _ word: String, _ key: String) -> Bool {
        switch list {
        case "type": vocabulary.values.types.learn(word, key)
        case "rank": vocabulary.values.ranks.learn(word, key)
        case "category": vocabulary.values.categories.learn(word, key)
        case "funding": vocabulary.values.fundings.learn(word, key)
        case "kind": vocabulary.values.kinds.learn(word, key)
        case "position": vocabulary.values.positions.learn(word, key)
        case "status": vocabulary.values.statuses.learn(word, key)
        case "role": vocabulary.values.roles.learn(word, key)
        case "stage": vocabulary.values.stages.learn(word, key)
        case "leadershipSystem": vocabulary.values.leadershipSystems.learn(word, key)
        case "partyOrganisation": vocabulary.values.partyOrganisations.learn(word, key)
        case "sex": vocabulary.values.sexes.learn(word, key)
        case "yesNo": vocabulary.values.yesNo.learn(word, key)
        default: false
        }
    }

    /// Finds the tables of all sheets, and says which sheets are left out and why.
    mutating func findTables() throws(UnreadableDistrict) {
        var finder = TableFinder(words: vocabulary)
        var hidden: [Int] = []
        for (index, sheet) in workbook.sheets.enumerated() {
            let mappings = given.sheets.filter { $0.sheet == sheet.name }
            if mappings.contains(where: { $0.meaning == .ignore }) {
                ignore(sheet, Wording(zh: "映射文件写明不读取。", en: "The mapping says to leave it out."))
                continue
            }
            if sheet.hidden, mappings.isEmpty {
                hidden.append(index)
                ignore(sheet, Wording(zh: "工作表是隐藏的。", en: "The sheet is hidden."))
                continue
            }
            let found = finder.tables(sheet, index: index, mappings: mappings)
            if found.isEmpty {
                ignore(sheet, Wording(zh: "没有找到可识别的表头。", en: "It has no row of known column headers."))
            }
            tables += found
        }
        for mapping in given.sheets where workbook.sheet(named: mapping.sheet) == nil {
            report(
                .warning, .mappingUnused, sheet: mapping.sheet,
                Wording(
                    zh: "映射文件里的工作表“\(mapping.sheet)”不在这个文件里。",
                    en: "The mapping names a sheet that is not in the workbook."),
                Wording(zh: "请核对工作表名称。", en: "Check the sheet's name."))
        }
        guard !tables.isEmpty else {
            throw UnreadableDistrict(reason: .noHeader(sheets: workbook.sheets.map(\.name)))
        }
        if known.isEmpty, !tables.contains(where: { $0.meaning == .bodies }) {
            throw UnreadableDistrict(reason: .noBodies(hidden: hidden.map { workbook.sheets[$0].name }))
        }
        for index in tables.indices {
            tables[index].rows = RowSorter(tables[index], words: words, groups: vocabulary.groups).sort()
            guessColumns(index)
            findUnits(index)
            fillDown(index)
            reportColumns(tables[index])
            reportRows(tables[index])
        }
    }

    /// People and duties under a body that is named in their first row only.
    private mutating func fillDown(_ index: Int) {
        for field in [Field.personBody, .dutyBody, .bodySupervisor] where mayFillDown(field, index) {
            guard tables[index].fillDown(field) else { continue }
            let table = tables[index]
            report(
                .note, .cellsFilledDown, sheet: table.sheet.name, row: table.header.upperBound + 1,
                column: table.places[field],
                Wording(
                    zh: "单位名称只写在每组的第一行，下面的空格按同一单位读取。",
                    en: "The body is named in the first row of each group only and was taken for the rows below it too."
                ),
                Wording(zh: "如不对，请在每一行写明单位。", en: "If that is wrong, name the body in every row."))
        }
    }

    /// A body without a supervisor is none's, unless a column of supervisors has all the looks of merged cells.
    private func mayFillDown(_ field: Field, _ index: Int) -> Bool {
        guard field == .bodySupervisor, let column = tables[index].places[field] else { return true }
        let table = tables[index]
        let keys = NameKeys(prefix: "", words: vocabulary.names)
        let data = table.rows.filter { $0.kind == .data }.map(\.row)
        let above = Set(data.map { keys.plain(table.cell(row: $0, column: column).text) })
        // A department that stands in the list itself has no supervisor.
        return !data.contains {
            table.cell(row: $0, column: column).isVoid
                && above.contains(keys.plain(table.cell(.bodyName, row: $0).text))
        }
    }

    /// Lines between and under the rows that were read as headings or remarks, so that no row is lost in silence.
    private mutating func reportRows(_ table: Table) {
        let lines = table.rows.filter { $0.kind == .heading || $0.kind == .remark }
        guard let first = lines.first else { return }
        let list = lines.prefix(12).map { String($0.row + 1) }.joined(separator: ", ") + (lines.count > 12 ? ", …" : "")
        report(
            .note, .rowIgnored, sheet: table.sheet.name, row: first.row + 1,
            read: table.sheet.rows[first.row].first { !$0.isVoid }?.text ?? "",
            Wording(
                zh: "第\(list)行是标题或说明，没有当作数据。", en: "Rows \(list) are headings or remarks and were not taken for data."),
            Wording(zh: "如果其中有数据，请补全名称等各列。", en: "If one of them is data, fill in its name and other columns."))
    }

    private mutating func ignore(_ sheet: Sheet, _ why: Wording) {
        guard !sheet.rows.isEmpty || sheet.hidden else { return }
        book.mapping.sheets.append(SheetMapping(sheet: sheet.name, meaning: .ignore))
        report(
            .note, .sheetIgnored, sheet: sheet.name,
            Wording(zh: "工作表“\(sheet.name)”没有读取：" + why.zh, en: "Sheet “\(sheet.name)” was left out. " + why.en),
            Wording(zh: "如果其中有要导入的数据，请在映射文件里写明它是什么。", en: "If it holds data to import, say in the mapping what it is."))
    }

    private mutating func reportColumns(_ table: Table) {
        for column in table.columns {
            let place = columnName(column.index)
            switch column.how {
            case .leftOut:
                report(
                    .note, .columnIgnored, sheet: table.sheet.name, row: table.header.lowerBound + 1,
                    column: column.index,
                    read: column.header,
                    Wording(
                        zh: "\(place)列“\(column.header)”不是核定数，没有读取。",
                        en: "Column \(place) does not hold approved figures and was left out."),
                    Wording(zh: "实有数由人员表统计得出。", en: "What is there is counted from the people."))
            case .unknown where !table.vocabularyIsSerial(column):
                report(
                    .note, .columnIgnored, sheet: table.sheet.name, row: table.header.lowerBound + 1,
                    column: column.index,
                    read: column.header,
                    Wording(
                        zh: "\(place)列“\(column.header)”没有识别，未读取。",
                        en: "Column \(place) was not recognised and was left out."),
                    Wording(
                        zh: "如需读取，请在映射文件里指定字段，或在 headers.yaml 里加同义词。",
                        en: "To read it, name its field in the mapping or add a synonym to headers.yaml."))
            case .content:
                report(
                    .note, .columnGuessed, sheet: table.sheet.name, row: table.header.lowerBound + 1,
                    column: column.index,
                    read: column.header,
                    Wording(
                        zh: "\(place)列“\(column.header)”按内容识别为 \(column.field?.key ?? "")。",
                        en: "Column \(place) was recognised as \(column.field?.key ?? "") by what it holds."),
                    Wording(zh: "如不对，请在映射文件里改正。", en: "If that is wrong, mend it in the mapping."))
            case .header(let confidence) where confidence < 0.8 && column.field?.isUnused == false:
                report(
                    .note, .columnGuessed, sheet: table.sheet.name, row: table.header.lowerBound + 1,
                    column: column.index,
                    read: column.header,
                    Wording(
                        zh: "\(place)列“\(column.header)”识别为 \(column.field?.key ?? "")，把握不大。",
                        en: "Column \(place) was taken for \(column.field?.key ?? "") by a part of its header."),
                    Wording(zh: "如不对，请在映射文件里改正。", en: "If that is wrong, mend it in the mapping."))
            default: break
            }
        }
    }
}

extension Table {
    /// A column without a header text says nothing worth a note.
    fileprivate func vocabularyIsSerial(_ column: Column) -> Bool { column.lines.isEmpty }
}
