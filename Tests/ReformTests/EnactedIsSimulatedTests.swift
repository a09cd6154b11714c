import AuditComparison
import Basics
import Diagnosis
import NaiveAuditor
import Reform
import Registry
import Testing

/// What is enacted is exactly what was simulated, for ten thousand random plans on a district of more than 300 bodies,
/// and an independent auditor comes to the same register on its own. Nothing is lost on the way, and undone it is as before.
@Suite struct EnactedIsSimulatedTests {
    /// A quarter of the ten thousand each, so that they run side by side.
    @Test(arguments: [11, 12, 13, 14] as [UInt64])
    func tenThousandPlans(seed: UInt64) throws {
        let district = try TestDistrict(seed: seed)
        #expect(district.register.institutions.count >= 300)
        let diagnosis = diagnose(district.register)
        let (auditor, wrongs) = Auditor.audit([PlacedAct(district.opening)])
        #expect(wrongs.isEmpty)
        var plans = RandomPlans(district, seed: seed &+ 100)
        var applied = 0
        var byVerb: [Verb: Int] = [:]
        var source = SeededSource(seed: 3)
        let officers = (Officer.ID(from: &source), Officer.ID(from: &source))
        let recorded = Instant(milliseconds: TestDistrict.recorded.milliseconds + 40 * 86_400_000)
        for index in 0..<2_500 {
            let plan = plans.plan(index)
            let outcome = simulate(
                plan, on: district.history.register(on: plan.day), diagnosis: diagnosis, at: 2,
                recorded: recorded.officeDay)
            for step in outcome.steps where step.problem == nil { byVerb[step.step.action.verb, default: 0] += 1 }
            let lost = losses(from: outcome.before, to: outcome.after, by: outcome.changes)
            #expect(lost.isEmpty, "plan \(index): \(lost.prefix(3))")
            #expect(outcome.refusal == nil, "plan \(index): steps that each apply are refused together")
            guard outcome.applies else { continue }
            applied += 1
            let act = Act(
                command: Identifier(from: &source), document: TestDistrict.document(index + 2), basis: .plan,
                reform: plan.reform, drafter: officers.0, deciders: [officers.1], plan: plan.digest,
                changes: outcome.changes.map { DatedChange(plan.day, $0) })
            let admission = try district.history.judge(act, recorded: recorded)
            guard admission.register.digest == outcome.after.digest else {
                Issue.record("plan \(index): enacted is not what was simulated")
                return
            }
            var second = auditor
            var wrong: [Wrong] = []
            for group in groups(of: [PlacedAct(admission.entry)]) { wrong += second.apply(group) }
            let apart = differences(between: admission.register, and: second)
            guard wrong.isEmpty, apart.isEmpty else {
                Issue.record("plan \(index): the auditor disagrees: \(wrong.prefix(3)) \(apart.prefix(3))")
                return
            }
            // To tell two registers apart in words costs many times what the plan does: every tenth is undone.
            guard index % 10 == 0 else { continue }
            #expect(RestingOutcome(outcome).taken.after.digest == outcome.after.digest, "plan \(index)")
            let day = plan.day.advanced(by: 3)
            let undone = counter(
                admission.entry, before: outcome.before, now: admission.register, on: day, recorded: day, at: 3,
                reason: Digest(sha256: "undo".utf8))
            var again = admission.register
            try again.enact(undone.changes, basis: .counter, reform: plan.reform, on: day, recorded: day, at: 3)
            let changed = Essence(of: again).differences(from: Essence(of: outcome.before))
            guard undone.lost.isEmpty, changed.isEmpty else {
                Issue.record(
                    """
                    plan \(index): not as before it: \(undone.lost.prefix(3)) \(changed.prefix(3)) \
                    \(plan.steps.map(\.action.verb))
                    """)
                return
            }
        }
        #expect(applied >= 1_250, "\(applied) of 2,500 plans apply whole")
        for verb in Verb.allCases { #expect(byVerb[verb, default: 0] >= 125, "\(verb): \(byVerb[verb, default: 0])") }
    }
}
