import Basics

/// The bodies of one supervisor before and after, with lines from each to what it becomes (机构树前后对照).
struct TreeChart: Sendable {
    /// What it is called in links.
    let id: String
    /// The supervisor.
    let title: Wording
    /// The bodies as they were.
    let before: [Leaf]
    /// The bodies as they are then.
    let after: [Leaf]
    /// From which of `before` to which of `after`.
    let links: [Link]
    /// How many more bodies it has, of which nothing changes.
    let unchanged: Int

    /// A body in a tree.
    struct Leaf: Sendable, Hashable {
        /// What its lines are found by.
        let key: String
        /// Its name.
        let name: String
        /// What becomes of it, in a word.
        let mark: Wording?
        /// Its heads.
        let figure: Wording
        /// How it is drawn.
        let look: Look
    }

    /// How a leaf is drawn.
    enum Look: String, Sendable {
        case plain
        case ended
        case began
    }

    /// A line from one leaf to another.
    struct Link: Sendable, Hashable {
        let from: Int
        let to: Int
    }

    /// Orders the leaves so that what comes together stands together.
    /// - Parameter becomes: for the key of a leaf before, the keys of those it becomes.
    init(
        id: String, title: Wording, before: [Leaf], after: [Leaf], becomes: [String: [String]], unchanged: Int
    ) {
        self.id = id
        self.title = title
        self.unchanged = unchanged
        let place = Dictionary(after.enumerated().map { ($1.key, $0) }) { first, _ in first }
        func goal(_ leaf: Leaf) -> Int {
            (becomes[leaf.key] ?? []).compactMap { place[$0] }.min() ?? after.count
        }
        let sorted = before.enumerated().sorted { (goal($0.element), $0.offset) < (goal($1.element), $1.offset) }
            .map(\.element)
        links = sorted.enumerated().flatMap { index, leaf in
            (becomes[leaf.key] ?? []).compactMap { key in place[key].map { Link(from: index, to: $0) } }
        }
        self.before = sorted
        self.after = after
    }

    /// The line of `after` on which each leaf stands: in the middle of those that come to it, below the one before.
    var afterLines: [Int] {
        var lines: [Int] = []
        var free = 0
        for index in after.indices {
            let sources = links.filter { $0.to == index }.map(\.from)
            let wanted = sources.isEmpty ? free : sources.reduce(0, +) / sources.count
            lines.append(max(free, wanted))
            free = (lines.last ?? 0) + 1
        }
        return lines
    }
}
