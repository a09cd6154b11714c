/// What a merged body must keep to.
package struct Limits: Sendable, Hashable {
    /// The fewest heads of a body.
    package var smallest: Int
    /// The most heads a merger may come to.
    package var largest: Int
    /// How many bodies may become one.
    package var most: Int
    /// What a body below `smallest` costs, in points; nil when there must be none.
    package var belowSmallest: Int?
    /// The leader posts of a body of so many heads.
    package var posts: PostSteps

    /// Limits; those not said don't bind.
    package init(
        smallest: Int = 0, largest: Int = .max, most: Int = .max, belowSmallest: Int? = nil,
        posts: PostSteps = PostSteps(least: 0, steps: [])
    ) {
        self.smallest = smallest
        self.largest = largest
        self.most = most
        self.belowSmallest = belowSmallest
        self.posts = posts
    }
}

/// Leader posts by size (领导职数分档): they rise with the heads.
package struct PostSteps: Sendable, Hashable {
    /// The posts of the smallest bodies.
    package let least: Int
    /// From how many heads on there is one more, rising.
    package let steps: [Int]

    /// Posts by size.
    package init(least: Int, steps: [Int]) {
        self.least = least
        self.steps = steps.sorted()
    }

    /// The posts of a body of so many heads.
    package func posts(of size: Int) -> Int {
        var posts = least
        for step in steps where size >= step { posts += 1 }
        return posts
    }
}

/// What counts, in points; all at zero or above.
package struct Goals: Sendable, Hashable {
    /// What each body that remains costs.
    package var body: Int
    /// What each leader post that remains costs.
    package var post: Int
    /// What each person who moves costs.
    package var moved: Int
    /// What each point of affinity is worth.
    package var affinity: Int

    /// Goals.
    package init(body: Int = 6, post: Int = 4, moved: Int = 0, affinity: Int = 1) {
        self.body = body
        self.post = post
        self.moved = moved
        self.affinity = affinity
    }
}
