import Basics
import Registry

extension BookReader {
    /// Reads the tables of people.
    mutating func readPeople() throws(UnreadableDistrict) {
        let people = try joined(.people) { table, row in
            let number = table.cell(.personIdentityNumber, row: row)
            if case .text(let text) = number, !number.isVoid { return folded(text) }
            let name = table.cell(.personName, row: row)
            // Without identity numbers a person is told by name, birth and body, as well as may be.
            guard table.places[.personIdentityNumber] == nil, !name.isVoid else { return nil }
            return [name, table.cell(.personBirth, row: row), table.cell(.personBody, row: row)].map { folded($0.text) }
                .joined(separator: "|")
        }
        for record in people {
            guard !refusesFaults(record), let row = readPerson(record), errors[row.origin] == nil else { continue }
            book.people.append(row)
        }
        findSamePeople()
    }

    private mutating func readPerson(_ record: Record) -> PersonRow? {
        guard let name = text(.personName, record) else {
            report(
                .error, .nameMissing, record, .personName,
                Wording(zh: "这一行没有姓名。", en: "This row has no name."),
                Wording(zh: "请填写姓名，或删去这一行。", en: "Fill in the name or delete the row."))
            return nil
        }
        var row = PersonRow(origin: origin(record), name: name)
        row.sex = value(vocabulary.values.sexes, .personSex, record)
        readIdentity(record, &row)
        row.position = value(vocabulary.values.positions, .personPosition, record)
        row.entryForm = text(.personEntryForm, record)
        row.entered = date(.personEntered, record)
        row.remark = text(.personRemark, record)
        readPlace(record, &row)
        if row.status == nil { row.status = concludedStatus(row) }
        return row
    }

    /// Where they are on the establishment, of which kind, in which role, and where they work.
    private mutating func readPlace(_ record: Record, _ row: inout PersonRow) {
        row.status = value(vocabulary.values.statuses, .personStatus, record)
        if row.status == nil, !hasColumn(.personKind, record), !hasColumn(.personStatus, record),
            let status = kindLabel(record).flatMap({ vocabulary.values.statuses.readExactly($0).value }),
            !status.mayHoldPlace
        {
            row.status = status
        }
        let isOff = isOffEstablishment(record, row.status)
        let field = text(.personBody, record) != nil ? Field.personBody : .personBodyCode
        let written = text(field, record) ?? bodyOfTable(record)
        let workplace = text(.personWorkplace, record).flatMap { vocabulary.names.here.contains(folded($0)) ? nil : $0 }
        if isOff {
            if row.status?.mayHoldPlace ?? false { row.status = nil }
            row.workplace = (workplace ?? written).flatMap {
                place($0, workplace != nil ? .personWorkplace : field, record)
            }
            return
        }
        guard let written else {
            report(
                .error, .nameMissing, record, hasColumn(.personBody, record) ? .personBody : .personName,
                Wording(zh: "没有写明编制在哪个单位。", en: "It does not say on which body's establishment the person is."),
                Wording(
                    zh: "请填写单位全称；不在编的请在编制类别里写“编外”。",
                    en: "Fill in the body; for people off the establishment write 编外 as the kind."))
            return
        }
        row.body = holder(written, field, record)
        row.kind = kind(record, row.body)
        row.role = role(record, of: row.body.flatMap(row(of:))?.type)
        if let workplace, let there = place(workplace, .personWorkplace, record), there != row.body {
            row.workplace = there
        }
    }

    /// Off the establishment: by the kind, by 是否在编, or by a status that allows no place.
    private func isOffEstablishment(_ record: Record, _ status: PersonStatus?) -> Bool {
        if let kind = text(.personKind, record), vocabulary.values.kinds.read(kind) == .none { return true }
        if !hasColumn(.personKind, record), !hasColumn(.personOnEstablishment, record), let label = kindLabel(record),
            vocabulary.values.kinds.readExactly(label) == .none
                || vocabulary.values.statuses.readExactly(label).value?.mayHoldPlace == false
        {
            return true
        }
        if let word = text(.personOnEstablishment, record), let isOn = vocabulary.values.yesNo.read(word).value {
            return !isOn
        }
        guard let status, !status.mayHoldPlace else { return false }
        return text(.personKind, record).map { vocabulary.values.kinds.read($0).value == nil } ?? true
    }

    /// The body of a whole table whose sheet, title or lines above name one.
    mutating func bodyOfTable(_ record: Record) -> String? {
        let table = tables[record.table]
        if let known = tableBodies[record.table] { return known }
        var candidates = [table.sheet.name]
        for row in table.top..<table.header.lowerBound where table.sheet.rows.indices.contains(row) {
            for cell in table.sheet.rows[row] where !cell.isVoid {
                let text = tidied(cell.text)
                candidates.append(text.split { ":\u{FF1A}".contains($0) }.last.map(String.init) ?? text)
                candidates.append(text)
            }
        }
        var found: String?
        for candidate in candidates {
            if case .one = names.find(candidate) { found = candidate; break }
        }
        tableBodies[record.table] = .some(found)
        return found
    }

    /// A place of work: a body, or one outside the tables. A heading that says 编外 has been dealt with before.
    private mutating func place(_ written: String, _ field: Field, _ record: Record) -> BodyReference? {
        switch resolve(written, field, record) {
        case .record(let place):
            if let index = bodyIndex[place] { return .body(index) }
            let row = origin(records[place])
            reportOnce(
                .warning, .bodyRejected, record, field, key: written,
                Wording(
                    zh: "“\(written)”（\(row)）那一行有错误没有导入，实际工作单位暂缺。",
                    en: "“\(written)” (\(row)) could not be taken; the workplace is left unknown."),
                Wording(zh: "改正 \(row) 后重新导入。", en: "Mend \(row) and import again."))
            return nil
        case .known(let index): return .known(index)
        case .several: return nil
        case .none(let alike):
            guard let first = alike.first else { return outside(written, field, record, .note) }
            reportOnce(
                .warning, .nameUnknown, record, field, key: written,
                Wording(
                    zh: "机构表里没有“\(written)”，是不是“\(first)”？按系统外单位登记。",
                    en:
                        "The table of bodies has no “\(written)”. Did you mean “\(first)”? It is taken for a body outside."
                ),
                Wording(
                    zh: "请改成机构表里的名称，或在映射文件 names 里写明。",
                    en: "Write the name as it stands in the table of bodies, or say so under names in the mapping."))
            return outside(written, field, record, .note)
        }
    }

    /// The kind of establishment: from its column, or concluded from the body where the column says less or nothing.
    private mutating func kind(_ record: Record, _ body: BodyReference?) -> EstablishmentKind? {
        let holder = body.flatMap(row(of:))
        guard let text = text(.personKind, record) ?? (hasColumn(.personKind, record) ? nil : kindLabel(record)) else {
            if let kind = onlyKind(holder)
                ?? (hasColumn(.personKind, record) ? nil : holder.map { mainKind($0.type, $0.funding) })
            {
                reportOnce(
                    hasColumn(.personKind, record) ? .warning : .note, .kindConcluded, record,
                    hasColumn(.personKind, record) ? .personKind : nil, key: "\(kind)",
                    Wording(
                        zh: "没有编制类别，按单位核定的编制记为\(kind.name.zh)。",
                        en: "No kind is given; it is taken for \(kind.name.en) by what the body is approved."),
                    Wording(zh: "如不对，请补填编制类别。", en: "If that is wrong, fill in the kind."))
                return kind
            }
            if body != nil {
                report(
                    .error, .kindMissing, record, hasColumn(.personKind, record) ? .personKind : .personName,
                    Wording(
                        zh: "没有编制类别，从单位也推不出来。", en: "No kind of establishment is given, and the body does not tell it."),
                    Wording(zh: "请填写编制类别；不在编的写“编外”。", en: "Fill in the kind, or 编外 for people off the establishment."))
            }
            return nil
        }
        if case .kind(let kind)? = vocabulary.values.kinds.readExactly(text).value { return kind }
        let figure = vocabulary.headers.figure(text)?.field.flatMap { field in
            field.isFigure ? field.key.split(separator: ".").last.map(String.init) : nil
        }
        if let figure, case .kind(let kind)? = vocabulary.values.kinds.cases[figure] { return kind }
        switch vocabulary.values.kinds.read(text) {
        case .value(.kind(let kind)), .understood(.kind(let kind)): return kind
        case .value(.institution), .understood(.institution): return institutionKind(holder, record)
        case .none: return nil
        case .unknown:
            unknownValue(text, "kind", .personKind, record, .error)
            return nil
        }
    }

    /// The kind of people that the heading above a person, or else the sheet's name, names: 工勤人员花名册. Nil where
    /// neither is a kind's name.
    private func kindLabel(_ record: Record) -> String? {
        let table = tables[record.table]
        for label in [record.heading, table.sheet.name].compactMap({ $0 }) {
            var word = folded(withoutNumbering(withoutBrackets(label).text))
            while !isKindLabel(word),
                let tail = words.peopleTails.first(where: { word.hasSuffix($0) && word != $0 })
            {
                word.removeLast(tail.count)
            }
            if isKindLabel(word) { return word }
        }
        return nil
    }

    /// A kind of establishment, or a status of people who are on none.
    private func isKindLabel(_ word: String) -> Bool {
        vocabulary.values.kinds.readExactly(word) != .unknown
            || vocabulary.values.statuses.readExactly(word).value?.mayHoldPlace == false
    }

    /// What the tables say of a body that stands in them.
    private func row(of reference: BodyReference) -> BodyRow? {
        if case .body(let index) = reference { book.bodies[index] } else { nil }
    }

    /// The one kind that a body is approved heads of.
    private func onlyKind(_ body: BodyRow?) -> EstablishmentKind? {
        let kinds = (body?.heads ?? [:]).filter { $0.value > 0 }.keys
        return kinds.count == 1 ? kinds.first : nil
    }

    /// 事业编制 without more: of the institution kind the body is approved, else of its funding, else fully funded.
    private mutating func institutionKind(_ body: BodyRow?, _ record: Record) -> EstablishmentKind {
        let institution: [EstablishmentKind] = [.institutionFull, .institutionPartial, .institutionSelf]
        let approved = institution.filter { (body?.heads?[$0] ?? 0) > 0 }
        if let funding = value(vocabulary.values.fundings, .personFunding, record) {
            return EstablishmentKind(funding: funding)
        }
        if approved.count == 1 { return approved[0] }
        let kind = EstablishmentKind(funding: body?.funding ?? .full)
        reportOnce(
            body?.funding == nil ? .warning : .note, .kindConcluded, record, .personKind, key: "institution\(kind)",
            Wording(
                zh: "“事业编制”没有写明经费形式，记为\(kind.name.zh)。", en: "事业编制 without its funding is taken for \(kind.name.en)."),
            Wording(zh: "请写明全额、差额或自收自支。", en: "Write 全额, 差额 or 自收自支."))
        return kind
    }

    /// The leader post: from its column, or else from the title.
    private mutating func role(_ record: Record, of type: InstitutionType?) -> LeaderRole? {
        let (roles, titles) = (vocabulary.values.roles, vocabulary.values.titles)
        guard let text = text(.personRole, record) else {
            return self.text(.personTitle, record).flatMap { titles.role($0, of: type) }
        }
        switch roles.readExactly(text) {
        case .value(let role), .understood(let role): return role
        case .none: return nil
        case .unknown:
            if let role = titles.role(text, of: type) { return role }
            // 是: a leader, of which role the title says.
            if let isLeader = vocabulary.values.yesNo.readExactly(text).value {
                return isLeader ? self.text(.personTitle, record).flatMap { titles.role($0, of: type) } : nil
            }
            return value(roles, .personRole, record)
        }
    }

    /// The status of who has none written down: the one that goes with both the head and the position, so that a table
    /// that calls civil servants' positions management, or those of a body managed by reference civil service, makes
    /// nobody's status odd.
    private func concludedStatus(_ row: PersonRow) -> PersonStatus? {
        switch (row.kind, row.position) {
        case (_, .worker), (.worker, nil): .worker
        case (.administrative, _), (.politicalLegal, _): .civilServant
        case (.institutionFull, .civilService), (.institutionPartial, .civilService),
            (.institutionSelf, .civilService):
            .byReference
        case (_, .civilService): .civilServant
        case (_, .management): .management
        case (_, .professional): .professional
        case (_, nil): nil
        }
    }
}
