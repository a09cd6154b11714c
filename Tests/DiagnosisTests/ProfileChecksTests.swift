import Basics
import Diagnosis
import Registry
import Testing

/// Checks on what a body is, on matters and on tolerances.
struct ProfileChecksTests {
    @Test func weakWelfareExcludesTheThreshold() throws {
        var district = try TinyDistrict()
        func welfare(_ business: Int, _ category: InstitutionCategory = .welfareOne) -> (inout Profile) -> Void {
            { profile in
                profile.category = category
                profile.facts = [ScaleFact(.income, 100), ScaleFact(.businessIncome, business)]
            }
        }
        let weak = try district.body("澄岚区甲站", heads: [.institutionFull: 9], profile: welfare(41))
        _ = try district.body("澄岚区乙站", heads: [.institutionFull: 9], profile: welfare(40))
        _ = try district.body("澄岚区丙站", heads: [.institutionFull: 9], profile: welfare(90, .welfareTwo))
        _ = try district.body("澄岚区丁站", heads: [.institutionFull: 9]) { $0.category = .welfareOne }
        let found = findings("weak-welfare", in: district)
        #expect(found.map(\.subjects) == [[.institution(weak)]])
        #expect(found.first?.value(of: .share) == 41)
    }

    @Test(arguments: [
        ("澄岚区校舍管理局", true), ("澄岚区旅游发展委员会", true), ("澄岚区对外联络处", true), ("澄岚区土地站", false),
        ("澄岚区公路管理段", false), ("澄岚区人民医院", false), ("澄岚区第一中学", false), ("澄岚区水利服务中心", false),
    ])
    func namesOfOrgansDoNotFitPublicInstitutions(name: String, isUnfit: Bool) throws {
        var district = try TinyDistrict()
        _ = try district.body(name, heads: [.institutionFull: 9])
        #expect(findings("unfit-name", in: district).count == (isUnfit ? 1 : 0))
    }

    @Test func namesOfOrgansFitOrgans() throws {
        var district = try TinyDistrict()
        _ = try district.body("澄岚区水利局", .government, heads: [.administrative: 9])
        #expect(findings("unfit-name", in: district).isEmpty)
    }

    @Test func missingDocumentMeansNoNumber() throws {
        var district = try TinyDistrict()
        let none = try district.body("澄岚区甲站", heads: [.institutionFull: 9]) { $0.founding = nil }
        let blank = try district.body("澄岚区乙站", heads: [.institutionFull: 9]) {
            $0.founding = Founding(document: " ", date: FactDate(TinyDistrict.day))
        }
        _ = try district.body("澄岚区丙站", heads: [.institutionFull: 9])
        _ = try district.body("澄岚区丁公司", .outside) { $0.founding = nil }
        let found = Set(findings("missing-document", in: district).map(\.focus))
        #expect(found == [.institution(none), .institution(blank)])
    }

    // Published codes of real bodies, and the same with one character changed.
    @Test(arguments: [
        ("91350100M000100Y43", true), ("91350100M000100Y44", false), ("9135010OM000100Y43", false),
        ("91350100M000100Y4", false), (" 91350100M000100Y43 ", true), ("91350100M000100Y433", false),
    ])
    func registrationCodesCheck(code: String, isSound: Bool) throws {
        var district = try TinyDistrict()
        _ = try district.body("澄岚区甲站", heads: [.institutionFull: 9]) { $0.registrationCode = code }
        #expect(findings("bad-registration-code", in: district).count == (isSound ? 0 : 1))
    }

    @Test func unledMatterIsARecordedGap() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let statement: DutyStatement.ID = district.id()
        let led: Matter.ID = district.id()
        let gap: Matter.ID = district.id()
        try district.enact(
            .stateDuty(DutyStatement(id: statement, holder: body, number: 1, text: "巡查河道")),
            .defineMatter(led, name: "河道巡查", catalogue: "权责清单", origin: nil),
            .joinMatter(led, Matter.Part(statement: statement, role: .lead, area: .part("白沙镇"))),
            .defineMatter(gap, name: "古树保护", catalogue: "权责清单", origin: Origin(sheet: "清单", row: 3)),
            .setGap(gap, .everywhere, true))
        let found = findings("unled-matter", in: district)
        #expect(found.map(\.subjects) == [[.matter(gap)]])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.evidence.zh == "《权责清单》所列事项“古树保护”全域无单位牵头，已登记踏空。")
        try district.enact(.setGap(led, .part("青石镇"), true))
        #expect(findings("unled-matter", in: district).map(\.aspect).contains(.area(.part("青石镇"))))
    }

    @Test func openToleranceBlocksAfterItsLastDay() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 6])
        #expect(findings("open-tolerance", in: district).isEmpty)
        let last = TinyDistrict.day.advanced(by: 30)
        try district.people(6, at: body)
        try district.enact(
            .openTolerance(.headsWithinBalance(body, .institutionFull), measure: 2, .absorption(until: last)),
            .move(.heads(.institutionFull), count: 2, from: .institution(body), to: .districtPool), basis: .plan)
        let found = findings("open-tolerance", in: district)
        #expect(found.map(\.subjects) == [[.institution(body)]])
        #expect(found.map(\.aspect) == [.kind(.institutionFull)])
        #expect(found.first?.value(of: .excess) == 2)
        var thresholds = Thresholds()
        thresholds.day = last
        #expect(findings("open-tolerance", in: district, thresholds).map(\.severity) == [.notice])
        thresholds.day = last.advanced(by: 1)
        #expect(findings("open-tolerance", in: district, thresholds).map(\.severity) == [.blocking])
    }

    @Test func anOverdrawnGrantIsTheDistrictsTolerance() throws {
        var district = try TinyDistrict()
        try district.enact(
            .setCeiling(.heads(.worker), 3), .openTolerance(.withinCeiling(.heads(.worker)), measure: 2, .baseline),
            .move(.heads(.worker), count: 5, from: .grant, to: .districtPool))
        let found = findings("open-tolerance", in: district)
        #expect(found.map(\.subjects) == [[.commodity(.heads(.worker))]])
        #expect(found.first?.value(of: .excess) == 2)
    }
}
