import Registry

/// What there is before anything is changed (摸清底数): counts and sums of a register, each with what can't be told.
package struct BaselineSummary: Hashable, Sendable {
    /// Living bodies.
    package let living: Int
    /// Closed bodies still in the register.
    package let closed: Int
    /// Living bodies by type (机构类型).
    package let types: Breakdown<InstitutionType>
    /// Living bodies that can hold headcount, by rank (规格).
    package let ranks: Breakdown<Rank>
    /// Living public institutions by class (分类).
    package let categories: Breakdown<InstitutionCategory>
    /// Living bodies that can hold headcount, by funding (经费形式).
    package let fundings: Breakdown<Funding>
    /// Living bodies that can hold headcount, by approved heads.
    package let sizes: Breakdown<SizeBand>
    /// Heads by kind, in the order of kinds; kinds that nobody has are left out.
    package let establishment: [EstablishmentFigures]
    /// Heads of all kinds.
    package let establishmentTotal: EstablishmentFigures
    /// Leader posts by role, in the order of roles; roles that nobody has are left out.
    package let posts: [PostFigures]
    /// People by status and position.
    package let people: PeopleFigures
    /// Who supervises how many bodies, most first.
    package let supervisors: [SupervisorFigures]
    /// Living public institutions whose supervisor is not known.
    package let unsupervised: Int
    /// How many bodies count as small, for each threshold asked for.
    package let sensitivity: [SmallBodyFigures]
    /// What can't be told, and of whom.
    package let unknowns: [UnknownFacts]

    /// Counts a register.
    /// - Parameter smallThresholds: the numbers of approved heads up to which a public institution would be small.
    package init(of register: Register, smallThresholds: [Int] = [2, 3, 5, 10, 15, 20]) {
        let all = Array(register.institutions.values)
        let bodies = all.filter(\.isActive).map { CountedBody($0, in: register) }
        let holders = bodies.filter { $0.body.profile.type.holdsAccounts }
        let institutions = bodies.filter(\.isPublicInstitution)
        living = bodies.count
        closed = all.count - bodies.count
        types = Breakdown(of: bodies) { $0.body.profile.type }
        ranks = Breakdown(of: holders) { $0.body.profile.rank }
        categories = Breakdown(of: institutions) { $0.body.profile.category }
        fundings = Breakdown(of: holders) { $0.body.profile.funding }
        sizes = Breakdown(of: holders) { $0.approved.map(SizeBand.init(heads:)) }
        let kinds = EstablishmentKind.allCases.map { EstablishmentFigures(of: $0, among: holders, in: register) }
        establishment = kinds.filter { !$0.isEmpty }
        establishmentTotal = EstablishmentFigures(adding: kinds, unknownBodies: holders.count { $0.approved == nil })
        posts = LeaderRole.allCases.map { PostFigures(of: $0, among: holders, in: register) }.filter { !$0.isEmpty }
        people = PeopleFigures(of: register)
        supervisors = SupervisorFigures.all(of: bodies, in: register)
        unsupervised = institutions.count { $0.body.profile.supervisor == nil }
        sensitivity = smallThresholds.map { SmallBodyFigures(upTo: $0, among: institutions) }
        unknowns = UnknownFacts.all(of: register, holders.map(\.body))
    }
}

/// A living body with the numbers that most tables ask for.
struct CountedBody {
    let body: Institution
    /// Approved heads of all kinds, nil when unknown.
    let approved: Int?
    /// Places filled.
    let occupied: Int

    init(_ body: Institution, in register: Register) {
        self.body = body
        approved = register.approvedHeads(of: body.id)
        occupied = register.presence(of: body.id).occupied
    }

    var isPublicInstitution: Bool { body.profile.type == .publicInstitution }
}
