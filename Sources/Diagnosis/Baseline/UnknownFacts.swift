import Basics
import Registry

/// What can't be told (无法判断的事项): a fact that the office's tables leave empty, and of whom.
package struct UnknownFacts: Hashable, Sendable {
    /// Which fact.
    package let fact: Fact
    /// Of whom, in the order of the office's tables; never empty.
    package let subjects: [Subject]

    /// A fact that can be unknown.
    package enum Fact: UInt8, CaseIterable, Sendable {
        /// Approved heads.
        case approvedHeads = 1
        /// Approved leader posts.
        case approvedPosts
        /// Rank of a body.
        case rank
        /// Class of a public institution.
        case category
        /// How a public institution is paid for.
        case funding
        /// Who supervises a public institution.
        case supervisor
        /// How many heads of a kind the upper level may give out.
        case ceiling
        /// The position of a person on the establishment.
        case position
    }

    static func all(of register: Register, _ bodies: [Institution]) -> [UnknownFacts] {
        Fact.allCases.compactMap { fact in
            let subjects = fact.subjects(of: register, bodies)
            return subjects.isEmpty ? nil : UnknownFacts(fact: fact, subjects: subjects)
        }
    }
}

extension UnknownFacts.Fact {
    /// The name of the fact.
    package var name: Wording {
        switch self {
        case .approvedHeads: Wording(zh: "核定编制数未知", en: "Approved heads unknown")
        case .approvedPosts: Wording(zh: "核定领导职数未知", en: "Approved leader posts unknown")
        case .rank: Wording(zh: "机构规格未知", en: "Rank unknown")
        case .category: Wording(zh: "事业单位分类未知", en: "Class of a public institution unknown")
        case .funding: Wording(zh: "经费形式未知", en: "Funding unknown")
        case .supervisor: Wording(zh: "主管部门未知", en: "Supervisor unknown")
        case .ceiling: Wording(zh: "编制总量上限未知", en: "Ceiling of the grant unknown")
        case .position: Wording(zh: "在编人员岗位未知", en: "Position of people on the establishment unknown")
        }
    }

    /// What can't be told because of it.
    package var consequence: Wording {
        switch self {
        case .approvedHeads:
            Wording(
                zh: "无法判断是否超编、空编、规模过小；核定数合计只能说“至少”。",
                en: "Whether it is over establishment, vacant or small can't be told; sums can only say “at least”.")
        case .approvedPosts:
            Wording(zh: "无法判断是否超职数配备。", en: "Whether it has more leaders than posts can't be told.")
        case .rank:
            Wording(
                zh: "无法按规格归类，也无法核对领导职数的级别。", en: "It can't be counted by rank, nor the rank of its posts be compared.")
        case .category:
            Wording(zh: "无法判断公益属性是否突出。", en: "Whether it is weak in public welfare can't be told.")
        case .funding:
            Wording(zh: "无法判断应使用哪一类事业编制。", en: "Which kind of heads it should use can't be told.")
        case .supervisor:
            Wording(zh: "无法判断所属单位是否设置分散。", en: "Whether its supervisor's bodies are scattered can't be told.")
        case .ceiling:
            Wording(zh: "无法判断已下达的编制是否超出总量。", en: "Whether more was given out than allowed can't be told.")
        case .position:
            Wording(zh: "无法按岗位归类，也无法判断是否混岗。", en: "They can't be counted by position, nor be compared with it.")
        }
    }

    fileprivate func subjects(of register: Register, _ bodies: [Institution]) -> [Subject] {
        switch self {
        case .approvedHeads: ordered(bodies) { register.ledger.isUnknown(.heads, of: $0.id) }
        case .approvedPosts: ordered(bodies) { register.ledger.isUnknown(.posts, of: $0.id) }
        case .rank: ordered(bodies) { $0.profile.rank == nil }
        case .category: ordered(bodies) { $0.profile.type == .publicInstitution && $0.profile.category == nil }
        case .funding: ordered(bodies) { $0.profile.type == .publicInstitution && $0.profile.funding == nil }
        case .supervisor: ordered(bodies) { $0.profile.type == .publicInstitution && $0.profile.supervisor == nil }
        case .ceiling:
            EstablishmentKind.allCases.map { Commodity.heads($0) }.filter {
                register.ledger.balance(of: Account(.grant, $0)) != 0 && register.ledger.ceilings[$0] == nil
            }.map { .commodity($0) }
        case .position:
            register.people.values.filter { $0.exit == nil && !$0.places.isEmpty && $0.position == nil }
                .sorted { comesBefore(($0.origin, .person($0.id)), ($1.origin, .person($1.id))) }
                .map { .person($0.id) }
        }
    }

    private func ordered(_ bodies: [Institution], where isUnknown: (Institution) -> Bool) -> [Subject] {
        bodies.filter(isUnknown)
            .sorted { comesBefore(($0.origin, .institution($0.id)), ($1.origin, .institution($1.id))) }
            .map { .institution($0.id) }
    }
}

/// By place in the office's tables, those without one last.
private func comesBefore(_ left: (Origin?, Subject), _ right: (Origin?, Subject)) -> Bool {
    switch (left.0, right.0) {
    case (let one?, let other?) where one != other: one < other
    case (_?, nil): true
    case (nil, _?): false
    default: left.1 < right.1
    }
}
