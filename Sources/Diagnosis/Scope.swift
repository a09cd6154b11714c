import Registry

/// What a check is to look at: all of a register, or only what a change touched.
package struct Scope: Sendable {
    /// Bodies, closed ones too.
    package let institutions: [Institution]
    /// People of whom there is something to look into (`Person.isUnsettled`); everyone else is looked at with their body.
    package let people: [Person]
    /// Matters.
    package let matters: [Matter]
    /// Commodities of the whole jurisdiction.
    package let commodities: [Commodity]

    /// Everything in the register.
    package init(whole register: Register) {
        institutions = Array(register.institutions.values)
        people = register.unsettledPeople
        matters = Array(register.matters.values)
        commodities = Scope.commodities(of: register)
    }

    /// What was touched and is there.
    package init(_ touching: Touching, in register: Register) {
        institutions = touching.institutions.compactMap { register.institutions[$0] }
        people = touching.people.compactMap { register.people[$0] }.filter(\.isUnsettled)
        matters = touching.matters.compactMap { register.matters[$0] }
        commodities = Array(touching.commodities)
    }

    private init(
        institutions: [Institution] = [], people: [Person] = [], matters: [Matter] = [], commodities: [Commodity] = []
    ) {
        self.institutions = institutions
        self.people = people
        self.matters = matters
        self.commodities = commodities
    }

    /// Everything in the register, some at a time: all checks look at a few while these are at hand, which in a large
    /// register is several times as fast as one check after the other over everything.
    static func forEachPart(of register: Register, _ look: (Scope) -> Void) {
        let size = 128
        var institutions: [Institution] = []
        for body in register.institutions.values {
            institutions.append(body)
            guard institutions.count == size else { continue }
            look(Scope(institutions: institutions))
            institutions.removeAll(keepingCapacity: true)
        }
        var people: [Person] = []
        for person in register.unsettledPeople {
            people.append(person)
            guard people.count == size else { continue }
            look(Scope(people: people))
            people.removeAll(keepingCapacity: true)
        }
        look(
            Scope(
                institutions: institutions, people: people, matters: Array(register.matters.values),
                commodities: Scope.commodities(of: register)))
    }

    private static func commodities(of register: Register) -> [Commodity] {
        register.ledger.holdings(of: .grant).map(\.commodity)
            + register.ledger.ceilings.keys.filter { register.ledger.balance(of: Account(.grant, $0)) == 0 }
    }
}
