/// The search in one arena: it keeps the best groups and the bound, and goes on in rounds.
struct PartSearch {
    let arena: Arena
    private let solvers: Solvers?
    private let seed: UInt64
    /// The best groups, as items, and their points.
    private var best: [[Int]]
    private(set) var points: Int
    private(set) var bound: Int?
    private var master: Master?

    init(arena: Arena, solvers: Solvers?, seed: UInt64) {
        self.arena = arena
        self.solvers = solvers
        self.seed = seed
        best = (0..<arena.count).map { [$0] }
        points = best.reduce(0) { $0 + arena.points(of: $1) }
        master = solvers.map { Master(arena: arena, linear: $0.linear(arena.count)) }
        if arena.reachable.allSatisfy(\.isEmpty) { bound = points }
    }

    /// Whether the best is proven.
    var isThrough: Bool { bound.map { $0 <= points } ?? false }
    /// The best groups, as bodies.
    var groups: [[Int]] { best.map { $0.flatMap { arena.members[$0] } } }
    /// A price for each item, on its taker, and nothing for the others; nil before there are any.
    var prices: [Int: Int]? {
        var prices: [Int: Int] = [:]
        if arena.reachable.allSatisfy(\.isEmpty) {
            for item in 0..<arena.count { prices[arena.members[item][0]] = Pricing.scale * arena.points(of: [item]) }
            return prices
        }
        guard let known = master?.prices else { return nil }
        for item in 0..<arena.count {
            for body in arena.members[item] { prices[body] = 0 }
            prices[arena.members[item][0]] = known[item]
        }
        return prices
    }
    /// The generated columns, as bodies.
    var columns: [Column] {
        (master?.columns ?? []).map { Column(rows: $0.rows.flatMap { arena.members[$0] }.sorted(), points: $0.points) }
    }

    /// Keeps groups that cover each item once, when they are better.
    private mutating func keep(_ groups: [[Int]]) {
        guard groups.flatMap(\.self).sorted() == Array(0..<arena.count) else { return }
        let found = groups.reduce(0) { $0 + arena.points(of: $1) }
        guard found > points else { return }
        best = groups
        points = found
    }

    /// A run of annealing from the bodies as they are; longer with each round.
    mutating func anneal(round: Int, meter: inout Meter, look: (PartSearch, Int) -> Bool) {
        let levels = 60
        let moves = max(64, arena.count * 60 << min(round, 4))
        var search = Annealing(
            arena: arena, from: (0..<arena.count).map { [$0] }, seed: seed &+ UInt64(round) &* 0x9E37_79B9_7F4A_7C15)
        let greatest = Double(max(arena.affinity.max() ?? 0, arena.goals.body, arena.goals.post, 1))
        var temperature = greatest
        let cooling = 0.925
        for level in 0..<levels {
            search.run(moves: moves, temperature: temperature)
            temperature *= cooling
            if level > levels / 3 { for group in search.groups { master?.add(group) } }
            if search.bestTotal > points { keep(search.best) }
            meter.spend(moves) { look(self, $0) }
            if meter.isStopped { break }
        }
        for group in best { master?.add(group.sorted()) }
    }

    /// Columns until none is left that could better the mixture, then an attempt to close the gap.
    mutating func bind(round: Int, meter: inout Meter, look: (PartSearch, Int) -> Bool) {
        // Taken out while it grows, so that it isn't copied.
        guard var master, !isThrough else { return }
        self.master = nil
        while !master.isComplete, !isThrough, !meter.isStopped {
            let goesOn = master.step { work in
                meter.spend(work) { look(self, $0) }
                return !meter.isStopped
            }
            if let known = master.bound { bound = min(bound ?? known, known) }
            if !goesOn { break }
        }
        if !isThrough, !meter.isStopped { close(&master, round: round, meter: &meter, look: look) }
        self.master = master
    }

    /// Groups listed for a better grouping are put together exactly, or else by the solver in whole numbers.
    private mutating func close(
        _ master: inout Master, round: Int, meter: inout Meter, look: (PartSearch, Int) -> Bool
    ) {
        guard let solvers, let bound else { return }
        let listed = master.candidates(for: points + 1, most: 200_000) { work in
            meter.spend(work) { look(self, $0) }
            return !meter.isStopped
        }
        if let listed {
            var cover = ExactCover(
                rows: arena.count, columns: listed, budget: master.scaledBound - (points + 1) * Pricing.scale,
                limit: 100_000)
            let ended = cover.search()
            if let chosen = cover.best { keep(chosen.map { listed[$0].items }) }
            if ended { self.bound = points }
            meter.spend(cover.work) { look(self, $0) }
            if ended { return }
        }
        // What can't be broken off is asked about first; told the work so far, the search ends here again.
        meter.ask { look(self, $0) }
        if meter.isStopped { return }
        let isAll = listed.map { $0.count <= 5000 } ?? false
        let offered =
            isAll
            ? (listed ?? []).map { Column(rows: $0.items, points: arena.points(of: $0.items)) } : master.nearest(3000)
        let nodes = 50 << min(round, 8)
        if let answer = solvers.whole(arena.count, offered, nodes) {
            keep(answer.chosen.map { offered[$0].rows })
            if isAll { self.bound = min(bound, Int((answer.bound + 1e-6).rounded(.down))) }
        }
        meter.spend(nodes * 100) { look(self, $0) }
    }
}
