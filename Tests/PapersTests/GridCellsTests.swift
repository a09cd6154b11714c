import Basics
import Papers
import Testing

@Suite("Cells of an XLSX sheet")
struct GridCellsTests {
    @Test("shared, rich, phonetic and inline strings")
    func strings() throws {
        var fixture = XLSXFixture(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
                <c r="D1" t="inlineStr"><is><r><t>区</t></r><r><rPr/><t>政府</t></r>
                <rPh sb="0" eb="1"><t>qu</t></rPh></is></c>
                <c r="E1" t="inlineStr"><is><t xml:space="preserve"> 两端 </t></is></c></row>
                """)
        fixture.sharedStrings = """
            <si><t>财政局</t></si><si><r><t>发展和</t></r><r><t>改革局</t></r></si>
            <si><t>审计</t><rPh sb="0" eb="2"><t>shenji</t></rPh><phoneticPr fontId="1"/></si>
            """
        #expect(
            try fixture.rows() == [
                [
                    .text("财政局"), .text("发展和改革局"), .text("审计"), .text("区政府"), .text(" 两端 "),
                ]
            ])
    }

    @Test("control characters spelled out, references and CDATA")
    func escapes() throws {
        var fixture = XLSXFixture(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a&amp;b&lt;&#x4E2D;</t></is></c>
                <c r="C1" t="inlineStr"><is><t><![CDATA[x<y]]></t></is></c>
                <c r="D1" t="str"><f>A1</f><v>第_x000A_二</v></c></row>
                """)
        fixture.sharedStrings = "<si><t>一_x000D_&#10;二 _x005F_x000D_ _x00 _xZZZZ_</t></si>"
        #expect(
            try fixture.rows() == [
                [
                    .text("一\r\n二 _x000D_ _x00 _xZZZZ_"), .text("a&b<中"), .text("x<y"), .text("第\n二"),
                ]
            ])
    }

    @Test("numbers keep their digits; truths, faults and the values of formulas")
    func values() throws {
        let rows = try XLSXFixture(
            rows: """
                <row r="1"><c r="A1"><v>4.1010119900101002E+17</v></c><c r="B1" t="n"><f>1+1</f><v>2</v></c>
                <c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><f>X!A1</f><v>#REF!</v></c>
                <c r="E1" t="str"><f>"a"</f><v>a</v></c><c r="F1" t="str"><f>""</f><v></v></c>
                <c r="G1"><f>SUM(A1:B1)</f><v/></c><c r="H1"><f>SUM(A1:B1)</f></c><c r="I1"><v>
                 3.50
                </v></c><c r="J1" t="b"><v>0</v></c></row>
                """
        ).rows()
        #expect(
            rows == [
                [
                    .number(4.1010119900101002e17, written: "4.1010119900101002E+17"), .number(2, written: "2"),
                    .truth(true), .fault("#REF!"), .text("a"), .empty, .uncalculated, .uncalculated,
                    .number(3.5, written: "3.50"), .truth(false),
                ]
            ])
    }

    @Test("cells and rows without names follow one another; empty rows keep their place")
    func places() throws {
        let rows = try XLSXFixture(
            rows: """
                <row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row>
                <row><c r="C5"><v>5</v></c></row><row><c r="A8"><v>8</v></c></row><row r="9"><c r="A9" s="1"/></row>
                """
        ).rows()
        let number = { (value: Double) in Cell.number(value, written: String(Int(value))) }
        #expect(
            rows == [
                [number(1), number(2)], [], [], [.empty, number(3), number(4)], [.empty, .empty, number(5)], [], [],
                [number(8)],
            ])
    }

    @Test("rows out of order and given twice")
    func disorder() throws {
        let rows = try XLSXFixture(
            rows: """
                <row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row>
                <row r="1"><c r="C1"><v>2</v></c></row>
                """
        ).rows()
        let number = { (value: Double) in Cell.number(value, written: String(Int(value))) }
        #expect(rows == [[number(1), number(9), number(2)], [], [number(3)]])
    }

    @Test("merges, prefixed namespaces, the strict namespace, absolute targets")
    func shapes() throws {
        var fixture = XLSXFixture()
        fixture.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        fixture.relationshipTypes = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        fixture.targetPrefix = "/xl/"
        fixture.sheets = [
            (
                "Sheet1", nil,
                """
                <x:worksheet xmlns:x="\(fixture.namespace)"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr">
                <x:is><x:t>名称</x:t></x:is></x:c></x:row></x:sheetData>
                <x:mergeCells count="2"><x:mergeCell ref="B2:D3"/>
                <x:mergeCell ref="AA10:AB10"/></x:mergeCells></x:worksheet>
                """
            )
        ]
        let sheet = try #require(try fixture.read().sheets.first)
        #expect(sheet.rows == [[], [.empty, .text("名称")]])
        #expect(
            sheet.merges == [
                Merge(top: 1, left: 1, bottom: 2, right: 3), Merge(top: 9, left: 26, bottom: 9, right: 27),
            ])
        #expect(sheet.merge(row: 2, column: 3) == sheet.merges[0])
        #expect(sheet.merge(row: 2, column: 4) == nil)
        #expect(sheet[1, 1] == .text("名称"))
        #expect(sheet[-1, 0] == .empty && sheet[1, 7] == .empty && sheet[99, 0] == .empty)
    }

    @Test("the order of tabs, hidden sheets, names with references")
    func tabs() throws {
        var fixture = XLSXFixture()
        fixture.targetPrefix = "../xl/./"
        fixture.sheets = ["机构", "A&amp;B &lt;1&gt;", "隐"].enumerated().map { index, name in
            (name, index == 2 ? "veryHidden" : nil, fixture.worksheet(rows: "<row><c><v>\(index)</v></c></row>"))
        }
        let workbook = try fixture.read()
        #expect(workbook.sheets.map(\.name) == ["机构", "A&B <1>", "隐"])
        #expect(workbook.sheets.map(\.hidden) == [false, false, true])
        #expect(workbook.sheets.map { $0[0, 0].text } == ["0", "1", "2"])
        #expect(workbook.sheet(named: "隐")?.hidden == true)
        #expect(workbook.origin == .xlsx)
    }

    @Test("text of cells, trimmed of every kind of space")
    func text() {
        #expect(Cell.text("\u{3000} 财政 局\u{A0}\n").text == "财政 局")
        #expect(Cell.number(1, written: "1.0").text == "1.0")
        #expect(Cell.truth(true).text == "TRUE")
        #expect(Cell.fault("#N/A").text == "#N/A")
        #expect(Cell.text("\u{3000}").isBlank && Cell.empty.isBlank && !Cell.number(0, written: "0").isBlank)
        #expect(Cell.text(" \u{3000} ").text.isEmpty)
    }

    @Test(
        "names of cells",
        arguments: [
            (0, 0, "A1"), (130, 13, "N131"), (0, 25, "Z1"), (8, 26, "AA9"), (0, 701, "ZZ1"), (0, 702, "AAA1"),
            (1_048_575, 16_383, "XFD1048576"),
        ])
    func names(row: Int, column: Int, name: String) {
        #expect(cellName(row: row, column: column) == name)
    }

    @Test("progress is reported and ends at the last row")
    func progress() throws {
        let rows = (1...2500).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
        var heard: [Int] = []
        let bytes = try XLSXFixture(rows: rows).bytes()
        _ = try readWorkbook(bytes: bytes, named: "a.xlsx") { heard.append($0.rows) }
        #expect(heard == [1000, 2000, 2500])
    }

    @Test("an indent of a cell's style stands before its text, since some lists show a tree by nothing else")
    func indents() throws {
        var fixture = XLSXFixture(
            rows: "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>中心</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>中心</t></is></c><c r=\"C1\" s=\"1\"><v>5</v></c></row>")
        fixture.styles =
            "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"0\"><alignment horizontal=\"left\" indent=\"2\"/></xf></cellXfs>"
        #expect(
            try fixture.rows() == [
                [.text("\u{3000}\u{3000}中心"), .text("中心"), .number(5, written: "5")]
            ])
    }
}
