import Basics
import Registry

/// What a finding is about.
package enum Subject: Hashable, Comparable, Sendable {
    /// A body.
    case institution(Institution.ID)
    /// A person.
    case person(Person.ID)
    /// A matter.
    case matter(Matter.ID)
    /// A duty statement.
    case duty(DutyStatement.ID)
    /// What the whole jurisdiction holds of a kind or role: the grant and its ceiling.
    case commodity(Commodity)

    /// Bodies, people, matters, duties, commodities; within each by identifier.
    package static func < (left: Subject, right: Subject) -> Bool {
        switch (left, right) {
        case (.institution(let one), .institution(let other)): one < other
        case (.person(let one), .person(let other)): one < other
        case (.matter(let one), .matter(let other)): one < other
        case (.duty(let one), .duty(let other)): one < other
        case (.commodity(let one), .commodity(let other)): one < other
        default: left.order < right.order
        }
    }

    private var order: Int {
        switch self {
        case .institution: 0
        case .person: 1
        case .matter: 2
        case .duty: 3
        case .commodity: 4
        }
    }

    /// The body, where it is one.
    package var institution: Institution.ID? {
        if case .institution(let id) = self { id } else { nil }
    }

    /// The person, where it is one.
    package var person: Person.ID? {
        if case .person(let id) = self { id } else { nil }
    }

    /// Whose breach an invariant is.
    package init(of invariant: Invariant) {
        switch invariant {
        case .headsWithinBalance(let id, _), .postsWithinBalance(let id, _), .closedHoldsNothing(let id):
            self = .institution(id)
        case .notBelowZero(let account), .poolCoversReservations(let account):
            self = account.holder.institution.map { .institution($0) } ?? .commodity(account.commodity)
        case .onePlace(let id): self = .person(id)
        case .oneLead(let id): self = .matter(id)
        case .withinCeiling(let commodity): self = .commodity(commodity)
        }
    }
}

extension Subject: CustomStringConvertible {
    /// A stable text: `institution:` and the identifier, `commodity:h1` for heads, `commodity:p2.3` for posts.
    package var description: String {
        switch self {
        case .institution(let id): "institution:\(id)"
        case .person(let id): "person:\(id)"
        case .matter(let id): "matter:\(id)"
        case .duty(let id): "duty:\(id)"
        case .commodity(.heads(let kind)): "commodity:h\(kind.rawValue)"
        case .commodity(.posts(let post)): "commodity:p\(post.role.rawValue).\(post.rank.rawValue)"
        }
    }
}
