import Registry

/// What a check is to look at: all of a register, or only what a change touched.
package struct Scope: Sendable {
    /// Bodies, closed ones too.
    package let institutions: [Institution]
    /// People, those who left too.
    package let people: [Person]
    /// Matters.
    package let matters: [Matter]
    /// Commodities of the whole jurisdiction.
    package let commodities: [Commodity]

    /// Everything in the register.
    package init(whole register: Register) {
        institutions = Array(register.institutions.values)
        people = Array(register.people.values)
        matters = Array(register.matters.values)
        commodities = register.ledger.holdings(of: .grant).map(\.commodity)
            + register.ledger.ceilings.keys.filter { register.ledger.balance(of: Account(.grant, $0)) == 0 }
    }

    /// What was touched and is there.
    package init(_ touching: Touching, in register: Register) {
        institutions = touching.institutions.compactMap { register.institutions[$0] }
        people = touching.people.compactMap { register.people[$0] }
        matters = touching.matters.compactMap { register.matters[$0] }
        commodities = Array(touching.commodities)
    }
}
