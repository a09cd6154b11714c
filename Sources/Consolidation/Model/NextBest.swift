/// Where else a body could go, and what that would cost (次优去向): what would have to change for another answer.
package struct NextBest: Sendable, Hashable {
    /// The body.
    package let body: Int
    /// Whom it would join; empty when it would stay by itself.
    package let place: [Int]
    /// How many points less that is; never below zero where the grouping is the best.
    package let cost: Int

    /// A place.
    package init(body: Int, place: [Int], cost: Int) {
        self.body = body
        self.place = place
        self.cost = cost
    }
}

extension Instance {
    /// The next best place of a body, the others staying where they are; nil where it can't go anywhere else.
    package func nextBest(of body: Int, in grouping: Grouping) -> NextBest? {
        guard let home = grouping.groups.first(where: { $0.contains(body) }) else { return nil }
        let rest = home.filter { $0 != body }
        guard !together.contains(where: { [$0.first, $0.second].contains(body) }) else { return nil }
        let before = points(of: appraisal(of: home))
        let left = rest.isEmpty ? 0 : points(of: appraisal(of: rest))
        guard rest.isEmpty || isWhole(rest) else { return nil }
        var best: NextBest?
        func offer(_ place: [Int]) {
            let joined = (place + [body]).sorted()
            guard isWhole(joined) else { return }
            let beside = place.isEmpty ? 0 : points(of: appraisal(of: place))
            let cost = before + beside - left - points(of: appraisal(of: joined))
            if best.map({ cost < $0.cost }) ?? true { best = NextBest(body: body, place: place, cost: cost) }
        }
        if !rest.isEmpty { offer([]) }
        for group in grouping.groups where group != home && group.allSatisfy({ mayMeet(body, $0) }) { offer(group) }
        return best
    }

    /// Whether a group by itself keeps to the principles.
    private func isWhole(_ group: [Int]) -> Bool {
        let size = group.reduce(0) { $0 + bodies[$1].size }
        if size < limits.smallest, limits.belowSmallest == nil { return false }
        if group.count > 1, size > limits.largest || group.count > limits.most { return false }
        let members = Set(group)
        for (place, one) in group.enumerated() {
            for other in group.dropFirst(place + 1) where !mayMeet(one, other) { return false }
        }
        return !apart.contains { members.contains($0.first) && members.contains($0.second) }
    }
}
