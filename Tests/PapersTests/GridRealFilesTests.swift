import Basics
import Papers
import Testing

@Suite("Real files")
struct GridRealFilesTests {
    @Test("the district workbook as its office keeps it")
    func district() throws {
        let workbook = try readWorkbook(at: sharedData("workbooks/anhe-district.xlsx"))
        #expect(workbook.sheets.map(\.name) == ["机构", "职责", "人员", "上级职责清单"])
        #expect(workbook.sheets.map(\.rows.count) == [321, 760, 7078, 37])
        #expect(workbook.sheets.map(\.columnCount) == [28, 4, 12, 3])
        let bodies = workbook.sheets[0]
        #expect(bodies[0, 0].text == "安和区机关事业单位机构编制情况一览表")
        #expect(bodies[1, 8].text == "截止时间:2020年5月31日")
        #expect(bodies.merges.count == 22)
        #expect(bodies.merge(row: 0, column: 5)?.left == 0)
    }

    @Test("the district tree as CSV")
    func tree() throws {
        let workbook = try readWorkbook(at: sharedData("heze/dingtao-district.csv"))
        let sheet = try #require(workbook.sheets.first)
        #expect(sheet.name == "dingtao-district")
        #expect(workbook.origin == .csv(encoding: .utf8, delimiter: ","))
        #expect(sheet.rows.count == 147)
        #expect(sheet.rows[0].map(\.text) == ["node", "parent_node", "name", "unit_id"])
        #expect(sheet.rows[2].map(\.text) == ["1", "0", "党委"])
    }
}
