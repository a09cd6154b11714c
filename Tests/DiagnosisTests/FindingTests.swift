import Basics
import Diagnosis
import Registry
import Testing

/// What a finding says beside its words: the step that would mend it, and by what it is told apart from what it was.
struct FindingTests {
    @Test func exchangesAreOnlyNamedWhereOneKindHasEnough() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲馆", heads: [.institutionPartial: 2, .institutionFull: 5])
        try district.people(3, at: body, .institutionFull)
        try district.people(4, at: body, .institutionPartial)
        func step() -> Mending? { findings("over-establishment", in: district).first?.step }
        #expect(step() == .exchange(body, count: 2, give: .institutionFull, take: .institutionPartial))
        // Three over, two vacant.
        try district.people(1, at: body, .institutionPartial)
        #expect(step() == nil)
        // Two kinds to choose from.
        try district.enact(
            .move(.heads(.institutionFull), count: 1, from: .grant, to: .institution(body)),
            .move(.heads(.institutionSelf), count: 3, from: .grant, to: .institution(body)))
        #expect(step() == nil)
    }

    @Test func administrativeHeadsAreNotExchanged() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲局", .government, heads: [.administrative: 1, .institutionFull: 9])
        try district.people(2, at: body, .administrative)
        #expect(findings("over-establishment", in: district).map(\.step) == [nil])
    }

    @Test func vacantHeadsOfOneKindAreCutToWhoIsThere() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 10])
        try district.people(4, at: body)
        #expect(findings("mostly-vacant", in: district).map(\.step) == [.cut(body, .institutionFull, to: 4)])
        try district.enact(.move(.heads(.institutionSelf), count: 1, from: .grant, to: .institution(body)))
        #expect(findings("mostly-vacant", in: district).map(\.step) == [nil])
    }

    @Test func thePlaceToKeepIsWhereTheyWork() throws {
        var district = try TinyDistrict()
        let one = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let other = try district.body("澄岚区乙站", heads: [.institutionFull: 9])
        let person = try district.people(1, at: one)[0]
        try district.enrol(person, Place(institution: other, kind: .institutionFull))
        #expect(findings("second-place", in: district).map(\.step) == [.endSecondPlace(person, keeping: nil)])
        try district.enact(.setWorkplace(person, other), basis: .daily)
        #expect(findings("second-place", in: district).map(\.step) == [.endSecondPlace(person, keeping: other)])
    }

    @Test func whoCanNotBeTransferredIsCalledBack() throws {
        var district = try TinyDistrict()
        let home = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let bureau = try district.body("澄岚区乙局", .government)
        let team = try district.body("市直管执法队", .managedFromAbove)
        let people = try district.people(2, at: home, row: 1)
        try district.enact(.setWorkplace(people[0], bureau), .setWorkplace(people[1], team), basis: .daily)
        #expect(findings("works-elsewhere", in: district).map(\.step) == [nil, .callBack(people[1], from: team)])
    }

    @Test func namesAndSmallBodiesHaveTheirSteps() throws {
        var district = try TinyDistrict()
        let bureau = try district.body("澄岚区甲局", .government)
        var bodies: [Institution.ID] = []
        for name in ["子处", "丑站", "寅站"] {
            bodies.append(
                try district.body("澄岚区" + name, heads: [.institutionFull: 4], row: bodies.count + 1) {
                    $0.supervisor = bureau
                })
        }
        #expect(findings("unfit-name", in: district).map(\.step) == [.rename(bodies[0])])
        #expect(findings("scattered-bodies", in: district).map(\.step) == [.merge(bodies)])
        // Where a small body is to go is for the office to say.
        #expect(findings("small-body", in: district).allSatisfy { $0.step == nil })
    }

    @Test func fingerprintsChangeWithNumbersAndNotWithNames() throws {
        var district = try TinyDistrict()
        let body = try district.body("澄岚区甲站", heads: [.institutionFull: 4])
        func found() throws -> Finding { try #require(findings("small-body", in: district).first) }
        let first = try found()
        #expect(first.fingerprint == "small-body/institution:\(body)|1|approved=4,occupied=0,threshold=5|")
        try district.enact(.amend(body, .name("澄岚区乙站")))
        #expect(try found() != first)
        #expect(try found().fingerprint == first.fingerprint)
        try district.people(1, at: body)
        #expect(try found().key == first.key)
        #expect(try found().fingerprint != first.fingerprint)
    }

    @Test func fingerprintsChangeWithWhatIsMentioned() throws {
        var district = try TinyDistrict()
        let home = try district.body("澄岚区甲站", heads: [.institutionFull: 9])
        let other = try district.body("澄岚区乙局", .government)
        let third = try district.body("澄岚区丙局", .government)
        let person = try district.people(1, at: home)[0]
        var seen: Set<String> = []
        for workplace in [other, third] {
            try district.enact(.setWorkplace(person, workplace), basis: .daily)
            seen.formUnion(findings("works-elsewhere", in: district).map(\.fingerprint))
        }
        #expect(seen.count == 2)
    }
}
