import Basics
import Consolidation
import Reform
import Registry

/// One of the alternatives that optimising comes to: a plan with what it was weighed by and why it is as it is.
package struct PlanAlternative: Sendable {
    /// What was weighed how.
    package let ambition: Ambition
    /// What the search came to, bound and all.
    package let result: Regrouping
    /// The points of leaving every body as it is.
    package let pointsBefore: Int
    /// What it comes to before any merger, and after.
    package let before: Appraisal
    /// The same after.
    package let after: Appraisal
    /// The mergers, in the order of the plan's steps.
    package let mergers: [ExplainedMerger]
    /// The plan in YAML; nil when nothing is merged.
    package let text: String?
    /// The set-partitioning model of what was weighed, as MPS.
    package let model: String
    /// What simulating that plan came to.
    package let outcome: Outcome?
    /// Names of other alternatives that are at least as good in everything that is weighed, and better in something.
    package internal(set) var beatenBy: [Wording] = []
    /// The alternative before it that merges the same bodies.
    package internal(set) var sameAs: Wording?

    /// Leader posts, chiefs and deputies, that come free: what is written into the steps.
    package var freedPosts: Int { mergers.reduce(0) { $0 + $1.postsBefore - $1.posts.chiefs - $1.posts.deputies } }
}

/// A merger with its reasons (归并说明).
package struct ExplainedMerger: Sendable {
    /// The body that takes over.
    package let target: Institution
    /// The bodies that end.
    package let sources: [Institution]
    /// Heads after.
    package let heads: Int
    /// People who move.
    package let moved: Int
    /// Chiefs and deputies before.
    package let postsBefore: Int
    /// Chiefs and deputies as planned.
    package let posts: LeaderPosts
    /// What the bodies have in common.
    package let grounds: [Wording]
    /// Where each body that ends could have gone instead, the nearest choice first.
    package let otherwise: [Otherwise]

    /// Another place for a body.
    package struct Otherwise: Sendable {
        /// The body.
        package let body: Institution
        /// Whom it would join: the body that would take over there; nil when it would stay by itself.
        package let place: Institution?
        /// How many points less.
        package let cost: Int

        /// The sentence.
        package var wording: Wording {
            let where_ = place.map {
                Wording(zh: "改并入“\($0.profile.name)”", en: "to go into \($0.profile.name) instead")
            }
            return Wording(
                zh: "“\(body.profile.name)”\(where_?.zh ?? "不并")少\(cost)分",
                en: "\(body.profile.name) \(where_?.en ?? "to stay by itself"): \(cost) points less")
        }
    }

    /// Why these together, and what comes closest to changing it.
    package var note: Wording {
        let common =
            grounds.isEmpty
            ? Wording(zh: "职责未见相近", en: "nothing in common is known of their duties")
            : Wording(zh: grounds.map(\.zh).joined(separator: "；"), en: grounds.map(\.en).joined(separator: "; "))
        var zh = "合并后编制\(heads)名，领导职数\(postsBefore)→\(posts.chiefs + posts.deputies)名，转隶\(moved)人；\(common.zh)"
        var en =
            "\(heads) heads, leader posts \(postsBefore) → \(posts.chiefs + posts.deputies), \(moved) people move; \(common.en)"
        if let nearest = otherwise.first {
            zh += "；最接近的另一种安排：\(nearest.wording.zh)"
            en += "; the nearest other choice: \(nearest.wording.en)"
        }
        return Wording(zh: zh + "。", en: en + ".")
    }
}
