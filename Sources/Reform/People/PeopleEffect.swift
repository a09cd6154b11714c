import Basics
import Diagnosis
import Registry

/// The people whom a plan touches, by group (涉及人员). Identifiers only: names stand sealed elsewhere.
package struct PeopleEffect: Hashable, Sendable {
    /// Everyone touched, in order.
    package let touched: [Person.ID]
    /// The groups in their order; a person may be in several.
    package let groups: [Members]

    /// Who is in a group.
    package struct Members: Hashable, Sendable {
        /// Which group.
        package let group: PeopleGroup
        /// Who, in order.
        package let people: [Person.ID]
        /// Of how many it can't be told.
        package let unknown: Int
    }

    /// The members of a group.
    package subscript(group: PeopleGroup) -> Members {
        groups.first { $0.group == group } ?? Members(group: group, people: [], unknown: 0)
    }
}

/// A group of people whom a reform has to mind.
package enum PeopleGroup: String, CaseIterable, Sendable {
    /// They change bodies (转隶).
    case moved
    /// They leave the establishment (下编).
    case left
    /// They no longer hold the leader post they had (免去领导职务).
    case postLost
    /// They retire soon (临近退休).
    case nearRetirement
    /// They work elsewhere than where their place is (在编不在岗).
    case workingElsewhere
    /// They are on leave (休假、病假、产假), by a list of the office; the register doesn't keep it.
    case onLeave
    /// Their identity is disputed (身份存疑), so that they can't be moved.
    case disputed

    /// The name of the group.
    package var name: Wording {
        switch self {
        case .moved: Wording(zh: "转隶", en: "moved to another body")
        case .left: Wording(zh: "下编", en: "leaving the establishment")
        case .postLost: Wording(zh: "免去领导职务", en: "giving up their leader post")
        case .nearRetirement: Wording(zh: "临近退休", en: "near retirement")
        case .workingElsewhere: Wording(zh: "在编不在岗", en: "working elsewhere")
        case .onLeave: Wording(zh: "休假、病假、产假", en: "on leave")
        case .disputed: Wording(zh: "身份存疑", en: "identity disputed")
        }
    }
}

/// How many months people have left until they retire, as the office reads it from what stands sealed.
package struct RetirementFacts: Hashable, Sendable {
    /// Months from the plan's day to the month of retirement, below zero when it is past; who isn't here, of them it
    /// can't be told.
    package let months: [Person.ID: Int]
    /// Whoever has so many months left or fewer is near retirement.
    package let near: Int

    /// Facts.
    package init(months: [Person.ID: Int], near: Int) {
        self.months = months
        self.near = near
    }

    /// Nothing is known.
    package static let unknown = RetirementFacts(months: [:], near: 0)
}

extension Outcome {
    /// Everyone whom the plan touches and who is on an establishment before or after it, in order.
    package func peopleTouched(_ touching: Touching) -> [Person.ID] {
        var touched = touching.people
        // Whose body ends or is disputed over is touched even where the plan says nothing of them.
        for id in touching.institutions where before.institutions[id]?.isActive == true {
            let ends = after.institutions[id]?.isActive != true
            if ends { touched.formUnion(before.presence(of: id).staff) }
        }
        return touched.filter { isPlaced($0, in: before) || isPlaced($0, in: after) }.sorted()
    }

    /// The groups of those whom the plan touches.
    /// - Parameter leave: who is on leave; nil where nobody has looked.
    package func peopleEffect(
        of touching: Touching, knowing facts: RetirementFacts, leave: Set<Person.ID>?
    ) -> PeopleEffect {
        let touched = peopleTouched(touching)
        let groups = PeopleGroup.allCases.map { group in
            let answers = touched.map { ($0, belongs($0, to: group, knowing: facts, leave)) }
            return PeopleEffect.Members(
                group: group, people: answers.filter { $0.1 == true }.map(\.0), unknown: answers.count { $0.1 == nil })
        }
        return PeopleEffect(touched: touched, groups: groups)
    }

    private func isPlaced(_ id: Person.ID, in register: Register) -> Bool {
        register.people[id].map { !$0.places.isEmpty } ?? false
    }

    /// Whether someone is in a group; nil when it can't be told.
    private func belongs(
        _ id: Person.ID, to group: PeopleGroup, knowing facts: RetirementFacts, _ leave: Set<Person.ID>?
    ) -> Bool? {
        let was = before.people[id]
        let now = after.people[id]
        switch group {
        case .moved:
            let old = Set((was?.places ?? []).map(\.institution))
            return !old.isEmpty && (now?.places ?? []).contains { !old.contains($0.institution) }
        case .left: return was?.places.isEmpty == false && now?.places.isEmpty != false
        case .postLost:
            let kept = Set((now?.places ?? []).compactMap(\.role))
            return (was?.places ?? []).contains { $0.role.map { !kept.contains($0) } ?? false }
        case .nearRetirement: return facts.months[id].map { $0 <= facts.near }
        case .workingElsewhere: return was?.workplace != nil
        case .onLeave: return leave?.contains(id)
        case .disputed: return was?.isDisputed == true || now?.isDisputed == true
        }
    }
}
