/// Which bodies become one (归并分组): every body is in one group.
package struct Grouping: Sendable, Hashable {
    /// The groups, each ascending, ordered by their first body.
    package let groups: [[Int]]

    /// A grouping, in its one order.
    package init(_ groups: [[Int]]) {
        self.groups = groups.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }
}

/// What a group or a whole grouping comes to.
package struct Appraisal: Sendable, Hashable {
    /// Bodies that remain.
    package var bodies = 0
    /// Leader posts that remain.
    package var posts = 0
    /// People who move.
    package var moved = 0
    /// Points of affinity brought together, unweighed.
    package var affinity = 0
    /// Bodies below the smallest size.
    package var tooSmall = 0

    /// Nothing.
    package init() {}

    /// The sum of two.
    package static func + (left: Appraisal, right: Appraisal) -> Appraisal {
        var sum = left
        sum.bodies += right.bodies
        sum.posts += right.posts
        sum.moved += right.moved
        sum.affinity += right.affinity
        sum.tooSmall += right.tooSmall
        return sum
    }
}

extension Instance {
    /// The body of a group that takes the others over: one that may not end, else the one that stands highest, has the
    /// most people, the most heads, and of equal ones the first.
    package func taker(of group: [Int]) -> Int? {
        group.min { precedes($0, $1) }
    }

    /// Whether one body rather than the other takes over.
    func precedes(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (bodies[one], bodies[other])
        if left.mayEnd != right.mayEnd { return !left.mayEnd }
        if left.standing != right.standing { return left.standing > right.standing }
        if left.people != right.people { return left.people > right.people }
        if left.size != right.size { return left.size > right.size }
        return one < other
    }

    /// What a group comes to.
    package func appraisal(of group: [Int]) -> Appraisal {
        var sum = Appraisal()
        guard let taker = taker(of: group) else { return sum }
        let size = group.reduce(0) { $0 + bodies[$1].size }
        sum.bodies = 1
        sum.posts = posts(of: group, size: size)
        sum.moved = group.reduce(0) { $0 + bodies[$1].people } - bodies[taker].people
        sum.tooSmall = size < limits.smallest ? 1 : 0
        let members = Set(group)
        for affinity in affinities where members.contains(affinity.pair.first) && members.contains(affinity.pair.second)
        {
            sum.affinity += affinity.points
        }
        return sum
    }

    /// The posts of a group: by size, one chief, and never more deputies than its bodies had (只减不增). A body that
    /// stays alone keeps its own.
    private func posts(of group: [Int], size: Int) -> Int {
        let had = group.map { bodies[$0].posts }
        guard !had.contains(nil) else { return limits.posts.posts(of: size) }
        let chiefs = had.reduce(0) { $0 + ($1?.chiefs ?? 0) }
        let deputies = had.reduce(0) { $0 + ($1?.deputies ?? 0) }
        return group.count == 1 ? chiefs + deputies : min(limits.posts.posts(of: size), min(1, chiefs) + deputies)
    }

    /// What a grouping comes to.
    package func appraisal(of grouping: Grouping) -> Appraisal {
        grouping.groups.reduce(Appraisal()) { $0 + appraisal(of: $1) }
    }

    /// The points of an appraisal under the goals; more is better. What is too small costs its price, if it has one.
    package func points(of appraisal: Appraisal) -> Int {
        goals.affinity * appraisal.affinity - goals.body * appraisal.bodies - goals.post * appraisal.posts
            - goals.moved * appraisal.moved - (limits.belowSmallest ?? 0) * appraisal.tooSmall
    }

    /// Whether two bodies may be in one.
    package func mayMeet(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (bodies[one], bodies[other])
        guard left.classNumber == right.classNumber, left.mayEnd || right.mayEnd else { return false }
        guard case .neighbours(let pairs) = reach, left.supervisor != right.supervisor else { return true }
        guard let first = left.supervisor, let second = right.supervisor else { return false }
        return pairs.contains(BodyPair(first, second))
    }

    /// What a grouping breaks: nothing when it may be.
    package func breaches(of grouping: Grouping) -> [Breach] {
        var breaches: [Breach] = []
        var places: [Int: Int] = [:]
        for (number, group) in grouping.groups.enumerated() {
            for body in group { places[body, default: number] = number }
        }
        if grouping.groups.flatMap(\.self).sorted() != Array(bodies.indices) { breaches.append(.notEachOnce) }
        for group in grouping.groups {
            let size = group.reduce(0) { $0 + bodies[$1].size }
            if size < limits.smallest, limits.belowSmallest == nil { breaches.append(.tooSmall(group)) }
            if group.count > 1, size > limits.largest || group.count > limits.most { breaches.append(.tooLarge(group)) }
            for (place, one) in group.enumerated() {
                for other in group.dropFirst(place + 1) where !mayMeet(one, other) {
                    breaches.append(.mayNotMeet(BodyPair(one, other)))
                }
            }
        }
        breaches += apart.filter { places[$0.first] == places[$0.second] }.map(Breach.mayNotMeet)
        breaches += together.filter { places[$0.first] != places[$0.second] }.map(Breach.torn)
        return breaches
    }
}

/// What a grouping breaks.
package enum Breach: Sendable, Hashable {
    /// A body is in no group or in two.
    case notEachOnce
    /// A body would stay below the smallest size.
    case tooSmall([Int])
    /// A merger would be above the largest size or of too many bodies.
    case tooLarge([Int])
    /// Two that may not be in one are.
    case mayNotMeet(BodyPair)
    /// Two that are to be in one are not.
    case torn(BodyPair)
}
