import Basics

/// Why an instance can't be: what it asks for excludes itself.
package enum Contradiction: Error, Sendable, Hashable {
    /// An affinity or pair names a body that is not in the list, or one body twice.
    case noSuchPair(BodyPair)
    /// An affinity is said twice.
    case saidTwice(BodyPair)
    /// A weight is below zero.
    case negativeGoal
    /// Bodies that are to be together may not be: class, supervisor, size, number, or a pair that must be apart.
    case cannotBeTogether([Int])
    /// A number so large that sums of it could not be told.
    case tooLarge

    /// What is wrong.
    package var wording: Wording {
        switch self {
        case .noSuchPair(let pair):
            Wording(
                zh: "第\(pair.first + 1)个与第\(pair.second + 1)个机构不成一对。",
                en: "Bodies \(pair.first + 1) and \(pair.second + 1) are no pair.")
        case .saidTwice(let pair):
            Wording(
                zh: "第\(pair.first + 1)个与第\(pair.second + 1)个机构的相近度写了两次。",
                en: "The affinity of bodies \(pair.first + 1) and \(pair.second + 1) is said twice.")
        case .negativeGoal: Wording(zh: "权重不能小于零。", en: "A weight can't be below zero.")
        case .cannotBeTogether(let bodies):
            Wording(
                zh: "第\(bodies.map { String($0 + 1) }.joined(separator: "、"))个机构不能按要求合在一起：类别、主管部门、规模、个数或互斥要求不允许。",
                en:
                    "Bodies \(bodies.map { String($0 + 1) }.joined(separator: ", ")) can't be together as asked: class, supervisor, size, number or a pair to be kept apart forbids it."
            )
        case .tooLarge: Wording(zh: "数字过大。", en: "A number is too large.")
        }
    }
}
