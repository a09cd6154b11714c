import Basics
import Consolidation

/// How far a reform is to go (力度): what counts how much, under a name that people argue about.
package struct Ambition: Sendable, Hashable {
    /// What it is called: also the name of its plan's file.
    package let name: Wording
    /// What counts, in points.
    package let goals: Goals
    /// What a body costs that stays below the smallest size, in points.
    package let belowSmallest: Int

    /// An ambition.
    package init(_ name: Wording, goals: Goals, belowSmallest: Int) {
        self.name = name
        self.goals = goals
        self.belowSmallest = belowSmallest
    }

    /// The three alternatives of the house (三个备选): few people moved, a balance, and as many bodies and posts freed as
    /// the principles allow. A point is one hundredth of the likeness of two bodies that do the same.
    package static let three = [
        Ambition(
            Wording(zh: "稳妥", en: "steady"), goals: Goals(body: 30, post: 10, moved: 8, affinity: 1), belowSmallest: 30),
        Ambition(
            Wording(zh: "均衡", en: "balanced"), goals: Goals(body: 60, post: 20, moved: 4, affinity: 1),
            belowSmallest: 60),
        Ambition(
            Wording(zh: "力度大", en: "bold"), goals: Goals(body: 120, post: 40, moved: 1, affinity: 1),
            belowSmallest: 120),
    ]

    /// The same with so many points off for each person moved.
    func weighingMoves(_ points: Int) -> Ambition {
        var goals = goals
        goals.moved = points
        return Ambition(name, goals: goals, belowSmallest: belowSmallest)
    }

    /// The weights in words.
    package var weights: Wording {
        Wording(
            zh:
                "每减少一个机构\(goals.body)分，每收回一名领导职数\(goals.post)分，每转隶一人扣\(goals.moved)分，职责相近每分计\(goals.affinity)分，仍低于最少编制的每个扣\(belowSmallest)分",
            en:
                "\(goals.body) points for each body fewer, \(goals.post) for each leader post freed, \(goals.moved) off for each person moved, \(goals.affinity) for each point of likeness, \(belowSmallest) off for each body still below the smallest size"
        )
    }
}
