import Consolidation
import Samples
import Solver
import Testing

@Suite struct ConsolidateTests {
    /// Every partition looked at says the same.
    @Test(arguments: 0..<400) func bestOfEverySmallInstance(seed: UInt64) throws {
        var source = Draw(state: seed)
        let instance = randomInstance(bodies: 1 + Int(seed % 8), from: &source)
        let result: Regrouping
        do throws(Contradiction) {
            result = try consolidate(instance, seed: seed, work: 3_000_000, solvers: .coin)
        } catch {
            guard case .cannotBeTogether = error else { throw error }
            #expect(bestOfAll(instance) == nil)
            return
        }
        guard let best = bestOfAll(instance) else {
            #expect(!result.unplaced.isEmpty || !instance.breaches(of: result.grouping).isEmpty)
            return
        }
        #expect(instance.breaches(of: result.grouping).isEmpty)
        #expect(naivePoints(result.grouping.groups, instance) == result.points)
        #expect(result.points == best)
        #expect(result.isProven && result.bound == best)
    }

    /// What others found with other means: 290, 611, 820; and 3637 and more where they came to no end.
    @Test(arguments: [(12, 290), (16, 611), (20, 820), (40, 1956), (80, 3637), (200, 8850)])
    func knownInstances(bodies: Int, best: Int) throws {
        let instance = mergerSample(bodies: bodies, seed: 11)
        let result = try consolidate(instance, seed: 3, work: 30_000_000, solvers: .coin)
        #expect(result.points == best)
        #expect(result.isProven)
        #expect(instance.breaches(of: result.grouping).isEmpty)
        #expect(naivePoints(result.grouping.groups, instance) == best)
    }

    /// Where every merger is allowed.
    @Test func oneClassOfAll() throws {
        let instance = mergerSample(bodies: 40, seed: 11, classes: 1)
        let result = try consolidate(instance, seed: 5, work: 30_000_000, solvers: .coin)
        #expect(result.isProven)
        #expect(naivePoints(result.grouping.groups, instance) == result.points)
    }

    @Test func sameSeedSameAnswer() throws {
        let instance = mergerSample(bodies: 60, seed: 7, classes: 1)
        let one = try consolidate(instance, seed: 9, work: 1_500_000, solvers: .coin)
        let other = try consolidate(instance, seed: 9, work: 1_500_000, solvers: .coin)
        #expect(one.grouping == other.grouping)
        #expect(one.bound == other.bound)
        #expect(one.work == other.work)
        #expect(one.columns == other.columns)
    }

    /// Stopped by a clock, the answer comes again from the work it had done.
    @Test(arguments: [1, 3, 8, 14]) func stoppedKeepsTheBest(looks: Int) throws {
        let instance = mergerSample(bodies: 100, seed: 4, classes: 1)
        var seen: [SearchProgress] = []
        let stopped = try consolidate(instance, seed: 2, work: .max, solvers: .coin) { progress in
            seen.append(progress)
            return seen.count < looks
        }
        #expect(seen.count == looks)
        #expect(stopped.wasStopped)
        #expect(seen.allSatisfy { $0.points <= stopped.points })
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.points <= $1.points })
        #expect(stopped.bound.map { $0 >= stopped.points } ?? true)
        #expect(stopped.grouping.groups.flatMap(\.self).sorted() == Array(0..<100))
        let again = try consolidate(instance, seed: 2, work: stopped.work, solvers: .coin)
        #expect(again.grouping == stopped.grouping)
        #expect(again.work == stopped.work)
        #expect(again.bound == stopped.bound)
    }

    /// At whatever work it stops, the bound stays above what is best.
    @Test func boundNeverBelowTheBest() throws {
        let instance = mergerSample(bodies: 80, seed: 11)
        var bounds: [Int] = []
        _ = try consolidate(instance, seed: 1, work: .max, solvers: .coin) { progress in
            if let bound = progress.bound { bounds.append(bound) }
            return true
        }
        #expect(bounds.allSatisfy { $0 >= 3637 })
    }

    @Test func withoutSolversNoBound() throws {
        let instance = mergerSample(bodies: 20, seed: 11)
        let result = try consolidate(instance, seed: 1, work: 400_000, solvers: nil)
        #expect(result.bound == nil)
        #expect(result.wasStopped)
        #expect(result.points == 820)
    }

    @Test func nothingToGroup() throws {
        let empty = try consolidate(Instance(bodies: []), seed: 1, work: 1000, solvers: .coin)
        #expect(empty.grouping.groups.isEmpty && empty.isProven)
        let alone = try consolidate(Instance(bodies: [Candidate(size: 4)]), seed: 1, work: 1000, solvers: .coin)
        #expect(alone.grouping.groups == [[0]] && alone.points == -6)
    }

    /// A body that nobody may take in, below a size that must be kept, is said.
    @Test func noPlace() throws {
        let instance = Instance(
            bodies: [
                Candidate(size: 10), Candidate(size: 9), Candidate(size: 3, classNumber: 1),
            ], limits: Limits(smallest: 12))
        let result = try consolidate(instance, seed: 1, work: 200_000, solvers: .coin)
        #expect(result.grouping.groups == [[0, 1], [2]])
        #expect(result.unplaced == [2])
        #expect(!result.isProven)
    }

    /// No group that may be is worth more than the prices of its bodies: every one is looked at.
    @Test(arguments: [(20, nil), (40, nil), (24, 1)] as [(Int, Int?)]) func pricesHold(bodies: Int, classes: Int?)
        throws
    {
        let instance = mergerSample(bodies: bodies, seed: 11, classes: classes)
        let result = try consolidate(instance, seed: 1, work: 30_000_000, solvers: .coin)
        let prices = try #require(result.prices)
        #expect(prices.reduce(0, +) >= result.points << 16)
        #expect(dearest(instance, prices) <= 0)
    }

    /// The same where posts are capped, moves cost, and small bodies have their price.
    @Test(arguments: 0..<12) func pricesHoldUnderAllPrinciples(seed: UInt64) throws {
        var source = Draw(state: seed &+ 500)
        var instance = randomInstance(bodies: 18, from: &source)
        instance.together = []
        instance.limits.most = 4
        let result = try consolidate(instance, seed: 1, work: 400_000, solvers: .coin)
        guard let prices = result.prices else { return }
        #expect(dearest(instance, prices) <= 0)
    }

    /// How much a group is worth above the prices of its bodies, at most.
    private func dearest(_ instance: Instance, _ prices: [Int]) -> Int {
        var most = Int.min
        func extend(_ group: [Int], from next: Int) {
            if !group.isEmpty, let points = naivePoints([group], instance) {
                most = max(most, points << 16 - group.reduce(0) { $0 + prices[$1] })
            }
            guard group.count < instance.limits.most else { return }
            for body in next..<max(next, instance.bodies.count) { extend(group + [body], from: body + 1) }
        }
        extend([], from: 0)
        return most
    }
}
