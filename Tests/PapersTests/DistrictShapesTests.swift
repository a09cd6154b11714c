import Registry
import Testing

@testable import Papers

private let bureau = "青山县财政局"
private let centre = "青山县国库支付中心"
private let school = "青山县第一中学"
private let education = "青山县教育局"
private let tree: [String: String?] = [bureau: nil, centre: bureau, education: nil, school: education]

/// The same tree in every shape it is kept in.
private let shapes: [[[String]]] = [
    // By the names above.
    [
        ["序号", "机构", "上级"], ["1", "青山县", ""], ["2", bureau, "青山县"], ["3", centre, bureau],
        ["4", education, "青山县"],
        ["5", school, education],
    ],
    [["机构名称", "隶属机构"], [bureau, ""], [centre, bureau], [school, education], [education, ""]],
    // By identifiers that are no numbers.
    [
        ["id", "pid", "name"], ["a1", "", "青山县"], ["a2", "a1", "政府工作部门"], ["a3", "a2", bureau],
        ["a4", "a3", "下属事业单位"],
        ["a5", "a4", centre], ["a6", "a2", education], ["a7", "a6", school],
    ],
    [
        ["org_id", "parent_org_id", "org_name"], ["{A-2}", "", bureau], ["{A-3}", "{A-2}", centre],
        ["{A-4}", "", education], ["{A-5}", "{A-4}", school],
    ],
    // By a column for each level, blank or repeated.
    [
        ["一级单位", "二级单位", "三级单位"], ["政府部门", bureau, ""], ["", "", centre], ["", education, ""],
        ["", "", school],
    ],
    [["一级机构", "二级机构", "三级机构"], ["政府部门", bureau, centre], ["政府部门", education, school]],
    // By codes.
    [
        ["编码", "机构名称"], ["1", "青山县"], ["1.1", "政府部门"], ["1.1.1", bureau], ["1.1.1.1", centre],
        ["1.1.2", education], ["1.1.2.1", school],
    ],
    [["机构编码", "机构名称"], ["001", bureau], ["001001", centre], ["002", education], ["002001", school]],
    // By indents, in one column.
    [
        ["机构"], ["青山县"], ["  政府部门"], ["    \(bureau)"], ["      \(centre)"], ["    \(education)"],
        ["      \(school)"],
    ],
]

/// One small district as offices elsewhere would keep it: bodies with what stands above them.
@Suite struct DistrictShapesTests {
    private func supervisors(_ rows: [[String]]) throws -> [String: String?] {
        let book = try readDistrict(workbook(sheet("表", rows)))
        #expect(book.rejected.isEmpty)
        return Dictionary(
            book.bodies.map { body -> (String, String?) in
                guard case .body(let index) = body.supervisor else { return (body.name, nil) }
                return (body.name, book.bodies[index].name)
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test(
        "trees of every shape say the same",
        arguments: shapes)
    func trees(rows: [[String]]) throws {
        #expect(try supervisors(rows) == tree)
    }

    @Test func dottedNumbersBesideFigures() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "表",
                    [
                        ["序号", "单位名称", "规格", "编制数"], ["1", bureau, "正科级", "20"], ["1.1", centre, "股级", "5"],
                        ["2", education, "正科级", "20"], ["2.1", school, "股级", "80"],
                    ])))
        #expect(book.bodies.map(\.supervisor) == [nil, .body(0), nil, .body(2)])
        #expect(book.bodies.map { $0.heads?.values.reduce(0, +) } == [20, 5, 20, 80])
    }

    @Test func levelsWithFigures() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "表",
                    [
                        ["一级单位", "二级单位", "三级单位", "编制数"], ["政府部门", bureau, "", "20"], ["", "", centre, "5"],
                        ["", education, school, "80"], ["合计", "", "", "105"],
                    ])))
        #expect(book.bodies.map(\.name) == [bureau, centre, education, school])
        // A row's figures are those of its lowest name.
        #expect(book.bodies.map { $0.heads?.values.reduce(0, +) } == [20, 5, nil, 80])
        #expect(!book.problems.contains { $0.code == .totalWrong })
    }

    @Test func codesThatAreNone() {
        #expect(parents(ofDotted: ["1", "2", "3"]) == nil)
        #expect(parents(ofDotted: ["1", "1.1", "1.1"]) == nil)
        #expect(parents(ofDotted: ["1", "2.5", "7.3"]) == nil)
        #expect(parents(ofDotted: ["1", "1-1", "1-1-1"]) == [nil, 0, 1])
        #expect(parents(ofFixed: ["1", "10", "11"]) == nil)
        #expect(parents(ofFixed: ["001", "002"]) == nil)
        #expect(parents(ofFixed: ["001", "003001"]) == nil)
        #expect(parents(ofFixed: ["01", "0101", "010101", "02"]) == [nil, 0, 1, nil])
    }

    @Test func supervisorsOverBlankCells() throws {
        let rows = [
            ["主管部门", "单位名称", "经费形式", "编制数"], [bureau, centre, "全额", "5"], ["", "青山县评审中心", "全额", "6"],
            [education, school, "全额", "90"], ["", "青山县第二中学", "全额", "80"],
        ]
        let book = try readDistrict(workbook(sheet("表", rows)))
        #expect(book.bodies.map(\.supervisor) == [.outside(0), .outside(0), .outside(1), .outside(1)])
        // Where the department stands in the list without a supervisor, blank means none.
        let listed = try readDistrict(
            workbook(
                sheet("表", rows + [["", bureau, "全额", "9"], ["", education, "全额", "9"]])))
        #expect(listed.bodies[1].supervisor == nil && listed.bodies[0].supervisor == .body(4))
    }
}
