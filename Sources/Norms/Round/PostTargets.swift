import Registry

/// What a body's leader posts come to by a round; nil where that is still open or the round doesn't look at it.
package struct PostTargets: Hashable, Sendable {
    /// Chief posts (正职).
    package var chief: Int?
    /// Deputy posts (副职).
    package var deputy: Int?
    /// Party posts (党组织职数).
    package var party: Int?
    /// Chiefs of internal units (中层正职).
    package var internalChief: Int?
    /// Deputies in internal units (中层副职).
    package var internalDeputy: Int?

    /// As far as they are decided.
    package init(
        chief: Int? = nil, deputy: Int? = nil, party: Int? = nil, internalChief: Int? = nil, internalDeputy: Int? = nil
    ) {
        self.chief = chief
        self.deputy = deputy
        self.party = party
        self.internalChief = internalChief
        self.internalDeputy = internalDeputy
    }

    /// What a role comes to.
    package func posts(of role: LeaderRole) -> Int? {
        switch role {
        case .chief: chief
        case .deputy: deputy
        case .party: party
        case .internalChief: internalChief
        case .internalDeputy: internalDeputy
        }
    }
}

extension Round {
    /// What a body's posts come to, from its rows and what the register has.
    ///
    /// A total of leader posts keeps the approved chiefs, at least one and at most the total, and makes the rest deputies;
    /// a row for chiefs or deputies themselves, where a pack has a rule for it, goes before that split. A total of mid-level
    /// posts is split alike; where no chiefs inside are approved yet, there is one for each internal unit. What agrees
    /// stays as it is approved.
    package func targets(of body: Institution.ID, in register: Register) -> PostTargets {
        func target(_ item: NormItem) -> Int? { row(of: body, item)?.target }
        let approved = register.approvedPosts(.chief, of: body)
        let agrees = doesAgree(body, .leaders)
        var targets = PostTargets(party: target(.party))
        if let total = target(.midLevel), !doesAgree(body, .midLevel) {
            let kept = register.approvedPosts(.internalChief, of: body)
            let chief = min(kept > 0 ? kept : max(1, register.internalUnits(of: body) ?? 1), total)
            (targets.internalChief, targets.internalDeputy) = (chief, total - chief)
        }
        if let total = target(.leaders) {
            let kept = agrees ? min(approved, total) : min(max(1, approved), total)
            let chief = target(.chief) ?? (target(.deputy).map { max(0, total - $0) } ?? kept)
            targets.chief = chief
            targets.deputy = target(.deputy) ?? max(0, total - chief)
        } else {
            targets.chief = target(.chief)
            targets.deputy = target(.deputy)
        }
        return targets
    }

    /// Whether what is approved agrees with the rules and nobody settled it otherwise.
    private func doesAgree(_ body: Institution.ID, _ item: NormItem) -> Bool {
        row(of: body, item).map { $0.settlement == nil && $0.group == .agrees } ?? false
    }
}

extension Register {
    /// How many internal units a body has: those set up by name or, where there are none, those its table counts.
    fileprivate func internalUnits(of id: Institution.ID) -> Int? {
        institutions[id].flatMap { $0.units.isEmpty ? $0.profile.value(of: .internalUnits) : $0.units.count }
    }
}
