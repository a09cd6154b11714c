import Basics
import Diagnosis
import Reform
import Registry
import Testing

/// A plan in two waves: what is put aside, what daily work between them does, and what goes back for decision.
@Suite struct WaveTests {
    /// First 乙 goes into 甲; then 丙 is abolished into 甲, and 甲 gets two heads out of the pool.
    private let first: [Action] = [.merge(["乙中心"], into: "甲中心", MergeTerms())]
    private let later: [Action] = [
        .abolish(
            "丙中心",
            Disposal(heads: .districtPool, people: "甲中心", duties: [.init(.all, taker: "甲中心")])),
        .moveHeads(.institutionFull, count: 2, from: .districtPool, to: .body("甲中心")),
    ]

    @Test func eachWaveIsShownOnItsOwnDay() throws {
        let district = try WaveDistrict()
        let outcome = district.outcome(of: district.plan(first, then: later))
        #expect(outcome.applies)
        #expect(outcome.later.map(\.day) == [WaveDistrict.second])
        let second = outcome.later[0]
        // The second is tried on what the first leaves, and the first alone changes what an Act would carry.
        #expect(second.before.institutions[district.id("乙")]?.isActive == false)
        #expect(outcome.after.institutions[district.id("丙")]?.isActive == true)
        #expect(second.after.institutions[district.id("丙")]?.isActive == false)
        #expect(second.after.approvedHeads(of: district.id("甲")) == 10 + 6 + 3 + 2)
        let measures = Assessment(outcome).measures
        #expect(measures[.bodiesClosed] == 2)
        #expect(measures[.peopleMoved] == 5 + 3)
        #expect(measures[.largestMove] == 5)
    }

    @Test func whatLaterWavesTakeIsPutAside() throws {
        var district = try WaveDistrict()
        let plan = district.plan(first, then: later)
        try _ = district.decide(plan)
        // Two heads free in 丙, which ends; of the pool what comes out of it beyond what 丙 brings in: nothing.
        #expect(district.held(on: .institution(district.id("丙"))) == 2)
        #expect(district.held(on: .districtPool) == 0)
        let reservation = try #require(district.history.latest.ledger.reservations.values.first)
        #expect(reservation.purpose == .reform)
        #expect(reservation.lastDay == WaveDistrict.second.advanced(by: Wave.term))
        // Nobody can be put on a head that is put aside.
        #expect(throws: Refusal.self) {
            try district.record(district.newPerson(in: district.id("丙")), on: WaveDistrict.first.advanced(by: 9))
        }
    }

    @Test func nothingHappenedBetweenThem() throws {
        var district = try WaveDistrict()
        let plan = district.plan(first, then: later)
        let expected = district.outcome(of: plan).later[0]
        let entry = try district.decide(plan)
        let review = district.review(plan, entry)
        #expect(review.standing == .asDecided)
        #expect(review.comings.isEmpty)
        #expect(review.outcome.changes == expected.changes)
        #expect(review.outcome.after.digest == expected.after.digest)
        try district.carryOut(plan, review)
        #expect(district.history.latest.ledger.reservations.isEmpty)
        #expect(district.history.progress(of: plan.digest).positions == [2, 3])
    }

    @Test func somebodyRetiresBetweenThem() throws {
        var district = try WaveDistrict()
        let plan = district.plan(first, then: later)
        let entry = try district.decide(plan)
        try district.record([district.retirement(in: "丙")], on: WaveDistrict.first.advanced(by: 20))
        let review = district.review(plan, entry)
        #expect(review.standing == .toConfirm)
        #expect(review.unexplained.isEmpty)
        #expect(review.comings.map(\.body) == [district.id("丙")])
        #expect(review.comings.first?.left == [.retirement: [3]])
        guard case .adjusted(let differences)? = review.steps.first?.standing else {
            Issue.record("\(review.steps)")
            return
        }
        let people = try #require(differences.first { $0.wording.zh.hasPrefix("人员") })
        #expect(people.wording.zh == "人员（丙中心→甲中心） 3→2 名：1 人退休（第3号决定）")
        #expect(people.acts == [3])
        #expect(review.steps.last?.standing == .unchanged)
        try district.carryOut(plan, review)
        // One head fewer goes along with a person and one more to the pool; nothing is lost.
        #expect(district.history.latest.approvedHeads(of: district.id("甲")) == 10 + 6 + 2 + 2)
        #expect(
            district.history.latest.ledger.balance(of: Account(.districtPool, .heads(.institutionFull))) == 5 + 3 - 2)
    }

    @Test func somebodyComesBetweenThem() throws {
        var district = try WaveDistrict()
        // Everybody of 丁 goes to vacant heads of 甲, so nothing of 丁 has to be put aside.
        let plan = district.plan(
            [.rename("乙中心", to: "乙新中心")],
            then: [.transfer(.all, from: "丁中心", to: "甲中心", kind: nil, withHeads: false)])
        let entry = try district.decide(plan)
        try district.record(district.newPerson(in: district.id("丁")), on: WaveDistrict.first.advanced(by: 20))
        let review = district.review(plan, entry)
        #expect(review.standing == .toConfirm)
        #expect(review.comings.first?.came == [3])
        #expect(
            review.steps.map(\.wording.zh) == ["调整：人员（丁中心→甲中心） 2→3 名：1 人上编（第3号决定）"])
        try district.carryOut(plan, review)
        #expect(district.history.latest.presence(of: district.id("甲")).occupied(.institutionFull) == 6 + 3)
    }

    @Test func headsMovedBetweenThemGoBackForDecision() throws {
        var district = try WaveDistrict()
        let plan = district.plan(
            [.rename("乙中心", to: "乙新中心")],
            then: [.cut("甲中心", kind: nil, remaining: 7, to: .districtPool, absorb: nil)])
        let entry = try district.decide(plan)
        try district.record(
            [.move(.heads(.institutionFull), count: 1, from: .districtPool, to: .institution(district.id("甲")))],
            on: WaveDistrict.first.advanced(by: 5))
        let review = district.review(plan, entry)
        #expect(review.standing == .moved)
        #expect(review.unexplained.count == 1)
        #expect(
            review.unexplained.first?.wording.zh == "调整：事业编制（全额）（甲中心→统筹池） 3→4 名（第3号决定）")
        // Where people come and go as well, that part alone would not have sent it back.
        try district.record([district.retirement(in: "甲")], on: WaveDistrict.first.advanced(by: 6))
        #expect(district.review(plan, entry).standing == .moved)
    }

    @Test func aBodyIsGone() throws {
        var district = try WaveDistrict()
        let plan = district.plan(
            [.rename("乙中心", to: "乙新中心")], then: [.rename("丁中心", to: "丁新中心")])
        let entry = try district.decide(plan)
        let other = district.plan([.merge(["丁中心"], into: "甲中心", MergeTerms())], then: [])
        let gone = try district.decide(other)
        let review = district.review(plan, entry)
        #expect(review.standing == .stuck)
        #expect(!review.outcome.applies)
        #expect(review.steps.map(\.standing) == [.stopped(.closedBody("丁中心"), by: gone.position)])
    }

    @Test func aReservationThatIsNotNeededIsGivenUp() throws {
        var district = try WaveDistrict()
        let plan = district.plan(
            [.rename("乙中心", to: "乙新中心")], then: [.setPosts([PostsApproval("甲中心", [.deputy: 2])])])
        let deputies = Commodity.posts(LeaderPost(.deputy, .guji))
        let entry = try district.decide(plan)
        #expect(district.held(on: .districtPool, deputies) == 2)
        // 甲 is given one of the two posts from above in the meantime.
        try district.record(
            [.move(deputies, count: 1, from: .grant, to: .institution(district.id("甲")))],
            on: WaveDistrict.first.advanced(by: 5))
        let review = district.review(plan, entry)
        #expect(
            review.outcome.changes.contains { if case .settle(_, count: 1) = $0 { true } else { false } })
        #expect(review.outcome.changes.contains { if case .void = $0 { true } else { false } })
        try district.carryOut(plan, review)
        #expect(district.held(on: .districtPool, deputies) == 0)
        #expect(district.history.latest.ledger.balance(of: Account(.districtPool, deputies)) == 1)
    }

    @Test func anExpiredReservationEnds() throws {
        var district = try WaveDistrict()
        let step = Step(line: 2, action: .moveHeads(.institutionFull, count: 4, from: .districtPool, to: .body("甲中心")))
        let plan = Plan(
            name: "短", reform: nil,
            first: Wave(
                day: WaveDistrict.first, steps: [Step(line: 1, action: .rename("乙中心", to: "乙新中心"))]),
            later: [
                Wave(
                    day: WaveDistrict.second.advanced(by: -30), heldUntil: WaveDistrict.second.advanced(by: -1),
                    steps: [step])
            ], digest: Digest(sha256: "short".utf8))
        let entry = try district.decide(plan)
        #expect(district.held(on: .districtPool) == 4)
        let review = district.review(plan, entry)
        #expect(review.outcome.changes.contains { if case .expire = $0 { true } else { false } })
        try district.carryOut(plan, review)
        #expect(district.held(on: .districtPool) == 0)
    }

    @Test func conditions() throws {
        var district = try WaveDistrict()
        let plan = district.plan(
            [.rename("乙中心", to: "乙新中心")], then: [.rename("丁中心", to: "丁新中心")],
            when: [
                .exists("戊中心"), .free(2, "丁中心", nil), .free(3, "丁中心", nil),
                .passed(WaveDistrict.second.advanced(by: -1)), .passed(WaveDistrict.second), .stated("清产核资完成"),
            ])
        let entry = try district.decide(plan)
        let review = district.review(plan, entry)
        #expect(review.conditions.map(\.state) == [.unmet, .met, .unmet, .met, .unmet, .toConfirm])
        #expect(review.standing == .waits)
        let stated = district.plan(
            [.rename("乙中心", to: "乙新中心")], then: [.rename("丁中心", to: "丁新中心")], when: [.stated("清产核资完成")])
        var another = try WaveDistrict()
        let decided = try another.decide(stated)
        #expect(another.review(stated, decided).standing == .toConfirm)
    }

    @Test func aLaterWaveThatCannotBeIsNamed() throws {
        let district = try WaveDistrict()
        let outcome = district.outcome(
            of: district.plan(first, then: [.rename("乙中心", to: "乙新中心")]))
        #expect(outcome.steps.allSatisfy { $0.problem == nil })
        #expect(outcome.later.first?.steps.first?.problem == .closedBody("乙中心"))
        #expect(!outcome.applies)
    }
}
