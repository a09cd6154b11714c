import Basics

/// How much a measure counts to the office (比选权重), and which way is better.
package struct MeasureWeight: Hashable, Sendable {
    /// Which measure.
    package let measure: PlanMeasure
    /// Its weight, above zero; only its share in the sum of all weights counts.
    package let weight: Int
    /// Whether more of it is better.
    package let moreIsBetter: Bool

    /// A weight.
    package init(_ measure: PlanMeasure, weight: Int, moreIsBetter: Bool) {
        self.measure = measure
        self.weight = weight
        self.moreIsBetter = moreIsBetter
    }
}

/// Plans weighed against each other (加权比选).
///
/// Each measure is put on a scale of its own: the best of the plans compared has 100, the worst 0, those between in
/// proportion, and all have 100 where they are equal. A plan's score is the weighted mean. A measure that can't be told of
/// one plan counts for none, since a sum without it could not be compared with one that has it.
package struct Weighing: Hashable, Sendable {
    /// The weights that count, in the office's order.
    package let weights: [MeasureWeight]
    /// Weights that don't count, since the measure can't be told of at least one plan.
    package let leftOut: [MeasureWeight]
    /// The plans, in the order in which they were given.
    package let plans: [Score]

    /// How a plan did, in hundredths of a point.
    package struct Score: Hashable, Sendable {
        /// For each of `weights`, its points.
        package let points: [Int]
        /// For each of `weights`, what it contributes to `total`.
        package let contributions: [Int]
        /// The weighted mean; it may differ from the sum of the contributions by what rounding makes.
        package let total: Int
        /// Its place, from 1; plans with one total share a place.
        package fileprivate(set) var rank: Int
    }

    // A hundred times as fine as what is told, so that rounding doesn't decide who is first.
    fileprivate static let fine = 1_000_000
    fileprivate static func told(_ fine: Int) -> Int { (fine + 50) / 100 }
}

/// Weighs plans by their measures; with no weight that counts, all are equal.
package func weigh(_ plans: [[PlanMeasure: Int]], by weights: [MeasureWeight]) -> Weighing {
    let counted = weights.filter { weight in plans.allSatisfy { $0[weight.measure] != nil } }
    let sum = max(1, counted.reduce(0) { $0 + $1.weight })
    var scores = plans.map { plan -> Weighing.Score in
        let fine = counted.map { finePoints(of: plan, by: $0, among: plans) }
        let shares = zip(fine, counted).map { points, weight in points * weight.weight / sum }
        let total = zip(fine, counted).reduce(0) { $0 + $1.0 * $1.1.weight } / sum
        return Weighing.Score(
            points: fine.map(Weighing.told), contributions: shares.map(Weighing.told), total: Weighing.told(total),
            rank: 1)
    }
    let totals = scores.map { $0.total }
    for index in scores.indices { scores[index].rank = 1 + totals.count { $0 > totals[index] } }
    return Weighing(weights: counted, leftOut: weights.filter { !counted.contains($0) }, plans: scores)
}

private func finePoints(
    of plan: [PlanMeasure: Int], by weight: MeasureWeight, among plans: [[PlanMeasure: Int]]
) -> Int {
    let values = plans.compactMap { $0[weight.measure] }
    guard let value = plan[weight.measure], let least = values.min(), let most = values.max(), most > least
    else { return Weighing.fine }
    return (weight.moreIsBetter ? value - least : most - value) * Weighing.fine / (most - least)
}
