import Foundation
import Testing

/// Workbooks that can be read and yet not be taken, and imports that leave out what they need to say.
@Suite struct UnusableWorkbookTests {
    private static let header = ["机构名称", "机构类型", "核定编制数"]

    private func workplace(_ sheets: [(String, [[String]])]) throws -> Workplace {
        let place = try Workplace()
        try place.write(Spreadsheet(sheets: sheets.map { (name: $0.0, rows: $0.1) }).bytes, to: "台账.xlsx")
        return place
    }

    /// One body, no cut-off day, no division code.
    private func good() throws -> Workplace {
        try workplace([("机构", [Self.header, ["测试区财政局", "行政机关", "12"]])])
    }

    private let complete = [
        "--document", "样编〔2020〕1号", "--drafter", "甲", "--decider", "乙", "--district", "339981", "--day", "2020-05-31",
    ]

    /// The arguments with one option given another value, or left out.
    private func complete(_ option: String, _ value: String?) -> [String] {
        var arguments = complete
        if let place = arguments.firstIndex(of: option) {
            arguments.replaceSubrange(place...place + 1, with: value.map { [option, $0] } ?? [])
        }
        return ["import", "台账.xlsx"] + arguments
    }

    @Test func noRowOfHeaders() throws {
        try expectRefused(
            ["import", "台账.xlsx"], in: workplace([("数据", [["a", "b"], ["1", "2"]])]), code: "district.no-header",
            zh: ["“数据”", "表头"], en: ["“数据”", "column headers"])
    }

    @Test func headersWithoutABody() throws {
        try expectRefused(
            ["import", "台账.xlsx"], in: workplace([("机构", [Self.header])]), code: "district.no-bodies", zh: ["没有一行机构"],
            en: ["not one body"])
    }

    @Test func twoSheetsOfOneMeaningThatContradict() throws {
        let place = try workplace([
            ("机构", [Self.header, ["测试区财政局", "行政机关", "12"], ["测试区民政局", "行政机关", "9"]]),
            ("机构（新）", [Self.header, ["测试区财政局", "行政机关", "12"], ["测试区民政局", "行政机关", "11"]]),
        ])
        try expectRefused(
            ["import", "台账.xlsx"] + complete, in: place, code: "district.contradicting-sheets",
            zh: ["测试区民政局", "机构!C3是“9”", "机构（新）!C3是“11”"], en: ["测试区民政局", "机构!C3 says “9”", "机构（新）!C3 says “11”"])
    }

    @Test func rowsWithErrorsNameTheirCells() throws {
        let place = try workplace([
            ("机构", [Self.header, ["测试区财政局", "行政机关", "约12"], ["测试区民政局", "行政机关", "9"]])
        ])
        try expectRefused(
            ["import", "台账.xlsx"] + complete, in: place, code: "rows-with-errors", zh: ["1处错误", "未导入任何内容"],
            en: ["nothing was imported"])
        let answer = try place.run("import", "台账.xlsx", "--check")
        #expect(answer.status == 1)
        #expect(answer.output.contains("[错误] 机构!C2 “约12”"))
    }

    @Test(
        arguments: [
            ("--document", nil, "document-missing", "--document", "--document"),
            ("--document", "一号文件", "bad-document", "一号文件", "一号文件"),
            ("--drafter", nil, "drafter-missing", "--drafter", "--drafter"),
            ("--district", nil, "which-district", "--district", "--district"),
            ("--district", "3399", "bad-district", "3399", "3399"),
            ("--day", nil, "cut-off-missing", "--day", "--day"),
            ("--day", "2020-02-31", "bad-day", "2020-02-31", "2020-02-31"),
        ] as [(String, String?, String, String, String)])
    func whatIsMissingIsAskedForBeforeAnythingIsMade(
        option: String, value: String?, code: String, zh: String, en: String
    ) throws {
        try expectRefused(complete(option, value), in: good(), code: code, zh: [zh], en: [en])
    }

    @Test func nobodyDecidesWhatTheyDraftedAndNothingIsMade() throws {
        try expectRefused(
            complete("--decider", "甲"), in: good(), status: 2, code: "four-eyes", zh: ["另一个人决定"], en: ["decide"])
    }

    @Test func withNothingMissingItIsTaken() throws {
        let place = try good()
        let answer = try runProgram(["import", "台账.xlsx"] + complete, in: place.folder)
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(try place.succeed("show", "财政局").output.contains("测试区财政局"))
    }
}
