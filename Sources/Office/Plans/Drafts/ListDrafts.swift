import Basics
import Reform
import Registry
import Storage

/// A draft in the list of drafts: how it stands, and whom it meets.
package struct ListedDraft: Sendable {
    /// The draft.
    package let draft: PlanDraft
    /// The positions at which it was decided and carried on; empty while it is open.
    package let decided: [Int]
    /// How many waves of it are left once it is decided.
    package let wavesLeft: Int
    /// Other open drafts that change the same bodies; empty for a decided one.
    package let meets: [Meeting]

    /// What two open drafts have in common.
    package struct Meeting: Sendable {
        /// The other one's name.
        package let other: String
        /// Bodies that both change, by name.
        package let bodies: [String]
        /// Whether both move something on one account.
        package let sharesAccount: Bool
        /// Whether both move or set something of one person.
        package let sharesPerson: Bool
        /// Whether both move or change one duty.
        package let sharesDuty: Bool
    }
}

extension Desk {
    /// All drafts with how they stand, and which open ones change the same bodies, accounts, people or duties.
    package func listDrafts(at instant: Instant) throws(OfficeFailure) -> [ListedDraft] {
        let drafts = try drafts()
        let standing = drafts.map { history.progress(of: $0.written.plan.digest).positions }
        let footprints = zip(drafts, standing).map { draft, positions in
            positions.isEmpty ? footprint(of: draft.written.plan, at: instant) : nil
        }
        return drafts.indices.map { index in
            let own = footprints[index]
            let meets = drafts.indices.compactMap { other -> ListedDraft.Meeting? in
                guard other != index, let own, let shared = footprints[other].map({ own.intersection($0) }),
                    !shared.isEmpty
                else { return nil }
                let register = history.latest
                return ListedDraft.Meeting(
                    other: drafts[other].name,
                    bodies: shared.bodies.compactMap { register.institutions[$0]?.profile.name }.sorted(),
                    sharesAccount: !shared.accounts.isEmpty, sharesPerson: !shared.people.isEmpty,
                    sharesDuty: !shared.duties.isEmpty)
            }
            let waves = drafts[index].written.plan.waves.count
            return ListedDraft(
                draft: drafts[index], decided: standing[index],
                wavesLeft: standing[index].isEmpty ? 0 : waves - standing[index].count, meets: meets)
        }
    }

    /// The names of the open drafts that change a body, its accounts or what is counted there.
    package func drafts(touching id: Institution.ID, at instant: Instant) throws(OfficeFailure) -> [String] {
        try drafts().filter { draft in
            guard history.progress(of: draft.written.plan.digest).positions.isEmpty else { return false }
            let touched = footprint(of: draft.written.plan, at: instant)
            return touched.bodies.contains(id) || touched.accounts.contains { $0.holder.institution == id }
        }.map(\.name)
    }

    private func footprint(of plan: Plan, at instant: Instant) -> Footprint {
        var whole = Footprint()
        for wave in expand(plan, in: history, recorded: today(at: instant)) {
            for step in wave.steps { whole.formUnion(step.footprint) }
        }
        return whole
    }
}
