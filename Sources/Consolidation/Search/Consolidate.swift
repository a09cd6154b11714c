/// What a search came to.
package struct Regrouping: Sendable {
    /// The best grouping found.
    package let grouping: Grouping
    /// Its points.
    package let points: Int
    /// No grouping has more; nil without a solver.
    package let bound: Int?
    /// Bodies for which no place was found that the principles allow; empty when the grouping may be.
    package let unplaced: [Int]
    /// Work done, in moves and branches: given as the limit, it gives this very answer again.
    package let work: Int
    /// Whether the caller or the limit stopped it before it was through.
    package let wasStopped: Bool
    /// A price for each body, in 65536ths of a point, at which no group that may be is worth more than its bodies: what
    /// anyone can check without trusting a solver. Their sum is a bound; the search may have come to a lower one. Nil
    /// where it was stopped before there were any.
    package let prices: [Int]?
    /// The groups of the set-partitioning model that were generated, as lists of bodies with their points.
    package let columns: [Column]

    /// Whether nothing can be better.
    package var isProven: Bool { bound == points && unplaced.isEmpty }
    /// How much better another grouping could be at most, in hundredths of a percent of the points; nil when it can't be told.
    package var gap: Int? { bound.map { points == 0 && $0 > 0 ? .max : ($0 - points) * 10_000 / max(1, abs(points)) } }
}

/// How far a search has come.
package struct SearchProgress: Sendable, Hashable {
    /// Work done so far.
    package let work: Int
    /// The points of the best grouping so far.
    package let points: Int
    /// No grouping has more; nil before that is known.
    package let bound: Int?
}

/// Searches for the best grouping of an instance (撤并优化): annealing in parts, bounded by generated columns.
///
/// The same instance, seed and work give the same answer.
/// - Parameters:
///   - work: after how much work to stop; rounded up to the next look.
///   - solvers: without them there is no bound, and the search goes on until it is stopped.
///   - progress: called now and then; false stops the search, which keeps the best so far.
package func consolidate(
    _ instance: Instance, seed: UInt64, work: Int, solvers: Solvers?, progress: (SearchProgress) -> Bool = { _ in true }
) throws(Contradiction) -> Regrouping {
    var meter = Meter(limit: work)
    var dice = Dice(seed: seed)
    var parts = try instance.arenas().map { PartSearch(arena: $0, solvers: solvers, seed: dice.next()) }
    var round = 0
    while !meter.isStopped, parts.contains(where: { !$0.isThrough }) {
        // All parts get a good answer before the first is looked into.
        for stage in [Stage.anneal, .bind] {
            for index in parts.indices where !parts[index].isThrough && !meter.isStopped {
                let (points, bound) = sum(of: parts, without: index)
                let look = { (part: PartSearch, work: Int) in
                    progress(
                        SearchProgress(
                            work: work, points: points + part.points,
                            bound: bound.flatMap { bound in part.bound.map { bound + $0 } }))
                }
                switch stage {
                case .anneal: parts[index].anneal(round: round, meter: &meter, look: look)
                case .bind: parts[index].bind(round: round, meter: &meter, look: look)
                }
            }
        }
        round += 1
    }
    let grouping = Grouping(parts.flatMap(\.groups))
    var unplaced: [Int] = []
    for case .tooSmall(let group) in instance.breaches(of: grouping) { unplaced += group }
    return Regrouping(
        grouping: grouping, points: instance.points(of: instance.appraisal(of: grouping)),
        bound: sum(of: parts, without: nil).bound,
        unplaced: unplaced.sorted(), work: meter.work, wasStopped: meter.isStopped,
        prices: prices(of: parts, bodies: instance.bodies.count), columns: parts.flatMap(\.columns))
}

private enum Stage { case anneal, bind }

/// The points of all parts but one, and their bound where each has one.
private func sum(of parts: [PartSearch], without gone: Int?) -> (points: Int, bound: Int?) {
    var points = 0
    var bound: Int? = 0
    for (index, part) in parts.enumerated() where index != gone {
        points += part.points
        bound = bound.flatMap { sum in part.bound.map { sum + $0 } }
    }
    return (points, bound)
}

private func prices(of parts: [PartSearch], bodies: Int) -> [Int]? {
    var prices = [Int](repeating: 0, count: bodies)
    for part in parts {
        guard let known = part.prices else { return nil }
        for (body, price) in known { prices[body] = price }
    }
    return prices
}
