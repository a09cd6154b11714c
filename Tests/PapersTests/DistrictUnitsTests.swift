import Registry
import Testing

@testable import Papers

/// Figures that are given by internal units, a row each.
@Suite struct DistrictUnitsTests {
    private let bodies = sheet("机构", [["单位名称", "机构类型", "规格"], ["青山县财政局", "行政机关", "正科级"], ["青山县教育局", "行政机关", "正科级"]])

    @Test func aSheetForOneBody() throws {
        let book = try readDistrict(
            workbook(
                bodies,
                sheet(
                    "财政局",
                    [
                        ["青山县财政局内设机构编制职数表"], ["内设机构名称", "行政编制", "正职", "副职", "实有"], ["领导", "5", "1", "4", "5"],
                        ["办公室", "4", "1", "0", "4"], ["预算科", "3", "1", "1", "3"], ["合计", "12", "3", "5", "12"],
                    ])))
        #expect(book.bodies.map(\.name) == ["青山县财政局", "青山县教育局"])
        #expect(book.bodies[0].heads == [.administrative: 12])
        #expect(book.bodies[0].posts == [.chief: 1, .deputy: 4, .internalChief: 2, .internalDeputy: 1])
        #expect(book.bodies[0].facts == [ScaleFact(.internalUnits, 2)])
        #expect(book.bodies[1].heads == nil && book.problems.contains { $0.code == .unitsAdded })
    }

    @Test func bodiesMergedOverTheirUnits() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "表",
                    [
                        ["单位名称", "内设机构名称", "行政编制", "正职", "副职"], ["青山县财政局", "领导班子", "5", "1", "4"],
                        ["", "办公室", "4", "1", ""],
                        ["青山县教育局", "领导班子", "3", "1", "2"], ["", "人事股", "6", "1", "1"],
                    ], merges: [Merge(top: 1, left: 0, bottom: 2, right: 0)])))
        #expect(book.bodies.map(\.name) == ["青山县财政局", "青山县教育局"])
        #expect(book.bodies.map { $0.heads?[.administrative] } == [9, 9])
        #expect(book.bodies.map { $0.posts?[.internalChief] } == [1, 1] && book.bodies[1].posts?[.deputy] == 2)
    }

    @Test func aUnitInErrorRefusesItsBody() throws {
        let book = try readDistrict(
            workbook(
                sheet("表", [["单位名称", "内设机构名称", "行政编制"], ["青山县财政局", "领导", "5"], ["青山县财政局", "办公室", "若干"]])))
        #expect(book.bodies.isEmpty)
        #expect(book.rejected.map(\.row) == [2, 3])
    }

    @Test func aColumnThatOnlyListsUnits() throws {
        let book = try readDistrict(
            workbook(
                sheet(
                    "表",
                    [
                        ["单位名称", "机构类型", "内设部门", "行政编制"], ["青山县财政局", "行政机关", "办公室、预算股", "5"],
                        ["青山县教育局", "行政机关", "人事股", "6"],
                    ])))
        #expect(book.bodies.map { $0.heads?[.administrative] } == [5, 6])
    }
}
