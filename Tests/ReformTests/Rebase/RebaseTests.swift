import Basics
import Diagnosis
import Reform
import Registry
import Testing

/// What daily work did to the steps of a plan since it was drafted, by hand.
@Suite struct RebaseTests {
    private let day = WaveDistrict.first.advanced(by: -10)
    private let merger = Action.merge(["乙中心"], into: "甲中心", MergeTerms())

    private func rebase(_ plan: Plan, from base: Int, _ district: WaveDistrict) -> Rebase {
        Reform.rebase(plan, from: base, in: district.history, recorded: WaveDistrict.first)
    }

    @Test func untouchedIsUnchanged() throws {
        var district = try WaveDistrict()
        let plan = district.plan([merger, .rename("丁中心", to: "丁新中心")], then: [.rename("丙中心", to: "丙新中心")])
        #expect(rebase(plan, from: 1, district).steps.map(\.standing) == [.unchanged, .unchanged, .unchanged])
        try district.record(
            [.move(.heads(.institutionFull), count: 1, from: .districtPool, to: .institution(district.id("丁")))],
            on: day)
        let after = rebase(plan, from: 1, district)
        #expect(after.isUnchanged)
        #expect((after.base, after.head) == (1, 2))
    }

    /// A plan overtaken by a retirement: twelve become eleven, and who it was is said.
    @Test func overtakenByARetirement() throws {
        var district = try WaveDistrict()
        let plan = district.plan([merger, .rename("丁中心", to: "丁新中心")], then: [])
        try district.record([district.retirement(in: "丁")], on: day)
        try district.record([district.retirement(in: "乙")], on: day)
        let steps = rebase(plan, from: 1, district).steps
        #expect(
            steps.map(\.wording.zh) == [
                "调整：人员（乙中心→甲中心） 5→4 名：1 人退休（第3号决定）", "不变",
            ])
        #expect(
            steps[0].wording.en == "adjusted: people (乙中心 → 甲中心) 5 → 4: 1 retirement (Act 3)")
    }

    @Test func theActThatStoppedAStepIsNamed() throws {
        var district = try WaveDistrict()
        let plan = district.plan([.rename("丁中心", to: "丁新中心"), merger], then: [])
        try district.record([district.retirement(in: "丁")], on: day)
        try district.record([.hangPlate(district.id("丁"), "丁分中心")], on: day)
        let other = Plan(
            name: "另", day: day.advanced(by: 1), reform: nil,
            steps: [Step(line: 1, action: .merge(["丁中心"], into: "丙中心", MergeTerms()))],
            digest: Digest(sha256: "other".utf8))
        let gone = try district.decide(other)
        try district.record([.hangPlate(district.id("丙"), "丙分中心")], on: day.advanced(by: 2))
        let steps = rebase(plan, from: 1, district).steps
        #expect(steps[0].standing == .stopped(.closedBody("丁中心"), by: gone.position))
        #expect(steps[0].wording.zh.hasPrefix("不再可行（第\(gone.position)号决定）："))
        #expect(steps[1].standing == .unchanged)
    }

    @Test func whatAnEmptyPoolStops() throws {
        var district = try WaveDistrict()
        let plan = district.plan(
            [.moveHeads(.institutionFull, count: 3, from: .districtPool, to: .body("甲中心"))], then: [])
        for count in [1, 2, 1] {
            try district.record(
                [
                    .move(
                        .heads(.institutionFull), count: count, from: .districtPool, to: .institution(district.id("丙")))
                ],
                on: day)
        }
        // Five were there: with the first taken four are left, with the second two.
        #expect(
            rebase(plan, from: 1, district).steps.map(\.standing) == [
                .stopped(.notEnoughHeads("统筹池", asked: 3, there: 1), by: 3)
            ])
        #expect(
            rebase(plan, from: 2, district).steps.map(\.standing) == [
                .stopped(.notEnoughHeads("统筹池", asked: 3, there: 1), by: 3)
            ])
    }

    @Test func aStepThatStoppedBecauseOfAnother() throws {
        var district = try WaveDistrict()
        let plan = district.plan(
            [
                .merge(["丁中心"], into: "戊中心", MergeTerms(new: Establishment())),
                .moveHeads(.institutionFull, count: 1, from: .districtPool, to: .body("戊中心")),
            ], then: [])
        try district.record([.setUnknown(district.id("丁"), .posts, true)], on: day)
        let steps = rebase(plan, from: 1, district).steps
        #expect(steps[0].standing == .stopped(.unknownFigures("丁中心"), by: 2))
        guard case .followed(.unknownBody("戊中心", _), line: 1) = steps[1].standing else {
            Issue.record("\(steps[1].standing)")
            return
        }
    }

    @Test func aStepThatBegins() throws {
        var district = try WaveDistrict()
        let plan = district.plan([.rename("戊中心", to: "己中心")], then: [])
        #expect(rebase(plan, from: 1, district).isUnchanged)
        try district.record([.amend(district.id("丁"), .name("戊中心"))], on: day)
        #expect(rebase(plan, from: 1, district).steps.map(\.standing) == [.begun])
    }

    @Test func headsAndDutiesThatBecameMore() throws {
        var district = try WaveDistrict()
        let plan = district.plan([merger], then: [])
        try district.record(
            [
                .move(.heads(.institutionFull), count: 2, from: .districtPool, to: .institution(district.id("乙"))),
                .stateDuty(
                    DutyStatement(
                        id: Identifier(high: 3, low: 3), holder: district.id("乙"), number: 2, text: "新职责")),
            ], on: day)
        #expect(
            rebase(plan, from: 1, district).steps.map(\.wording.zh) == [
                "调整：事业编制（全额）（乙中心→甲中心） 6→8 名（第2号决定）；职责“新职责”：不涉及→划入甲中心第4项（第2号决定）"
            ])
    }

    @Test func twoPlansInConflict() throws {
        var district = try WaveDistrict()
        let ours = district.plan([merger, .rename("丙中心", to: "丙新中心")], then: [])
        let theirs = district.plan([.merge(["乙中心"], into: "丁中心", MergeTerms())], then: [])
        let shared = district.outcome(of: ours).footprint.intersection(district.outcome(of: theirs).footprint)
        #expect(shared.bodies == [district.id("乙")])
        #expect(shared.people.count == 5)
        #expect(shared.duties.count == 1)
        let decided = try district.decide(theirs)
        let steps = rebase(ours, from: 1, district).steps
        #expect(steps[0].standing == .stopped(.closedBody("乙中心"), by: decided.position))
        #expect(steps[1].standing == .unchanged)
    }
}
