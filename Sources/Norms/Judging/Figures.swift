import Registry

/// What the register has of an item: approved, and in place. Four numbers that are never mixed: 核定, 实配 and the heads.
package struct Figures: Hashable, Sendable {
    /// Approved (核定数); nil when it is unknown or the register keeps none.
    package let approved: Int?
    /// In place (实有数, 实配数); of a share, the people in such positions.
    package let inPlace: Int?
    /// Of a share, the people on the establishment; nil for every other item.
    package let total: Int?

    /// What is known of it.
    package init(approved: Int? = nil, inPlace: Int? = nil, total: Int? = nil) {
        self.approved = approved
        self.inPlace = inPlace
        self.total = total
    }

    /// What a register has of an item of a body; unknown when the body isn't there.
    package init(of item: NormItem, at id: Institution.ID, in register: Register) {
        let body = register.institutions[id]
        self = body.map { BodyFigures(of: $0, in: register, [item]).figures(of: item) } ?? Figures()
    }
}

/// The figures of all items of one body, from one look at its accounts.
struct BodyFigures {
    private var heads: Int?
    private var approved: [Int] = [0, 0, 0, 0, 0]
    private var leading: [Int] = [0, 0, 0, 0, 0]
    private let arePostsKnown: Bool
    private let occupied: Int
    private let units: Int?
    /// People on the establishment, and of them those in each kind of position; nil where someone's is unknown.
    private var people = 0
    private var positions: [PositionKind: Int]?

    /// - Parameter items: what will be asked for: shares cost a walk over the people.
    init(of body: Institution, in register: Register, _ items: [NormItem]) {
        let presence = register.presence(of: body.id)
        var heads = 0
        for holding in register.ledger.holdings(of: .institution(body.id)) {
            switch holding.commodity {
            case .heads: heads += holding.amount
            case .posts(let post): approved[Int(post.role.rawValue) - 1] += holding.amount
            }
        }
        self.heads = register.ledger.isUnknown(.heads, of: body.id) ? nil : heads
        arePostsKnown = !register.ledger.isUnknown(.posts, of: body.id)
        occupied = presence.occupied
        if !presence.staff.isEmpty {
            for role in LeaderRole.allCases { leading[Int(role.rawValue) - 1] = presence.leading(role) }
        }
        units = body.units.isEmpty ? body.profile.value(of: .internalUnits) : body.units.count
        guard items.contains(where: \.isShare) else { return }
        people = presence.staff.count
        var positions: [PositionKind: Int] = [:]
        for person in presence.staff {
            // Someone whose position is unknown makes every share unknown.
            guard let position = register.people[person]?.position else { return }
            positions[position, default: 0] += 1
        }
        self.positions = positions
    }

    func figures(of item: NormItem) -> Figures {
        switch item {
        case .leaders: posts(.chief, .deputy)
        case .chief: posts(.chief)
        case .deputy: posts(.deputy)
        case .party: posts(.party)
        case .midLevel: posts(.internalChief, .internalDeputy)
        case .internalUnits: Figures(approved: units, inPlace: units)
        case .staff: Figures(approved: heads, inPlace: occupied)
        case .managementShare: share(.management)
        case .professionalShare: share(.professional)
        case .workerShare: share(.worker)
        case .unitLeaders, .smallBody: Figures()
        }
    }

    private func posts(_ role: LeaderRole, _ other: LeaderRole? = nil) -> Figures {
        var sum = (approved[Int(role.rawValue) - 1], leading[Int(role.rawValue) - 1])
        if let other {
            sum.0 += approved[Int(other.rawValue) - 1]
            sum.1 += leading[Int(other.rawValue) - 1]
        }
        return Figures(approved: arePostsKnown ? sum.0 : nil, inPlace: sum.1)
    }

    private func share(_ kind: PositionKind) -> Figures {
        Figures(inPlace: positions.map { $0[kind] ?? 0 }, total: people)
    }
}
