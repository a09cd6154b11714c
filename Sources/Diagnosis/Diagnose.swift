import Registry

/// Looks at all of a register.
/// - Parameters:
///   - thresholds: the numbers to go by.
///   - checks: what to look for; those of this house unless said otherwise.
package func diagnose(
    _ register: Register, thresholds: Thresholds = .standard, checks: [Check] = Check.all
) -> Findings {
    var diagnosis = Findings(thresholds: thresholds, checks: checks)
    Scope.forEachPart(of: register) { diagnosis.add(look(at: $0, of: register, thresholds, checks)) }
    return diagnosis
}

extension Findings {
    /// The diagnosis of a register that came out of the one diagnosed here; equal to diagnosing it anew, at the cost of
    /// what was touched.
    /// - Parameters:
    ///   - old: the register that was diagnosed.
    ///   - new: the register that came out of it.
    ///   - touching: what the changes between the two touched, from `subjects(of:in:)`.
    package func updated(from old: Register, to new: Register, touching: Touching) -> Findings {
        if touching.isEverything { return diagnose(new, thresholds: thresholds, checks: checks) }
        let wide = touching.spread(from: old, to: new)
        var after = self
        after.forget(wide.subjects)
        after.add(look(at: Scope(wide, in: new), of: new, thresholds, checks))
        return after
    }
}

private func look(
    at scope: Scope, of register: Register, _ thresholds: Thresholds, _ checks: [Check]
) -> [Finding] {
    checks.flatMap { $0.look(register, scope, thresholds) }
}
