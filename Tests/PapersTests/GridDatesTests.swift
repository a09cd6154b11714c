import Basics
import Papers
import Testing

@Suite("Dates of an XLSX sheet")
struct GridDatesTests {
    /// Style 0 is general, 1 built-in 14, then one style for each code.
    private func styles(_ codes: [String]) -> String {
        let written = codes.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
        let formats = [0, 14] + codes.indices.map { 164 + $0 }
        // The named styles before, and the differential ones after, must not be counted.
        return "<numFmts>\(written)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
            + formats.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
            + "</cellXfs><dxfs><dxf><numFmt numFmtId=\"0\" formatCode=\"yyyy\"/></dxf></dxfs>"
    }

    private func cell(_ value: String, style: Int, codes: [String] = [], is1904: Bool = false) throws -> Cell {
        var fixture = XLSXFixture(rows: "<row><c s=\"\(style)\"><v>\(value)</v></c></row>")
        fixture.styles = styles(codes)
        if is1904 { fixture.workbookProperties = "<workbookPr date1904=\"1\"/>" }
        return try #require(fixture.rows().first?.first)
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Cell {
        .day(try #require(Day(year: year, month: month, day: day)))
    }

    @Test(
        "the epoch of 1900 with the day that never was",
        arguments: [
            ("1", 1900, 1, 1), ("59", 1900, 2, 28), ("61", 1900, 3, 1), ("43982", 2020, 5, 31),
            ("43982.75", 2020, 5, 31),
            ("36526", 2000, 1, 1), ("2958465", 9999, 12, 31),
        ])
    func epoch1900(serial: String, year: Int, month: Int, dayOfMonth: Int) throws {
        #expect(try cell(serial, style: 1) == day(year, month, dayOfMonth))
    }

    @Test("numbers that are no day stay numbers", arguments: ["0", "0.5", "60", "-1", "2958466"])
    func noDay(serial: String) throws {
        #expect(try cell(serial, style: 1) == .number(#require(Double(serial)), written: serial))
    }

    @Test("the epoch of 1904", arguments: [("1", 1904, 1, 2), ("42520", 2020, 5, 31), ("2957003", 9999, 12, 31)])
    func epoch1904(serial: String, year: Int, month: Int, dayOfMonth: Int) throws {
        #expect(try cell(serial, style: 1, is1904: true) == day(year, month, dayOfMonth))
    }

    @Test(
        "formats that show a date",
        arguments: [
            "yyyy-mm-dd", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "[$-804]yyyy/m/d", "d-mmm", "mmm-yy",
            "[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;", "m/d/yy h:mm", "YYYY.MM", "m月",
            "yyyy\\-mm\\-dd\\ hh:mm:ss.000",
        ])
    func dateFormats(code: String) throws {
        #expect(try cell("43982", style: 2, codes: [code]) == day(2020, 5, 31))
    }

    @Test(
        "formats that show none",
        arguments: [
            "0.00", "h:mm", "[h]:mm:ss", "mm:ss.0", "[Red]#,##0", "0&quot;days&quot;", "\\d0", "0_d", "General", "@",
            "0年",
            "0;yyyy", "0.00E+00", "#,##0&quot;年&quot;",
        ])
    func otherFormats(code: String) throws {
        #expect(try cell("43982", style: 2, codes: [code]) == .number(43982, written: "43982"))
    }

    @Test("a general number and a style beyond the table are no dates")
    func general() throws {
        #expect(try cell("43982", style: 0) == .number(43982, written: "43982"))
        #expect(try cell("43982", style: 99) == .number(43982, written: "43982"))
    }

    @Test(
        "built-in formats of dates, and of times",
        arguments: [
            (14, true), (17, true), (22, true), (27, true), (31, true), (36, true), (50, true), (58, true),
            (18, false), (21, false), (32, false), (45, false), (47, false), (49, false), (10, false),
        ])
    func builtin(number: Int, isDate: Bool) throws {
        var fixture = XLSXFixture(rows: "<row><c s=\"0\"><v>43982</v></c></row>")
        fixture.styles = "<cellXfs><xf numFmtId=\"\(number)\"/></cellXfs>"
        let expected = try isDate ? day(2020, 5, 31) : .number(43982, written: "43982")
        #expect(try fixture.rows() == [[expected]])
    }

    @Test("cells of the ISO date type")
    func isoCells() throws {
        let rows = try XLSXFixture(
            rows: """
                <row><c t="d"><v>2020-05-31</v></c><c t="d"><v>2020-05-31T08:00:00</v></c>
                <c t="d"><v>2020-02-30</v></c></row>
                """
        ).rows()
        #expect(try rows == [[day(2020, 5, 31), day(2020, 5, 31), .text("2020-02-30")]])
    }
}
