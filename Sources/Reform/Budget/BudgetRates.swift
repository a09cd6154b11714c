import Basics
import Registry

/// What a head or a leader post costs the budget, by kind and day, as the office has it (经费标准).
package struct BudgetRates: Hashable, Sendable {
    /// The rates, in the order of the office's file.
    package let rates: [BudgetRate]

    /// Rates; of one kind no two may be in force on one day, else the first of such a pair is given.
    package init(_ rates: [BudgetRate]) throws(OverlappingRates) {
        self.rates = rates
        for (index, rate) in rates.enumerated() {
            for other in rates[(index + 1)...] where other.of == rate.of && other.overlaps(rate) {
                throw OverlappingRates(first: rate, second: other)
            }
        }
    }

    /// The rate of that kind in force on a day; nil when the office has none.
    package func rate(of kind: BudgetRate.Kind, on day: Day) -> BudgetRate? {
        rates.first { $0.of == kind && $0.from <= day && (($0.to.map { day <= $0 }) ?? true) }
    }

    /// Whether leader posts are given a rate at all.
    package var haveLeaders: Bool { rates.contains { if case .leader = $0.of { true } else { false } } }
}

/// One row of the office's rates.
package struct BudgetRate: Hashable, Sendable {
    /// Of what.
    package let of: Kind
    /// Yuan a year for one, whole.
    package let yuan: Int
    /// The first day it is in force.
    package let from: Day
    /// The last day it is in force; nil while there is none.
    package let to: Day?
    /// The document that says so, as the office writes it.
    package let document: String?

    /// What a rate is of.
    package enum Kind: Hashable, Comparable, Sendable {
        /// A head of an establishment kind.
        case heads(EstablishmentKind)
        /// A leader post of a role, on top of its head.
        case leader(LeaderRole)

        /// Heads, then posts, each in their order.
        package static func < (left: Kind, right: Kind) -> Bool { left.order < right.order }

        private var order: Int {
            switch self {
            case .heads(let kind): Int(kind.rawValue)
            case .leader(let role): 1000 + Int(role.rawValue)
            }
        }

        /// The name of the kind.
        package var name: Wording {
            switch self {
            case .heads(let kind): kind.name
            case .leader(let role): Wording(zh: "领导职务：\(role.name.zh)", en: "leader post: \(role.name.en)")
            }
        }
    }

    /// A rate.
    package init(of kind: Kind, yuan: Int, from: Day, to: Day? = nil, document: String? = nil) {
        of = kind
        self.yuan = yuan
        self.from = from
        self.to = to
        self.document = document
    }

    func overlaps(_ other: BudgetRate) -> Bool {
        (to.map { other.from <= $0 } ?? true) && (other.to.map { from <= $0 } ?? true)
    }
}

/// Two rates of one kind that are in force on one day.
package struct OverlappingRates: Error, Hashable, Sendable {
    /// The one that stands first.
    package let first: BudgetRate
    /// The other.
    package let second: BudgetRate

    /// Two rates.
    package init(first: BudgetRate, second: BudgetRate) {
        self.first = first
        self.second = second
    }
}
