import Consolidation
import Solver
import Testing

/// One principle a test, each with the merger it forbids or asks for.
@Suite struct PrinciplesTests {
    private let alike = [Affinity(0, 1, points: 100), Affinity(1, 2, points: 100), Affinity(0, 2, points: 100)]

    private func groups(_ change: (inout Instance) -> Void) throws -> [[Int]] {
        var instance = Instance(
            bodies: [Candidate(size: 4, people: 5), Candidate(size: 5, people: 3), Candidate(size: 6, people: 2)],
            affinities: alike)
        change(&instance)
        return try consolidate(instance, seed: 1, work: 500_000, solvers: .coin).grouping.groups
    }

    @Test func allThree() throws { #expect(try groups { _ in } == [[0, 1, 2]]) }
    @Test func classes() throws { #expect(try groups { $0.bodies[0].classNumber = 1 } == [[0], [1, 2]]) }
    @Test func number() throws { #expect(try groups { $0.limits.most = 2 }.count == 2) }
    @Test func largestIncluded() throws { #expect(try groups { $0.limits.largest = 15 }.count == 1) }
    @Test func largestExceeded() throws { #expect(try groups { $0.limits.largest = 14 }.count == 2) }
    @Test func apart() throws { #expect(try groups { $0.apart = [BodyPair(0, 2)] }.count == 2) }

    @Test func together() throws {
        #expect(
            try groups {
                $0.affinities = [Affinity(0, 1, points: -1000)]
                $0.together = [BodyPair(1, 0)]
            }.contains { $0.contains(0) && $0.contains(1) })
    }

    @Test func supervisors() throws {
        func under(_ numbers: [Int], _ reach: Reach) throws -> [[Int]] {
            try groups {
                for index in 0..<3 { $0.bodies[index].supervisor = numbers[index] }
                $0.reach = reach
            }
        }
        #expect(try under([0, 0, 1], .neighbours([])) == [[0, 1], [2]])
        #expect(try under([0, 0, 1], .neighbours([BodyPair(1, 0)])) == [[0, 1, 2]])
        #expect(try under([0, 1, 2], .neighbours([BodyPair(1, 0)])) == [[0, 1], [2]])
        #expect(try under([0, 1, 2], .anywhere) == [[0, 1, 2]])
    }

    /// Of two that stay, neither goes into the other.
    @Test func keptBodies() throws {
        let found = try groups {
            $0.bodies[0].mayEnd = false
            $0.bodies[2].mayEnd = false
        }
        #expect(found.count == 2 && !found.contains { $0.contains(0) && $0.contains(2) })
    }

    @Test func whoTakesOver() {
        var instance = Instance(
            bodies: [Candidate(size: 4, people: 5), Candidate(size: 9, people: 3), Candidate(size: 6, people: 2)])
        #expect(instance.taker(of: [0, 1, 2]) == 0)
        instance.bodies[1].standing = 1
        #expect(instance.taker(of: [0, 1, 2]) == 1)
        instance.bodies[2].mayEnd = false
        #expect(instance.taker(of: [0, 1, 2]) == 2)
        #expect(instance.appraisal(of: [0, 1, 2]).moved == 8)
    }

    /// Posts go by size, keep one chief, and never rise above what there was.
    @Test func postsOnlyFall() {
        var instance = Instance(
            bodies: [Candidate(size: 10), Candidate(size: 10)],
            limits: Limits(posts: PostSteps(least: 1, steps: [11, 20])))
        func posts() -> Int { instance.appraisal(of: [0, 1]).posts }
        #expect(posts() == 3)
        instance.bodies[0].posts = LeaderPosts(chiefs: 1, deputies: 0)
        #expect(posts() == 3)
        instance.bodies[1].posts = LeaderPosts(chiefs: 1, deputies: 1)
        #expect(posts() == 2)
        instance.bodies[1].posts = LeaderPosts(chiefs: 1, deputies: 9)
        #expect(posts() == 3)
        #expect(instance.appraisal(of: [1]).posts == 10)
    }

    @Test func contradictions() {
        func refusal(_ instance: Instance) -> Contradiction? {
            do { _ = try consolidate(instance, seed: 1, work: 1, solvers: nil) } catch { return error }
            return nil
        }
        let two = [Candidate(size: 3), Candidate(size: 3, classNumber: 1)]
        #expect(refusal(Instance(bodies: two, together: [BodyPair(0, 1)])) == .cannotBeTogether([0, 1]))
        #expect(refusal(Instance(bodies: two, apart: [BodyPair(0, 2)])) == .noSuchPair(BodyPair(0, 2)))
        #expect(refusal(Instance(bodies: two, apart: [BodyPair(1, 1)])) == .noSuchPair(BodyPair(1, 1)))
        #expect(
            refusal(Instance(bodies: two, affinities: [Affinity(0, 1, points: 1), Affinity(1, 0, points: 2)]))
                == .saidTwice(BodyPair(0, 1)))
        #expect(refusal(Instance(bodies: two, goals: Goals(body: -1))) == .negativeGoal)
        #expect(refusal(Instance(bodies: two, goals: Goals(body: .max))) == .tooLarge)
    }

    /// Where a body would go instead, and what that costs.
    @Test func nextBest() throws {
        let instance = Instance(
            bodies: (0..<4).map { _ in Candidate(size: 5) },
            affinities: [Affinity(0, 1, points: 50), Affinity(1, 2, points: 30), Affinity(2, 3, points: 50)],
            limits: Limits(most: 3), goals: Goals(body: 10, post: 0))
        let grouping = Grouping([[0, 1], [2, 3]])
        // Beside 2 and 3 it gains 30 for 50 lost; as many bodies remain.
        #expect(instance.nextBest(of: 1, in: grouping) == NextBest(body: 1, place: [2, 3], cost: 20))
        #expect(instance.nextBest(of: 0, in: grouping) == NextBest(body: 0, place: [2, 3], cost: 50))
        #expect(instance.nextBest(of: 0, in: Grouping([[0, 1, 2], [3]])) == NextBest(body: 0, place: [3], cost: 50))
    }

    /// In the best grouping no single move gains.
    @Test(arguments: 0..<40) func bestLeavesNothingToMove(seed: UInt64) throws {
        var source = Draw(state: seed &+ 9000)
        let instance = randomInstance(bodies: 8, from: &source)
        guard let result = try? consolidate(instance, seed: 1, work: 3_000_000, solvers: .coin), result.isProven else {
            return
        }
        for body in instance.bodies.indices {
            #expect(instance.nextBest(of: body, in: result.grouping).map { $0.cost >= 0 } ?? true)
        }
    }
}
