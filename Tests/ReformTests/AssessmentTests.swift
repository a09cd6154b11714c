import Basics
import Diagnosis
import Reform
import Registry
import Testing

/// A plan's outcome from every side, against numbers counted by hand on `SmallDistrict`.
@Suite struct AssessmentTests {
    private func reform(
        rates: BudgetRates? = nil, retirement: RetirementFacts? = nil
    ) throws -> Assessment {
        let outcome = try SmallDistrict().outcome(SmallDistrict.reform)
        #expect(
            outcome.applies,
            "\(outcome.steps.compactMap { $0.problem?.wording.en }) \(String(describing: outcome.refusal))")
        return Assessment(outcome, rates: rates, retirement: retirement)
    }

    @Test func whatBecomesOfEachBody() throws {
        let bodies = Dictionary(uniqueKeysWithValues: try reform().bodies.map { ($0.id, $0) })
        #expect(
            Set(bodies.keys) == [
                SmallDistrict.station, SmallDistrict.centre, SmallDistrict.office, SmallDistrict.company,
            ])
        let station = try #require(bodies[SmallDistrict.station])
        #expect(station.fates == [.ended] && station.successors == [SmallDistrict.centre])
        #expect(station.before?.approved == 3 && station.before?.occupied == 3 && station.before?.duties == 2)
        #expect(station.after == nil)
        let centre = try #require(bodies[SmallDistrict.centre])
        #expect(centre.fates == [.renamed] && centre.name == "甲服务中心")
        #expect(centre.before?.approved == 9 && centre.after?.approved == 11)
        #expect(centre.before?.occupied == 8 && centre.after?.occupied == 11)
        #expect(centre.before?.posts == 2 && centre.after?.posts == 2 && centre.after?.duties == 3)
        let office = try #require(bodies[SmallDistrict.office])
        #expect(office.fates == [.moved] && office.after?.profile.supervisor == SmallDistrict.first)
        #expect(bodies[SmallDistrict.company]?.fates == [.changed])
    }

    @Test func aBodyThatBegins() throws {
        let outcome = try SmallDistrict().outcome([
            .establish("丙中心", Establishment(type: .publicInstitution, supervisor: "乙局"))
        ])
        let bodies = Assessment(outcome).bodies
        #expect(bodies.map(\.fates) == [[.began]])
        #expect(Assessment(outcome).value(of: .bodiesEstablished) == 1)
    }

    @Test func whereEverythingWent() throws {
        let moves = try reform().movements
        func holder(_ id: Institution.ID) -> Holder { .institution(id) }
        let heads = moves.balances.filter { $0.commodity == .heads(.institutionFull) }
        #expect(heads.reduce(0) { $0 + ($1.from == holder(SmallDistrict.station) ? $1.count : 0) } == 3)
        #expect(heads.reduce(0) { $0 + ($1.to == .districtPool ? $1.count : 0) } == 1)
        #expect(moves.exchanges.map(\.count) == [4])
        #expect(moves.exchanges.map(\.take) == [.heads(.institutionFull)])
        #expect(moves.people.map(\.count) == [3])
        #expect(moves.people.map(\.from) == [SmallDistrict.station] && moves.people.map(\.to) == [SmallDistrict.centre])
        let duties = moves.dutyFlows.map { "\($0.from == SmallDistrict.station ? "站" : "所")\($0.count)" }
        #expect(duties == ["站2", "所1"])
        #expect(moves.dutyFlows.map(\.to) == [SmallDistrict.centre, SmallDistrict.company])
    }

    @Test func whoIsBackWentNowhereAndWhoGoesOnIsCountedOnce() throws {
        let outcome = try SmallDistrict().outcome([
            .transfer(.all, from: "甲站", to: "甲中心", kind: nil, withHeads: true),
            .transfer(.count(3), from: "甲中心", to: "乙所", kind: nil, withHeads: true),
        ])
        #expect(outcome.applies)
        let moves = Assessment(outcome).movements
        let total = moves.people.reduce(0) { $0 + $1.count }
        let staff = outcome.after.presence(of: SmallDistrict.office).staff
        // Whoever stands in the office now and didn't before is counted once, from where they stood.
        let arrived = staff.filter { !outcome.before.presence(of: SmallDistrict.office).staff.contains($0) }
        #expect(moves.people.filter { $0.to == SmallDistrict.office }.reduce(0) { $0 + $1.count } == arrived.count)
        #expect(
            total
                == Set(
                    outcome.after.people.keys.filter { id in
                        outcome.before.people[id]?.places.map(\.institution)
                            != outcome.after.people[id]?.places.map(\.institution)
                    }
                ).count)
    }

    @Test func thePeopleByGroup() throws {
        let months = [SmallDistrict.person(1): 24, SmallDistrict.person(2): 25, SmallDistrict.person(12): -3]
        let people = try reform(retirement: RetirementFacts(months: months, near: 24)).people
        #expect(people.touched == [1, 2, 3, 12, 13].map(SmallDistrict.person))
        #expect(people[.moved].people == [1, 2, 3].map(SmallDistrict.person))
        #expect(people[.left].people.isEmpty)
        #expect(people[.postLost].people == [SmallDistrict.person(1)])
        #expect(people[.workingElsewhere].people == [SmallDistrict.person(3)])
        // Of 3 and 13 it isn't known; twenty-five months are not twenty-four; 12 is past the age.
        #expect(people[.nearRetirement].people == [1, 12].map(SmallDistrict.person))
        #expect(people[.nearRetirement].unknown == 2)
        #expect(people[.onLeave].unknown == 5 && people[.onLeave].people.isEmpty)
        #expect(people[.disputed].people.isEmpty)
    }

    @Test func whoLeavesIsNotMoved() throws {
        let outcome = try SmallDistrict().outcome([.cut("甲站", kind: nil, remaining: 3, to: .districtPool, absorb: nil)])
        #expect(!outcome.applies)
        #expect(Assessment(outcome).people.touched.isEmpty)
    }

    @Test func theMeasures() throws {
        let months = Dictionary(
            uniqueKeysWithValues: [1, 2, 3, 12, 13].map { (SmallDistrict.person($0), $0 == 2 ? 0 : 99) })
        let rates = try BudgetRates([
            BudgetRate(of: .heads(.institutionFull), yuan: 100_000, from: SmallDistrict.day),
            BudgetRate(of: .heads(.institutionSelf), yuan: 0, from: SmallDistrict.day),
        ])
        let measures = try reform(rates: rates, retirement: RetirementFacts(months: months, near: 12)).measures
        let expected: [PlanMeasure: Int] = [
            .stepsFailed: 0, .bodiesClosed: 1, .bodiesEstablished: 0, .headsReleased: 1, .postsReleased: 1,
            .peopleMoved: 3, .peopleLeft: 0, .leadersSteppedDown: 1, .peopleTouched: 5, .nearRetirement: 1,
            .largestMove: 3, .dutiesMoved: 3, .dutiesDropped: 0, .rulesBroken: 0, .rulesMended: 1,
            .toleratedChange: 0, .approvedCost: 300_000, .occupiedCost: 200_000,
        ]
        for (measure, value) in expected { #expect(measures[measure] == value, "\(measure)") }
        #expect(measures.count == PlanMeasure.allCases.count)
    }

    @Test func whatCannotBeToldIsNotZero() throws {
        let outcome = try SmallDistrict().outcome(SmallDistrict.reform, rules: nil)
        let measures = Assessment(outcome).measures
        for measure in [PlanMeasure.nearRetirement, .rulesBroken, .rulesMended, .approvedCost, .occupiedCost] {
            #expect(measures[measure] == nil, "\(measure)")
        }
        #expect(Assessment(outcome).rules == nil)
    }

    @Test func rulesBeforeAndAfter() throws {
        let effects = Dictionary(
            uniqueKeysWithValues: try #require(try reform().rules).map { ($0.body, $0.effect) })
        // The centre had two leaders on nine heads, where one is allowed, and has eleven heads now. The station kept the
        // rule until it ended. The office has no leader, and one is due.
        #expect(effects[SmallDistrict.centre] == .mended)
        #expect(effects[SmallDistrict.station] == .kept)
        #expect(effects[SmallDistrict.office] == .below)
    }

    @Test func aRuleBrokenByThePlan() throws {
        let outcome = try SmallDistrict().outcome([
            .setPosts([PostsApproval("甲站", [.chief: 1, .deputy: 1])]), .rename("丙站", to: "丙所"),
            .rename("甲中心", to: "甲院"),
        ])
        #expect(outcome.applies, "\(outcome.steps.compactMap { $0.problem?.wording.en })")
        let assessment = Assessment(outcome)
        let effects = Dictionary(uniqueKeysWithValues: (assessment.rules ?? []).map { ($0.body, $0.effect) })
        #expect(effects[SmallDistrict.station] == .broken)
        #expect(effects[SmallDistrict.unknown] == .unknown)
        #expect(effects[SmallDistrict.centre] == .stillBroken)
        #expect(assessment.value(of: .rulesBroken) == 1)
        let broken = assessment.rules?.first { $0.effect == .broken }
        #expect(broken?.after?.ruling?.clause.number == "第一条")
        // A finding says so too, and is new; those of the centre are left.
        #expect(assessment.comparison.arisen.contains { $0.check == "approved-over-rule" })
        #expect(
            assessment.left.contains {
                $0.check == "approved-over-rule" && $0.focus == .institution(SmallDistrict.centre)
            })
        #expect(
            assessment.left.allSatisfy { finding in !assessment.comparison.arisen.contains { $0.key == finding.key } })
    }

    @Test func aStepThatDoesNotApply() throws {
        let outcome = try SmallDistrict().outcome([.rename("没有的站", to: "某站"), .rename("甲站", to: "甲所")])
        let assessment = Assessment(outcome)
        #expect(assessment.value(of: .stepsFailed) == 1)
        #expect(assessment.bodies.map(\.id) == [SmallDistrict.station])
    }
}
