import Basics
import Registry

/// The subjects that changes touch, so that only these are looked at again.
package struct Touching: Hashable, Sendable {
    /// Bodies.
    package var institutions: Set<Institution.ID> = []
    /// People.
    package var people: Set<Person.ID> = []
    /// Matters.
    package var matters: Set<Matter.ID> = []
    /// Commodities of the whole jurisdiction.
    package var commodities: Set<Commodity> = []
    /// Nothing can be left out: what an earlier Act did was taken back.
    package var isEverything = false

    /// Nothing.
    package init() {}

    /// Adds what the other touches.
    package mutating func formUnion(_ other: Touching) {
        institutions.formUnion(other.institutions)
        people.formUnion(other.people)
        matters.formUnion(other.matters)
        commodities.formUnion(other.commodities)
        isEverything = isEverything || other.isEverything
    }

    mutating func insert(_ subject: Subject) {
        switch subject {
        case .institution(let id): institutions.insert(id)
        case .person(let id): people.insert(id)
        case .matter(let id): matters.insert(id)
        case .duty: break  // Texts are compared all at once, not where something was touched.
        case .commodity(let commodity): commodities.insert(commodity)
        }
    }

    /// Every subject, in no order.
    var subjects: [Subject] {
        institutions.map { .institution($0) } + people.map { .person($0) } + matters.map { .matter($0) }
            + commodities.map { .commodity($0) }
    }

    /// What must be looked at again because its findings say something of what was touched: the supervisors of bodies;
    /// where the name, type, rank or life of a body changed, the bodies it supervises, who is on its establishment or
    /// works there, and the matters of its duties.
    func spread(from old: Register, to new: Register) -> Touching {
        var wide = self
        for id in institutions {
            let before = old.institutions[id]
            let after = new.institutions[id]
            for supervisor in [before?.profile.supervisor, after?.profile.supervisor] {
                if let supervisor { wide.institutions.insert(supervisor) }
            }
            guard
                before?.profile.name != after?.profile.name || before?.profile.type != after?.profile.type
                    || before?.profile.rank != after?.profile.rank || before?.isActive != after?.isActive
            else { continue }
            wide.institutions.formUnion(new.dependents(of: id))
            for duty in new.duties(of: id) { wide.matters.formUnion(new.matters(of: duty.id)) }
            for presence in [old.presence(of: id), new.presence(of: id)] {
                wide.people.formUnion(presence.staff)
                wide.people.formUnion(presence.visitors)
            }
        }
        return wide
    }
}
