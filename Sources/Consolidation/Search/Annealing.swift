/// A search by annealing over groupings of an arena: items move, swap and groups join, ever more rarely for the worse.
struct Annealing: Sendable {
    let arena: Arena
    private var dice: Dice
    /// The most items a group holds.
    private let room: Int
    /// The slot of each item; the items and sums of each slot.
    private var slotOf: [Int]
    private var items: [Int]
    private var sums: [Arena.Sums]
    private var points: [Int]
    private var free: [Int]
    private(set) var total: Int
    private(set) var bestTotal: Int
    private(set) var best: [[Int]]

    /// Starts from a grouping.
    init(arena: Arena, from groups: [[Int]], seed: UInt64) {
        self.arena = arena
        dice = Dice(seed: seed)
        room = max(1, min(arena.count, arena.limits.most))
        slotOf = [Int](repeating: 0, count: arena.count)
        items = [Int](repeating: 0, count: arena.count * room)
        sums = [Arena.Sums](repeating: Arena.Sums(), count: arena.count)
        points = [Int](repeating: 0, count: arena.count)
        free = Array((groups.count..<max(groups.count, arena.count)).reversed())
        total = 0
        bestTotal = .min
        best = groups
        for (slot, group) in groups.enumerated() {
            for item in group { put(item, in: slot) }
            total += points[slot]
        }
        bestTotal = total
    }

    /// The groups as they stand.
    var groups: [[Int]] {
        var groups: [[Int]] = []
        for slot in sums.indices where sums[slot].items > 0 {
            groups.append(Array(items[slot * room..<slot * room + sums[slot].items]).sorted())
        }
        return groups
    }

    /// Tries so many moves at a temperature.
    mutating func run(moves: Int, temperature: Double) {
        for _ in 0..<moves {
            let allowance = -Int(temperature * dice.patience())
            let one = dice.below(arena.count)
            let few = arena.near[one]
            let all = arena.reachable[one]
            guard !all.isEmpty else { continue }
            let draw = dice.below(16)
            let other = !few.isEmpty && draw < 13 ? few[dice.below(few.count)] : all[dice.below(all.count)]
            let (from, to) = (slotOf[one], slotOf[other])
            if from == to {
                leave(one, allowance)
            } else {
                switch dice.below(16) {
                case 0..<8: move(one, to: to, allowance)
                case 8..<14: swap(one, items[to * room + dice.below(sums[to].items)], allowance)
                default: join(from, to, allowance)
                }
            }
            if total > bestTotal {
                bestTotal = total
                best = groups
            }
        }
    }

    private mutating func leave(_ item: Int, _ allowance: Int) {
        let from = slotOf[item]
        guard sums[from].items > 1, let slot = free.last else { return }
        let rest = without(item, sums[from], slot: from)
        let gain = arena.points(rest) + arena.points(arena.sums(of: item)) - points[from]
        guard gain >= allowance else { return }
        free.removeLast()
        take(item, from: from, leaving: rest)
        put(item, in: slot)
        total += gain
    }

    private mutating func move(_ item: Int, to slot: Int, _ allowance: Int) {
        guard arena.fits(sums[slot], item), let joined = with(item, sums[slot], slot: slot, but: -1) else { return }
        let from = slotOf[item]
        let rest = without(item, sums[from], slot: from)
        let gain = arena.points(rest) + arena.points(joined) - points[from] - points[slot]
        guard gain >= allowance else { return }
        take(item, from: from, leaving: rest)
        put(item, in: slot)
        total += gain
    }

    private mutating func swap(_ one: Int, _ other: Int, _ allowance: Int) {
        let (from, to) = (slotOf[one], slotOf[other])
        let restOfOne = without(one, sums[from], slot: from)
        let restOfOther = without(other, sums[to], slot: to)
        guard arena.fits(restOfOther, one), arena.fits(restOfOne, other),
            let mine = with(other, restOfOne, slot: from, but: one),
            let theirs = with(one, restOfOther, slot: to, but: other)
        else { return }
        let gain = arena.points(mine) + arena.points(theirs) - points[from] - points[to]
        guard gain >= allowance else { return }
        take(one, from: from, leaving: restOfOne, keepsSlot: true)
        take(other, from: to, leaving: restOfOther, keepsSlot: true)
        put(one, in: to)
        put(other, in: from)
        total += gain
    }

    private mutating func join(_ from: Int, _ to: Int, _ allowance: Int) {
        var joined = sums[to]
        for place in 0..<sums[from].items {
            let item = items[from * room + place]
            guard arena.fits(joined, item), let next = with(item, joined, slot: to, but: -1) else { return }
            joined = next
        }
        joined.link += sums[from].link
        for place in 0..<sums[from].items { joined.link -= arena.own[items[from * room + place]] }
        let gain = arena.points(joined) - points[from] - points[to]
        guard gain >= allowance else { return }
        while sums[from].items > 0 {
            let item = items[from * room]
            take(item, from: from, leaving: without(item, sums[from], slot: from))
            put(item, in: to)
        }
        total += gain
    }

    /// The sums of a slot without one of its items.
    private func without(_ item: Int, _ sums: Arena.Sums, slot: Int) -> Arena.Sums {
        var rest = sums
        rest.items -= 1
        rest.bodies -= arena.bodies[item]
        rest.size -= arena.size[item]
        rest.people -= arena.people[item]
        rest.chiefs -= arena.chiefs[item]
        rest.deputies -= arena.deputies[item]
        rest.link -= arena.own[item]
        rest.taker = .max
        for place in 0..<sums.items {
            let other = items[slot * room + place]
            guard other != item else { continue }
            rest.link -= arena.affinity[item * arena.count + other]
            rest.taker = min(rest.taker, other)
        }
        return rest
    }

    /// Sums with one more item that is to meet those of a slot but one; nil when it may not.
    private func with(_ item: Int, _ sums: Arena.Sums, slot: Int, but gone: Int) -> Arena.Sums? {
        var joined = sums
        joined.items += 1
        joined.bodies += arena.bodies[item]
        joined.size += arena.size[item]
        joined.people += arena.people[item]
        joined.chiefs += arena.chiefs[item]
        joined.deputies += arena.deputies[item]
        joined.link += arena.own[item]
        joined.taker = min(joined.taker, item)
        for place in 0..<self.sums[slot].items {
            let other = items[slot * room + place]
            guard other != gone else { continue }
            guard arena.mayMeet[item * arena.count + other] else { return nil }
            joined.link += arena.affinity[item * arena.count + other]
        }
        return joined
    }

    private mutating func put(_ item: Int, in slot: Int) {
        let joined = with(item, sums[slot], slot: slot, but: item) ?? sums[slot]
        items[slot * room + sums[slot].items] = item
        sums[slot] = joined
        points[slot] = arena.points(joined)
        slotOf[item] = slot
    }

    private mutating func take(_ item: Int, from slot: Int, leaving rest: Arena.Sums, keepsSlot: Bool = false) {
        let last = slot * room + sums[slot].items - 1
        for place in slot * room..<last where items[place] == item { items[place] = items[last] }
        sums[slot] = rest
        points[slot] = arena.points(rest)
        if rest.items == 0, !keepsSlot { free.append(slot) }
    }
}
