import Basics

/// What a name in a row was resolved to.
enum Resolved {
    case record(Int)
    case known(Int)
    /// Several fit, which has been reported.
    case several
    case none(alike: [String])
}

extension BookReader {
    /// What a name in a cell stands for. What was found by another spelling is noted once a name; where several
    /// bodies fit, that is an error of the row.
    mutating func resolve(_ written: String, _ field: Field, _ record: Record) -> Resolved {
        switch names.find(written) {
        case .one(let index, let how):
            if how != .same { noteSpelling(written, field, record, name(of: index), how) }
            return index < records.count ? .record(index) : .known(knownPlaces[index - records.count])
        case .several(let indexes):
            // Rows that were refused because they repeat a body all stand for that body.
            let candidates = indexes.filter { $0 >= records.count || errors[origin(records[$0])] == nil }
            if candidates.count == 1, errors.isEmpty == false, sharesName(indexes) {
                return candidates[0] < records.count
                    ? .record(candidates[0]) : .known(knownPlaces[candidates[0] - records.count])
            }
            if let first = indexes.first, sharesName(indexes) { return .record(first) }
            let list = indexes.prefix(8).map { name(of: $0) }
            report(
                .error, .nameAmbiguous, record, field,
                Wording(
                    zh: "“\(written)”可以是\(quoted(list))\(indexes.count > 8 ? "等\(indexes.count)个机构" : "")。",
                    en: "“\(written)” may be \(quoted(list)) (\(indexes.count) bodies)."),
                Wording(zh: "请写全称。", en: "Write the full name."), proposals: list)
            return .several
        case .none(let alike): return .none(alike: alike.map { name(of: $0) })
        }
    }

    /// The name of an entry of the index.
    private func name(of index: Int) -> String {
        index < records.count ? bodyName(records[index]) ?? "" : known[knownPlaces[index - records.count]]
    }

    private func sharesName(_ indexes: [Int]) -> Bool {
        let keys = names.keys
        return Set(indexes.map { keys.stripped(name(of: $0)) }).count == 1
    }

    private mutating func noteSpelling(
        _ written: String, _ field: Field, _ record: Record, _ name: String, _ how: NameFound.How
    ) {
        let mend = Wording(
            zh: "如不对，请改用全称，或在映射文件 names 里写明。",
            en: "If that is wrong, write the full name or say so under names in the mapping.")
        if how == .suffix {
            reportOnce(
                .warning, .nameBySuffix, record, field, key: written,
                Wording(
                    zh: "“\(written)”按名称末尾认作“\(name)”。",
                    en: "“\(written)” was taken for “\(name)”, the only body whose name ends so."), mend)
        } else {
            reportOnce(
                .note, .nameResolved, record, field, key: written,
                Wording(zh: "“\(written)”认作“\(name)”。", en: "“\(written)” was taken for “\(name)”."), mend)
        }
    }

    /// Reports a name that no body has, with the names most alike.
    mutating func reportUnknown(
        _ written: String, _ field: Field, _ record: Record, _ alike: [String], _ severity: Problem.Severity
    ) {
        report(
            severity, .nameUnknown, record, field,
            Wording(
                zh: "机构表里没有“\(written)”。" + (alike.isEmpty ? "" : "是不是\(quoted(alike))？"),
                en: "The table of bodies has no “\(written)”."
                    + (alike.isEmpty ? "" : " Did you mean \(quoted(alike))?")),
            Wording(
                zh: "请改成机构表里的名称，或在映射文件 names 里写明它是哪个机构。",
                en:
                    "Write the name as it stands in the table of bodies, or say under names in the mapping which body it is."
            ), proposals: alike)
    }

    /// A body outside the tables, by its name as written.
    mutating func outside(_ written: String, _ field: Field, _ record: Record, _ severity: Problem.Severity)
        -> BodyReference
    {
        let key = names.keys.stripped(written)
        if let place = outsidePlaces[key] {
            book.outsideBodies[place].mentions += 1
            reportOnce(severity, .nameOutside, record, field, key: key, outsideWording(written), outsideMend)
            return .outside(place)
        }
        outsidePlaces[key] = book.outsideBodies.count
        book.outsideBodies.append(OutsideBody(origin: origin(record), name: written, mentions: 1))
        reportOnce(severity, .nameOutside, record, field, key: key, outsideWording(written), outsideMend)
        return .outside(book.outsideBodies.count - 1)
    }

    private func outsideWording(_ written: String) -> Wording {
        Wording(
            zh: "“\(written)”不在机构表里，按系统外单位登记。",
            en: "“\(written)” stands in no table of bodies and is taken for one outside the establishment.")
    }

    private var outsideMend: Wording {
        Wording(zh: "如果它在机构表里另有名称，请改成那个名称。", en: "If it stands in the table under another name, write that name.")
    }

    /// The body a person or duty belongs to. Nil, with the error reported, when it is none or its row was refused.
    mutating func holder(_ written: String, _ field: Field, _ record: Record) -> BodyReference? {
        switch resolve(written, field, record) {
        case .record(let place):
            if let index = bodyIndex[place] { return .body(index) }
            refusedWith(record, field, place)
            return nil
        case .known(let index): return .known(index)
        case .several: return nil
        case .none(let alike):
            // An enterprise where people of the table work may have duties too, though no table of bodies lists it.
            if let place = outsidePlaces[names.keys.stripped(written)], field == .dutyBody { return .outside(place) }
            reportUnknown(written, field, record, alike, .error)
            return nil
        }
    }

    private mutating func refusedWith(_ record: Record, _ field: Field, _ place: Int) {
        let row = origin(records[place])
        let name = bodyName(records[place]) ?? ""
        report(
            .error, .bodyRejected, record, field,
            Wording(
                zh: "“\(name)”（\(row)）那一行有错误没有导入，所以这一行也没有导入。",
                en: "“\(name)” (\(row)) could not be taken, and so neither can this row."),
            Wording(zh: "改正 \(row) 后，这一行原样即可导入。", en: "Once \(row) is mended, this row can be imported as it is."))
    }
}
