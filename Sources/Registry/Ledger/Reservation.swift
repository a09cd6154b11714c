import Basics

/// Heads or posts put aside on an account for a purpose until a day (用编预留), held by the document that opened it.
package struct Reservation: Hashable, Sendable {
    /// A random identifier.
    package typealias ID = Identifier<Reservation>

    /// Which one.
    package let id: ID
    /// The account it holds on.
    package let account: Account
    /// How many are still held; positive.
    package var count: Int
    /// For what.
    package let purpose: Purpose
    /// For whom, where it is not the holder of the account.
    package let beneficiary: Institution.ID?
    /// The last day it holds.
    package let lastDay: Day

    /// For what headcount is put aside.
    package enum Purpose: UInt8, CaseIterable, Sendable {
        /// A headcount-use notice (编制使用通知单).
        case headcountUse = 1
        /// A later wave of a decided reform.
        case reform
        /// Heads lent from the turnover pool, to come back: they stay the pool's, and the beneficiary may fill them.
        case turnover
    }

    /// Holds `count` on an account until the end of `lastDay`.
    package init(
        id: ID, account: Account, count: Int, purpose: Purpose, beneficiary: Institution.ID?, lastDay: Day
    ) {
        self.id = id
        self.account = account
        self.count = count
        self.purpose = purpose
        self.beneficiary = beneficiary
        self.lastDay = lastDay
    }
}

extension Reservation {
    /// Whom the turnover pool lends heads of which kind, where that is what it is (周转使用).
    package var loan: (borrower: Institution.ID, kind: EstablishmentKind)? {
        guard purpose == .turnover, account.holder == .turnoverPool, case .heads(let kind) = account.commodity,
            let beneficiary
        else { return nil }
        return (beneficiary, kind)
    }
}
