import Basics
import Diagnosis
import Foundation
import Reform
import Registry

extension Bench {
    /// A plan of three hundred steps on a county, brought to the register of now after two hundred daily Acts; and ten
    /// such plans held open with their outcomes.
    static func rebasing(in folder: String) throws {
        let county = try County()
        var changed = 0
        let timing = Timing(runs: 20) { run in
            let rebased = rebase(
                county.plans[run % 10], from: 1, in: county.history, recorded: county.day.advanced(by: 60))
            changed = rebased.steps.count { !$0.isUnchanged }
        }
        say(
            "rebase of 300 steps over \(county.history.position - 1) Acts, \(changed) steps not unchanged "
                + "(\(county.size)): \(timing.line)")
        // What counts is what is held, so each way of holding is measured in a process of its own.
        for holding in Holding.allCases {
            try inItsOwnProcess(["--open-plans", holding.rawValue])
        }
    }

    /// What an open plan holds.
    enum Holding: String, CaseIterable {
        case whole, resting
    }

    /// Ten plans held open, whole or put aside; and how long it takes to take one up again.
    static func report(holding: Holding) throws {
        let county = try County()
        let diagnosis = diagnose(county.history.register(on: county.day.advanced(by: 60)))
        func outcome(of plan: Plan) -> Outcome {
            simulate(plan, in: county.history, recorded: plan.day) { _, _ in diagnosis }
        }
        let warm = outcome(of: county.plans[0])
        let empty = residentMemory()
        var held: [Any] = []
        for plan in county.plans {
            let outcome = outcome(of: plan)
            switch holding {
            case .whole: held.append(outcome)
            case .resting: held.append(RestingOutcome(outcome))
            }
        }
        let used = residentMemory() - empty
        precondition(held.count == 10 && warm.steps.count == 300)
        say(
            "ten open plans of 300 steps, \(warm.changes.count) changes each, "
                + (holding == .whole ? "whole, with the registers after them" : "put aside")
                + String(format: " (%@): %.1f MiB", county.size, used))
        let resting = held.compactMap { $0 as? RestingOutcome }
        guard !resting.isEmpty else { return }
        let timing = Timing(runs: 20) { run in precondition(resting[run % 10].taken.applies) }
        say("a plan put aside is taken up: \(timing.line)")
    }

    /// A county after two hundred daily Acts, and ten plans of three hundred mergers drafted before them.
    private struct County {
        let day = Day(number: 18_412)
        let history: History
        let plans: [Plan]
        let size: String

        init() throws {
            var history = History(jurisdiction: "339981")
            try admit(countyChanges(bodies: 2000, people: 60_000), .opening, on: day, into: &history)
            let register = history.latest
            let names = register.institutions.values.filter { $0.profile.type == .publicInstitution }
                .map(\.profile.name).sorted()
            let day = day
            plans = (0..<10).map { number in
                Plan(
                    name: "bench \(number)", day: day.advanced(by: 60), reform: nil,
                    steps: (0..<300).map { step in
                        let place = (number * 41 + step * 2) % (names.count - 1)
                        return Step(
                            line: step + 1, action: .merge([names[place]], into: names[place + 1], MergeTerms()))
                    }, digest: Digest(sha256: "rebase \(number)".utf8))
            }
            for number in 0..<200 {
                let bodies = names.indices.filter { $0 % 17 == number % 17 }
                let body = register.institution(named: names[bodies[number % bodies.count]])
                guard let body, let person = history.latest.presence(of: body.id).staff.min() else { continue }
                try admit(
                    [.leave(person, body.id, .institutionFull, .retirement)], .daily,
                    on: day.advanced(by: 1 + number / 10), into: &history)
            }
            size = "\(register.institutions.count) bodies, \(register.people.count) people"
            self.history = history
        }
    }

    private static func admit(
        _ changes: [Change], _ basis: Act.Basis, on day: Day, into history: inout History
    ) throws {
        var source = SeededSource(seed: UInt64(history.position) + 40)
        guard let citation = Citation(issuer: "样编", year: 2020, number: history.position + 1) else { return }
        let act = Act(
            command: Identifier(from: &source), document: Document(citation: citation, title: .none, decided: day),
            basis: basis, drafter: Identifier(from: &source), changes: changes.map { DatedChange(day, $0) })
        let recorded = Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(history.position) * 1000)
        history.accept(try history.judge(act, recorded: recorded))
    }
}
