import Basics
import Diagnosis
import Norms
import Registry

/// What the office's rules say of one item of one body, before a plan and after it (规则符合情况).
package struct RuleChange: Hashable, Sendable {
    /// Which body.
    package let body: Institution.ID
    /// What the rules say of it as it was; nil when it didn't exist.
    package let before: Verdict?
    /// What they say of it as it is then; nil when it doesn't exist any more.
    package let after: Verdict?

    /// How a body stands to a rule, seen over a plan.
    package enum Effect: CaseIterable, Sendable {
        /// It keeps to the rule before, and has too many after.
        case broken
        /// It has too many before and after.
        case stillBroken
        /// It had too many, and keeps to the rule or is gone after.
        case mended
        /// It has fewer than the rule gives.
        case below
        /// The office decides.
        case discretion
        /// It can't be told after.
        case unknown
        /// It keeps to the rule.
        case kept

        /// The name of the effect.
        package var name: Wording {
            switch self {
            case .broken: Wording(zh: "新突破", en: "newly broken")
            case .stillBroken: Wording(zh: "仍突破", en: "still broken")
            case .mended: Wording(zh: "已理顺", en: "mended")
            case .below: Wording(zh: "不足", en: "below")
            case .discretion: Wording(zh: "需酌情", en: "needs discretion")
            case .unknown: Wording(zh: "无法判断", en: "cannot tell")
            case .kept: Wording(zh: "符合", en: "kept")
            }
        }
    }

    /// How the body stands to the rule.
    package var effect: Effect {
        let wasOver = before.map { $0.standing.group == .over } ?? false
        switch after?.standing.group {
        case .over: return wasOver ? .stillBroken : .broken
        case .cannotTell: return .unknown
        case .needsDiscretion: return .discretion
        case .under: return wasOver ? .mended : .below
        case nil, .agrees, .noRule: return wasOver ? .mended : .kept
        }
    }

    /// The verdict to be read: the later one where there is one.
    package var verdict: Verdict? { after ?? before }
}

extension Outcome {
    /// What the rules that the diagnosis went by say of the bodies touched and those planned, by body and item; nil when
    /// the office has adopted none. Items without a rule before and after are left out.
    package func ruleChanges(of touching: Touching) -> [RuleChange]? {
        guard let rules = diagnosisBefore.thresholds.rules, !rules.packs.isEmpty || !rules.missing.isEmpty
        else { return nil }
        // The register keeps no figures of these two, so that nothing can be compared.
        let items = rules.items.filter { $0 != .unitLeaders && $0 != .smallBody }
        let bodies = touching.institutions.filter { holdsAccounts($0, in: before) || holdsAccounts($0, in: after) }
        return bodies.sorted().flatMap { id -> [RuleChange] in
            let earlier = holdsAccounts(id, in: before) ? verdicts(on: items, for: id, in: before, by: rules) : []
            let later = holdsAccounts(id, in: after) ? verdicts(on: items, for: id, in: after, by: rules) : []
            return items.compactMap { item in
                let change = RuleChange(
                    body: id, before: earlier.first { $0.item == item }, after: later.first { $0.item == item })
                let groups = [change.before, change.after].compactMap { $0?.standing.group }
                return groups.allSatisfy { $0 == .noRule } ? nil : change
            }
        }
    }

    private func holdsAccounts(_ id: Institution.ID, in register: Register) -> Bool {
        register.institutions[id].map { $0.isActive && $0.profile.type.holdsAccounts } ?? false
    }
}
