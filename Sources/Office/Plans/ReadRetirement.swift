import Basics
import Papers
import Reform
import Registry

/// Reads ages of retirement from the YAML file an office keeps; the national rule when it keeps none.
package func readRetirement(_ text: String? = nil) throws(OfficeFailure) -> RetirementRules {
    let written: String
    do throws(DamagedInstallation) {
        if let text { written = text } else { written = try RetirementData.text() }
    } catch { throw OfficeFailure(error) }
    do throws(UnreadablePlan) {
        let fields = try PlanFields(try composeYAML(written))
        try fields.allow(["near", "retirement"])
        guard let near = try fields.number("near") else { throw fields.missing("near", fields.line) }
        var rules: [RetirementRules.Rule] = []
        for row in try fields.rows("retirement") { rules.append(try readRule(row)) }
        return RetirementRules(rules, near: near)
    } catch { throw OfficeFailure(error) }
}

private func readRule(_ row: PlanFields) throws(UnreadablePlan) -> RetirementRules.Rule {
    try row.allow(["sex", "statuses", "age", "delayed from", "every", "up to", "document"])
    guard let sex = try row.term("sex", \SexWord.name) else { throw row.missing("sex", row.line) }
    guard let age = try row.number("age") else { throw row.missing("age", row.line) }
    var statuses: [PersonStatus] = []
    for word in row.has("statuses") ? try row.texts("statuses") : [] {
        guard let status = PersonStatus.allCases.first(where: { $0.name.zh == word || $0.name.en == word }) else {
            throw UnreadablePlan(
                line: row.line, zh: "不认识身份“\(word)”。可写：\(PersonStatus.allCases.map(\.name.zh).joined(separator: "、"))。",
                en: "“\(word)” is no status. Use: \(PersonStatus.allCases.map(\.name.en).joined(separator: ", ")).")
        }
        statuses.append(status)
    }
    return RetirementRules.Rule(
        sex: sex == .female ? .female : .male, statuses: statuses, age: age, delay: try readDelay(row, age: age),
        document: try row.required("document"))
}

private func readDelay(_ row: PlanFields, age: Int) throws(UnreadablePlan) -> RetirementRules.Delay? {
    guard let from = try row.day("delayed from") else { return nil }
    guard let every = try row.number("every"), every > 0 else { throw row.missing("every", row.line) }
    guard let upTo = try row.number("up to"), upTo >= age else { throw row.missing("up to", row.line) }
    return RetirementRules.Delay(from: Month(of: from), every: every, upTo: upTo)
}

private enum SexWord: CaseIterable {
    case female
    case male

    var name: Wording {
        switch self {
        case .female: Wording(zh: "女", en: "female")
        case .male: Wording(zh: "男", en: "male")
        }
    }
}
