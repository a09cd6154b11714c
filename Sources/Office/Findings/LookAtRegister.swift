import Basics
import Diagnosis
import Norms
import Overlap
import Registry

extension Desk {
    /// The register of a day, or of everything recorded, with what it is looked at by: the numbers of the house and the
    /// rules adopted on that day.
    /// - Parameter today: the day of the rules where nothing is recorded yet.
    package func view(
        on day: Day?, today: Day
    ) throws(OfficeFailure) -> (register: Register, thresholds: Thresholds) {
        var thresholds = Thresholds.standard
        thresholds.day = day ?? history.lastDay
        thresholds.rules = try rulebook(on: thresholds.day ?? today)
        return (day.map(history.register(on:)) ?? register, thresholds)
    }

    /// The whole diagnosis of a register (诊断): what the checks find, with what is known beside the register, and the
    /// duties that are likely to be one matter. Pairs found to be different take no place in that list and stand in
    /// the answer all the same, as dismissed findings do.
    /// - Parameter words: by which duties are compared; those that come with the program when there are no others.
    package func look(
        at register: Register, thresholds: Thresholds, checks: [Check] = Check.all, words: OverlapWords? = nil
    ) throws(OfficeFailure) -> [Finding] {
        let wanted = Set(checks.map(\.code))
        let needsTexts: Set = [
            Check.dutyOverlap.code, Check.unledMatter.code, Check.sharedMatter.code, Check.unconfirmedMatter.code,
        ]
        let duties: DutyComparison? =
            if wanted.isDisjoint(with: needsTexts) { nil } else {
                DutyComparison(of: register, words: try .given(words))
            }
        let facts = try factsBeside(register, comparing: duties)
        let found = diagnose(register, thresholds: thresholds, facts: facts, checks: checks).findings
        guard let duties, wanted.contains(Check.dutyOverlap.code) else { return found }
        let different = try differentDuties(in: register)
        let answered = different.compactMap { Finding(overlapOf: $0, in: register) }
        return (found + duties.findings(in: register, different: different) + answered).sorted()
    }
}
