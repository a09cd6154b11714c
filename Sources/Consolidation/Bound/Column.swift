/// A group as a column of the set-partitioning model: its items, ascending, and its points.
package struct Column: Sendable, Hashable {
    /// The rows it covers, ascending.
    package let rows: [Int]
    /// What it is worth.
    package let points: Int

    /// A column.
    package init(rows: [Int], points: Int) {
        self.rows = rows
        self.points = points
    }
}

/// What a linear solver says of a set-partitioning model: each row covered once, as many points as can be.
package struct LinearAnswer: Sendable {
    /// The price of each row.
    package let prices: [Double]
    /// The points of the best mixture.
    package let points: Double

    /// An answer.
    package init(prices: [Double], points: Double) {
        self.prices = prices
        self.points = points
    }
}

/// Solvers that the caller brings, so that nothing here knows one. What they say is never believed unchecked: prices are
/// taken as whole numbers and every group is priced again, choices are looked at and summed here.
package struct Solvers: Sendable {
    /// A linear program opened for so many rows: takes more columns and answers for all it was given so far; nil when
    /// it can't say.
    package let linear: @Sendable (_ rows: Int) -> (([Column]) -> LinearAnswer?)
    /// The columns chosen, within so many nodes of a tree, and whether the tree was searched to its end.
    package let whole: @Sendable (_ rows: Int, _ columns: [Column], _ nodes: Int) -> WholeAnswer?

    /// Solvers.
    package init(
        linear: @escaping @Sendable (_ rows: Int) -> (([Column]) -> LinearAnswer?),
        whole: @escaping @Sendable (_ rows: Int, _ columns: [Column], _ nodes: Int) -> WholeAnswer?
    ) {
        self.linear = linear
        self.whole = whole
    }
}

/// What a solver in whole numbers says.
package struct WholeAnswer: Sendable {
    /// The places of the chosen columns in the list.
    package let chosen: [Int]
    /// No choice of these columns has more points than this.
    package let bound: Double

    /// An answer.
    package init(chosen: [Int], bound: Double) {
        self.chosen = chosen
        self.bound = bound
    }
}
