/// Looks through the groups of an arena for those worth more than the prices of their items, by branch and bound; with
/// all of them looked at, the prices and what is found bound every grouping from above.
///
/// A group is met once, at its lowest item. Scaled points are exact: no rounding can hide a group.
struct Pricing {
    /// Scaled points of a point.
    static let scale = 1 << 16

    let arena: Arena
    /// Half the weights of each item, the greatest first, summed up: what so many more items can bring it at most.
    private let halves: [Int]
    private let room: Int
    /// The price of each item, scaled.
    private(set) var prices: [Int]
    /// Groups worth more than this above their prices are kept.
    private var floor = 0
    /// Whether the floor rises with the best of each lowest item.
    private var rises = true
    private var most = Int.max
    private(set) var found: [(items: [Int], surplus: Int)] = []
    /// Branches looked at so far.
    private(set) var work = 0
    private var limit = Int.max
    private var chosen: [Int] = []
    private var bestOfLowest = 0

    init(arena: Arena) {
        self.arena = arena
        room = max(1, min(arena.count, arena.limits.most))
        prices = [Int](repeating: 0, count: arena.count)
        var halves = [Int](repeating: 0, count: arena.count * (room + 1))
        for item in 0..<arena.count {
            let weights = arena.near[item].map { arena.affinity[item * arena.count + $0] }.sorted(by: >)
            for more in 1...room {
                let next = more <= weights.count ? weights[more - 1] * (Self.scale / 2) : 0
                halves[item * (room + 1) + more] = halves[item * (room + 1) + more - 1] + next
            }
        }
        self.halves = halves
    }

    /// The greatest surplus over each lowest item, nothing counting as none; nil when the work ran out.
    mutating func surpluses(at prices: [Int], limit: Int) -> [Int]? {
        start(at: prices, floor: 0, rises: true, limit: limit)
        var surpluses = [Int](repeating: 0, count: arena.count)
        for item in 0..<arena.count {
            bestOfLowest = 0
            guard descend(from: item) else { return nil }
            surpluses[item] = bestOfLowest
        }
        return surpluses
    }

    /// All groups with a surplus of at least so much; nil when there are more than `most` or the work ran out.
    mutating func groups(at prices: [Int], surplus: Int, most: Int, limit: Int) -> [(items: [Int], surplus: Int)]? {
        start(at: prices, floor: surplus - 1, rises: false, limit: limit)
        self.most = most
        for item in 0..<arena.count where !descend(from: item) { return nil }
        return found
    }

    private mutating func start(at prices: [Int], floor: Int, rises: Bool, limit: Int) {
        self.prices = prices
        self.floor = floor
        self.rises = rises
        self.limit = limit == .max ? .max : work + limit
        most = .max
        found.removeAll(keepingCapacity: true)
    }

    private var bar: Int { rises ? max(floor, bestOfLowest) : floor }

    private mutating func descend(from lowest: Int) -> Bool {
        chosen = [lowest]
        var others: [Option] = []
        for item in arena.reachable[lowest] where item > lowest {
            let gain = worth(of: item) + Self.scale * arena.affinity[lowest * arena.count + item]
            others.append(Option(item: item, gain: gain, most: 0))
        }
        let worth =
            Self.scale * (arena.own[lowest] - arena.goals.body) - prices[lowest]
            - Self.scale * arena.goals.moved * (arena.people[lowest] - arena.staying[lowest])
        return extend(worth, arena.sums(of: lowest), others)
    }

    /// What an item that ends brings by itself: its inner points, less its people's moves and its price.
    private func worth(of item: Int) -> Int {
        Self.scale * (arena.own[item] - arena.goals.moved * arena.people[item]) - prices[item]
    }

    private struct Option {
        let item: Int
        /// What it brings beside what is chosen.
        var gain: Int
        /// What it can bring at most, with more beside it.
        var most: Int
    }

    /// Looks at what is chosen and all that can be added to it; false when the work or the room ran out.
    private mutating func extend(_ worth: Int, _ sums: Arena.Sums, _ options: [Option]) -> Bool {
        work += 1
        if work > limit { return false }
        let heldAtLeast = arena.posts(sums)
        let held = sums.items == 1 ? arena.postsAlone[sums.taker] : heldAtLeast
        var surplus = worth - Self.scale * arena.goals.post * held
        if sums.size < arena.limits.smallest {
            let short = arena.limits.smallest - sums.size
            surplus -= Self.scale * (arena.limits.belowSmallest ?? arena.shortage * short)
        }
        if surplus > bar {
            if rises { bestOfLowest = surplus }
            guard found.count < most else { return false }
            found.append((chosen, surplus))
        }
        let left = min(room, arena.limits.most) - sums.bodies
        guard left > 0, !options.isEmpty else { return true }
        let base = worth - Self.scale * arena.goals.post * heldAtLeast
        var ranked: [Option] = []
        ranked.reserveCapacity(options.count)
        for var option in options where arena.fits(sums, option.item) {
            option.most = option.gain + halves[option.item * (room + 1) + left - 1]
            ranked.append(option)
        }
        ranked.sort { $0.most == $1.most ? $0.item < $1.item : $0.most > $1.most }
        for place in ranked.indices {
            // What this one and the best that come after it bring at most.
            var reach = base + ranked[place].most
            for next in ranked[(place + 1)...].prefix(left - 1) where next.most > 0 { reach += next.most }
            if reach <= bar { break }
            let item = ranked[place].item
            var rest: [Option] = []
            rest.reserveCapacity(ranked.count - place)
            for var option in ranked[(place + 1)...] where arena.mayMeet[item * arena.count + option.item] {
                option.gain += Self.scale * arena.affinity[item * arena.count + option.item]
                rest.append(option)
            }
            var next = sums
            next.items += 1
            next.bodies += arena.bodies[item]
            next.size += arena.size[item]
            next.people += arena.people[item]
            next.chiefs += arena.chiefs[item]
            next.deputies += arena.deputies[item]
            chosen.append(item)
            let went = extend(worth + ranked[place].gain, next, rest)
            chosen.removeLast()
            if !went { return false }
        }
        return true
    }
}
