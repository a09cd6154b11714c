/// A part of an instance in which everything may touch everything, made ready for searching: bodies that are to be
/// together are one item, items are ordered so that the lowest of a group takes the others over, and weights are in.
struct Arena: Sendable {
    /// How many items.
    let count: Int
    /// The bodies each item stands for.
    let members: [[Int]]
    /// Heads of each item.
    let size: [Int]
    /// People of each item, and of the body in it that would take over.
    let people: [Int]
    let staying: [Int]
    /// Chiefs and deputies its bodies had; `Arena.uncapped` deputies when they don't cap.
    let chiefs: [Int]
    let deputies: [Int]
    /// Posts of the item left to itself.
    let postsAlone: [Int]
    /// How many bodies it stands for.
    let bodies: [Int]
    /// Points within the item.
    let own: [Int]
    /// Points of each pair, and whether it may be, by `one * count + other`.
    let affinity: [Int]
    let mayMeet: [Bool]
    /// Whom each item gains by meeting, and whom it may meet at all.
    let near: [[Int]]
    let reachable: [[Int]]
    let limits: Limits
    let goals: Goals
    /// What a head short of the smallest size costs where nothing may be too small: more than all else together.
    let shortage: Int

    static let uncapped = 1 << 40

    /// What the points of a set of items are reckoned from.
    struct Sums: Sendable {
        var items = 0
        var bodies = 0
        var size = 0
        var people = 0
        var chiefs = 0
        var deputies = 0
        var link = 0
        /// The lowest item, which takes over.
        var taker = Int.max
    }

    /// The sums of one item.
    func sums(of item: Int) -> Sums {
        Sums(
            items: 1, bodies: bodies[item], size: size[item], people: people[item], chiefs: chiefs[item],
            deputies: deputies[item], link: own[item], taker: item)
    }

    /// The points of a set of items that may meet; with `shortage` in where it is too small.
    func points(_ sums: Sums) -> Int {
        guard sums.items > 0 else { return 0 }
        var points = sums.link - goals.body - goals.moved * (sums.people - staying[sums.taker])
        points -= goals.post * (sums.items == 1 ? postsAlone[sums.taker] : posts(sums))
        if sums.size < limits.smallest {
            points -= limits.belowSmallest ?? shortage * (limits.smallest - sums.size)
        }
        return points
    }

    /// Sums with one more item, higher than those in them, but for the points of pairs.
    func sums(_ sums: Sums, with item: Int) -> Sums {
        var next = sums
        next.items += 1
        next.bodies += bodies[item]
        next.size += size[item]
        next.people += people[item]
        next.chiefs += chiefs[item]
        next.deputies += deputies[item]
        return next
    }

    /// The posts of more than one item; more items never have fewer.
    func posts(_ sums: Sums) -> Int {
        min(limits.posts.posts(of: sums.size), min(1, sums.chiefs) + sums.deputies)
    }

    /// The points of some items.
    func points(of items: [Int]) -> Int {
        var sum = Sums()
        for (place, item) in items.enumerated() {
            sum.link += own[item]
            for other in items.dropFirst(place + 1) { sum.link += affinity[item * count + other] }
            sum.items += 1
            sum.bodies += bodies[item]
            sum.size += size[item]
            sum.people += people[item]
            sum.chiefs += chiefs[item]
            sum.deputies += deputies[item]
            sum.taker = min(sum.taker, item)
        }
        return points(sum)
    }

    /// Whether one more item fits by its number and size.
    func fits(_ sums: Sums, _ item: Int) -> Bool {
        sums.bodies + bodies[item] <= limits.most && sums.size + size[item] <= limits.largest
    }
}
