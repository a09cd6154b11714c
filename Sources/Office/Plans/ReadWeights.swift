import Basics
import Reform

/// Reads how much each measure counts, from the YAML file an office keeps (`docs/plans.md`).
package func readWeights(_ text: String) throws(OfficeFailure) -> [MeasureWeight] {
    do throws(UnreadablePlan) {
        let fields = try PlanFields(try composeYAML(text))
        try fields.allow(["weights"])
        var weights: [MeasureWeight] = []
        for row in try fields.rows("weights") {
            try row.allow(["measure", "weight", "direction"])
            guard let measure = try row.term("measure", \PlanMeasure.name) else {
                throw row.missing("measure", row.line)
            }
            guard let weight = try row.number("weight") else { throw row.missing("weight", row.line) }
            guard let direction = try row.term("direction", \Direction.name) else {
                throw row.missing("direction", row.line)
            }
            guard weight > 0 else {
                throw UnreadablePlan(
                    line: row.line, zh: "权重应大于零；不计的指标不必写。", en: "a weight is above zero; leave out what doesn't count.")
            }
            guard !weights.contains(where: { $0.measure == measure }) else {
                throw UnreadablePlan(
                    line: row.line, zh: "“\(measure.name.zh)”写了两次，请删去一行。",
                    en: "“\(measure.name.en)” stands twice; remove one row.")
            }
            weights.append(MeasureWeight(measure, weight: weight, moreIsBetter: direction == .more))
        }
        return weights
    } catch { throw OfficeFailure(error) }
}

/// Which way is better.
private enum Direction: CaseIterable {
    case more
    case less

    var name: Wording {
        switch self {
        case .more: Wording(zh: "多", en: "more")
        case .less: Wording(zh: "少", en: "less")
        }
    }
}
