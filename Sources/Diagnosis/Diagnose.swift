import Registry

/// Looks at all of a register.
/// - Parameters:
///   - thresholds: the numbers to go by.
///   - facts: what is known of the people beside the register.
///   - checks: what to look for; those of this house unless said otherwise.
package func diagnose(
    _ register: Register, thresholds: Thresholds = .standard, facts: Facts = .none, checks: [Check] = Check.all
) -> Findings {
    let works = WorkIndex(of: register, thresholds)
    var diagnosis = Findings(thresholds: thresholds, facts: facts, checks: checks, works: works)
    Scope.forEachPart(of: register, facts: facts, works: works) {
        diagnosis.add(look(at: $0, of: register, thresholds, checks))
    }
    return diagnosis
}

extension Findings {
    /// The diagnosis of a register that came out of the one diagnosed here; equal to diagnosing it anew, at the cost of
    /// what was touched.
    /// - Parameters:
    ///   - old: the register that was diagnosed.
    ///   - new: the register that came out of it.
    ///   - touching: what the changes between the two touched, from `subjects(of:in:)`.
    ///   - known: what is now known of the people beside the register; nil when that is what it was.
    package func updated(
        from old: Register, to new: Register, touching: Touching, facts known: Facts? = nil
    ) -> Findings {
        let known = known ?? facts
        if touching.isEverything { return diagnose(new, thresholds: thresholds, facts: known, checks: checks) }
        var wide = touching.spread(from: old, to: new)
        var after = self
        if known != facts {
            wide.people.formUnion(known.badIdentityNumbers.symmetricDifference(facts.badIdentityNumbers))
            let matters = Set(known.likelyHolders.keys).union(facts.likelyHolders.keys)
            wide.matters.formUnion(matters.filter { known.likelyHolders[$0] != facts.likelyHolders[$0] })
            after.facts = known
        }
        wide.institutions.formUnion(after.works.refile(wide.institutions, in: new, thresholds))
        after.forget(wide.subjects)
        let scope = Scope(wide, in: new, facts: known, works: after.works)
        after.add(look(at: scope, of: new, thresholds, checks))
        return after
    }
}

private func look(
    at scope: Scope, of register: Register, _ thresholds: Thresholds, _ checks: [Check]
) -> [Finding] {
    checks.compactMap(\.look).flatMap { $0(register, scope, thresholds) }
}
