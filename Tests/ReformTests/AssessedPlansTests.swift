import Basics
import Diagnosis
import Reform
import Registry
import Testing

/// What is said of a plan holds against the two registers looked at whole, for random plans of every kind.
@Suite struct AssessedPlansTests {
    @Test(arguments: [21, 22] as [UInt64])
    func saidAsItIs(seed: UInt64) throws {
        let district = try TestDistrict(seed: seed, institutions: 60)
        let diagnosis = diagnose(district.register)
        var plans = RandomPlans(district, seed: seed &+ 5)
        var changed = 0
        for index in 0..<300 {
            let plan = plans.plan(index)
            let outcome = simulate(
                plan, on: district.history.register(on: plan.day), diagnosis: diagnosis, at: 2,
                recorded: TestDistrict.recorded.officeDay.advanced(by: 40))
            let assessment = Assessment(outcome)
            #expect(Set(assessment.bodies.map(\.id)) == Self.bodiesThatDiffer(outcome), "plan \(index)")
            #expect(Self.balancesMissed(by: assessment).isEmpty, "plan \(index)")
            let away = Self.peopleElsewhere(outcome)
            #expect(assessment.movements.people.reduce(0) { $0 + $1.count } == away.moved, "plan \(index)")
            #expect(assessment.movements.departures.reduce(0) { $0 + $1.count } == away.left, "plan \(index)")
            #expect(assessment.people[.moved].people.count == away.moved, "plan \(index)")
            #expect(assessment.people[.left].people.count == away.left, "plan \(index)")
            let ids = Set(outcome.before.duties.keys)
            let moved = ids.count {
                outcome.after.duties[$0].map { [$0.holder] } != outcome.before.duties[$0].map { [$0.holder] }
            }
            let told = (assessment.value(of: .dutiesMoved) ?? 0) + (assessment.value(of: .dutiesDropped) ?? 0)
            #expect(told == moved, "plan \(index)")
            if !assessment.bodies.isEmpty { changed += 1 }
        }
        #expect(changed > 150, "\(changed)")
    }

    private static func bodiesThatDiffer(_ outcome: Outcome) -> Set<Institution.ID> {
        Set(outcome.before.institutions.keys).union(outcome.after.institutions.keys).filter {
            BodyChange.Snapshot(of: $0, in: outcome.before) != BodyChange.Snapshot(of: $0, in: outcome.after)
        }
    }

    /// Accounts whose difference is not what the flows and exchanges come to.
    private static func balancesMissed(by assessment: Assessment) -> [Account] {
        var told: [Account: Int] = [:]
        for flow in assessment.movements.balances {
            told[Account(flow.from, flow.commodity), default: 0] -= flow.count
            told[Account(flow.to, flow.commodity), default: 0] += flow.count
        }
        for exchange in assessment.movements.exchanges {
            told[Account(exchange.holder, exchange.give), default: 0] -= exchange.count
            told[Account(exchange.holder, exchange.take), default: 0] += exchange.count
        }
        let (before, after) = (assessment.outcome.before, assessment.outcome.after)
        let bodies = Set(before.institutions.keys).union(after.institutions.keys)
        let holders = bodies.map { Holder.institution($0) } + [.districtPool, .turnoverPool, .returned]
        return holders.flatMap { holder in
            let commodities = Set(
                (before.ledger.holdings(of: holder) + after.ledger.holdings(of: holder)).map(\.commodity)
            )
            .union(told.keys.filter { $0.holder == holder }.map(\.commodity))
            return commodities.map { Account(holder, $0) }.filter {
                after.ledger.balance(of: $0) - before.ledger.balance(of: $0) != (told[$0] ?? 0)
            }
        }
    }

    private static func peopleElsewhere(_ outcome: Outcome) -> (moved: Int, left: Int) {
        var moved = 0
        var left = 0
        for (id, person) in outcome.before.people where !person.places.isEmpty {
            let old = Set(person.places.map(\.institution))
            let now = outcome.after.people[id]?.places ?? []
            if now.isEmpty { left += 1 } else if now.contains(where: { !old.contains($0.institution) }) { moved += 1 }
        }
        return (moved, left)
    }
}
