import Basics
import Diagnosis
import Foundation
import Norms
import Papers
import Reform
import Registry

extension Bench {
    /// A plan edited by one step, to its whole outcome and what is asked of it, in a county that goes by a rule pack.
    static func editedStep(in folder: String) throws {
        let day = Day(number: 18_412)
        let register = try county(bodies: 2000, people: 60_000, day: day)
        let pack = ShippedPack.text(of: "province-leader-posts").flatMap { readRulePack($0).pack }
        var thresholds = Thresholds.standard
        thresholds.rules = pack.map { Rulebook([Adoption($0, on: day)], on: day) }
        let diagnosis = diagnose(register, thresholds: thresholds)
        let names = register.institutions.values.filter { $0.profile.type == .publicInstitution }.map(\.profile.name)
            .sorted()
        let timing = Timing(runs: 300) { run in
            let steps = (0..<5).map { step in
                Step(
                    line: step + 1,
                    action: .merge(
                        [names[(run * 10 + step * 2) % names.count]],
                        into: names[(run * 10 + step * 2 + 1) % names.count],
                        MergeTerms()))
            }
            let plan = Plan(
                name: "bench", day: day.advanced(by: 1), reform: nil, steps: steps,
                digest: Digest(sha256: "\(run)".utf8))
            let outcome = simulate(plan, on: register, diagnosis: diagnosis, at: 2, recorded: plan.day)
            precondition(outcome.applies && Assessment(outcome).value(of: .rulesBroken) != nil)
        }
        say(
            "one edited plan of five mergers to its whole outcome (\(register.institutions.count) bodies, "
                + "\(register.people.count) people): \(timing.line)")
    }
}
