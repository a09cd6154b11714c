import Basics
import Registry

private let headFields: [(Field, EstablishmentKind)] = [
    (.headsAdministrative, .administrative), (.headsPoliticalLegal, .politicalLegal), (.headsFull, .institutionFull),
    (.headsPartial, .institutionPartial), (.headsSelf, .institutionSelf), (.headsWorker, .worker),
]
private let factFields: [(Field, ScaleMeasure)] = [
    (.factInternalUnits, .internalUnits), (.factClasses, .classes), (.factPupils, .pupils), (.factBeds, .beds),
    (.factIncome, .income), (.factBusinessIncome, .businessIncome), (.factPopulation, .population),
]

extension BookReader {
    /// Approved heads by kind: nil where the table has no column for them or the row fills none.
    ///
    /// Institution heads without a word on funding are of the body's own funding, fully funded when that is unknown.
    /// Where a table has a plain total only, a public institution's heads are of its funding's kind, a court's or
    /// procuratorate's political and legal, and all others administrative; where it has the total beside some of
    /// the kinds, what the kinds leave is of that kind, if it has no column of its own.
    mutating func readHeads(_ record: Record, type: InstitutionType, funding: Funding?) -> [EstablishmentKind: Int]? {
        var heads: [EstablishmentKind: Int] = [:]
        var filled = false
        for (field, kind) in headFields where hasColumn(field, record) {
            let counts = [count(field, record)] + furtherCounts(field, record)
            filled = filled || counts.contains { $0 != nil }
            heads[kind] = counts.reduce(0) { $0 + ($1 ?? 0) }
        }
        let institutionKind = EstablishmentKind(funding: funding ?? .full)
        let split = Set(heads.keys).intersection([.institutionFull, .institutionPartial, .institutionSelf])
        if hasColumn(.headsInstitution, record), let count = count(.headsInstitution, record) {
            filled = true
            let parts = split.reduce(0) { $0 + (heads[$1] ?? 0) }
            if parts == 0 {
                heads[institutionKind] = count
                if count > 0 { concludeKind(record, .headsInstitution, institutionKind, assumed: funding == nil) }
            } else if parts != count {
                wrongRowTotal(record, .headsInstitution, count, parts)
            }
        }
        guard hasColumn(.headsTotal, record), let total = count(.headsTotal, record) else {
            return filled ? heads : nil
        }
        let sum = heads.values.reduce(0, +)
        let main = mainKind(type, funding)
        if !filled || (heads[main] == nil && total > sum) {
            heads[main] = total - sum
            if total > sum {
                concludeKind(record, .headsTotal, main, assumed: type == .publicInstitution && funding == nil)
            }
        } else if sum != total {
            wrongRowTotal(record, .headsTotal, total, sum)
        }
        return heads
    }

    /// What further columns of the same kind hold.
    private mutating func furtherCounts(_ field: Field, _ record: Record) -> [Int?] {
        guard record.step?.isLast ?? true else { return [] }
        return (tables[record.table].further[field] ?? []).map { column in
            let spot = Spot(sheet: tables[record.table].sheet.name, row: record.row, column: column)
            return count(tables[record.table].sheet[record.row, column], spot, field, record)
        }
    }

    /// The kind of heads that a body of this type and funding holds in the main.
    func mainKind(_ type: InstitutionType, _ funding: Funding?) -> EstablishmentKind {
        switch type {
        case .publicInstitution: EstablishmentKind(funding: funding ?? .full)
        case .judicial: .politicalLegal
        default: .administrative
        }
    }

    private mutating func concludeKind(_ record: Record, _ field: Field, _ kind: EstablishmentKind, assumed: Bool) {
        reportOnce(
            assumed ? .warning : .note, .kindConcluded, record, field, key: "\(kind)\(assumed)",
            Wording(
                zh: "表头没有分清编制类别，按\(assumed ? "惯例（经费形式不明）" : "机构类型和经费形式")记为\(kind.name.zh)。",
                en: "The header does not say the kind; it is taken for \(kind.name.en) by "
                    + (assumed ? "custom, the funding being unknown." : "type and funding.")),
            Wording(zh: "如不对，请按类别分列填写编制数。", en: "If that is wrong, give the heads in columns by kind."))
    }

    mutating func wrongRowTotal(_ record: Record, _ field: Field, _ total: Int, _ sum: Int, isOwn: Bool = false) {
        if isOwn {
            report(
                .warning, .rowTotalWrong, record, field,
                Wording(
                    zh: "这个机构的编制数合计是\(total)，而它的内设机构各行之和是\(sum)；导入的是机构自己的数。",
                    en:
                        "The body has \(total) heads, but its internal units add up to \(sum); the body's own were taken."
                ),
                Wording(zh: "请核对两张表。", en: "Check both tables."))
            return
        }
        report(
            .warning, .rowTotalWrong, record, field,
            Wording(
                zh: "这一格是\(total)，而本行各类之和是\(sum)；导入的是各类的数。",
                en: "This cell says \(total), but the kinds of the row add up to \(sum); the kinds were taken."),
            Wording(zh: "请核对本行。", en: "Check the row."))
    }

    /// A whole number; one that cannot be read is an error of the row.
    mutating func count(_ field: Field, _ record: Record) -> Int? {
        let spot = spot(field, record)
        let table = tables[record.table]
        if let column = spot.column, spot.sheet == table.sheet.name, table.isMerged(row: spot.row, column: column) {
            reportOnce(
                .warning, .numberMerged, record, field, key: "\(table.cell(row: spot.row, column: column).text)",
                Wording(
                    zh: "这个数填在合并的单元格里，只记在第一行的机构名下。",
                    en: "This figure stands in merged cells and is given to the body of their first row."),
                Wording(zh: "请给每个机构分别填数。", en: "Give each body its own figure."))
            if table.isCovered(row: spot.row, column: column) { return nil }
        }
        return self.count(cell(field, record), spot, field, record)
    }

    private mutating func count(_ cell: Cell, _ spot: Spot, _ field: Field, _ record: Record) -> Int? {
        switch readCount(cell, words: words) {
        case .blank: return nil
        case .value(let value): return value
        case .unreadable(let fault):
            report(
                .error, .numberUnreadable, record, field, at: spot, read: cell.text,
                Wording(zh: "“\(cell.text)”\(fault.wording.zh)。", en: "“\(cell.text)” \(fault.wording.en)."),
                Wording(zh: "请改成一个整数；没有就留空。", en: "Write one whole number, or leave it empty."),
                proposals: proposedCounts(cell.text))
            return nil
        }
    }

    /// Measured facts; one that cannot be read is reported and left unknown.
    mutating func readFacts(_ record: Record) -> [ScaleFact] {
        var facts: [ScaleFact] = []
        for (field, measure) in factFields where hasColumn(field, record) {
            if let value = amount(field, measure, record) { facts.append(ScaleFact(measure, value)) }
        }
        if let stage = value(vocabulary.values.stages, .factStage, record) { facts.append(ScaleFact(.stage, stage)) }
        if let system = value(vocabulary.values.leadershipSystems, .factLeadershipSystem, record) {
            facts.append(ScaleFact(.leadershipSystem, system))
        }
        if let organisation = partyOrganisation(record) {
            facts.append(ScaleFact(.partyOrganisation, organisation))
        }
        return facts.sorted { $0.measure.rawValue < $1.measure.rawValue }
    }

    /// How the Party is organised there. 无 leaves a cell empty everywhere else; here it says that there is none.
    private mutating func partyOrganisation(_ record: Record) -> Int? {
        let list = vocabulary.values.partyOrganisations
        if case .value(let said) = list.readExactly(cell(.factPartyOrganisation, record).plain) { return said }
        return value(list, .factPartyOrganisation, record)
    }

    private mutating func amount(_ field: Field, _ measure: ScaleMeasure, _ record: Record) -> Int? {
        let cell = cell(field, record)
        if cell.isVoid || words.isBlank(cell.text) { return nil }
        let isMoney = measure == .income || measure == .businessIncome
        let dimension = isMoney ? "money" : "count"
        let headers = vocabulary.headers
        if let read = readAmount(cell, scale: { headers.scale($0, of: dimension) }) {
            let value = read.value * (read.unit ?? columnScale(field, dimension, record))
            let isWhole = value == value.rounded() || isMoney || measure == .population
            if value >= 0, value < 1e12, isWhole { return Int((value + 0.5).rounded(.down)) }
        } else if case .value(let value) = readCount(cell, words: words) {
            return value
        }
        report(
            .warning, .factUnreadable, record, field,
            Wording(zh: "“\(cell.text)”不是可读的数，这一项暂缺。", en: "“\(cell.text)” is no readable number; it is left unknown."),
            Wording(zh: "请改成一个数；不知道就留空。", en: "Write a number, or leave it empty."))
        return nil
    }

    /// The unit that the column's header names; 其中:经营收入 has that of the income beside it.
    private func columnScale(_ field: Field, _ dimension: String, _ record: Record) -> Double {
        for (table, _) in [(record.table, record.row)] + record.more {
            guard let place = tables[table].places[field],
                let column = tables[table].columns.first(where: { $0.index == place })
            else { continue }
            if let scale = column.scales[dimension] { return scale }
            if field == .factBusinessIncome, let income = tables[table].places[.factIncome] {
                if let scale = tables[table].columns.first(where: { $0.index == income })?.scales[dimension] {
                    return scale
                }
            }
            if dimension == "money", let scale = tables[table].scales[dimension] { return scale }
        }
        return 1
    }
}

extension CountFault {
    /// What is wrong, as the rest of a sentence.
    var wording: Wording {
        switch self {
        case .approximate: Wording(zh: "不是一个确定的整数", en: "is not one certain whole number")
        case .sum: Wording(zh: "是算式，不是一个数", en: "is a sum, not one number")
        case .fraction: Wording(zh: "带小数，人数和职数只能是整数", en: "has a fraction; heads and posts are whole")
        case .negative: Wording(zh: "是负数", en: "is negative")
        case .tooLarge: Wording(zh: "大得不合理", en: "is too large")
        case .date: Wording(zh: "是日期格式", en: "has the format of a date")
        case .fault: Wording(zh: "是公式错误或逻辑值", en: "is the error of a formula or a truth value")
        case .uncalculated:
            Wording(
                zh: "是没有存下结果的公式（用 Excel 或 WPS 打开、保存一次，结果就在文件里）",
                en: "is a formula whose result is not in the file (open and save it once, and it is)")
        case .unknown: Wording(zh: "没有给出数", en: "gives no number")
        case .noNumber: Wording(zh: "不是数", en: "is no number")
        }
    }
}
