import Basics

/// Who can hold headcount and leader posts.
package enum Holder: Hashable, Comparable, Sendable {
    /// The upper level's grant (上级下达总量): a contra account, its balance is what was given out, negated.
    case grant
    /// The district's pool (统筹池).
    case districtPool
    /// The turnover pool (周转池): lent for a term, to come back.
    case turnoverPool
    /// Returned to the upper level (上缴).
    case returned
    /// A body.
    case institution(Institution.ID)

    /// The pools and the grant first, then bodies by identifier.
    package static func < (left: Holder, right: Holder) -> Bool {
        switch (left, right) {
        case (.institution(let one), .institution(let other)): one < other
        default: left.order < right.order
        }
    }

    private var order: Int {
        switch self {
        case .grant: 0
        case .districtPool: 1
        case .turnoverPool: 2
        case .returned: 3
        case .institution: 4
        }
    }

    /// The body, where it is one.
    package var institution: Institution.ID? {
        if case .institution(let id) = self { id } else { nil }
    }
}

/// An account of the ledger: who holds what.
package struct Account: Hashable, Comparable, Sendable {
    /// Who holds it.
    package let holder: Holder
    /// What is held.
    package let commodity: Commodity

    /// The account of this holder for this commodity.
    package init(_ holder: Holder, _ commodity: Commodity) {
        self.holder = holder
        self.commodity = commodity
    }

    /// By holder, then commodity.
    package static func < (left: Account, right: Account) -> Bool {
        left.holder == right.holder ? left.commodity < right.commodity : left.holder < right.holder
    }
}

/// One line of an entry: so much more or less on an account.
package struct LedgerLine: Hashable, Sendable {
    /// The account.
    package let account: Account
    /// Heads or posts; positive when the account gains.
    package let amount: Int

    /// A line.
    package init(_ account: Account, _ amount: Int) {
        self.account = account
        self.amount = amount
    }
}
