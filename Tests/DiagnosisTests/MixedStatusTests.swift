import Basics
import Diagnosis
import Registry
import Testing

/// Whose status fits the head they hold and the position they fill, and whose does not (混岗).
struct MixedStatusTests {
    @Test(arguments: [
        (PersonStatus.civilServant, EstablishmentKind.administrative, true), (.civilServant, .politicalLegal, true),
        (.civilServant, .institutionFull, false), (.civilServant, .worker, false),
        (.byReference, .institutionFull, true), (.byReference, .administrative, true), (.byReference, .worker, false),
        (.management, .institutionPartial, true), (.management, .administrative, false),
        (.professional, .institutionSelf, true), (.professional, .worker, false),
        (.worker, .worker, true), (.worker, .institutionFull, true), (.worker, .administrative, false),
    ])
    func aStatusFitsSomeHeads(status: PersonStatus, kind: EstablishmentKind, fits: Bool) throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲局", .government, heads: [kind: 9], row: 3)
        let person = try district.person(status, nil, at: Place(institution: body, kind: kind))
        let found = findings("mixed-status", in: district)
        #expect(found.map(\.subjects) == (fits ? [] : [[.person(person), .institution(body)]]))
        #expect(found.allSatisfy { $0.aspect == .kind(kind) && $0.severity == .warning })
    }

    @Test(arguments: [
        (PersonStatus.civilServant, PositionKind?.some(.civilService), Severity?.none),
        (.civilServant, .management, nil), (.civilServant, .worker, .notice), (.byReference, .civilService, nil),
        (.management, .management, nil), (.management, .professional, nil), (.management, .civilService, .warning),
        (.professional, .management, nil), (.professional, .worker, .notice), (.worker, .worker, nil),
        (.worker, .management, .notice), (.worker, .civilService, .warning), (.worker, nil, nil),
        (.contract, .professional, nil), (.agency, .worker, nil), (.auxiliary, .civilService, .warning),
        (.filedQuota, .civilService, .warning), (.filedQuota, .management, nil),
    ])
    func aStatusFitsSomePositions(status: PersonStatus, position: PositionKind?, severity: Severity?) throws {
        var district = try TinyDistrict()
        let person = try district.person(status, position, at: nil)
        let found = findings("mixed-status", in: district)
        #expect(found.map(\.severity) == [severity].compactMap { $0 })
        #expect(found.allSatisfy { $0.subjects == [.person(person)] && $0.aspect == .whole })
    }

    @Test func headAndPositionAreToldApart() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲局", .government, heads: [.administrative: 9])
        let person = try district.person(
            .worker, .management, at: Place(institution: body, kind: .administrative))
        let found = findings("mixed-status", in: district)
        #expect(
            found.map(\.evidence.zh) == ["身份为工勤人员，占“澄岚区甲局”行政编制。", "在“澄岚区甲局”，身份为工勤人员，所在岗位为管理岗位。"])
        #expect(found.map(\.severity) == [.warning, .notice])
        // Once the status is right, so are both.
        try district.enact(.setStatus(person, .civilServant), basis: .daily)
        #expect(findings("mixed-status", in: district).isEmpty)
    }

    @Test func theBodyThatSomeoneWithoutAPlaceWorksAtIsNamed() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲局", .government)
        let person = try district.person(.agency, .civilService, at: nil)
        try district.enact(.setWorkplace(person, body), basis: .daily)
        let found = findings("mixed-status", in: district)
        #expect(found.map(\.related) == [[.institution(body)]])
        #expect(found.first?.evidence.zh == "在“澄岚区甲局”，身份为劳务派遣，所在岗位为公务员职位。")
    }
}
