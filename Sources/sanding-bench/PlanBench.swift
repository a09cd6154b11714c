import Basics
import Diagnosis
import Foundation
import Reform
import Registry

extension Bench {
    /// A plan edited by one step, to its whole outcome, in a county.
    static func editedStep(in folder: String) throws {
        let day = Day(number: 18_412)
        let register = try county(bodies: 2000, people: 60_000, day: day)
        let diagnosis = diagnose(register)
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
            precondition(outcome.applies && outcome.measures.count == PlanMeasure.allCases.count)
        }
        say(
            "one edited plan of five mergers to its whole outcome (\(register.institutions.count) bodies, "
                + "\(register.people.count) people): \(timing.line)")
    }
}
