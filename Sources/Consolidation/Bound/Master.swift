/// Columns generated for one arena, with the prices and the bound they come to (列生成).
struct Master {
    let arena: Arena
    private(set) var columns: [Column] = []
    private var known: Set<[Int]> = []
    private var sent = 0
    private let linear: ([Column]) -> LinearAnswer?
    private var pricing: Pricing
    /// Whether the solver's prices are taken as they are in the next round.
    private var isPlain = false
    /// Prices at which no group is worth more than its items, scaled; nil before the first bound.
    private(set) var prices: [Int]?
    /// The bound those prices come to, scaled.
    private(set) var scaledBound = Int.max
    /// Whether no group is left that could better the mixture.
    private(set) var isComplete = false

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
    /// - Parameter look: told the work done after each item; false ends the round at once.
    mutating func step(look: (Int) -> Bool) -> Bool {
        guard !isComplete, let answer = linear(Array(columns[sent...])), answer.prices.count == arena.count else {
            return false
        }
        sent = columns.count
        var asked = answer.prices.map { Int(($0 * Double(Pricing.scale)).rounded()) }
        if let prices, !isPlain {
            // Between the best prices so far and the newest: the newest alone swing from end to end.
            for item in asked.indices { asked[item] = (asked[item] + prices[item]) / 2 }
        }
        pricing.begin(at: asked, above: 0, rises: true)
        var raised = asked
        for item in 0..<arena.count {
            let before = pricing.work
            raised[item] += pricing.search(from: item, limit: Self.branches).surplus
            guard look(pricing.work - before + 100) else { return false }
        }
        var news = 0
        for group in pricing.found where add(group.items) { news += 1 }
        let total = raised.reduce(0, +)
        let isBetter = total < scaledBound
        if isBetter {
            scaledBound = total
            prices = raised
        }
        isComplete = Double(scaledBound) / Double(Pricing.scale) - answer.points < 0.01
        if isComplete { return false }
        // Prices between may show nothing new where the newest by themselves do.
        let wasPlain = isPlain
        isPlain = news == 0 && !isBetter
        return !(isPlain && wasPlain)
    }

    /// How many branches are looked at for one lowest item, before it is given up for this round.
    private static let branches = 1 << 17

    /// The columns that come nearest to their prices, so many at most.
    func nearest(_ most: Int) -> [Column] {
        guard columns.count > most, let prices else { return columns }
        let losses = columns.map { column in
            column.rows.reduce(0) { $0 + prices[$1] } - Pricing.scale * column.points
        }
        return columns.indices.sorted { losses[$0] == losses[$1] ? $0 < $1 : losses[$0] < losses[$1] }.prefix(most)
            .map { columns[$0] }
    }

    /// All groups of which a grouping with at least so many points could consist, with what each loses; nil when there are
    /// more than `most`, or looking through them was given up or ended.
    mutating func candidates(for points: Int, most: Int, look: (Int) -> Bool) -> [PricedGroup]? {
        guard let prices else { return nil }
        let slack = scaledBound - points * Pricing.scale
        guard slack >= 0 else { return [] }
        pricing.begin(at: prices, above: -slack - 1, rises: false, most: most)
        for item in 0..<arena.count {
            let before = pricing.work
            let isWhole = pricing.search(from: item, limit: Self.branches).isWhole
            guard look(pricing.work - before), isWhole else { return nil }
        }
        return pricing.found
    }
}
