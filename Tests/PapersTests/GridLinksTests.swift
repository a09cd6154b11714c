import Testing

@testable import Papers

@Suite("Links within a workbook, and names of sheets")
struct GridLinksTests {
    private let column = [OutputColumn("检查", width: 20)]

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        try bytes.withUnsafeBufferPointer { bytes in
            var container = try Container(bytes, limits: .standard)
            var text: [UInt8] = []
            try container.unpack(name) { text += $0 }
            return String(decoding: text, as: UTF8.self)
        }
    }

    @Test("a link leads to the cell of the sheet named, and its text is read back")
    func links() throws {
        let bytes = try workbookBytes([
            OutputSheet(
                name: "汇总", columns: column,
                rows: [[.link("超编 & 混编", sheet: "it's 超编")], [.link("空编", sheet: "空编", cell: "B3")]]),
            OutputSheet(name: "it's 超编", preface: [[.link("返回", sheet: "汇总")]], columns: column, rows: []),
            OutputSheet(name: "空编", columns: column, rows: []),
        ])
        let first = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(first.contains("<hyperlink ref=\"A2\" location=\"'it''s 超编'!A1\""))
        #expect(first.contains("<hyperlink ref=\"A3\" location=\"'空编'!B3\""))
        #expect(try part("xl/worksheets/sheet2.xml", of: bytes).contains("<hyperlink ref=\"A1\" location=\"'汇总'!A1\""))
        let read = try readWorkbook(bytes: bytes, named: "x.xlsx")
        #expect(read.sheets[0].rows.map { $0.map(\.text) } == [["检查"], ["超编 & 混编"], ["空编"]])
        #expect(read.sheets[1].rows[0].map(\.text) == ["返回"])
    }

    @Test("more links than a sheet has room for stay as text")
    func manyLinks() throws {
        let rows = (0..<65_540).map { [OutputCell.link("行\($0)", sheet: "a")] }
        let bytes = try workbookBytes([OutputSheet(name: "a", columns: column, rows: rows)])
        let read = try readWorkbook(bytes: bytes, named: "x.xlsx")
        #expect(read.sheets[0].rows.count == 65_541)
        #expect(read.sheets[0].rows.last?.first?.text == "行65539")
    }

    @Test("a heading further down is text, in delimited files too")
    func headings() throws {
        let sheet = OutputSheet(name: "a", columns: column, rows: [[.heading("规格")], [.link("=甲", sheet: "a")]])
        let read = try readWorkbook(bytes: workbookBytes([sheet]), named: "x.xlsx")
        #expect(read.sheets[0].rows.map { $0.map(\.text) } == [["检查"], ["规格"], ["=甲"]])
        #expect(csvText(sheet, byteOrderMark: false) == "检查\r\n规格\r\n'=甲\r\n")
    }

    @Test("names of sheets are made legal and kept apart")
    func names() throws {
        let long = String(repeating: "长", count: 40)
        let wanted = [
            "汇总", "a/b[c]:d*e?f\\g", "'甲'", "", "   ", "Total", "TOTAL", "total", long, long, "History",
            String(repeating: "\u{1F3DB}", count: 20), "a\nb",
        ]
        let names = legalSheetNames(wanted)
        #expect(
            names == [
                "汇总", "a b c  d e f g", "甲", "Sheet", "Sheet (2)", "Total", "TOTAL (2)", "total (3)",
                String(repeating: "长", count: 31), String(repeating: "长", count: 27) + " (2)", "History (2)",
                String(repeating: "\u{1F3DB}", count: 15), "a b",
            ])
        // The writer has a judgement of its own.
        let bytes = try workbookBytes(names.map { OutputSheet(name: $0, columns: column, rows: []) })
        #expect(try readWorkbook(bytes: bytes, named: "x.xlsx").sheets.map(\.name) == names)
    }
}
