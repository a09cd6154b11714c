import Basics
import Registry

/// Whether two lists of changes, made on one register, change the same subject so that not both can be meant: they put a
/// person or a duty to different places, one closes a body that the other changes, or they give one attribute two values.
package func clash(_ one: some Collection<Change>, _ other: some Collection<Change>, in register: Register) -> Bool {
    let (first, second) = (Stakes(one, in: register), Stakes(other, in: register))
    for (id, changes) in first.people { if let others = second.people[id], others != changes { return true } }
    for (id, changes) in first.duties { if let others = second.duties[id], others != changes { return true } }
    if !first.closed.isDisjoint(with: second.bodies) || !second.closed.isDisjoint(with: first.bodies) { return true }
    for (id, attributes) in first.attributes {
        guard let others = second.attributes[id], let profile = register.institutions[id]?.profile else { continue }
        // Where the order makes a difference, the same attribute is given two values.
        var (this, that) = (profile, profile)
        for attribute in attributes + others { this.set(attribute) }
        for attribute in others + attributes { that.set(attribute) }
        if this != that { return true }
    }
    return false
}

/// What changes decide about, by subject.
private struct Stakes {
    var people: [Person.ID: [Change]] = [:]
    var duties: [DutyStatement.ID: [Change]] = [:]
    var attributes: [Institution.ID: [Attribute]] = [:]
    var closed: Set<Institution.ID> = []
    var bodies: Set<Institution.ID> = []

    init(_ changes: some Collection<Change>, in register: Register) {
        for change in changes {
            let touched = Footprint(of: [change], in: register)
            bodies.formUnion(touched.bodies)
            for id in touched.people { people[id, default: []].append(change) }
            switch change {
            case .abolish(let id, _): closed.insert(id)
            case .amend(let id, let attribute): attributes[id, default: []].append(attribute)
            case .moveDuty(let id, let to, _):
                // Where in the taker's text it comes to stand is nothing to quarrel about.
                duties[id, default: []].append(.moveDuty(id, to: to, number: 0))
            default: for id in touched.duties { duties[id, default: []].append(change) }
            }
        }
    }
}
