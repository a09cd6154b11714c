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
    /// For which best points closing was tried last, and with how much.
    private var closingTried: Int?

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
    var isThrough: Bool { bound == points }
    /// The best groups, as bodies.
    var groups: [[Int]] { best.map { $0.flatMap { arena.members[$0] } } }
    /// The generated columns, as bodies.
    var columns: [Column] {
        (master?.columns ?? []).map { Column(rows: $0.rows.flatMap { arena.members[$0] }.sorted(), points: $0.points) }
    }

    /// One round: a run of annealing, then columns, then an attempt to close the gap.
    mutating func advance(round: Int, meter: inout Meter, look: (PartSearch, Int) -> Bool) {
        anneal(round: round, meter: &meter, look: look)
        generate(meter: &meter, look: look)
        if !isThrough, !meter.isStopped { close(round: round, meter: &meter, look: look) }
    }

    private mutating func keep(_ groups: [[Int]], _ found: Int) {
        guard found > points else { return }
        best = groups
        points = found
    }

    private mutating func anneal(round: Int, meter: inout Meter, look: (PartSearch, Int) -> Bool) {
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
            keep(search.best, search.bestTotal)
            meter.spend(moves) { look(self, $0) }
            if meter.isStopped { break }
        }
        for group in best { master?.add(group.sorted()) }
    }

    private mutating func generate(meter: inout Meter, look: (PartSearch, Int) -> Bool) {
        while var master, !master.isComplete, !meter.isStopped {
            let before = master.work
            let goesOn = master.step(limit: 20_000_000)
            if let known = master.bound { bound = max(points, min(bound ?? known, known)) }
            let work = master.work - before + arena.count * 100
            self.master = master
            meter.spend(work) { look(self, $0) }
            if !goesOn || isThrough { break }
        }
    }

    private mutating func close(round: Int, meter: inout Meter, look: (PartSearch, Int) -> Bool) {
        guard var master, let solvers, let bound else { return }
        let before = master.work
        let candidates = master.candidates(for: points + 1, most: 200_000, limit: 20_000_000)
        meter.spend(master.work - before) { look(self, $0) }
        self.master = master
        if let candidates {
            var cover = ExactCover(
                rows: arena.count, columns: candidates, budget: master.scaledBound - (points + 1) * Pricing.scale,
                limit: 100_000)
            let ended = cover.search()
            if let chosen = cover.best {
                let groups = chosen.map { candidates[$0].items.sorted() }
                keep(groups, groups.reduce(0) { $0 + arena.points(of: $1) })
            }
            if ended { self.bound = points }
            meter.spend(cover.work) { look(self, $0) }
            if ended || meter.isStopped { return }
        }
        let columns = candidates.map { $0.map { Column(rows: $0.items.sorted(), points: arena.points(of: $0.items)) } }
        let offered = columns.flatMap { $0.count <= 20_000 ? $0 : nil } ?? master.columns
        let nodes = 50 << min(round, 8)
        if let answer = solvers.whole(arena.count, offered, [], nodes) {
            let groups = answer.chosen.map { offered[$0].rows }
            if groups.flatMap(\.self).sorted() == Array(0..<arena.count) {
                keep(groups, groups.reduce(0) { $0 + arena.points(of: $1) })
            }
            if candidates != nil, offered.count == columns?.count {
                self.bound = min(bound, max(points, Int((answer.bound + 1e-6).rounded(.down))))
            }
        }
        meter.spend(nodes * 100) { look(self, $0) }
    }
}
