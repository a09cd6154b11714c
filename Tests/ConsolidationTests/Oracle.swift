import Consolidation

/// The best of all partitions, by looking at every one: an answer of another make, for instances of a few bodies. Nil when
/// no partition may be.
func bestOfAll(_ instance: Instance) -> Int? {
    var best: Int?
    func extend(_ body: Int, _ groups: [[Int]]) {
        guard body < instance.bodies.count else {
            guard let points = naivePoints(groups, instance) else { return }
            best = max(best ?? points, points)
            return
        }
        for index in groups.indices {
            var grown = groups
            grown[index].append(body)
            extend(body + 1, grown)
        }
        extend(body + 1, groups + [[body]])
    }
    extend(0, [])
    return best
}

/// The points of a partition, reckoned as the text of the rules says; nil when it breaks one.
func naivePoints(_ groups: [[Int]], _ instance: Instance) -> Int? {
    var points = 0
    for group in groups {
        let bodies = group.map { instance.bodies[$0] }
        let size = bodies.map(\.size).reduce(0, +)
        if group.count > 1, size > instance.limits.largest || group.count > instance.limits.most { return nil }
        if size < instance.limits.smallest {
            guard let price = instance.limits.belowSmallest else { return nil }
            points -= price
        }
        points -= instance.goals.body
        var posts = instance.limits.posts.least + instance.limits.posts.steps.count { $0 <= size }
        if bodies.allSatisfy({ $0.posts != nil }) {
            let chiefs = bodies.compactMap { $0.posts?.chiefs }.reduce(0, +)
            let deputies = bodies.compactMap { $0.posts?.deputies }.reduce(0, +)
            posts = group.count == 1 ? chiefs + deputies : min(posts, (chiefs > 0 ? 1 : 0) + deputies)
        }
        points -= instance.goals.post * posts
        let kept = bodies.filter { !$0.mayEnd }
        guard kept.count < 2 else { return nil }
        let standing = bodies.map(\.standing).max() ?? 0
        let staying = kept.first?.people ?? bodies.filter { $0.standing == standing }.map(\.people).max() ?? 0
        points -= instance.goals.moved * (bodies.map(\.people).reduce(0, +) - staying)
        for one in group {
            for other in group where one < other {
                let pair = BodyPair(one, other)
                if instance.apart.contains(pair) || bodies.contains(where: { $0.classNumber != bodies[0].classNumber })
                {
                    return nil
                }
                if case .neighbours(let pairs) = instance.reach {
                    let above = (instance.bodies[one].supervisor, instance.bodies[other].supervisor)
                    if above.0 != above.1 {
                        guard let first = above.0, let second = above.1, pairs.contains(BodyPair(first, second)) else {
                            return nil
                        }
                    }
                }
                for affinity in instance.affinities where affinity.pair == pair {
                    points += instance.goals.affinity * affinity.points
                }
            }
        }
    }
    for pair in instance.together where !groups.contains(where: { $0.contains(pair.first) && $0.contains(pair.second) })
    {
        return nil
    }
    return points
}

/// A small instance of every make: all principles occur, and goals of all sizes.
func randomInstance(bodies count: Int, from source: inout some RandomNumberGenerator) -> Instance {
    let knowsPosts = Bool.random(using: &source)
    let bodies = (0..<count).map { _ in
        Candidate(
            size: Int.random(in: 1...20, using: &source), people: Int.random(in: 0...20, using: &source),
            posts: knowsPosts || Int.random(in: 0...3, using: &source) == 0
                ? LeaderPosts(
                    chiefs: Int.random(in: 0...2, using: &source), deputies: Int.random(in: 0...2, using: &source))
                : nil,
            classNumber: Int.random(in: 0...3, using: &source) / 3,
            supervisor: [nil, 0, 1, 2].randomElement(using: &source) ?? nil,
            mayEnd: Int.random(in: 0...5, using: &source) > 0, standing: Int.random(in: 0...1, using: &source))
    }
    var pairs: [BodyPair] = []
    for one in 0..<count { for other in one + 1..<max(count, one + 1) { pairs.append(BodyPair(one, other)) } }
    pairs.shuffle(using: &source)
    let affinities = pairs.prefix(count * 2).map {
        Affinity($0.second, $0.first, points: Int.random(in: -10...40, using: &source))
    }
    return Instance(
        bodies: bodies, affinities: affinities,
        together: Int.random(in: 0...4, using: &source) == 0 ? Array(pairs.suffix(1)) : [],
        apart: Array(pairs.dropFirst(2).prefix(Int.random(in: 0...3, using: &source))),
        reach: Bool.random(using: &source)
            ? .anywhere : .neighbours(Bool.random(using: &source) ? [BodyPair(0, 1)] : []),
        limits: Limits(
            smallest: Int.random(in: 0...15, using: &source), largest: Int.random(in: 15...60, using: &source),
            most: Int.random(in: 2...6, using: &source),
            belowSmallest: Int.random(in: 0...3, using: &source) == 0 ? nil : Int.random(in: 0...50, using: &source),
            posts: PostSteps(least: Int.random(in: 0...2, using: &source), steps: [10, 25])),
        goals: Goals(
            body: Int.random(in: 0...40, using: &source), post: Int.random(in: 0...20, using: &source),
            moved: Int.random(in: 0...4, using: &source), affinity: Int.random(in: 0...2, using: &source)))
}

/// Numbers from a seed, so that a failure comes again.
struct Draw: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 31)) &* 0x9E37_79B9_7F4A_7C15
    }
}
