import Registry

/// What a body's leader posts come to by a round; nil where that is still open or the round doesn't look at it.
package struct PostTargets: Hashable, Sendable {
    /// Chief posts (正职).
    package var chief: Int?
    /// Deputy posts (副职).
    package var deputy: Int?
    /// Party posts (党组织职数).
    package var party: Int?
    /// Mid-level posts (中层职数), chiefs and deputies together.
    package var midLevel: Int?

    /// As far as they are decided.
    package init(chief: Int? = nil, deputy: Int? = nil, party: Int? = nil, midLevel: Int? = nil) {
        self.chief = chief
        self.deputy = deputy
        self.party = party
        self.midLevel = midLevel
    }
}

extension Round {
    /// What a body's posts come to, from its rows and what the register has.
    ///
    /// A total of leader posts keeps the approved chiefs, at least one and at most the total, and makes the rest deputies;
    /// a row for chiefs or deputies themselves, where a pack has a rule for it, goes before that split. What agrees stays
    /// as it is approved.
    package func targets(of body: Institution.ID, in register: Register) -> PostTargets {
        func target(_ item: NormItem) -> Int? { row(of: body, item)?.target }
        let approved = register.approvedPosts(.chief, of: body)
        let agrees = row(of: body, .leaders).map { $0.settlement == nil && $0.group == .agrees } ?? false
        var targets = PostTargets(party: target(.party), midLevel: target(.midLevel))
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
}
