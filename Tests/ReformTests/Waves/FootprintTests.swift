import Basics
import Diagnosis
import Reform
import Registry
import Testing

/// What a plan reads: work on anything else leaves the digest of its footprint as it is, work on that does not.
@Suite struct FootprintTests {
    private let day = WaveDistrict.first.advanced(by: -10)

    private func digests(_ action: Action, _ work: (inout WaveDistrict) throws -> [Change]) throws -> (Digest, Digest) {
        var district = try WaveDistrict()
        let plan = district.plan([action], then: [])
        let before = district.outcome(of: plan)
        #expect(before.applies)
        let changes = try work(&district)
        try district.record(changes, on: day)
        let after = district.outcome(of: plan)
        #expect(before.after.digest != after.after.digest, "the whole register is another in any case")
        return (before.footprintDigest, after.footprintDigest)
    }

    private let merger = Action.merge(["乙中心"], into: "甲中心", MergeTerms())

    @Test func unrelatedWorkIsNotSeen() throws {
        for work in [
            { district in [district.retirement(in: "丁")] },
            { district in district.newPerson(in: district.id("丙")) },
            { district in [.amend(district.id("丁"), .name("丁新中心"))] },
            { district in
                [.move(.heads(.institutionFull), count: 2, from: .districtPool, to: .institution(district.id("丙")))]
            },
            // A child more for the department that both bodies stand under.
            { district in
                [
                    .establish(
                        Identifier(high: 7, low: 7),
                        Profile(name: "戊中心", type: .publicInstitution, supervisor: district.id("局")), origin: nil)
                ]
            },
        ] as [(inout WaveDistrict) -> [Change]] {
            let (before, after) = try digests(merger, work)
            #expect(before == after)
        }
    }

    @Test func relatedWorkIsSeen() throws {
        for work in [
            { district in [district.retirement(in: "乙")] },
            { district in district.newPerson(in: district.id("甲")) },
            { district in [.amend(district.id("甲"), .name("甲新心"))] },
            { district in
                [.move(.heads(.institutionFull), count: 1, from: .districtPool, to: .institution(district.id("乙")))]
            },
            { district in [.hangPlate(district.id("甲"), "甲分中心")] },
            { district in
                [
                    .stateDuty(
                        DutyStatement(id: Identifier(high: 8, low: 8), holder: district.id("乙"), number: 9, text: "新职责")
                    )
                ]
            },
        ] as [(inout WaveDistrict) -> [Change]] {
            // A name that no longer means 甲 would stop the step; everything else goes through with another digest.
            let (before, after) = try digests(.merge(["乙中心"], into: "甲", MergeTerms()), work)
            #expect(before != after)
        }
    }

    @Test func whatPoolsHoldCountsOnlyByWhatIsTaken() throws {
        let take = Action.moveHeads(.institutionFull, count: 2, from: .districtPool, to: .body("甲中心"))
        let (before, after) = try digests(take) { _ in
            [.move(.heads(.institutionFull), count: 3, from: .grant, to: .districtPool)]
        }
        #expect(before == after)
        var district = try WaveDistrict()
        let plan = district.plan([take], then: [])
        let footprint = district.outcome(of: plan).footprint
        #expect(footprint.accounts.contains(Account(.districtPool, .heads(.institutionFull))))
        #expect(footprint.bodies == [district.id("甲")])
        try district.record(
            [.move(.heads(.institutionFull), count: 4, from: .districtPool, to: .institution(district.id("丙")))],
            on: day)
        #expect(!district.outcome(of: plan).applies)
    }

    @Test func aDroppedDutyHasTheSameDigestHoweverItsReasonIsSealed() throws {
        let district = try WaveDistrict()
        var plan = district.plan(
            [
                .abolish(
                    "丁中心", Disposal(heads: .districtPool, people: "甲中心", duties: [.init(.all, taker: nil)]))
            ], then: [])
        let shown = district.outcome(of: plan).footprintDigest
        plan.reason = Digest(sha256: "sealed".utf8)
        #expect(district.outcome(of: plan).footprintDigest == shown)
    }
}
