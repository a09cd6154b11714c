import Basics
import Diagnosis
import Registry
import Testing

@Suite("The baseline of a register")
struct BaselineTests {
    /// A bureau with a small body over its establishment, one whose figures are unknown, and an enterprise.
    private func district() throws -> (TinyDistrict, bureau: Institution.ID, unknown: Institution.ID) {
        var district = try TinyDistrict()
        let bureau = try district.body(
            "甲局", .government, heads: [.administrative: 10], posts: [.chief: 1, .deputy: 2], row: 3
        ) { $0.rank = .zhengke }
        let small = try district.body("甲中心", heads: [.institutionFull: 3], posts: [.chief: 1], row: 4) {
            $0.rank = .guji
            $0.category = .welfareOne
            $0.funding = .full
            $0.supervisor = bureau
        }
        let unknown = try district.body("乙中心", heads: nil, row: 5) { $0.supervisor = bureau }
        _ = try district.body("丙公司", .outside)
        try district.people(8, at: bureau, .administrative)
        try district.people(1, at: bureau, .administrative, role: .chief)
        try district.people(5, at: small)
        try district.people(2, at: unknown)
        return (district, bureau, unknown)
    }

    @Test("bodies are counted by type, rank, class, funding and size; what is unknown comes last")
    func bodies() throws {
        let summary = BaselineSummary(of: try district().0.register)
        #expect(summary.living == 4 && summary.closed == 0)
        #expect(summary.types.rows.map(\.key) == [.government, .publicInstitution, .outside])
        #expect(summary.types.rows.map(\.bodies) == [1, 2, 1])
        #expect(summary.types.rows.map(\.approved.known) == [10, 3, 0])
        #expect(summary.types.rows.map(\.approved.unknownBodies) == [0, 1, 0])
        #expect(summary.types.total.bodies == 4 && summary.types.total.publicInstitutions == 2)
        #expect(summary.ranks.rows.map(\.key) == [.guji, .zhengke, nil])
        #expect(summary.categories.rows.map(\.key) == [.welfareOne, nil])
        #expect(summary.fundings.rows.map(\.bodies) == [1, 2])
        #expect(summary.sizes.rows.map(\.key) == [.upTo5, .upTo10, nil])
        #expect(summary.sizes.rows.map(\.occupied) == [5, 9, 2])
    }

    @Test("heads are added up by kind; a vacancy here doesn't make up for an excess there, and unknown is said")
    func establishment() throws {
        let summary = BaselineSummary(of: try district().0.register)
        #expect(summary.establishment.map(\.kind) == [.administrative, .institutionFull])
        #expect(summary.establishment.map(\.approved.known) == [10, 3])
        #expect(summary.establishment.map(\.approved.unknownBodies) == [1, 1])
        #expect(summary.establishment.map(\.occupied) == [9, 7])
        #expect(summary.establishment.map(\.occupiedWhereUnknown) == [0, 2])
        #expect(summary.establishment.map(\.vacant) == [1, 0])
        #expect(summary.establishment.map(\.over) == [0, 2])
        #expect(summary.establishment.map(\.granted) == [10, 3])
        #expect(summary.establishment.map(\.ceiling) == [10_000, 10_000])
        #expect(summary.establishmentTotal.approved == PartialSum(known: 13, unknownBodies: 1))
        #expect(summary.establishmentTotal.occupied == 16 && summary.establishmentTotal.ceiling == 20_000)
        #expect(summary.posts.map(\.role) == [.chief, .deputy])
        #expect(summary.posts.map(\.approved.known) == [2, 2])
        #expect(summary.posts.map(\.inPlace) == [1, 0])
        #expect(summary.posts.map(\.vacant) == [1, 2])
    }

    @Test("reservations and pools are neither vacant nor filled")
    func reserved() throws {
        var (district, bureau, _) = try district()
        let account = Account(.institution(bureau), .heads(.administrative))
        let id: Reservation.ID = district.id()
        try district.enact(
            .reserve(
                Reservation(
                    id: id, account: account, count: 1, purpose: .headcountUse, beneficiary: nil,
                    lastDay: TinyDistrict.day.advanced(by: 30))),
            .move(.heads(.administrative), count: 4, from: .grant, to: .districtPool))
        let heads = try #require(BaselineSummary(of: district.register).establishment.first)
        #expect(heads.reserved == 1 && heads.vacant == 0 && heads.pooled == 4 && heads.granted == 14)
        #expect(heads.approved.known == 10)
    }

    @Test("people are counted by status and position, supervisors by what they supervise")
    func people() throws {
        let (district, bureau, _) = try district()
        let summary = BaselineSummary(of: district.register)
        #expect(summary.people.total == 16 && summary.people.offEstablishment == 0)
        #expect(summary.people.rows.map(\.status) == [.management])
        #expect(summary.people.count(nil) == 16 && summary.people.count(.management) == 0)
        let row = try #require(summary.supervisors.first)
        #expect(summary.supervisors.count == 1 && row.supervisor == bureau && row.name == "甲局")
        #expect(row.bodies == 2 && row.approved == PartialSum(known: 3, unknownBodies: 1) && row.occupied == 7)
        #expect(summary.unsupervised == 0)
    }

    @Test("a threshold includes its number and says nothing of bodies with unknown figures")
    func sensitivity() throws {
        let rows = BaselineSummary(of: try district().0.register, smallThresholds: [2, 3, 5]).sensitivity
        #expect(rows.map(\.threshold) == [2, 3, 5])
        #expect(rows.map(\.bodies) == [0, 1, 1])
        #expect(rows.map(\.approved) == [0, 3, 3])
        #expect(rows.map(\.occupied) == [0, 5, 5])
        #expect(rows.map(\.supervisors) == [0, 1, 1])
        #expect(rows.map { $0.count(.guji) } == [0, 1, 1] && rows.map { $0.count(nil) } == [0, 0, 0])
        #expect(rows.map(\.unknown) == [1, 1, 1])
    }

    @Test("what can't be told is told, with whom it is about")
    func unknowns() throws {
        let (district, _, unknown) = try district()
        let unknowns = BaselineSummary(of: district.register).unknowns
        #expect(unknowns.map(\.fact) == [.approvedHeads, .rank, .category, .funding, .position])
        #expect(unknowns.prefix(4).allSatisfy { $0.subjects == [.institution(unknown)] })
        #expect(unknowns.last?.subjects.count == 16)
    }

    @Test("an empty register has nothing, and nothing is unknown of it")
    func empty() {
        let summary = BaselineSummary(of: Register())
        #expect(summary.living == 0 && summary.establishment.isEmpty && summary.unknowns.isEmpty)
        #expect(summary.establishmentTotal.ceiling == nil && summary.types.rows.isEmpty)
    }

    @Test(
        "bands of size end where they say",
        arguments: [
            (0, SizeBand.upTo2), (2, .upTo2), (3, .upTo5), (5, .upTo5), (6, .upTo10), (10, .upTo10), (11, .upTo20),
            (20, .upTo20), (21, .upTo50), (50, .upTo50), (51, .upTo100), (100, .upTo100), (101, .over100),
        ])
    func bands(_ pair: (Int, SizeBand)) { #expect(SizeBand(heads: pair.0) == pair.1) }
}
