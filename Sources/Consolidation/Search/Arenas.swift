extension Instance {
    /// The parts of the instance that have nothing to do with one another.
    func arenas() throws(Contradiction) -> [Arena] {
        try check()
        let items = try joined()
        var allowed = [Bool](repeating: false, count: items.count * items.count)
        let kept = Set(apart)
        for one in items.indices {
            for other in items.indices where one < other && mayMeet(items[one], items[other], apart: kept) {
                allowed[one * items.count + other] = true
                allowed[other * items.count + one] = true
            }
        }
        var roots = Array(items.indices)
        func root(_ item: Int) -> Int {
            var item = item
            while roots[item] != item { item = roots[item] }
            return item
        }
        for one in items.indices {
            for other in items.indices where one < other && allowed[one * items.count + other] {
                let (first, second) = (root(one), root(other))
                roots[max(first, second)] = min(first, second)
            }
        }
        var parts: [Int: [Int]] = [:]
        for item in items.indices { parts[root(item), default: []].append(item) }
        return parts.sorted { $0.key < $1.key }.map { part in
            arena(of: part.value.map { items[$0] }) { allowed[part.value[$0] * items.count + part.value[$1]] }
        }
    }

    /// What every sum of the instance stays below.
    private static let ceiling = 1 << 36

    private func check() throws(Contradiction) {
        guard min(goals.body, goals.post, goals.moved, goals.affinity, limits.belowSmallest ?? 0) >= 0 else {
            throw .negativeGoal
        }
        var said: Set<BodyPair> = []
        for pair in affinities.map(\.pair) + together + apart {
            guard pair.first >= 0, pair.second < bodies.count, pair.first != pair.second else {
                throw .noSuchPair(pair)
            }
        }
        for pair in affinities.map(\.pair) where !said.insert(pair).inserted { throw .saidTwice(pair) }
        var sum = 0
        func add(_ number: Int, times weight: Int) throws(Contradiction) {
            let (product, tooLarge) = number.magnitude.multipliedReportingOverflow(by: weight.magnitude)
            guard !tooLarge, product < Self.ceiling else { throw .tooLarge }
            sum += Int(product)
            guard sum < Self.ceiling else { throw .tooLarge }
        }
        for body in bodies {
            try add(body.size, times: 1)
            try add(body.people, times: goals.moved)
            try add(body.people, times: 1)
            try add(
                max(
                    (body.posts?.chiefs ?? 0) + (body.posts?.deputies ?? 0),
                    limits.posts.least + limits.posts.steps.count), times: goals.post)
            try add(goals.body + (limits.belowSmallest ?? 0), times: 1)
        }
        for affinity in affinities { try add(affinity.points, times: goals.affinity) }
    }

    /// The bodies that are to be together, each lot with its taker first; ordered by who would take over.
    private func joined() throws(Contradiction) -> [[Int]] {
        var lots = bodies.indices.map { [$0] }
        var lotOf = Array(bodies.indices)
        for pair in together where lotOf[pair.first] != lotOf[pair.second] {
            let (kept, gone) = (lotOf[pair.first], lotOf[pair.second])
            for body in lots[gone] { lotOf[body] = kept }
            lots[kept] += lots[gone]
            lots[gone] = []
        }
        let kept = Set(apart)
        var items: [[Int]] = []
        for lot in lots where !lot.isEmpty {
            let size = lot.reduce(0) { $0 + bodies[$1].size }
            if lot.count > 1, size > limits.largest || lot.count > limits.most { throw .cannotBeTogether(lot.sorted()) }
            for (place, one) in lot.enumerated() {
                for other in lot.dropFirst(place + 1)
                where !mayMeet(one, other) || kept.contains(BodyPair(one, other)) {
                    throw .cannotBeTogether([one, other].sorted())
                }
            }
            items.append(lot.sorted(by: precedes))
        }
        return items.sorted { precedes($0[0], $1[0]) }
    }

    private func mayMeet(_ one: [Int], _ other: [Int], apart: Set<BodyPair>) -> Bool {
        let size = (one + other).reduce(0) { $0 + bodies[$1].size }
        guard size <= limits.largest, one.count + other.count <= limits.most else { return false }
        return one.allSatisfy { first in
            other.allSatisfy { mayMeet(first, $0) && !apart.contains(BodyPair(first, $0)) }
        }
    }

    private func arena(of items: [[Int]], mayMeet: (Int, Int) -> Bool) -> Arena {
        let count = items.count
        var itemOf: [Int: Int] = [:]
        for (item, lot) in items.enumerated() { for body in lot { itemOf[body] = item } }
        var own = [Int](repeating: 0, count: count)
        var weights = [Int](repeating: 0, count: count * count)
        var total = 0
        for affinity in affinities {
            guard let one = itemOf[affinity.pair.first], let other = itemOf[affinity.pair.second] else { continue }
            let points = goals.affinity * affinity.points
            total += abs(points)
            if one == other {
                own[one] += points
            } else {
                weights[one * count + other] += points
                weights[other * count + one] += points
            }
        }
        var allowed = [Bool](repeating: false, count: count * count)
        for one in 0..<count {
            for other in 0..<count where one != other { allowed[one * count + other] = mayMeet(one, other) }
        }
        let reachable = (0..<count).map { one in (0..<count).filter { allowed[one * count + $0] } }
        let alone = items.map { lot in appraisal(of: lot) }
        for (lot, appraisal) in zip(items, alone) {
            let people = lot.reduce(0) { $0 + bodies[$1].people }
            total += goals.body + goals.post * max(appraisal.posts, limits.posts.least + limits.posts.steps.count)
            total += goals.moved * people
        }
        return Arena(
            count: count, members: items,
            size: items.map { $0.reduce(0) { $0 + bodies[$1].size } },
            people: items.map { $0.reduce(0) { $0 + bodies[$1].people } },
            staying: items.map { bodies[$0[0]].people },
            chiefs: items.map { $0.reduce(0) { $0 + (bodies[$1].posts?.chiefs ?? 0) } },
            deputies: items.map { $0.reduce(0) { $0 + (bodies[$1].posts?.deputies ?? Arena.uncapped) } },
            postsAlone: alone.map(\.posts), bodies: items.map(\.count), own: own, affinity: weights, mayMeet: allowed,
            near: reachable.enumerated().map { one, others in others.filter { weights[one * count + $0] > 0 } },
            reachable: reachable, limits: limits, goals: goals, shortage: total + 1)
    }
}
