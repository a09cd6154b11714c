import Registry

/// What a check is to look at: all of a register, or only what a change touched.
package struct Scope: Sendable {
    /// Bodies, closed ones too.
    package let institutions: [Institution]
    /// People of whom there is something to look into: in the register (`Person.isUnsettled`) or by the `Facts`; everyone
    /// else is looked at with their body.
    package let people: [Person]
    /// Matters.
    package let matters: [Matter]
    /// Commodities of the whole jurisdiction.
    package let commodities: [Commodity]
    /// What is known of the people beside the register.
    package let facts: Facts
    // The small bodies of the whole register by kind of work; nil where nobody has them at hand.
    private let works: WorkIndex?

    /// Everything in the register.
    package init(whole register: Register, facts: Facts = .none) {
        institutions = Array(register.institutions.values)
        people = Scope.people(of: register, facts)
        matters = Array(register.matters.values)
        commodities = Scope.commodities(of: register)
        self.facts = facts
        works = nil
    }

    /// What was touched and is there.
    package init(_ touching: Touching, in register: Register, facts: Facts = .none) {
        self.init(touching, in: register, facts: facts, works: nil)
    }

    init(_ touching: Touching, in register: Register, facts: Facts, works: WorkIndex?) {
        self.facts = facts
        self.works = works
        institutions = touching.institutions.compactMap { register.institutions[$0] }
        people = touching.people.compactMap { register.people[$0] }
            .filter { $0.isUnsettled || facts.badIdentityNumbers.contains($0.id) }
        matters = touching.matters.compactMap { register.matters[$0] }
        commodities = Array(touching.commodities)
    }

    private init(
        institutions: [Institution] = [], people: [Person] = [], matters: [Matter] = [], commodities: [Commodity] = [],
        facts: Facts, works: WorkIndex
    ) {
        self.facts = facts
        self.works = works
        self.institutions = institutions
        self.people = people
        self.matters = matters
        self.commodities = commodities
    }

    /// Everything in the register, some at a time: all checks look at a few while these are at hand, which in a large
    /// register is several times as fast as one check after the other over everything.
    static func forEachPart(of register: Register, facts: Facts, works: WorkIndex, _ look: (Scope) -> Void) {
        let size = 128
        var institutions: [Institution] = []
        for body in register.institutions.values {
            institutions.append(body)
            guard institutions.count == size else { continue }
            look(Scope(institutions: institutions, facts: facts, works: works))
            institutions.removeAll(keepingCapacity: true)
        }
        var people: [Person] = []
        for person in Scope.people(of: register, facts) {
            people.append(person)
            guard people.count == size else { continue }
            look(Scope(people: people, facts: facts, works: works))
            people.removeAll(keepingCapacity: true)
        }
        look(
            Scope(
                institutions: institutions, people: people, matters: Array(register.matters.values),
                commodities: Scope.commodities(of: register), facts: facts, works: works))
    }

    /// The small bodies of the whole register by their kind of work.
    func works(of register: Register, _ thresholds: Thresholds) -> WorkIndex {
        works ?? WorkIndex(of: register, thresholds)
    }

    private static func people(of register: Register, _ facts: Facts) -> [Person] {
        register.unsettledPeople
            + facts.badIdentityNumbers.compactMap { register.people[$0] }.filter { !$0.isUnsettled }
    }

    private static func commodities(of register: Register) -> [Commodity] {
        register.ledger.holdings(of: .grant).map(\.commodity)
            + register.ledger.ceilings.keys.filter { register.ledger.balance(of: Account(.grant, $0)) == 0 }
    }
}
