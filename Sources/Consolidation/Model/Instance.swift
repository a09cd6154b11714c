/// Bodies that may be merged, under what principles, and what counts (归并算例).
///
/// Bodies are named by their place in the list. Nothing of a register is known here.
package struct Instance: Sendable, Hashable {
    /// The bodies.
    package var bodies: [Candidate]
    /// What two bodies gain by being in one, in points; at most one entry a pair, in any order.
    package var affinities: [Affinity]
    /// Pairs that are to be in one body.
    package var together: [BodyPair]
    /// Pairs that must not be in one body.
    package var apart: [BodyPair]
    /// Which supervisors' bodies may be merged.
    package var reach: Reach
    /// What a merged body must keep to.
    package var limits: Limits
    /// What counts, and how much.
    package var goals: Goals

    /// An instance.
    package init(
        bodies: [Candidate], affinities: [Affinity] = [], together: [BodyPair] = [], apart: [BodyPair] = [],
        reach: Reach = .anywhere, limits: Limits = Limits(), goals: Goals = Goals()
    ) {
        self.bodies = bodies
        self.affinities = affinities
        self.together = together
        self.apart = apart
        self.reach = reach
        self.limits = limits
        self.goals = goals
    }
}

/// A body that may be merged.
package struct Candidate: Sendable, Hashable {
    /// Its approved heads.
    package var size: Int
    /// Its people, who move when it ends.
    package var people: Int
    /// Its approved leader posts; nil when they are not to cap what the merged body gets.
    package var posts: LeaderPosts?
    /// Bodies of different classes (类别、经费形式) never merge: a number of the caller.
    package var classNumber: Int
    /// Who it is under: a number of the caller; nil is nobody.
    package var supervisor: Int?
    /// Whether it may end. Of two that may not, each stays; one that may not takes the others over.
    package var mayEnd: Bool
    /// Of two that may end, the one that stands higher takes over: a number of the caller, its rank.
    package var standing: Int

    /// A body.
    package init(
        size: Int, people: Int = 0, posts: LeaderPosts? = nil, classNumber: Int = 0, supervisor: Int? = nil,
        mayEnd: Bool = true, standing: Int = 0
    ) {
        self.size = size
        self.people = people
        self.posts = posts
        self.classNumber = classNumber
        self.supervisor = supervisor
        self.mayEnd = mayEnd
        self.standing = standing
    }
}

/// Leader posts of a body (领导职数).
package struct LeaderPosts: Sendable, Hashable {
    /// Chiefs (正职): a merged body keeps one.
    package var chiefs: Int
    /// Deputies (副职).
    package var deputies: Int

    /// Posts.
    package init(chiefs: Int, deputies: Int) {
        self.chiefs = chiefs
        self.deputies = deputies
    }
}

/// Two bodies, the lower first.
package struct BodyPair: Sendable, Hashable, Comparable {
    /// The lower index.
    package let first: Int
    /// The higher index.
    package let second: Int

    /// The pair of two bodies, in either order.
    package init(_ one: Int, _ other: Int) {
        first = min(one, other)
        second = max(one, other)
    }

    /// By the lower index, then by the higher.
    package static func < (left: BodyPair, right: BodyPair) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}

/// What two bodies gain by being in one (职能相近), in points; below zero they lose by it.
package struct Affinity: Sendable, Hashable {
    /// Which two.
    package let pair: BodyPair
    /// How much.
    package let points: Int

    /// An affinity.
    package init(_ one: Int, _ other: Int, points: Int) {
        pair = BodyPair(one, other)
        self.points = points
    }
}

/// Which supervisors' bodies may be merged.
package enum Reach: Sendable, Hashable {
    /// Any.
    case anywhere
    /// Those of one supervisor, and those of supervisors paired here (相邻部门).
    case neighbours(Set<BodyPair>)
}
