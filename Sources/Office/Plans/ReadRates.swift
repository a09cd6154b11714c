import Basics
import Reform
import Registry

/// Reads what heads and leader posts cost, from the YAML file an office keeps (`docs/rates.md`).
package func readRates(_ text: String) throws(OfficeFailure) -> BudgetRates {
    let read: [(line: Int, rate: BudgetRate)]
    do throws(UnreadablePlan) {
        let fields = try PlanFields(try composeYAML(text))
        try fields.allow(["rates"])
        read = try fields.rows("rates").map { row throws(UnreadablePlan) in (row.line, try readRate(row)) }
    } catch { throw OfficeFailure(error) }
    do throws(OverlappingRates) { return try BudgetRates(read.map(\.rate)) } catch {
        let line = read.last { $0.rate == error.second }?.line
        throw OfficeFailure(
            UnreadablePlan(
                line: line, zh: "“\(error.second.of.name.zh)”在同一天有两个标准，请写明各自的起止日期（自、至）。",
                en:
                    "“\(error.second.of.name.en)” has two rates on one day; give each its first and last day (from, to)."
            ))
    }
}

private func readRate(_ row: PlanFields) throws(UnreadablePlan) -> BudgetRate {
    try row.allow(["kind", "role", "yuan a year", "from", "to", "document"])
    let kind = try row.term("kind", \EstablishmentKind.name)
    let role = try row.term("role", \LeaderRole.name)
    let of: BudgetRate.Kind
    switch (kind, role) {
    case (let kind?, nil): of = .heads(kind)
    case (nil, let role?): of = .leader(role)
    default:
        throw UnreadablePlan(
            line: row.line, zh: "每行写“编制类别”或“领导职务”之一。", en: "each row has either a kind or a role.")
    }
    guard let yuan = try row.number("yuan a year") else { throw row.missing("yuan a year", row.line) }
    guard let from = try row.day("from") else { throw row.missing("from", row.line) }
    let to = try row.day("to")
    if let to, to < from {
        throw UnreadablePlan(line: row.line, zh: "止日早于起日。", en: "the last day is before the first.")
    }
    return BudgetRate(of: of, yuan: yuan, from: from, to: to, document: try row.text("document"))
}

extension PlanFields {
    /// The rows of a list of mappings; the list must be there and hold something.
    func rows(_ name: String) throws(UnreadablePlan) -> [PlanFields] {
        guard let rows = node(name)?.sequence, !rows.isEmpty else { throw missing(name, line) }
        var read: [PlanFields] = []
        for row in rows { read.append(try PlanFields(row)) }
        return read
    }
}
