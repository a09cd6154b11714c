import Reform
import Testing

/// Plans weighed, against means made by hand.
@Suite struct WeighPlansTests {
    private let closed = MeasureWeight(.bodiesClosed, weight: 3, moreIsBetter: true)
    private let moved = MeasureWeight(.peopleMoved, weight: 1, moreIsBetter: false)

    @Test func bestWorstAndBetween() {
        let weighing = weigh(
            [
                [.bodiesClosed: 10, .peopleMoved: 100], [.bodiesClosed: 6, .peopleMoved: 20],
                [.bodiesClosed: 8, .peopleMoved: 60],
            ], by: [closed, moved])
        #expect(weighing.plans.map(\.points) == [[10_000, 0], [0, 10_000], [5_000, 5_000]])
        #expect(weighing.plans.map(\.contributions) == [[7_500, 0], [0, 2_500], [3_750, 1_250]])
        #expect(weighing.plans.map(\.total) == [7_500, 2_500, 5_000])
        #expect(weighing.plans.map(\.rank) == [1, 3, 2])
        #expect(weighing.leftOut.isEmpty)
    }

    @Test func equalValuesDecideNothing() {
        let weighing = weigh([[.bodiesClosed: 4], [.bodiesClosed: 4]], by: [closed])
        #expect(weighing.plans.map(\.total) == [10_000, 10_000])
        #expect(weighing.plans.map(\.rank) == [1, 1])
    }

    @Test func aTieIsATieHoweverItsPartsAreRounded() {
        // The first has a third and two thirds, the second one and nothing: both the same mean.
        let weights = [
            MeasureWeight(.bodiesClosed, weight: 1, moreIsBetter: true),
            MeasureWeight(.peopleMoved, weight: 1, moreIsBetter: true),
        ]
        let weighing = weigh(
            [
                [.bodiesClosed: 1, .peopleMoved: 2], [.bodiesClosed: 3, .peopleMoved: 0],
                [.bodiesClosed: 0, .peopleMoved: 3],
            ], by: weights)
        #expect(weighing.plans.map(\.total) == [5_000, 5_000, 5_000])
        #expect(weighing.plans.map(\.rank) == [1, 1, 1])
    }

    @Test func placesAfterATieAreSkipped() {
        let weighing = weigh([[.bodiesClosed: 5], [.bodiesClosed: 5], [.bodiesClosed: 1]], by: [closed])
        #expect(weighing.plans.map(\.rank) == [1, 1, 3])
    }

    @Test func whatCannotBeToldOfOneCountsForNone() {
        let cost = MeasureWeight(.approvedCost, weight: 96, moreIsBetter: false)
        let weighing = weigh(
            [[.bodiesClosed: 1, .approvedCost: 0], [.bodiesClosed: 2]], by: [closed, cost])
        #expect(weighing.weights == [closed] && weighing.leftOut == [cost])
        #expect(weighing.plans.map(\.rank) == [2, 1])
    }

    @Test func billionsOfYuanFit() {
        let cost = MeasureWeight(.approvedCost, weight: 1_000_000, moreIsBetter: false)
        let weighing = weigh(
            [[.approvedCost: -400_000_000_000], [.approvedCost: 0], [.approvedCost: 400_000_000_000]], by: [cost])
        #expect(weighing.plans.map(\.total) == [10_000, 5_000, 0])
    }
}
