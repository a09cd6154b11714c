import Basics
import Registry

extension BookReader {
    /// One row of the table of bodies; nil when it cannot be taken, with the reason reported.
    /// - Parameter type: The type that its place in a tree gives it.
    mutating func readBody(_ record: Record, type fromTree: InstitutionType?) -> BodyRow? {
        guard let name = bodyName(record) else {
            report(
                .error, .nameMissing, record, .bodyName,
                Wording(zh: "这一行没有机构名称。", en: "This row has no name of a body."),
                Wording(zh: "请填写机构名称，或删去这一行。", en: "Fill in the name or delete the row."))
            return nil
        }
        let category = value(vocabulary.values.categories, .bodyCategory, record)
        let funding = value(vocabulary.values.fundings, .bodyFunding, record)
        guard let type = bodyType(record, name, fromTree, isClassified: category != nil) else { return nil }
        var row = BodyRow(origin: origin(record), name: name, type: type)
        row.shortName = text(.bodyShortName, record)
        row.officeCode = text(.bodyOfficeCode, record)
        row.plates = plates(record)
        row.rank = value(vocabulary.values.ranks, .bodyRank, record)
        row.category = category
        row.funding = funding
        row.registrationCode = registrationCode(record)
        // Where the rows are internal units, none of them is the body's own.
        if !tables[record.table].isOfUnits {
            row.heads = readHeads(record, type: type, funding: funding)
            row.posts = readPosts(record, type: type)
        }
        row.founding = readFounding(record)
        row.facts = tables[record.table].isOfUnits ? [] : readFacts(record)
        if !record.units.isEmpty { addUnits(record, &row) }
        row.remark = text(.bodyRemark, record)
        return row
    }

    /// The value of a pick list's cell; an unknown word is reported and left unknown.
    mutating func value<Value>(
        _ list: ValueList<Value>, _ field: Field, _ record: Record, _ severity: Problem.Severity = .warning
    ) -> Value? {
        guard let text = text(field, record) else { return nil }
        switch list.read(text) {
        case .value(let value): return value
        case .none: return nil
        case .understood(let value):
            reportOnce(
                .note, .valueUnderstood, record, field, key: text,
                Wording(zh: "“\(text)”按其中的词认作 \(value)。", en: "“\(text)” was taken for \(value) by a part of it."),
                Wording(
                    zh: "如不对，请在映射文件 values.\(list.name) 里写明。",
                    en: "If that is wrong, say so under values.\(list.name) in the mapping."))
            return value
        case .unknown:
            unknownValue(text, list.name, field, record, severity, proposals: list.alike(text))
            return nil
        }
    }

    /// Reports a word that no list knows.
    mutating func unknownValue(
        _ text: String, _ list: String, _ field: Field, _ record: Record, _ severity: Problem.Severity,
        proposals: [String] = []
    ) {
        let why = Wording(
            zh: "“\(text)”不在取值表 \(list) 里" + (severity == .error ? "。" : "，这一项暂缺。"),
            en: "“\(text)” is no known value of \(list)" + (severity == .error ? "." : "; it is left unknown."))
        let mend = Wording(
            zh: "请改成规范的写法，或在映射文件 values.\(list) 里写明它是什么。",
            en: "Write one of the usual values, or say under values.\(list) in the mapping what it is.")
        if severity == .error {
            report(.error, .valueUnknown, record, field, why, mend, proposals: proposals)
        } else {
            reportOnce(severity, .valueUnknown, record, field, key: text, why, mend, proposals: proposals)
        }
    }

    /// The type: from its column or its place in a tree; where neither says, from what stands beside: heads of one
    /// sort only, the class, the heading above, the name, in this order.
    private mutating func bodyType(
        _ record: Record, _ name: String, _ fromTree: InstitutionType?, isClassified: Bool
    ) -> InstitutionType? {
        if text(.bodyType, record) != nil, let type = value(vocabulary.values.types, .bodyType, record) { return type }
        if let fromTree { return fromTree }
        let types = vocabulary.values.types.cases
        let heading = record.heading.flatMap { vocabulary.groups.group($0) }.flatMap { types[$0] }
        let byName = typeByName(name)
        switch sort(record) {
        case .institution:
            conclude(
                record, "heads", .publicInstitution,
                Wording(zh: "只有事业编制", en: "its heads, which are of institutions only"))
            return .publicInstitution
        case .organ:
            let organ =
                [heading, byName].compactMap { $0 }.first { $0 != .publicInstitution && $0.holdsAccounts }
                ?? .government
            conclude(record, "heads", organ, Wording(zh: "只有行政编制", en: "its heads, which are administrative only"))
            return organ
        case nil: break
        }
        if isClassified {
            conclude(record, "class", .publicInstitution, Wording(zh: "事业单位分类", en: "its class"))
            return .publicInstitution
        }
        if let heading {
            conclude(
                record, "heading", heading, Wording(zh: "上面的分组标题“\(record.heading ?? "")”", en: "the heading above it"))
            return heading
        }
        if let byName {
            conclude(record, "name", byName, Wording(zh: "名称", en: "its name"))
            return byName
        }
        if text(.bodyFunding, record) != nil {
            conclude(record, "funding", .publicInstitution, Wording(zh: "经费形式", en: "its funding"))
            return .publicInstitution
        }
        report(
            .error, .typeUnknown, record, hasColumn(.bodyType, record) ? .bodyType : .bodyName,
            Wording(zh: "看不出“\(name)”是哪一类机构。", en: "The type of “\(name)” cannot be told."),
            Wording(
                zh: "请填写机构类型（党委机关、行政机关、事业单位等）。",
                en: "Fill in its type (Party organ, government department, public institution, …)."),
            proposals: hasColumn(.bodyType, record) ? InstitutionType.allCases.map(\.name.zh) : [])
        return nil
    }

    /// What heads of one sort alone say: organs have administrative ones, public institutions their own.
    private func sort(_ record: Record) -> HeadsSort? {
        func isFilled(_ fields: [Field]) -> Bool {
            fields.contains { field in
                if case .value(let count) = readCount(cell(field, record), words: words) { return count > 0 }
                return false
            }
        }
        let organ = isFilled([.headsAdministrative, .headsPoliticalLegal])
        let institution = isFilled([.headsFull, .headsPartial, .headsSelf, .headsInstitution])
        return organ == institution ? nil : organ ? .organ : .institution
    }

    private enum HeadsSort { case organ, institution }

    private mutating func conclude(_ record: Record, _ key: String, _ type: InstitutionType, _ from: Wording) {
        reportOnce(
            .note, .typeConcluded, record, .bodyName, key: "\(key)|\(type)",
            Wording(
                zh: "没有机构类型，按\(from.zh)认作\(type.name.zh)。",
                en: "It has no type and is taken for a \(type.name.en) by \(from.en)."),
            Wording(zh: "如不对，请补填机构类型。", en: "If that is wrong, fill in the type."))
    }

    /// What a name says of its body's type.
    func typeByName(_ name: String) -> InstitutionType? {
        let short = names.keys.core(withoutBrackets(name).text)
        let whole = folded(name)
        return vocabulary.values.nameTypes.first { rule in
            rule.ends.contains { short.hasSuffix($0) || whole.hasSuffix($0) }
                || rule.has.contains { whole.contains($0) }
                || rule.starts.contains { short.hasPrefix($0) || whole.hasPrefix($0) }
        }?.type
    }

    private mutating func registrationCode(_ record: Record) -> String? {
        guard let written = text(.bodyRegistrationCode, record) else { return nil }
        let code = folded(written).uppercased()
        guard let fault = creditCodeFault(code) else { return code }
        report(
            .warning, .creditCodeWrong, record, .bodyRegistrationCode,
            fault == .shape
                ? Wording(
                    zh: "统一社会信用代码不是18位，或含有不用的字母（I、O、S、V、Z）。",
                    en:
                        "The unified social credit code does not have 18 characters, or has letters that are not used (I, O, S, V, Z)."
                )
                : Wording(
                    zh: "统一社会信用代码的校验位不对（GB 32100）。",
                    en: "The check character of the unified social credit code is wrong (GB 32100)."),
            Wording(zh: "请对照法人证书改正。", en: "Compare it with the certificate."))
        return code
    }

    /// Document and date, from columns of their own or from one cell.
    private mutating func readFounding(_ record: Record) -> Founding? {
        var document = text(.bodyDocument, record)
        var date = date(.bodyDocumentDate, record)
        if document == nil, let both = text(.bodyFounding, record) {
            let end = both.lastIndex(of: "号").map { both.index(after: $0) } ?? both.endIndex
            document = String(both[..<end])
            let rest = both[end...].drop { !$0.isNumber && !"〇二一".contains($0) }.prefix { !")\u{FF09}".contains($0) }
            if date == nil, case .date(let read) = readDate(String(rest), words: words) { date = read }
        }
        return document == nil && date == nil ? nil : Founding(document: document, date: date)
    }

    /// The date of a cell; one that cannot be read is reported and left unknown.
    mutating func date(_ field: Field, _ record: Record) -> FactDate? {
        let cell = cell(field, record)
        let mend = Wording(zh: "请改成如 2020-05-31、2020年5月 的写法。", en: "Write it as 2020-05-31 or 2020年5月.")
        switch readDate(cell, words: words) {
        case .blank: return nil
        case .date(let date): return date
        case .impossible:
            report(
                .warning, .dateImpossible, record, field,
                Wording(
                    zh: "“\(cell.text)”这一天不存在，这一项暂缺。", en: "There is no such day as “\(cell.text)”; it is left unknown."
                ), mend)
        case .ambiguous:
            report(
                .warning, .dateAmbiguous, record, field,
                Wording(
                    zh: "“\(cell.text)”可以有两种读法，这一项暂缺。",
                    en: "“\(cell.text)” can be read in two ways; it is left unknown."), mend)
        case .unreadable:
            report(
                .warning, .dateUnreadable, record, field,
                Wording(zh: "“\(cell.text)”不是日期，这一项暂缺。", en: "“\(cell.text)” is no date; it is left unknown."), mend)
        }
        return nil
    }
}
