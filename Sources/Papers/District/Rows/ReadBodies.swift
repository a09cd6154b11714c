import Basics
import Registry

extension BookReader {
    /// Reads the tables of bodies: joins them, finds the district's prefix, reads each row, and then the references
    /// between rows.
    mutating func readBodies() throws(UnreadableDistrict) {
        let mentioned = mentionedNames()
        let hints = [book.title, book.office].compactMap { $0 }
        book.prefix = findPrefix(mentioned, hints: hints, words: vocabulary.names)
        let keys = NameKeys(prefix: book.prefix, words: vocabulary.names)
        records = try joined(.bodies) { table, row in
            let name = table.cell(.bodyName, row: row)
            // The names of groups repeat in a tree, so there a row is told by its node.
            let node = table.cell(.bodyNode, row: row)
            if !node.isVoid { return "\(node.text)|\(name.text)" }
            return name.isVoid ? nil : keys.stripped(name.text)
        }
        records = steps(records)
        gatherUnits(keys)
        let tree = readTree(keys)
        records = tree.records
        index(keys)
        gatherUnitsOfTables()
        findRepeated(keys)
        var rows: [BodyRow?] = []
        for place in records.indices {
            let record = records[place]
            rows.append(refusesFaults(record) ? nil : readBody(record, type: tree.types[place]))
        }
        for place in records.indices where errors[origin(records[place])] != nil { rows[place] = nil }
        bodyIndex = Array(repeating: nil, count: records.count)
        for (place, row) in rows.enumerated() {
            guard let row else { continue }
            bodyIndex[place] = book.bodies.count
            book.bodies.append(row)
        }
        if book.bodies.isEmpty, known.isEmpty, errors.isEmpty {
            throw UnreadableDistrict(reason: .noBodies(hidden: workbook.sheets.filter(\.hidden).map(\.name)))
        }
        relate(tree.supervisors)
        dropRefused()
    }

    /// All names of bodies that the tables hold, in their columns of names.
    private func mentionedNames() -> [String] {
        var names: Set<String> = Set(known)
        for table in tables {
            let fields = [Field.bodyName, .bodySupervisor, .personBody, .dutyBody]
            for column in fields.compactMap({ table.places[$0] }) + table.levels {
                for row in table.rows where row.kind == .data {
                    if case .text(let text) = table.sheet[row.row, column] { names.insert(text) }
                }
            }
        }
        return names.sorted()
    }

    private mutating func index(_ keys: NameKeys) {
        var entries = records.map { record in
            var entry = NameIndex.Entry(name: bodyName(record) ?? "")
            entry.others = plates(record)
            if let short = text(.bodyShortName, record) { entry.others.append(short) }
            entry.codes = [text(.bodyOfficeCode, record), text(.bodyRegistrationCode, record)].compactMap { $0 }
            return entry
        }
        let listed = Set(entries.map { keys.plain($0.name) })
        // A known body that the book lists again is the book's.
        knownPlaces = known.indices.filter { !listed.contains(keys.plain(known[$0])) }
        entries += knownPlaces.map { NameIndex.Entry(name: known[$0]) }
        names = NameIndex(entries, keys: keys, given: given.names)
        for (written, name) in given.names.sorted(by: { $0.key < $1.key })
        where !entries.contains(where: { keys.plain($0.name) == keys.plain(name) }) {
            report(
                .warning, .mappingUnused, sheet: "", read: "\(written): \(name)",
                Wording(
                    zh: "映射文件里的机构“\(name)”不在机构表里。", en: "The mapping names a body that is not in the table: \(name)."),
                Wording(zh: "请按机构表里的名称填写。", en: "Write the name as it stands in the table of bodies."))
        }
    }

    /// The same body on two rows: neither is taken, unless both say the same, when the second is left.
    private mutating func findRepeated(_ keys: NameKeys) {
        var first: [String: Int] = [:]
        for place in records.indices {
            guard let name = bodyName(records[place]) else { continue }
            let key = keys.stripped(name)
            guard let earlier = first[key] else { first[key] = place; continue }
            let other = origin(records[earlier])
            let own = origin(records[place])
            let same = isSame(records[earlier], records[place])
            let rows = same ? [(place, other)] : [(earlier, own), (place, other)]
            for (row, counterpart) in rows {
                if rows.count == 2, row == earlier, errors[other]?.contains(where: { $0.code == .nameTwice }) == true {
                    continue
                }
                report(
                    .error, .nameTwice, records[row], .bodyName,
                    Wording(
                        zh: "“\(name)”在机构表里出现两次，另一处是 \(counterpart)。",
                        en: "“\(name)” stands in the table twice; the other row is \(counterpart)."),
                    Wording(
                        zh: same ? "两行内容相同，删去一行即可。" : "请核对后只留一行，或改正其中一个名称。",
                        en: same
                            ? "Both say the same: delete one." : "Keep one of the rows, or correct one of the names."))
            }
        }
    }

    private func isSame(_ one: Record, _ other: Record) -> Bool {
        tables[one.table].places.keys.allSatisfy { field in
            field.isSerial || field.isUnused
                || !differ(field, cell(field, one), cell(field, other))
                    && cell(field, one).isVoid == cell(field, other).isVoid
        }
    }

    /// The name, without a bracket that names further plates: 政府办公室(挂外事办公室牌子).
    func bodyName(_ record: Record) -> String? {
        guard let name = text(.bodyName, record) else { return nil }
        guard name.contains("挂") else { return name }
        let parted = withoutBrackets(name)
        return parted.inside.contains { plateNames(in: $0) != nil } && !parted.text.isEmpty ? parted.text : name
    }

    /// Names of plates, which stand in one cell or in brackets behind the name.
    func plates(_ record: Record) -> [String] {
        var plates: [String] = []
        let cell = cell(.bodyPlates, record)
        if !words.isBlank(cell.text) { plates = parts(cell.text) }
        if let name = text(.bodyName, record), name.contains("挂") {
            for inside in withoutBrackets(name).inside { plates += plateNames(in: inside) ?? [] }
        }
        return plates
    }

    private func parts(_ text: String) -> [String] {
        text.split { ";,、\u{FF1B}\u{FF0C}\n\r/".contains($0) }.map { tidied(String($0)) }.filter { !$0.isEmpty }
    }

    private func plateNames(in text: String) -> [String]? {
        guard let front = ["加挂", "挂"].first(where: { text.hasPrefix($0) }) else { return nil }
        var rest = String(text.dropFirst(front.count))
        for end in ["的牌子", "牌子", "牌"] where rest.hasSuffix(end) { rest = String(rest.dropLast(end.count)); break }
        return rest.isEmpty ? nil : parts(rest)
    }

    /// Supervisors, sponsors and hosts, once all names are known.
    private mutating func relate(_ fromTree: [Int?]) {
        for place in records.indices {
            guard bodyIndex[place] != nil else { continue }
            let record = records[place]
            if let parent = fromTree[place] {
                let supervisor = bodyIndex[parent].map { BodyReference.body($0) }
                if supervisor == nil { supervisorRefused(record, nil, parent) }
                set(place) { $0.supervisor = supervisor }
            } else {
                let reference =
                    hasColumn(.bodySupervisor, record)
                    ? reference(.bodySupervisor, record, place) : departmentOfSheet(record, place)
                set(place) { $0.supervisor = reference }
            }
            let sponsor = reference(.bodySponsor, record, place)
            let host = reference(.bodyHost, record, place)
            set(place) {
                $0.sponsor = sponsor; $0.host = host
            }
        }
        breakRings()
    }

    /// With a sheet for each department, the department whose name the sheet bears.
    private mutating func departmentOfSheet(_ record: Record, _ place: Int) -> BodyReference? {
        let bodySheets = Set(tables.filter { $0.meaning == .bodies }.map(\.sheetIndex))
        guard bodySheets.count > 1, case .one(let found, _) = names.find(tables[record.table].sheet.name),
            found != place,
            found < records.count, let index = bodyIndex[found]
        else { return nil }
        let name = book.bodies[index].name
        reportOnce(
            .note, .supervisorConcluded, record, .bodyName, key: name,
            Wording(
                zh: "没有主管部门列，按工作表名记为“\(name)”。",
                en: "There is no column of supervisors; “\(name)” was taken from the sheet's name."),
            Wording(zh: "如不对，请加上主管部门列。", en: "If that is wrong, add the column."))
        return .body(index)
    }

    private mutating func set(_ place: Int, _ change: (inout BodyRow) -> Void) {
        if let index = bodyIndex[place] { change(&book.bodies[index]) }
    }

    /// The body that a cell of a body's row names; a name like no body's is one outside the district.
    private mutating func reference(_ field: Field, _ record: Record, _ place: Int) -> BodyReference? {
        guard let written = text(field, record) else { return nil }
        switch resolve(written, field, record) {
        case .record(let found):
            if found == place { return nil }
            guard let index = bodyIndex[found] else {
                supervisorRefused(record, field, found)
                return nil
            }
            return .body(index)
        case .known(let index): return .known(index)
        case .several: return nil
        case .none(let alike):
            // A group of the tree is above the body, but is none itself.
            if groupNames.contains(names.keys.plain(written)) { return nil }
            if vocabulary.names.top.contains(names.keys.core(written)) || vocabulary.names.top.contains(folded(written))
                || isRegionName(names.keys.plain(written), names.keys)
            {
                reportOnce(
                    .note, .nameOutside, record, field, key: written,
                    Wording(
                        zh: "“\(written)”是本级党委、政府，不是机构表里的机构，按没有主管部门处理。",
                        en: "“\(written)” is the district itself, not a body of the table; no supervisor is recorded."),
                    Wording(zh: "如果指的是其办公室等机构，请写机构全称。", en: "If its office is meant, write the full name."))
                return nil
            }
            if !alike.isEmpty {
                reportUnknown(written, field, record, alike, .error)
                return nil
            }
            return outside(written, field, record, .warning)
        }
    }

    private mutating func supervisorRefused(_ record: Record, _ field: Field?, _ place: Int) {
        let row = origin(records[place])
        report(
            .warning, .supervisorRejected, record, field,
            Wording(
                zh: "所指的机构在 \(row)，那一行有错误没有导入，这里暂缺。",
                en: "The body meant stands in \(row), which could not be taken; it is left unknown here."),
            Wording(zh: "改正 \(row) 后重新导入。", en: "Mend \(row) and import again."))
    }

    /// A ring of supervisors has no top; it is cut at one of its bodies.
    private mutating func breakRings() {
        let parents = book.bodies.map { row -> Int? in
            if case .body(let index) = row.supervisor { index } else { nil }
        }
        for place in ringCuts(parents) {
            let row = book.bodies[place]
            report(
                .warning, .supervisorRing, sheet: row.origin.sheet, row: row.origin.row, read: row.name,
                Wording(
                    zh: "“\(row.name)”的主管部门绕了一圈又回到它自己。", en: "The supervisors of “\(row.name)” lead back to itself."),
                Wording(zh: "请核对隶属单位。", en: "Check the supervisors."))
            book.bodies[place].supervisor = nil
        }
    }

    /// Takes out bodies whose references were found to be in error, and mends the indexes of those that stay.
    private mutating func dropRefused() {
        let stays = book.bodies.map { errors[$0.origin] == nil }
        guard stays.contains(false) else { return }
        var new: [Int?] = []
        var count = 0
        for stay in stays {
            new.append(stay ? count : nil)
            if stay { count += 1 }
        }
        for row in book.bodies where errors[row.origin] == nil {
            if case .body(let index) = row.supervisor, new[index] == nil {
                let above = book.bodies[index].origin
                report(
                    .warning, .supervisorRejected, sheet: row.origin.sheet, row: row.origin.row, read: row.name,
                    Wording(
                        zh: "主管部门在 \(above)，那一行有错误没有导入，这里暂缺。",
                        en: "The supervisor stands in \(above), which could not be taken; it is left unknown here."),
                    Wording(zh: "改正 \(above) 后重新导入。", en: "Mend \(above) and import again."))
            }
        }
        func mend(_ reference: BodyReference?) -> BodyReference? {
            guard case .body(let index) = reference else { return reference }
            return new[index].map { .body($0) }
        }
        book.bodies = zip(book.bodies, stays).filter(\.1).map { row, _ in
            var row = row
            row.supervisor = mend(row.supervisor)
            row.sponsor = mend(row.sponsor)
            row.host = mend(row.host)
            return row
        }
        bodyIndex = bodyIndex.map { $0.flatMap { new[$0] } }
    }
}
