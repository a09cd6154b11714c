import Basics
import Diagnosis
import Overlap
import Registry

extension Desk {
    /// The whole diagnosis of a register (诊断): what the checks find, with what is known beside the register, and the
    /// duties that are likely to be one matter. Pairs found to be different are not asked again.
    package func look(
        at register: Register, thresholds: Thresholds, checks: [Check] = Check.all, words: OverlapWords = .shipped()
    ) throws(OfficeFailure) -> [Finding] {
        let wanted = Set(checks.map(\.code))
        let needsTexts: Set = [
            Check.dutyOverlap.code, Check.unledMatter.code, Check.sharedMatter.code, Check.unconfirmedMatter.code,
        ]
        let duties = wanted.isDisjoint(with: needsTexts) ? nil : DutyComparison(of: register, words: words)
        let facts = try factsBeside(register, comparing: duties)
        let found = diagnose(register, thresholds: thresholds, facts: facts, checks: checks).findings
        guard let duties, wanted.contains(Check.dutyOverlap.code) else { return found }
        let pairs = duties.findings(in: register)
        let different = try differentDuties(among: pairs)
        // Asked once more only where somebody answered: what stands behind an answered pair moves up.
        let open = different.isEmpty ? pairs : duties.findings(in: register, different: different)
        return (found + open + pairs.filter { $0.duties.map(different.contains) ?? false }).sorted()
    }
}
