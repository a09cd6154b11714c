import Basics
import Reform
import Registry
import Testing

/// What a plan costs in a year, against sums made by hand.
@Suite struct BudgetTests {
    private let day = SmallDistrict.day

    private func effect(_ steps: [Action], _ rates: [BudgetRate]) throws -> BudgetEffect {
        let outcome = try SmallDistrict().outcome(steps)
        #expect(outcome.applies)
        return outcome.budgetEffect(of: outcome.touching, by: try BudgetRates(rates))
    }

    private func rate(_ kind: EstablishmentKind, _ yuan: Int) -> BudgetRate {
        BudgetRate(of: .heads(kind), yuan: yuan, from: day)
    }

    @Test func approvedAndOccupiedBeforeAndAfter() throws {
        let effect = try effect(
            SmallDistrict.reform,
            [
                rate(.institutionFull, 100_000), rate(.institutionSelf, 30_000),
                BudgetRate(of: .leader(.chief), yuan: 1_000, from: day),
            ])
        #expect(
            effect.lines.map(\.kind) == [
                .heads(.institutionFull), .heads(.institutionSelf), .leader(.chief), .leader(.deputy),
            ])
        // Full: twelve approved heads become eleven, and four of the office come to it; eleven people become thirteen.
        let full = effect.lines[0]
        #expect(full.approved.before == 12 && full.approved.after == 15)
        #expect(full.occupied.before == 11 && full.occupied.after == 13)
        #expect(full.yuan(full.approved.wholeBefore) == 1_200_000)
        #expect(effect.lines[1].approved.change == -4 && effect.lines[1].occupied.change == -2)
        #expect(effect.lines[2].approved.change == -1 && effect.lines[2].occupied.change == -1)
        #expect(effect.approvedChange == 300_000 - 120_000 - 1_000)
        #expect(effect.occupiedChange == 200_000 - 60_000 - 1_000)
        // Deputies have no rate and don't change, so nothing is missing.
        #expect(effect.kindsWithoutRate.isEmpty)
    }

    @Test func anUnknownRateIsNoZero() throws {
        let effect = try effect(SmallDistrict.reform, [rate(.institutionFull, 100_000)])
        #expect(effect.approvedChange == nil && effect.occupiedChange == nil)
        #expect(effect.kindsWithoutRate == [.heads(.institutionSelf)])
        #expect(effect.lines[1].yuan(4) == nil && effect.lines[1].yuan(0) == 0)
    }

    @Test func whatIsUnknownAndDoesNotMoveChangesNothing() throws {
        let effect = try effect(
            [.rename("丙站", to: "丙所"), .amend("甲站", [.supervisor("乙局")])], [rate(.institutionFull, 100_000)])
        let full = effect.lines[0]
        #expect(full.approved.before == 3 && full.approved.unknownBefore == 1 && full.approved.unknownAfter == 1)
        #expect(full.approved.wholeBefore == nil && full.yuan(full.approved.wholeBefore) == nil)
        #expect(effect.approvedChange == 0)
    }

    @Test func theRateOfTheDay() throws {
        let rates = try BudgetRates([
            BudgetRate(of: .heads(.worker), yuan: 1, from: day, to: day.advanced(by: 9)),
            BudgetRate(of: .heads(.worker), yuan: 2, from: day.advanced(by: 10)),
        ])
        #expect(rates.rate(of: .heads(.worker), on: day.advanced(by: -1)) == nil)
        #expect(rates.rate(of: .heads(.worker), on: day)?.yuan == 1)
        #expect(rates.rate(of: .heads(.worker), on: day.advanced(by: 9))?.yuan == 1)
        #expect(rates.rate(of: .heads(.worker), on: day.advanced(by: 10))?.yuan == 2)
        #expect(rates.rate(of: .heads(.administrative), on: day) == nil)
    }

    @Test func twoRatesOnOneDayAreNamed() throws {
        let one = BudgetRate(of: .heads(.worker), yuan: 1, from: day, to: day.advanced(by: 10))
        let other = BudgetRate(of: .heads(.worker), yuan: 2, from: day.advanced(by: 10))
        #expect(throws: OverlappingRates(first: one, second: other)) { try BudgetRates([one, other]) }
        #expect(throws: Never.self) { try BudgetRates([one, BudgetRate(of: .leader(.chief), yuan: 2, from: day)]) }
    }
}
