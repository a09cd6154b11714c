import AuditComparison
import Basics
import Diagnosis
import NaiveAuditor
import Reform
import Registry
import Testing

/// What is enacted is exactly what was simulated, for ten thousand random plans on a district of more than 300 bodies,
/// and an independent auditor comes to the same register on its own.
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
        var byKind: [String: Int] = [:]
        var source = SeededSource(seed: 3)
        let officers = (Officer.ID(from: &source), Officer.ID(from: &source))
        let recorded = Instant(milliseconds: TestDistrict.recorded.milliseconds + 40 * 86_400_000)
        for index in 0..<2_500 {
            let plan = plans.plan(index)
            let outcome = simulate(
                plan, on: district.history.register(on: plan.day), diagnosis: diagnosis, at: 2,
                recorded: recorded.officeDay)
            for step in outcome.steps where step.problem == nil { byKind[kind(of: step.step.action), default: 0] += 1 }
            #expect(outcome.refusal == nil, "plan \(index): steps that each apply are refused together")
            guard outcome.applies else { continue }
            applied += 1
            let act = Act(
                command: Identifier(from: &source), document: TestDistrict.document(index + 2), basis: .plan,
                drafter: officers.0, deciders: [officers.1], plan: plan.digest,
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
        }
        #expect(applied >= 1_250, "\(applied) of 2,500 plans apply whole")
        for kind in Self.kinds { #expect(byKind[kind, default: 0] >= 125, "\(kind): \(byKind[kind, default: 0])") }
    }

    static let kinds = [
        "merge", "abolish", "establish", "rename", "amend", "fund", "moveHeads", "cut", "setPosts", "moveDuties",
        "transfer", "place",
    ]

    private func kind(of action: Action) -> String {
        switch action {
        case .merge: "merge"
        case .abolish: "abolish"
        case .establish: "establish"
        case .rename: "rename"
        case .amend: "amend"
        case .fund: "fund"
        case .moveHeads: "moveHeads"
        case .cut: "cut"
        case .setPosts: "setPosts"
        case .moveDuties: "moveDuties"
        case .transfer: "transfer"
        case .place: "place"
        }
    }
}
