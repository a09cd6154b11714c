import Basics

/// A public body (机构) as it stands on a day: what it is, whom it answers to, and whether it is alive.
///
/// It holds no headcount number: those are balances of the ledger (`HeadcountLedger`).
package struct Institution: Hashable, Sendable {
    /// A random identifier; it stays when the body is renamed or reopened.
    package typealias ID = Identifier<Institution>

    /// Who it is.
    package let id: ID
    /// Its attributes on this day.
    package var profile: Profile
    /// Additional name plates (加挂牌子), in the order they were hung.
    package var plates: [String] = []
    /// Internal units (内设机构), in the order they were set up.
    package var units: [InternalUnit] = []
    /// Alive or closed.
    package var status: Status = .active
    /// The reform that holds its heads and people in place (锁定编制和人员), if one does.
    package var lock: Citation?
    /// Where the office's own table lists it.
    package var origin: Origin?

    /// Alive, or closed by an Act into its successors.
    package enum Status: Hashable, Sendable {
        /// It exists.
        case active
        /// It was abolished (撤销) by the Act at this position; the bodies that took over, if any.
        case closed(by: Int, successors: [ID])
    }

    /// Whether it exists on this day.
    package var isActive: Bool { status == .active }
}

/// A unit inside a body (内设机构): 办公室, 业务科. Its leader posts are the body's internal posts.
package struct InternalUnit: Hashable, Sendable {
    /// Its name within the body.
    package var name: String
    /// Its rank, where it has one.
    package var rank: Rank?

    /// A unit of that name and rank.
    package init(name: String, rank: Rank?) {
        self.name = name
        self.rank = rank
    }
}
