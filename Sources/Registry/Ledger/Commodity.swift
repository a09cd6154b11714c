/// What the ledger counts: heads of a kind, or leader posts of a role and rank.
///
/// The law means both when it says 编制: 人员数额 and 领导职数 (国务院令第486号第二十八条).
package enum Commodity: Hashable, Comparable, Sendable {
    /// Headcount of a kind (编制), in heads.
    case heads(EstablishmentKind)
    /// Leader posts (领导职数), in posts.
    case posts(LeaderPost)

    /// Whether it belongs to this group of figures.
    package var group: FigureGroup {
        switch self {
        case .heads: .heads
        case .posts: .posts
        }
    }

    /// A fixed order for tables and encodings.
    package static func < (left: Commodity, right: Commodity) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .heads(let kind): Int(kind.rawValue)
        case .posts(let post): 1000 + Int(post.role.rawValue) * 16 + Int(post.rank.rawValue)
        }
    }
}

/// The kinds of establishment (编制类别). One may not stand for another (国务院令第486号第十五条).
package enum EstablishmentKind: UInt8, CaseIterable, Comparable, Sendable {
    /// Administrative (行政编制).
    case administrative = 1
    /// Political and legal affairs (政法专项编制).
    case politicalLegal
    /// Public institution, fully funded (全额事业编制).
    case institutionFull
    /// Public institution, partly funded (差额事业编制).
    case institutionPartial
    /// Public institution, self-funded (自收自支事业编制).
    case institutionSelf
    /// Workers of organs (工勤编制).
    case worker

    /// The order of the tables.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Whether it is a kind of public institutions (事业编制), however funded.
    package var isOfInstitution: Bool {
        switch self {
        case .institutionFull, .institutionPartial, .institutionSelf: true
        case .administrative, .politicalLegal, .worker: false
        }
    }

    /// The kind that a public institution of this funding uses.
    package init(funding: Funding) {
        switch funding {
        case .full: self = .institutionFull
        case .partial: self = .institutionPartial
        case .selfFunded: self = .institutionSelf
        }
    }
}

/// A kind of leader post: which role, at which rank of body.
package struct LeaderPost: Hashable, Sendable {
    /// Chief, deputy, Party, or the same inside.
    package let role: LeaderRole
    /// The rank of the body the posts are approved for; `ungraded` where it has none.
    package let rank: Rank

    /// Posts of that role at that rank.
    package init(_ role: LeaderRole, _ rank: Rank) {
        self.role = role
        self.rank = rank
    }
}

/// The roles that leader posts are approved for.
package enum LeaderRole: UInt8, CaseIterable, Comparable, Sendable {
    /// Chief (正职).
    case chief = 1
    /// Deputy (副职).
    case deputy
    /// Of the Party organisation (党组织领导).
    case party
    /// Head of an internal unit (内设机构正职).
    case internalChief
    /// Deputy head of an internal unit (内设机构副职).
    case internalDeputy

    /// The order of the tables.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A group of figures that a table fills together: where none of its cells is filled, all are unknown.
package enum FigureGroup: UInt8, CaseIterable, Sendable {
    /// Headcount by kind.
    case heads = 1
    /// Leader posts.
    case posts
}
