import Basics
import Foundation
import Papers
import Testing

@Suite("Writing workbooks")
struct GridWritingTests {
    private let columns = [
        OutputColumn("姓名", width: 10), OutputColumn("身份证号", width: 22), OutputColumn("编制数", kind: .integer),
        OutputColumn("任职", kind: .day), OutputColumn("比例", kind: .decimal),
    ]

    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
        try #require(Day(year: year, month: month, day: day))
    }

    private func readBack(_ sheets: [OutputSheet]) throws -> Workbook {
        try readWorkbook(bytes: workbookBytes(sheets), named: "out.xlsx")
    }

    private func refusal(_ sheets: [OutputSheet]) -> UnwritableFile.Reason? {
        do throws(UnwritableFile) {
            _ = try workbookBytes(sheets)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test("what is written is read back")
    func roundTrip() throws {
        let sheet = OutputSheet(
            name: "人员", title: "人员名册", preface: [["填报单位:编办", .empty, "截止时间"]], columns: columns,
            rows: [
                ["张\u{20BB7}", "110101199001011237", 12, .day(try day(2020, 5, 31)), .decimal(0.25)],
                ["=1+1", "007", "暂无", .day(try day(1900, 2, 28)), .truth(true)],
                ["一\r\n二_x000D_\u{1}", .empty, 0, .day(try day(1899, 12, 31)), .integer(-3)],
                [.integer(Int.max), 5, .decimal(1e300), .integer(43982)],
            ],
            notes: ["注：以上为样例。"])
        let read = try #require(try readBack([sheet]).sheets.first)
        #expect(read.name == "人员")
        #expect(read.merges == [Merge(top: 0, left: 0, bottom: 0, right: 4)])
        #expect(sheet.firstHeaderRow == 2 && sheet.firstBodyRow == 3)
        #expect(
            read.rows == [
                [.text("人员名册")],
                [.text("填报单位:编办"), .empty, .text("截止时间")],
                ["姓名", "身份证号", "编制数", "任职", "比例"].map(Cell.text),
                [
                    .text("张\u{20BB7}"), .text("110101199001011237"), .number(12, written: "12"),
                    .day(try day(2020, 5, 31)),
                    .number(0.25, written: "0.25"),
                ],
                [.text("=1+1"), .text("007"), .text("暂无"), .day(try day(1900, 2, 28)), .truth(true)],
                [
                    .text("一\r\n二_x000D_\u{1}"), .empty, .number(0, written: "0"), .text("1899-12-31"),
                    .number(-3, written: "-3"),
                ],
                [
                    .text("9223372036854775807"), .number(5, written: "5"), .number(1e300, written: "1E+300"),
                    .number(43982, written: "43982"),
                ],
                [],
                [.text("注：以上为样例。")],
            ])
    }

    @Test("headers of several rows with merges, and merges in the body")
    func headers() throws {
        let sheet = OutputSheet(
            name: "机构", title: "一览表",
            headerRows: [["名称", "编制", .empty, .empty, .empty], [.empty, "行政", "事业", "工勤", "其他"]],
            columns: columns, rows: [["甲", 1, 2], [.empty, 3, 4]],
            merges: [
                Merge(top: 1, left: 0, bottom: 2, right: 0), Merge(top: 1, left: 1, bottom: 1, right: 4),
                Merge(top: 3, left: 0, bottom: 4, right: 0), Merge(top: 4, left: 3, bottom: 4, right: 3),
            ])
        let read = try #require(try readBack([sheet]).sheets.first)
        #expect(read.rows[1].prefix(2) == [.text("名称"), .text("编制")])
        #expect(read.rows[2].map(\.text) == ["", "行政", "事业", "工勤", "其他"])
        #expect(read.rows[3].map(\.text) == ["甲", "1", "2"])
        // The merge of a single cell is none.
        #expect(Set(read.merges) == Set(sheet.merges.prefix(3) + [Merge(top: 0, left: 0, bottom: 0, right: 4)]))
    }

    @Test("a day format of one's own is still a day")
    func ownFormat() throws {
        let column = OutputColumn("日期", kind: .day, format: "yyyy\"年\"m\"月\"")
        let read = try readBack([OutputSheet(name: "a", columns: [column], rows: [[.day(try day(2020, 5, 1))]])])
        #expect(read.sheets[0][1, 0] == .day(try day(2020, 5, 1)))
    }

    @Test("several sheets, one hidden; the same sheets give the same bytes, another moment others")
    func sameBytes() throws {
        let sheets = [
            OutputSheet(name: "一", columns: columns, rows: [["a"]]),
            OutputSheet(name: "二", columns: columns, rows: [], hidden: true),
        ]
        let first = try workbookBytes(sheets)
        #expect(try workbookBytes(sheets) == first)
        #expect(try workbookBytes(sheets, created: Instant(milliseconds: 1_600_000_000_000)) != first)
        #expect(try readWorkbook(bytes: first, named: "x").sheets.map(\.hidden) == [false, true])
    }

    @Test("what a sheet cannot hold is refused, and where it stands is named")
    func refusals() {
        let row = [OutputColumn("a")]
        #expect(refusal([]) == .noSheets)
        for name in ["", "a/b", String(repeating: "长", count: 32), "'x"] {
            #expect(refusal([OutputSheet(name: name, columns: row, rows: [])]) == .badSheetName(name))
        }
        let twice = OutputSheet(name: "a", columns: row, rows: [])
        #expect(refusal([twice, twice]) == .badSheetName("a"))
        #expect(refusal([OutputSheet(name: String(repeating: "长", count: 31), columns: row, rows: [])]) == nil)
        let long = OutputCell.text(String(repeating: "字", count: 32_768))
        #expect(
            refusal([OutputSheet(name: "a", columns: row, rows: [[], [.empty, long]])])
                == .textTooLong(sheet: "a", cell: "B3"))
        #expect(
            refusal([OutputSheet(name: "a", columns: row, rows: [[.decimal(.nan)]])])
                == .badNumber(sheet: "a", cell: "A2"))
        let overlapping = [Merge(top: 1, left: 0, bottom: 3, right: 1), Merge(top: 3, left: 1, bottom: 3, right: 2)]
        #expect(
            refusal([OutputSheet(name: "a", columns: row, rows: [], merges: overlapping)])
                == .badMerge(sheet: "a", cell: "B4"))
    }

    @Test("a file is replaced in one step, and a refusal leaves the old one and nothing else")
    func replacing() throws {
        try withFolder { folder in
            let path = folder + "/out.xlsx"
            let good = OutputSheet(name: "a", columns: columns, rows: [["一"]])
            try writeWorkbook([good], to: path)
            #expect(try readWorkbook(at: path).sheets[0][1, 0] == .text("一"))
            #expect(throws: UnwritableFile(file: "out.xlsx", reason: .badSheetName("?"))) {
                try writeWorkbook([OutputSheet(name: "?", columns: columns, rows: [])], to: path)
            }
            #expect(try readWorkbook(at: path).sheets[0][1, 0] == .text("一"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out.xlsx"])
            #expect(throws: UnwritableFile(file: "x.xlsx", reason: .noFolder)) {
                try writeWorkbook([good], to: folder + "/none/x.xlsx")
            }
            #expect(throws: UnwritableFile.self) { try writeWorkbook([good], to: folder) }
        }
    }

    @Test("CSV: marks, quotes, guards against formulas, and the way back")
    func csv() throws {
        let sheet = OutputSheet(
            name: "表", title: "标题", columns: Array(columns.prefix(3)),
            rows: [["a,b", "x\"y\nz", 3], ["=1+1", "-", .empty], ["-甲", .day(try day(2020, 5, 31)), .truth(false)]])
        #expect(
            csvText(sheet) == "\u{FEFF}姓名,身份证号,编制数\r\n\"a,b\",\"x\"\"y\nz\",3\r\n'=1+1,-,\r\n'-甲,2020-05-31,FALSE\r\n")
        #expect(csvText(sheet, byteOrderMark: false, guardingFormulas: false).contains("\n=1+1,-,\r\n-甲,"))
        try withFolder { folder in
            try writeCSV(sheet, to: folder + "/表.csv")
            let read = try readWorkbook(at: folder + "/表.csv")
            #expect(read.sheets[0].name == "表")
            #expect(read.sheets[0].rows[1] == [.text("a,b"), .text("x\"y\nz"), .text("3")])
        }
    }
}
