import Registry
import Testing

@testable import Papers

/// Trees in which groups stand among bodies.
@Suite struct DistrictTreeTests {
    @Test func theRealTreeOfADistrict() throws {
        let workbook = try readWorkbook(at: sharedData("heze/dingtao-district.csv"))
        let book = try readDistrict(workbook)
        let rows = try #require(workbook.sheets.first).rows.dropFirst()
        #expect(rows.count == 146)
        // In this file every body bears the district's name, and no group does.
        let bodies = rows.filter { $0[2].text.contains("菏泽市定陶") }.map { $0[2].text }
        #expect(book.bodies.map(\.name) == bodies)
        #expect(book.prefix == "菏泽市定陶区")
        #expect(book.rejected.isEmpty && book.outsideBodies.isEmpty)
        #expect(book.bodies.allSatisfy { $0.heads == nil && $0.posts == nil && $0.rank == nil })
        func type(_ name: String) -> InstitutionType? { book.bodies.first { $0.name == "菏泽市定陶区" + name }?.type }
        func supervisor(_ name: String) -> String? {
            guard case .body(let index) = book.bodies.first(where: { $0.name == "菏泽市定陶区" + name })?.supervisor else {
                return nil
            }
            return book.bodies[index].name
        }
        #expect(type("人民代表大会常务委员会人事代表工作委员会") == .congress)
        #expect(type("人大机关老干部服务中心") == .publicInstitution)
        #expect(type("教育局") == .government && type("公安局东城派出所") == .government && type("第一中学") == .publicInstitution)
        #expect(type("人民政府教育督导室") == .publicInstitution && type("人民法院") == .judicial && type("人民检察院") == .judicial)
        #expect(type("人民政治协商委员会办公室") == .consultative)
        #expect(supervisor("第一中学") == "菏泽市定陶区教育局" && supervisor("公安局东城派出所") == "菏泽市定陶区公安局")
        #expect(supervisor("教育局") == nil && supervisor("人大机关老干部服务中心") == nil)
        #expect(book.bodies.first { $0.name == "山东省菏泽市定陶公证处" }?.type == .publicInstitution)
    }

    @Test func groupsByStructureWhereNoWordIsKnown() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "树",
                    [
                        ["节点编号", "父节点", "名称"], ["1", "", "清水县"], ["2", "1", "党委"], ["3", "1", "政府"], ["4", "1", "法院"],
                        ["5", "1", "其他序列"], ["6", "3", "行政机关"],
                        ["7", "6", "清水县教育局"], ["8", "7", "附属单位"], ["9", "8", "清水县第一中学"], ["10", "6", "清水县财政局"],
                        ["11", "10", "附属单位"], ["12", "11", "清水县国库支付中心"], ["13", "5", "清水县供销合作社"],
                    ])))
        #expect(book.bodies.map(\.name) == ["清水县教育局", "清水县第一中学", "清水县财政局", "清水县国库支付中心", "清水县供销合作社"])
        #expect(book.bodies.map(\.supervisor) == [nil, .body(0), nil, .body(2), nil])
        #expect(
            book.bodies.map(\.type) == [
                .government, .publicInstitution, .government, .publicInstitution, .publicInstitution,
            ])
    }

    @Test func levelsAndIndents() throws {
        let levels = try readDistrict(
            workbook(
                sheet(
                    "层级",
                    [
                        ["层级", "机构名称", "机构类型", "编制数"], ["1", "甲局", "行政机关", "5"], ["2", "乙所", "事业单位", "6"],
                        ["2", "丙所", "事业单位", "7"], ["1", "丁局", "行政机关", "8"], ["2", "戊所", "事业单位", "9"],
                    ])))
        #expect(levels.bodies.map(\.supervisor) == [nil, .body(0), .body(0), nil, .body(3)])
        let indents = try readDistrict(
            workbook(
                sheet(
                    "缩进",
                    [
                        ["机构名称", "机构类型", "编制数"], ["甲局", "行政机关", "5"], ["  乙所", "事业单位", "6"],
                        ["\u{3000}丙所", "事业单位", "7"], ["丁局", "行政机关", "8"],
                    ])))
        #expect(indents.bodies.map(\.name) == ["甲局", "乙所", "丙所", "丁局"])
        #expect(indents.bodies.map(\.supervisor) == [nil, .body(0), .body(0), nil])
    }

    @Test func aParentThatIsNotThereAndARing() throws {
        let book = try readDistrict(
            workbook(
                sheet("树", [["id", "pid", "名称"], ["1", "9", "某县教育局"], ["2", "3", "某县财政局"], ["3", "2", "某县民政局"]])))
        #expect(book.bodies.count == 3)
        #expect(book.problems.contains { $0.code == .parentMissing && $0.cell == "B2" })
    }
}
