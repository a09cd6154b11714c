import Foundation
import Testing

/// Bad rows handed back, mended and handed in again, and a later workbook against the register.
@Suite struct MendedRowsTests {
    private static let header = ["机构编码", "机构名称", "机构类型", "机构规格", "核定编制数"]
    private static let finance = ["339981001", "测试区财政局", "行政机关", "正科级", "12"]
    private let workplace: Workplace
    private let options = [
        "--drafter", "甲", "--decider", "乙", "--district", "339981", "--day", "2020-05-31", "--decided", "2020-05-31",
    ]

    init() throws { workplace = try Workplace() }

    private func workbook(_ name: String, _ rows: [[String]]) throws {
        try workplace.write(Spreadsheet(sheets: [(name: "机构", rows: [Self.header] + rows)]).bytes, to: name)
    }

    private func importing(_ arguments: String...) throws -> Answer {
        try runProgram(["import"] + arguments + options, in: workplace.folder)
    }

    @Test func mendedRowsJoinTheBaseline() throws {
        try workbook("台账.xlsx", [Self.finance, ["339981002", "测试区民政局", "行政机关", "正科级", "8+1"]])
        let first = try importing("台账.xlsx", "--take-good-rows", "--document", "测编〔2020〕1号", "--bad-rows", "错误行.xlsx")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("机构1个"))
        #expect(workplace.has("错误行.xlsx"))
        try workbook("改正.xlsx", [["339981002", "测试区民政局", "行政机关", "正科级", "9"]])
        let second = try importing("改正.xlsx", "--document", "测编〔2020〕2号")
        #expect(second.status == 0, "\(second.errors)")
        let heads = try ["财政局", "民政局"].map { body in
            try workplace.succeed("show", body, "--json").json()["heads"]?.items.first?["approved"]?.number
        }
        #expect(heads == [12, 9])
        #expect(try workplace.succeed("verify").output.contains("2个决定"))
    }

    @Test func aLaterWorkbookChangesNothingUntilItIsConfirmed() throws {
        try workbook("台账.xlsx", [Self.finance, ["339981002", "测试区民政局", "行政机关", "正科级", "9"]])
        let first = try importing("台账.xlsx", "--document", "测编〔2020〕1号")
        #expect(first.status == 0, "\(first.errors)")
        try workbook("新台账.xlsx", [Self.finance, ["339981002", "测试区民政局", "行政机关", "正科级", "11"]])
        try workplace.succeed("log")
        let before = try workplace.state()
        let listed = try importing("新台账.xlsx")
        #expect(listed.status == 0, "\(listed.errors)")
        #expect(listed.output.contains("有1项差异") && listed.output.contains("9→11"))
        let changes = try workplace.state().changesButOneRecord(since: before)
        #expect(changes == [])
        let wrong = try importing("新台账.xlsx", "--confirm", "7", "--document", "测编〔2020〕2号")
        #expect(wrong.status == 1 && wrong.errors.contains("“7”不是差异编号"))
        let confirmed = try importing("新台账.xlsx", "--confirm", "1", "--document", "测编〔2020〕2号")
        #expect(confirmed.status == 0, "\(confirmed.errors)")
        let heads = try workplace.succeed("show", "民政局", "--json").json()["heads"]?.items.first?["approved"]?.number
        #expect(heads == 11)
        #expect(try workplace.succeed("log", "--json").json().items.count == 2)
    }
}
