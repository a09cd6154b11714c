import Basics
import Diagnosis
import Registry
import Testing

/// Checks on people: second places, workplaces, disputes.
struct PeopleChecksTests {
    @Test func secondPlaceNamesBothBodiesAndBothRows() throws {
        var district = try TinyDistrict()
        let one = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let other = try district.body("澄岚区乙站", heads: [.institutionPartial: 9])
        let person = try district.people(1, at: one, row: 11)[0]
        #expect(findings("second-place", in: district).isEmpty)
        try district.enrol(
            person,
            Place(institution: other, kind: .institutionPartial, origin: Origin(sheet: "人员", row: 60)))
        let found = findings("second-place", in: district)
        #expect(found.map(\.subjects) == [[.person(person)]])
        #expect(found.first?.related == [.institution(one), .institution(other)])
        #expect(found.first?.severity == .blocking)
        #expect(found.first?.origins.map(\.row) == [11, 60])
        #expect(found.first?.evidence.zh.contains("“澄岚区甲站”（事业编制（全额））、“澄岚区乙站”（事业编制（差额））") == true)
        try district.enact(.leave(person, other, .institutionPartial, nil), basis: .daily)
        #expect(findings("second-place", in: district).isEmpty)
    }

    @Test func workplacesInEnterprisesAreToldApart() throws {
        var district = try TinyDistrict()
        let home = try district.body("澄岚区公路管理段", heads: [.institutionSelf: 9])
        let other = try district.body("澄岚区甲局", .government, heads: [.administrative: 9])
        let company = try district.body("澄岚区公路养护有限公司", .outside)
        let people = try district.people(3, at: home, .institutionSelf)
        #expect(findings("works-elsewhere", in: district).isEmpty)
        try district.enact(.setWorkplace(people[0], other), .setWorkplace(people[1], company), basis: .daily)
        let elsewhere = findings("works-elsewhere", in: district)
        #expect(elsewhere.map(\.subjects) == [[.person(people[0])]])
        #expect(elsewhere.first?.related == [.institution(home), .institution(other)])
        let enterprise = findings("works-at-enterprise", in: district)
        #expect(enterprise.map(\.subjects) == [[.person(people[1])]])
        #expect(enterprise.first?.evidence.zh == "占“澄岚区公路管理段”编制，实际在“澄岚区公路养护有限公司”工作。")
    }

    @Test func whoHoldsNoPlaceWorksNowhereElse() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let person: Person.ID = district.id()
        try district.enact(
            .registerPerson(person, personal: .none, status: .contract, position: nil, entered: nil, origin: nil),
            .setWorkplace(person, body))
        #expect(findings("works-elsewhere", in: district).isEmpty)
    }

    @Test func disputedIdentityBlocksUntilSettled() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let person = try district.people(1, at: body, row: 5)[0]
        try district.enact(.setDisputed(person, true))
        let found = findings("disputed-identity", in: district)
        #expect(found.map(\.severity) == [.blocking])
        #expect(found.first?.related == [.institution(body)])
        try district.enact(.setDisputed(person, false), basis: .daily)
        #expect(findings("disputed-identity", in: district).isEmpty)
    }
}
