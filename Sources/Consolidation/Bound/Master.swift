/// Columns generated for one arena, with the prices and the bound they come to (列生成).
struct Master {
    let arena: Arena
    private(set) var columns: [Column] = []
    private var known: Set<[Int]> = []
    private var sent = 0
    private let linear: ([Column]) -> LinearAnswer?
    private var pricing: Pricing
    /// Prices at which no group is worth more than its items, scaled; nil before the first bound.
    private(set) var prices: [Int]?
    /// The bound those prices come to, scaled.
    private(set) var scaledBound = Int.max
    /// Whether no group is left that could better the mixture.
    private(set) var isComplete = false
    var work: Int { pricing.work }

    init(arena: Arena, linear: @escaping ([Column]) -> LinearAnswer?) {
        self.arena = arena
        self.linear = linear
        pricing = Pricing(arena: arena)
        for item in 0..<arena.count { add([item]) }
    }

    /// No grouping of the arena has more points.
    var bound: Int? { scaledBound == .max ? nil : scaledBound >> 16 }

    @discardableResult
    mutating func add(_ items: [Int]) -> Bool {
        guard known.insert(items).inserted else { return false }
        columns.append(Column(rows: items, points: arena.points(of: items)))
        return true
    }

    /// One round: prices from the solver, groups worth more than them. False when it can't go on.
    mutating func step(limit: Int) -> Bool {
        guard !isComplete, let answer = linear(Array(columns[sent...])), answer.prices.count == arena.count else {
            return false
        }
        sent = columns.count
        var asked = answer.prices.map { Int(($0 * Double(Pricing.scale)).rounded()) }
        if let prices {
            // Between the best prices so far and the newest: the newest alone swing from end to end.
            for item in asked.indices { asked[item] = (asked[item] + prices[item]) / 2 }
        }
        guard let surpluses = pricing.surpluses(at: asked, limit: limit) else { return false }
        let raised = zip(asked, surpluses).map(+)
        let total = raised.reduce(0, +)
        if total < scaledBound {
            scaledBound = total
            prices = raised
        }
        var news = 0
        for group in pricing.found where add(group.items) { news += 1 }
        let gap = Double(scaledBound) / Double(Pricing.scale) - answer.points
        if gap < 0.01 { isComplete = true }
        return news > 0 || !isComplete
    }

    /// All groups of which a grouping with at least so many points could consist, with what each loses.
    mutating func candidates(for points: Int, most: Int, limit: Int) -> [(items: [Int], loss: Int)]? {
        guard let prices else { return nil }
        let slack = scaledBound - points * Pricing.scale
        guard slack >= 0 else { return [] }
        return pricing.groups(at: prices, surplus: -slack, most: most, limit: limit)?.map { ($0.items, -$0.surplus) }
    }
}
