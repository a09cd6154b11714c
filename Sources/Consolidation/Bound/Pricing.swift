/// Looks through the groups of an arena for those worth more than the prices of their items, by branch and bound; with
/// all of them looked at, the prices and what is found bound every grouping from above.
///
/// A group is met once, at its lowest item and in its `PricingCase`. Scaled points are whole numbers: no rounding can hide
/// a group.
struct Pricing {
    /// Scaled points of a point.
    static let scale = 1 << 16

    let arena: Arena
    private let cases: [PricingCase]
    /// Half the weights of each item, the greatest first, summed up: what so many more items can bring it at most.
    private let halves: [Int]
    private let room: Int
    private var prices: [Int]
    /// Groups worth more than this above their prices are kept.
    private var bar = 0
    /// Whether the bar rises with the best of each lowest item.
    private var rises = true
    private var most = Int.max
    /// The groups that were kept, with what they are worth above their prices.
    private(set) var found: [PricedGroup] = []
    /// Branches looked at so far.
    private(set) var work = 0
    private var limit = Int.max
    private var chosen: [Int] = []
    private var now: PricingCase
    /// What a head is taken to cost in the case at hand, so that large items don't hide that they can't all fit.
    private var toll = 0

    init(arena: Arena) {
        self.arena = arena
        room = max(1, min(arena.count, arena.limits.most))
        cases = PricingCase.all(of: arena)
        now = PricingCase(sizes: 0...0, posts: 0, isCounted: false, penalty: 0)
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

    /// Begins a search: groups with more than a surplus are kept.
    mutating func begin(at prices: [Int], above surplus: Int, rises: Bool, most: Int = .max) {
        self.prices = prices
        bar = surplus
        self.rises = rises
        self.most = most
        found.removeAll(keepingCapacity: true)
    }

    /// Looks through the groups whose lowest item this is, and answers what their surplus is at most, nothing counting as
    /// none; `isWhole` is false when the work or the room ran out, so that it may be less.
    mutating func search(from lowest: Int, limit: Int) -> (surplus: Int, isWhole: Bool) {
        self.limit = work + limit
        let start = bar
        defer { bar = start }
        chosen = [lowest]
        let sums = arena.sums(of: lowest)
        var most = 0
        var isWhole = true
        if sums.size >= arena.limits.smallest || arena.limits.belowSmallest != nil {
            isWhole = keep(Self.scale * arena.points(sums) - prices[lowest])
        }
        for kind in cases where sums.size <= kind.sizes.upperBound {
            guard !kind.isCounted || arena.deputies[lowest] < kind.posts else { continue }
            now = kind
            var options: [Option] = []
            for item in arena.reachable[lowest] where item > lowest && kind.takes(item, beside: sums, in: arena) {
                let gain = worthOf(item) + Self.scale * arena.affinity[lowest * arena.count + item]
                let more = max(0, room - sums.bodies - 1)
                options.append(Option(item: item, gain: gain, reach: gain + halves[item * (room + 1) + more]))
            }
            let worth =
                Self.scale * (arena.own[lowest] - arena.goals.body) - prices[lowest] - countedPosts(of: lowest)
                - Self.scale * arena.goals.moved * (arena.people[lowest] - arena.staying[lowest])
            let left = room - sums.bodies
            toll = left > 0 ? bestToll(options, left: left, spare: kind.sizes.upperBound - sums.size) : 0
            if isWhole, extend(worth, sums, options) { continue }
            isWhole = false
            most = max(most, reach(worth, sums, options))
        }
        return (max(most, rises ? bar : 0), isWhole)
    }

    /// What groups of the case at hand can have at most, where they were not all looked at.
    private func reach(_ worth: Int, _ sums: Arena.Sums, _ options: [Option]) -> Int {
        let left = max(0, room - sums.bodies)
        let held = now.isCounted ? min(1, sums.chiefs) : now.posts
        guard left > 0 else { return 0 }
        return worth - Self.scale * (arena.goals.post * held + now.penalty)
            + toll * (now.sizes.upperBound - sums.size) + total(options, left: left, toll: toll)
    }

    /// Keeps the chosen group when it is worth more than the bar; false when there is no more room.
    private mutating func keep(_ surplus: Int) -> Bool {
        guard surplus > bar else { return true }
        if rises { bar = surplus }
        guard found.count < most else { return false }
        found.append(PricedGroup(items: chosen.sorted(), surplus: surplus))
        return true
    }

    /// What an item that ends brings by itself: its inner points, less its people's moves, its posts where they are counted
    /// one by one, and its price.
    private func worthOf(_ item: Int) -> Int {
        Self.scale * (arena.own[item] - arena.goals.moved * arena.people[item]) - prices[item] - countedPosts(of: item)
    }

    private func countedPosts(of item: Int) -> Int {
        now.isCounted ? Self.scale * arena.goals.post * min(arena.deputies[item], now.posts) : 0
    }

    private struct Option {
        let item: Int
        /// What it brings beside what is chosen.
        var gain: Int
        /// What it can bring at most, with more beside it and its heads paid for.
        var reach: Int
    }

    /// Looks at what is chosen and all that can be added to it; false when the work or the room ran out.
    private mutating func extend(_ worth: Int, _ sums: Arena.Sums, _ options: [Option]) -> Bool {
        work += 1
        if work > limit { return false }
        let held = now.isCounted ? min(1, sums.chiefs) : now.posts
        let base = worth - Self.scale * (arena.goals.post * held + now.penalty)
        if sums.items > 1, now.holds(sums, posts: arena.posts(sums)), !keep(base) { return false }
        let left = room - sums.bodies
        guard left > 0 else { return true }
        var ranked: [Option] = []
        ranked.reserveCapacity(options.count)
        for var option in options where now.takes(option.item, beside: sums, in: arena) {
            option.reach = option.gain + halves[option.item * (room + 1) + left - 1]
            ranked.append(option)
        }
        guard !ranked.isEmpty else { return true }
        let spare = now.sizes.upperBound - sums.size
        // With few places left, heads bind less than places: then nothing is paid for them.
        let toll = total(ranked, left: left, toll: toll) + toll * spare < total(ranked, left: left, toll: 0) ? toll : 0
        if toll > 0 { for place in ranked.indices { ranked[place].reach -= toll * arena.size[ranked[place].item] } }
        ranked.sort { $0.reach == $1.reach ? $0.item < $1.item : $0.reach > $1.reach }
        let paid = base + toll * spare
        for place in ranked.indices {
            // What this one and the best that come after it bring at most.
            var reach = paid + ranked[place].reach
            for next in ranked[(place + 1)...].prefix(left - 1) where next.reach > 0 { reach += next.reach }
            if reach <= bar { break }
            let item = ranked[place].item
            var rest: [Option] = []
            rest.reserveCapacity(ranked.count - place)
            for var option in ranked[(place + 1)...] where arena.mayMeet[item * arena.count + option.item] {
                option.gain += Self.scale * arena.affinity[item * arena.count + option.item]
                rest.append(option)
            }
            chosen.append(item)
            let went = extend(worth + ranked[place].gain, arena.sums(sums, with: item), rest)
            chosen.removeLast()
            if !went { return false }
        }
        return true
    }

    /// The most that so many of the options can bring, with heads at a price.
    private func total(_ options: [Option], left: Int, toll: Int) -> Int {
        var best: [Int] = []
        var least = 0
        var sum = 0
        for option in options {
            let gain = option.reach - toll * arena.size[option.item]
            guard gain > least || (gain > 0 && best.count < left) else { continue }
            if best.count == left {
                sum -= least
                best.removeLast()
            }
            best.insert(gain, at: best.firstIndex { $0 < gain } ?? best.count)
            sum += gain
            least = best.count == left ? best[left - 1] : 0
        }
        return sum
    }

    /// The price of a head at which what can be reached looks least: the heads that fit are paid back, so it is never
    /// too little.
    private func bestToll(_ options: [Option], left: Int, spare: Int) -> Int {
        func reach(_ toll: Int) -> Int { toll * spare + total(options, left: left, toll: toll) }
        var low = 0
        var high = options.reduce(0) { max($0, $1.reach / max(1, arena.size[$1.item])) } + 1
        // What can be reached falls to one lowest place and rises again.
        for _ in 0..<12 where high - low > 2 {
            let first = low + (high - low) / 3
            let second = high - (high - low) / 3
            if reach(first) <= reach(second) { high = second } else { low = first }
        }
        let middle = low + (high - low) / 2
        return reach(0) <= reach(middle) ? 0 : middle
    }
}

/// A group with what it is worth above the prices of its items, scaled.
struct PricedGroup: Sendable {
    let items: [Int]
    let surplus: Int
}
