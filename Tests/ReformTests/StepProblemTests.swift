import Basics
import Diagnosis
import Reform
import Registry
import Testing

/// What stands in the way of a step is named, the register is left as it was, and the steps after it are tried.
@Suite struct StepProblemTests {
    private func problem(_ actions: Action...) throws -> StepProblem? {
        let district = try RoadDistrict()
        let plan = Plan(
            name: "试", day: Day(number: 18_443), reform: nil,
            steps: actions.enumerated().map { Step(line: $0.offset + 1, action: $0.element) },
            digest: Digest(sha256: "t".utf8))
        let outcome = simulate(
            plan, on: district.register, diagnosis: diagnose(district.register), at: 2, recorded: plan.day)
        if outcome.steps.count == 1, outcome.steps[0].problem != nil {
            #expect(outcome.after.digest == district.register.digest)
        }
        return outcome.steps.compactMap(\.problem).first
    }

    @Test func unknownBodyWithCandidates() throws {
        #expect(try problem(.rename("公路管里段", to: "甲")) == .unknownBody("公路管里段", candidates: ["测试区公路管理段"]))
    }

    @Test func ambiguousName() throws {
        #expect(
            try problem(.rename("测试区", to: "甲"))
                == .ambiguousBody("测试区", candidates: ["测试区公路管理段", "测试区其他中心"]))
    }

    @Test func aCycleOfMergers() throws {
        let found = try problem(
            .merge(["测试区其他中心"], into: "测试区公路管理段", MergeTerms()),
            .merge(["测试区公路管理段"], into: "测试区其他中心", MergeTerms()))
        #expect(found == .closedBody("测试区其他中心"))
    }

    @Test func intoItself() throws {
        #expect(
            try problem(.merge(["公路管理段"], into: "测试区公路管理段", MergeTerms())) == .repeatedBody("测试区公路管理段"))
    }

    @Test func dutiesWithoutTaker() throws {
        let found = try problem(
            .abolish(
                "公路管理段",
                Disposal(
                    heads: .districtPool, people: "其他中心",
                    duties: [.init(.containing("养护"), taker: "其他中心")])))
        #expect(found == .dutiesWithoutTaker("测试区公路管理段", ["行使路政管理的辅助工作"]))
    }

    @Test func peopleWithoutPlace() throws {
        let found = try problem(
            .abolish("公路管理段", Disposal(heads: .districtPool, duties: [.init(.all, taker: "其他中心")])))
        #expect(found == .peopleWithoutPlace("测试区公路管理段", 8))
    }

    @Test func notEnough() throws {
        #expect(
            try problem(.moveHeads(.institutionSelf, count: 1, from: .body("公路管理段"), to: .districtPool))
                == .notEnoughHeads("测试区公路管理段", asked: 1, there: 0))
        #expect(
            try problem(.transfer(.count(9), from: "公路管理段", to: "其他中心", kind: nil, withHeads: true))
                == .notEnoughPeople("测试区公路管理段", asked: 9, there: 8))
        #expect(
            try problem(.cut("公路管理段", kind: nil, remaining: 9, to: .districtPool, absorb: nil))
                == .notACut("测试区公路管理段", remaining: 9, now: 8))
    }

    @Test func postsBelowThoseInPlace() throws {
        #expect(
            try problem(.setPosts([PostsApproval("公路管理段", [.deputy: 0])]))
                == .absorptionMissing("测试区公路管理段", over: 1))
    }

    @Test func noSuchDuty() throws {
        #expect(
            try problem(.moveDuties(.numbers([2, 9]), of: "公路管理段", to: "其他中心"))
                == .noSuchDuty("测试区公路管理段", .numbers([9])))
    }

    @Test func whatTheRegisterRefusesIsNamed() throws {
        let found = try problem(.transfer(.count(1), from: "公路管理段", to: "其他中心", kind: nil, withHeads: false))
        guard case .refused(let refusal, _)? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(refusal.code == "heads-over-balance")
    }

    @Test func nothingToDo() throws {
        #expect(try problem(.fund("公路管理段", .selfFunded)) == .nothingToDo("公路管理段"))
    }
}
