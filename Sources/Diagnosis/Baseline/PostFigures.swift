import Registry

/// The leader posts of one role in all living bodies (领导职数配备情况).
package struct PostFigures: Hashable, Sendable {
    /// The role.
    package let role: LeaderRole
    /// Approved (核定职数).
    package let approved: PartialSum
    /// Leaders in place (实配), in bodies with unknown figures too.
    package let inPlace: Int
    /// Approved, neither filled nor reserved, added body by body.
    package let vacant: Int
    /// In place beyond what is approved, added body by body.
    package let over: Int

    init(of role: LeaderRole, among bodies: [CountedBody], in register: Register) {
        var approved: [Int?] = []
        var inPlace = 0
        var vacant = 0
        var over = 0
        for body in bodies.map(\.body.id) {
            let leading = register.presence(of: body).leading(role)
            inPlace += leading
            guard !register.ledger.isUnknown(.posts, of: body) else {
                approved.append(nil)
                continue
            }
            let posts = register.approvedPosts(role, of: body)
            approved.append(posts)
            vacant += max(0, posts - leading - register.reservedPosts(role, of: body))
            over += max(0, leading - posts)
        }
        self.role = role
        self.approved = PartialSum(of: approved)
        self.inPlace = inPlace
        self.vacant = vacant
        self.over = over
    }

    /// Nobody has any of this role.
    var isEmpty: Bool { approved.known == 0 && inPlace == 0 }
}
