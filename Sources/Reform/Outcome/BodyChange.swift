import Basics
import Diagnosis
import Registry

/// What a plan makes of one body (机构变化): as it was and as it is then.
package struct BodyChange: Hashable, Sendable {
    /// Which body.
    package let id: Institution.ID
    /// As it was; nil when it didn't exist.
    package let before: Snapshot?
    /// As it is then; nil when it doesn't exist any more.
    package let after: Snapshot?
    /// The bodies that take over from one that ends.
    package let successors: [Institution.ID]

    /// What a reader wants to know of a body at a glance.
    package struct Snapshot: Hashable, Sendable {
        /// Its attributes.
        package let profile: Profile
        /// Approved heads of all kinds; nil when unknown.
        package let approved: Int?
        /// Places filled.
        package let occupied: Int
        /// Approved leader posts: chief, deputies and Party; nil when unknown.
        package let posts: Int?
        /// How many duty statements it has.
        package let duties: Int
        /// Name plates and internal units, in their order.
        package let parts: [String]

        /// A body as a register has it; nil where it doesn't exist or is closed.
        package init?(of id: Institution.ID, in register: Register) {
            guard let body = register.institutions[id], body.isActive else { return nil }
            profile = body.profile
            approved = register.approvedHeads(of: id)
            occupied = register.presence(of: id).occupied
            posts =
                register.ledger.isUnknown(.posts, of: id)
                ? nil : [LeaderRole.chief, .deputy, .party].reduce(0) { $0 + register.approvedPosts($1, of: id) }
            duties = register.duties(of: id).count
            parts = body.plates + body.units.map(\.name)
        }
    }

    /// What can become of a body.
    package enum Fate: CaseIterable, Sendable {
        /// It ends (撤并).
        case ended
        /// It begins (新设).
        case began
        /// It has another supervisor (调整隶属).
        case moved
        /// It has another name (更名).
        case renamed
        /// Something else about it is another: heads, posts, people, duties, rank, class, funding …
        case changed

        /// The name of the fate.
        package var name: Wording {
            switch self {
            case .ended: Wording(zh: "撤并", en: "ends")
            case .began: Wording(zh: "新设", en: "begins")
            case .moved: Wording(zh: "调整隶属", en: "other supervisor")
            case .renamed: Wording(zh: "更名", en: "renamed")
            case .changed: Wording(zh: "调整", en: "changed")
            }
        }
    }

    /// What becomes of it; never empty.
    package var fates: [Fate] {
        guard let before else { return [.began] }
        guard let after else { return [.ended] }
        var fates: [Fate] = []
        if before.profile.supervisor != after.profile.supervisor { fates.append(.moved) }
        if before.profile.name != after.profile.name { fates.append(.renamed) }
        return fates.isEmpty ? [.changed] : fates
    }

    /// Its name, the later one where it has another.
    package var name: String { (after ?? before)?.profile.name ?? "" }
}

extension Outcome {
    /// The subjects that its changes touch.
    package var touching: Touching { subjects(of: changes, in: before) }

    /// What becomes of the bodies touched, by name; bodies of which nothing a reader sees is another are left out.
    package func bodyChanges(of touching: Touching) -> [BodyChange] {
        touching.institutions.compactMap { id -> BodyChange? in
            let before = BodyChange.Snapshot(of: id, in: before)
            let after = BodyChange.Snapshot(of: id, in: after)
            guard before != after else { return nil }
            return BodyChange(id: id, before: before, after: after, successors: successors(of: id))
        }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    private func successors(of id: Institution.ID) -> [Institution.ID] {
        guard case .closed(_, let successors) = after.institutions[id]?.status else { return [] }
        return successors
    }
}
