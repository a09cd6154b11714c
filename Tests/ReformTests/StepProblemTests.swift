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

    @Test func everythingIsSaidAtOnce() throws {
        let found = try problem(.abolish("公路管理段", Disposal(children: "没有的局", plates: "没有的中心")))
        #expect(
            found?.parts.map(\.code) == ["duties-without-taker", "people-without-place", "unknown-body"],
            "\(found as Any)")
        let words = try #require(found?.wording)
        #expect(words.zh.contains("3项职责") && words.zh.contains("8名人员") && words.zh.contains("没有的中心"))
        #expect(words.en.contains("3 duties") && words.en.contains("8 people"))
    }

    @Test func bothNamesOfAStepAreLookedAt() throws {
        let found = try problem(.moveDuties(.all, of: "没有的甲", to: "没有的乙"))
        #expect(found?.parts.map(\.code) == ["unknown-body", "unknown-body"])
    }

    @Test func aSplitAsksForWhatIsNamedNowhere() throws {
        let found = try problem(
            .split(
                "公路管理段",
                [
                    SplitPart(
                        "测试区路政中心", new: Establishment(), anyHeads: 3, people: .count(3), duties: [.containing("路政")]),
                    SplitPart("其他中心", duties: [.numbers([1])]),
                ]))
        #expect(
            found?.parts.map(\.code) == ["duties-without-taker", "heads-without-taker", "people-without-place"])
        #expect(found?.parts.contains(.headsWithoutTaker("测试区公路管理段", 5)) == true)
        #expect(found?.parts.contains(.peopleWithoutPlace("测试区公路管理段", 5)) == true)
    }

    @Test func outsideMeansOutside() throws {
        #expect(try problem(.hiveOff(.all, of: "公路管理段", to: "其他中心")) == .notOutside("测试区其他中心"))
        #expect(try problem(.hiveOff(.all, of: "公路管理段", to: "养护公司")) == nil)
        // A body managed from above that stands in no register yet is set up as such, and takes duties.
        #expect(
            try problem(
                .establish("测试市管分局", Establishment(type: .managedFromAbove)),
                .hiveOff(.numbers([2]), of: "公路管理段", to: "测试市管分局")) == nil)
    }

    @Test func whereTheyWorkDecidesHowTheyArePlaced() throws {
        #expect(
            try problem(.place(of: "公路管理段", workingAt: "养护公司", .moveWithHeads)) == .holdsNoHeads("测试公路养护公司"))
    }

    @Test func aLockNeedsItsReform() throws {
        #expect(try problem(.lock(["公路管理段"])) == .missing("改革文件"))
    }

    @Test func lentHeadsComeFromTheTurnoverPool() throws {
        let until = Day(number: 19_000)
        #expect(
            try problem(.lend(.institutionFull, count: 2, to: "其他中心", until: until))
                == .notEnoughHeads("周转池", asked: 2, there: 0))
        #expect(
            try problem(
                .moveHeads(.institutionFull, count: 2, from: .grant, to: .turnoverPool),
                .lend(.institutionFull, count: 2, to: "其他中心", until: until),
                .giveBack("其他中心", kind: nil, count: 1)) == nil)
        #expect(
            try problem(.giveBack("其他中心", kind: nil, count: nil)) == .notEnoughHeads("测试区其他中心", asked: 1, there: 0))
    }

    @Test func aMatterHasOneLead() throws {
        let first = Sharing("养护", parts: [.init("公路管理段", .lead, duty: .numbers([1]))])
        #expect(
            try problem(
                .share(first), .stateDuties("其他中心", ["协助养护"]), .share(Sharing("养护", parts: [.init("其他中心", .lead)])))
                == .leadTaken(matter: "养护", ["测试区公路管理段", "测试区其他中心"]))
        #expect(
            try problem(
                .share(first), .stateDuties("其他中心", ["协助养护"]),
                .share(Sharing("养护", parts: [.init("其他中心", .lead), .init("公路管理段", .assist)]))) == nil)
        #expect(
            try problem(.share(Sharing("养护", parts: [.init("公路管理段", .assist, duty: .numbers([1]))])))
                == .leadMissing(matter: "养护"))
        #expect(
            try problem(.share(Sharing("养护", parts: [.init("公路管理段", .lead)])))
                == .whichDuty("测试区公路管理段", matter: "养护"))
    }

    @Test func everyProblemHasItsWordsInBothLanguages() {
        let id: Person.ID = Identifier(high: 1, low: 2)
        let all: [StepProblem] = [
            .unknownBody("甲", candidates: []), .ambiguousBody("甲", candidates: ["乙"]), .closedBody("甲"),
            .repeatedBody("甲"),
            .dutiesWithoutTaker("甲", ["职责"]), .noSuchDuty("甲", .all), .peopleWithoutPlace("甲", 1),
            .childrenWithoutSupervisor("甲", ["乙"]), .notEnoughPeople("甲", asked: 2, there: 1),
            .notEnoughHeads("甲", asked: 2, there: 1), .unknownFigures("甲"), .nothingToDo("甲"),
            .notACut("甲", remaining: 2, now: 1), .kindNotSaid("甲", []), .absorptionMissing("甲", over: 1), .missing("为"),
            .headsWithoutTaker("甲", 1), .signsWithoutTaker("甲", ["牌"]), .noSuchSign("甲", ["牌"]), .notBelow("甲", "乙"),
            .notClosed("甲"), .notOutside("甲"), .notAnEnterprise("甲"), .holdsNoHeads("甲"), .whichDuty("甲", matter: "事"),
            .leadTaken(matter: "事", ["甲"]), .leadMissing(matter: "事"), .ambiguousMatter("事", catalogues: ["一"]),
            .unknownPerson(id), .placeNotHeld(id, "甲"), .several([.closedBody("甲"), .missing("为")]),
        ]
        for problem in all {
            #expect(problem.wording.zh.hasSuffix("。") || problem.wording.zh.hasSuffix("？"), "\(problem)")
            #expect(!problem.wording.en.isEmpty, "\(problem)")
        }
        #expect(Set(all.map(\.code)).count == all.count - 1)
    }
}
