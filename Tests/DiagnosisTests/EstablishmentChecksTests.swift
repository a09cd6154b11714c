import Basics
import Diagnosis
import Registry
import Testing

/// Checks on heads and leader posts, each with a case that it finds, one that it doesn't, and the boundary.
struct EstablishmentChecksTests {
    @Test func smallBodyIncludesItsThreshold() throws {
        var district = try TinyDistrict()
        let five = try district.body("澄岚区甲站", heads: [.institutionFull: 3, .institutionPartial: 2], row: 9)
        _ = try district.body("澄岚区乙站", heads: [.institutionFull: 6])
        _ = try district.body("澄岚区丙局", .government, heads: [.administrative: 3])
        _ = try district.body("澄岚区丁站", heads: nil)
        let found = findings("small-body", in: district)
        #expect(found.map(\.subjects) == [[.institution(five)]])
        #expect(found.first?.value(of: .approved) == 5)
        #expect(found.first?.evidence.zh == "“澄岚区甲站”核定编制5名，不超过5名。")
        #expect(found.first?.origins == [Origin(sheet: "机构", row: 9)])
        var strict = Thresholds()
        strict.smallBody = 4
        #expect(findings("small-body", in: district, strict).isEmpty)
    }

    @Test func smallnessMayGoByRank() throws {
        var district = try TinyDistrict()
        var thresholds = Thresholds()
        thresholds.smallBody = 4
        thresholds.rules = smallBodyRules([.guji: 2, .fuke: 8])
        let bureau = try district.body("澄岚区甲局", .government)
        var found: [Institution.ID] = []
        let sizes: [(Rank?, Int, Bool)] = [
            (.guji, 2, true), (.guji, 3, false), (.fuke, 8, true), (.fuke, 9, false), (.zhengke, 4, true),
            (.zhengke, 5, false), (nil, 4, true), (nil, 5, false),
        ]
        for (index, (rank, heads, isSmall)) in sizes.enumerated() {
            let body = try district.body("澄岚区\(index)站", heads: [.institutionFull: heads], row: index + 1) {
                $0.rank = rank
                $0.supervisor = bureau
            }
            if isSmall { found.append(body) }
        }
        #expect(findings("small-body", in: district, thresholds).map(\.focus) == found.map { .institution($0) })
        #expect(
            findings("small-body", in: district, thresholds).map { $0.value(of: .threshold) } == [2, 8, 4, 4])
        let scattered = findings("scattered-bodies", in: district, thresholds)
        #expect(scattered.map(\.related) == [found.map { .institution($0) }])
        #expect(scattered.first?.evidence.zh.hasPrefix("“澄岚区甲局”下有4个单位核定编制不超过2、4、8名，合计18名：") == true)
    }

    @Test func smallBodyThatIsClosedIsNotFound() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 3])
        try district.enact(
            .move(.heads(.institutionFull), count: 3, from: .institution(body), to: .districtPool),
            .abolish(body, successors: []))
        #expect(findings("small-body", in: district).isEmpty)
    }

    @Test func scatteredBodiesNeedThree() throws {
        var district = try TinyDistrict()
        let bureau = try district.body("澄岚区甲局", .government, heads: [.administrative: 9])
        var small: [Institution.ID] = []
        for (index, name) in ["子站", "丑站", "寅站"].enumerated() {
            #expect(findings("scattered-bodies", in: district).isEmpty)
            small.append(
                try district.body("澄岚区" + name, heads: [.institutionFull: 4], row: 20 - index) {
                    $0.supervisor = bureau
                })
        }
        _ = try district.body("澄岚区卯站", heads: [.institutionFull: 6]) { $0.supervisor = bureau }
        let found = findings("scattered-bodies", in: district)
        #expect(found.map(\.subjects) == [[.institution(bureau)]])
        #expect(found.first?.related == small.reversed().map { .institution($0) })
        #expect(found.first?.measures.prefix(2) == [Measure(.bodies, 3), Measure(.approved, 12)])
    }

    @Test func overEstablishmentIsByKind() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲馆", heads: [.institutionPartial: 22, .institutionFull: 5])
        try district.people(22, at: body, .institutionPartial)
        #expect(findings("over-establishment", in: district).isEmpty)
        try district.people(1, at: body, .institutionPartial)
        let found = findings("over-establishment", in: district)
        #expect(found.map(\.aspect) == [.kind(.institutionPartial)])
        #expect(found.first?.evidence.zh == "“澄岚区甲馆”事业编制（差额）实有23名，核定22名，超1名。")
        #expect(found.first?.measures == [Measure(.occupied, 23), Measure(.approved, 22), Measure(.excess, 1)])
        // Four of the other kind are free, so the body as a whole is not over.
        #expect(findings("over-establishment-total", in: district).isEmpty)
    }

    @Test func overEstablishmentInTotal() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 6])
        try district.people(6, at: body)
        #expect(findings("over-establishment-total", in: district).isEmpty)
        try district.people(2, at: body)
        let found = findings("over-establishment-total", in: district)
        #expect(found.map { $0.value(of: .excess) } == [2])
        #expect(found.first?.severity == .warning)
    }

    @Test func unknownHeadsAreNeverExceeded() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: nil)
        try district.people(3, at: body)
        for code in ["over-establishment", "over-establishment-total", "mixed-kind", "mostly-vacant", "small-body"] {
            #expect(findings(code, in: district).isEmpty, "\(code)")
        }
        let unknown = findings("approved-unknown", in: district)
        #expect(unknown.map(\.aspect) == [.group(.heads)])
        #expect(unknown.first?.value(of: .occupied) == 3)
    }

    @Test func unknownPostsAreToldApartFromNone() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 8], posts: nil)
        _ = try district.body("澄岚区乙站", heads: [.institutionFull: 8], posts: [:])
        _ = try district.body("澄岚区丙公司", .outside)
        try district.people(1, at: body, role: .chief)
        #expect(findings("approved-unknown", in: district).map(\.aspect) == [.group(.posts)])
        #expect(findings("leaders-over-approved", in: district).isEmpty)
    }

    @Test func leadersAreComparedByRole() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲院", heads: [.institutionFull: 20], posts: [.chief: 1, .deputy: 1])
        try district.people(1, at: body, role: .chief)
        try district.people(1, at: body, role: .deputy)
        #expect(findings("leaders-over-approved", in: district).isEmpty)
        try district.people(2, at: body, role: .deputy)
        let found = findings("leaders-over-approved", in: district)
        #expect(found.map(\.aspect) == [.role(.deputy)])
        #expect(found.first?.measures == [Measure(.occupied, 3), Measure(.approved, 1), Measure(.excess, 2)])
    }

    @Test func mixedKindNamesThePerson() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 10], row: 4)
        let bureau = try district.body("澄岚区乙局", .government, heads: [.administrative: 5])
        try district.people(2, at: body)
        try district.people(5, at: bureau, .administrative)
        #expect(findings("mixed-kind", in: district).isEmpty)
        let person = try district.people(1, at: body, .administrative, row: 77)[0]
        let found = findings("mixed-kind", in: district)
        #expect(found.map(\.subjects) == [[.institution(body), .person(person)]])
        #expect(found.first?.origins == [Origin(sheet: "人员", row: 77), Origin(sheet: "机构", row: 4)])
        // How heads of public institutions are paid for is no mixing: one too many of these is over by kind.
        try district.people(1, at: body, .institutionSelf)
        #expect(findings("mixed-kind", in: district) == found)
        #expect(findings("over-establishment", in: district).count == 2)
        // A public institution's head in an organ is mixed, however funded.
        try district.people(1, at: bureau, .institutionPartial)
        #expect(findings("mixed-kind", in: district).map(\.focus).contains(.institution(bureau)))
        try district.enact(.move(.heads(.institutionFull), count: 1, from: .grant, to: .institution(bureau)))
        #expect(findings("mixed-kind", in: district) == found)
        // One approved head of the kind, and it is a matter of numbers no longer.
        try district.enact(.move(.heads(.administrative), count: 1, from: .grant, to: .institution(body)))
        #expect(findings("mixed-kind", in: district).isEmpty)
    }

    @Test func mostlyVacantExcludesHalf() throws {
        var district = try TinyDistrict()
        let ten = try district.body("澄岚区甲站", heads: [.institutionFull: 10])
        _ = try district.body("澄岚区乙站", heads: [.institutionFull: 9])
        try district.people(4, at: ten)
        let found = findings("mostly-vacant", in: district)
        #expect(found.map(\.subjects) == [[.institution(ten)]])
        #expect(found.first?.value(of: .vacant) == 6)
        #expect(found.first?.value(of: .share) == 40)
        try district.people(1, at: ten)
        #expect(findings("mostly-vacant", in: district).isEmpty)
    }
}

func findings(_ check: String, in district: TinyDistrict, _ thresholds: Thresholds = .standard) -> [Finding] {
    diagnose(district.register, thresholds: thresholds).findings.filter { $0.check == check }
}
