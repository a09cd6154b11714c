import Basics
import Registry

/// Merges that the smallness of bodies under one supervisor suggests (小散弱归并建议).
package struct MergeSuggestion: Sendable {
    /// The supervisor they have in common.
    package let supervisor: Institution
    /// The small bodies that would end.
    package let sources: [Institution]
    /// The body that would take them over.
    package let target: Institution
}

/// How small bodies are brought together.
package enum MergeStyle: String, CaseIterable, Sendable {
    /// Into the largest body of the same supervisor, class and funding.
    case absorb
    /// With one another, into the largest of the small ones.
    case together
}

/// Suggests mergers of the small bodies of each supervisor: bodies of the same class and funding only, since to
/// mix them would change kinds of heads; schools and hospitals, which have a stage, classes or beds, are left alone.
/// - Parameters:
///   - threshold: a body with at most so many approved heads is small; the number is a local rule.
///   - supervisor: only bodies under this one, or all when nil.
package func suggestMergers(
    in register: Register, threshold: Int, style: MergeStyle, supervisor: Institution.ID? = nil
) -> [MergeSuggestion] {
    var bySupervisor: [Institution.ID: [Institution]] = [:]
    for body in register.institutions.values where body.isActive && body.profile.type == .publicInstitution {
        guard let above = body.profile.supervisor, supervisor == nil || above == supervisor, body.lock == nil,
            !body.profile.facts.contains(where: { [.stage, .classes, .pupils, .beds].contains($0.measure) }),
            register.approvedHeads(of: body.id) != nil, !register.ledger.isUnknown(.posts, of: body.id)
        else { continue }
        bySupervisor[above, default: []].append(body)
    }
    var suggestions: [MergeSuggestion] = []
    for (above, bodies) in bySupervisor {
        guard let supervisor = register.institutions[above] else { continue }
        for group in Dictionary(grouping: bodies, by: { Likeness($0.profile) }).values {
            // The largest first; among equals the one whose name comes first, so that the answer is always the same.
            let sorted = group.sorted { one, other in
                let sizes = (register.approvedHeads(of: one.id) ?? 0, register.approvedHeads(of: other.id) ?? 0)
                return sizes.0 == sizes.1 ? one.profile.name < other.profile.name : sizes.0 > sizes.1
            }
            let small = sorted.filter { (register.approvedHeads(of: $0.id) ?? 0) <= threshold }
            let target = style == .absorb ? sorted.first : small.first
            guard let target else { continue }
            let sources = small.filter { $0.id != target.id && canMove($0, in: register) }
            guard !sources.isEmpty else { continue }
            suggestions.append(MergeSuggestion(supervisor: supervisor, sources: sources, target: target))
        }
    }
    return suggestions.sorted {
        ($0.supervisor.profile.name, $0.target.profile.name) < ($1.supervisor.profile.name, $1.target.profile.name)
    }
}

private struct Likeness: Hashable {
    let category: InstitutionCategory?
    let funding: Funding?

    init(_ profile: Profile) {
        category = profile.category
        funding = profile.funding
    }
}

private func canMove(_ body: Institution, in register: Register) -> Bool {
    !register.presence(of: body.id).staff.contains { register.people[$0]?.isDisputed ?? false }
}
