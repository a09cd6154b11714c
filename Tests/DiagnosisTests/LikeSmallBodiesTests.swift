import Basics
import Diagnosis
import Registry
import Testing

/// Small bodies whose names tell one kind of work, whoever supervises them.
struct LikeSmallBodiesTests {
    @Test func threeOfAKindUnderThreeSupervisors() throws {
        var district = try TinyDistrict()
        var found: [Institution.ID] = []
        let names = [
            ("澄岚区梅林镇人民政府", "澄岚区梅林镇农业农村服务中心"), ("中共澄岚区松岗乡委员会", "澄岚区松岗乡农业农村站"),
            ("澄岚区云台街道办事处", "澄岚区云台街道农业农村管理所"),
        ]
        for (index, (supervisor, name)) in names.enumerated() {
            #expect(findings("like-small-bodies", in: district).isEmpty)
            let above = try district.body(supervisor, .township)
            found.append(
                try district.body(name, heads: [.institutionFull: 3 + index], row: 30 - index) {
                    $0.supervisor = above
                })
        }
        let finding = try #require(findings("like-small-bodies", in: district).first)
        #expect(findings("like-small-bodies", in: district).count == 1)
        // At the first in the table.
        #expect(finding.subjects == [.institution(found[2])])
        #expect(finding.related == [.institution(found[1]), .institution(found[0])])
        #expect(finding.measures.prefix(2) == [Measure(.bodies, 3), Measure(.approved, 12)])
        #expect(finding.evidence.zh.hasPrefix("3个规模过小的单位业务同为“农业农村”，核定编制合计12名："))
        #expect(finding.step == .merge(found.reversed()))
        // One head more, and one of them is no longer small.
        try district.enact(.move(.heads(.institutionFull), count: 1, from: .grant, to: .institution(found[2])))
        #expect(findings("like-small-bodies", in: district).isEmpty)
    }

    // 市 of 市场, 区 of 社区, 乡 of 城乡 end no region; what stands before the form word alone is no kind of work.
    @Test(arguments: [
        (["园区监管所", "社区监管所", "城区监管所", "市场监管所"], 0), (["农技站", "农技所", "农技中心"], 1),
        (["学前教育中心", "学前教育服务中心", "学前教育管理所"], 1), (["服务中心", "管理所", "事务站"], 0),
        (["第一小学", "第二小学", "第三小学"], 0), (["城管大队", "城管中队", "城管队"], 1),
    ])
    func theKindOfWorkIsWhatIsLeftOfTheName(names: [String], count: Int) throws {
        var district = try TinyDistrict()
        // Each supervisor has as much of the name as could be mistaken for a region.
        var bureaus: [Substring: Institution.ID] = [:]
        for name in names {
            let start = name.prefix(2)
            let bureau = try bureaus[start] ?? district.body("澄岚区\(start)局", .government)
            bureaus[start] = bureau
            _ = try district.body("澄岚区" + name, heads: [.institutionFull: 3]) { $0.supervisor = bureau }
        }
        #expect(findings("like-small-bodies", in: district).count == count)
    }

    @Test func theThresholdIsTheOffices() throws {
        var district = try TinyDistrict()
        for name in ["澄岚区农技站", "澄岚区农技所"] { _ = try district.body(name, heads: [.institutionFull: 3]) }
        var thresholds = Thresholds()
        #expect(findings("like-small-bodies", in: district, thresholds).isEmpty)
        thresholds.likeBodies = 2
        #expect(findings("like-small-bodies", in: district, thresholds).count == 1)
        // One body is never several.
        thresholds.likeBodies = 1
        #expect(findings("like-small-bodies", in: district, thresholds).count == 1)
    }
}
