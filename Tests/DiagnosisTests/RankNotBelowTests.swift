import Basics
import Diagnosis
import Registry
import Testing

/// Bodies that rank with their supervisor or above it.
struct RankNotBelowTests {
    @Test(arguments: [
        (Rank?.some(.zhengke), Rank?.some(.zhengke), Severity?.some(.notice)), (.fuchu, .zhengke, .warning),
        (.fuke, .zhengke, nil), (nil, .zhengke, nil), (.zhengke, nil, nil), (.ungraded, .ungraded, nil),
        (.guji, .ungraded, nil),
    ])
    func equalIsNoticedAndAboveIsWarnedOf(rank: Rank?, above: Rank?, severity: Severity?) throws {
        var district = try TinyDistrict()
        let bureau = try district.body("澄岚区甲局", .government, row: 5) { $0.rank = above }
        let body = try district.body("澄岚区乙站", heads: [.institutionFull: 9], row: 9) {
            $0.rank = rank
            $0.supervisor = bureau
        }
        let found = findings("rank-not-below", in: district)
        #expect(found.map(\.severity) == [severity].compactMap { $0 })
        #expect(found.allSatisfy { $0.subjects == [.institution(body)] && $0.related == [.institution(bureau)] })
        #expect(found.allSatisfy { $0.origins.map(\.row) == [5, 9] })
    }

    @Test(arguments: [InstitutionType.township, .party, .government, .massOrganisation])
    func organsAndTownshipsAreLeftOut(type: InstitutionType) throws {
        var district = try TinyDistrict()
        let above = try district.body("澄岚区人民政府", .government) { $0.rank = .zhengke }
        _ = try district.body("澄岚区甲", type) {
            $0.rank = .zhengke
            $0.supervisor = above
        }
        #expect(findings("rank-not-below", in: district).isEmpty)
    }

    @Test func aRaisedSupervisorEndsIt() throws {
        var district = try TinyDistrict()
        let bureau = try district.body("澄岚区甲局", .government) { $0.rank = .fuke }
        _ = try district.body("澄岚区乙站", heads: [.institutionFull: 9]) {
            $0.rank = .fuke
            $0.supervisor = bureau
        }
        let before = district.register
        #expect(diagnose(before).count(of: "rank-not-below") == 1)
        let changes: [Change] = [.amend(bureau, .rank(.zhengke))]
        try district.enact(changes)
        let after = diagnose(before).updated(
            from: before, to: district.register, touching: subjects(of: changes, in: before))
        #expect(after.count(of: "rank-not-below") == 0)
        #expect(after == diagnose(district.register))
    }
}
