/// A kind of group that is looked for by itself, because within it posts and the price of being small are known: without
/// that, what could be reached would be taken to cost too little, and far too many groups would have to be looked at.
struct PricingCase: Sendable {
    /// The heads of such groups.
    let sizes: ClosedRange<Int>
    /// The posts by size. Such groups have just these; or fewer, counted one by one.
    let posts: Int
    /// Whether the posts are fewer than by size: one chief and the deputies there were.
    let isCounted: Bool
    /// What such groups cost for being below the smallest size.
    let penalty: Int

    /// All cases of an arena, the largest sizes first; groups that may not be are in none.
    static func all(of arena: Arena) -> [PricingCase] {
        let limits = arena.limits
        let largest = min(limits.largest, arena.size.reduce(0, +))
        let capped = arena.deputies.contains { $0 < Arena.uncapped }
        let starts = Set([0, limits.smallest] + limits.posts.steps).filter { $0 <= largest }.sorted()
        var cases: [PricingCase] = []
        for (place, start) in starts.enumerated().reversed() {
            let end = place + 1 < starts.count ? starts[place + 1] - 1 : largest
            guard start <= end, start >= limits.smallest || limits.belowSmallest != nil else { continue }
            let penalty = start < limits.smallest ? limits.belowSmallest ?? 0 : 0
            let posts = limits.posts.posts(of: start)
            cases.append(PricingCase(sizes: start...end, posts: posts, isCounted: false, penalty: penalty))
            if capped, posts > 0 {
                cases.append(PricingCase(sizes: start...end, posts: posts, isCounted: true, penalty: penalty))
            }
        }
        return cases
    }

    /// Whether a group is of this kind.
    func holds(_ sums: Arena.Sums, posts: Int) -> Bool {
        sizes.contains(sums.size) && (posts < self.posts) == isCounted
    }

    /// Whether one more item can stand in a group of this kind.
    func takes(_ item: Int, beside sums: Arena.Sums, in arena: Arena) -> Bool {
        guard sums.size + arena.size[item] <= sizes.upperBound, arena.fits(sums, item) else { return false }
        return !isCounted
            || min(1, sums.chiefs + arena.chiefs[item]) + sums.deputies + arena.deputies[item] < posts
    }
}
