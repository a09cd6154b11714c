import Registry
import Testing

@testable import Papers

/// What was recognised, written out, mended and given back; and rows that were refused, mended and read again.
@Suite struct DistrictMappingTests {
    @Test func whatWasRecognisedReadsTheSameWhenGivenBack() throws {
        let workbook = try anhe()
        let book = try readDistrict(workbook)
        let text = book.mapping.yaml()
        #expect(
            text.contains("{ column: \"L\", header: \"核定编制数/全额事业\", field: \"heads.institutionFull\", how: header }"))
        let mapping = try BookMapping(yaml: text)
        #expect(mapping == book.mapping)
        let again = try readDistrict(workbook, mapping: mapping)
        #expect((Content(again) == Content(book)) == true)
        #expect(again.mapping.sheets == book.mapping.sheets)
        #expect((again.problems == book.problems) == true)
    }

    @Test func aClerksWordHolds() throws {
        let workbook = workbook(
            sheet(
                "甲",
                [
                    ["机构名称", "机构类型", "级次", "这一列是行政数", "工勤编制"], ["某县教育局", "政府那边的", "大", "5", "1"],
                    ["某县东镇小学", "事业单位", "小", "", "2"],
                ]),
            sheet("乙", [["姓名", "身份证号", "单位", "编制类别"], ["张三", "11010519491231002X", "老教委", "行政"]]),
            sheet("丙", [["机构名称", "机构类型", "行政编制"], ["某县教育局", "行政机关", "99"]]))
        let mapping = try BookMapping(
            yaml: """
                sheets:
                  - sheet: 甲
                    meaning: bodies
                    columns:
                      - { header: 级次, field: rank }
                      - { column: D, field: heads.administrative }
                      - { column: E, field: ignore }
                  - { sheet: 丙, meaning: ignore }
                  - { sheet: 丁, meaning: people }
                values: { type: { 政府那边的: government }, rank: { 大: zhengke, 小: guji }, kind: { 行政: nonsense } }
                names: { 老教委: 某县教育局 }
                """)
        let book = try readDistrict(workbook, mapping: mapping)
        #expect(
            book.bodies.map(\.type) == [.government, .publicInstitution]
                && book.bodies.map(\.rank) == [.zhengke, .guji])
        #expect(book.bodies.map(\.heads) == [[.administrative: 5], nil])
        #expect(book.people.first?.body == .body(0))
        // What the mapping names and is not there is said.
        #expect(book.problems.filter { $0.code == .mappingUnused }.count == 2)
        #expect(throws: UnreadableDistrict.self) { try BookMapping(yaml: "sheets: 3") }
    }

    @Test func namedRowsOfAHeader() throws {
        let rows = [["机构名称", "机构类型", "行政编制"], ["某县教育局", "行政机关", "5"], ["单位", "性质", "工勤编制"], ["某县财政局", "行政机关", "7"]]
        let mapping = BookMapping.of([SheetMapping(sheet: "甲", meaning: .bodies, headerRows: [3, 3])])
        let book = try readDistrict(workbook(sheet("甲", rows)), mapping: mapping)
        #expect(book.bodies.map(\.name) == ["某县财政局"] && book.bodies[0].heads == [.worker: 7])
    }

    @Test func refusedRowsCanBeMendedAndReadAgain() throws {
        let workbook = try anhe()
        let book = try readDistrict(workbook)
        let sheets = badRowsWorkbook(from: workbook, book: book)
        #expect(sheets.map(\.name) == ["机构", "职责", "人员"])
        #expect(sheets.map(\.rows.count) == [2, book.rejected.filter { $0.meaning == .duties }.count, 26])
        #expect(sheets[0].rows[0][11] == .text("8+2"))
        #expect(sheets[0].rows[0].last.map { "\($0)".contains("L47") } == true)

        // Written, mended and read back: what was refused is now taken, and refers to bodies taken before.
        var mended = sheets
        mended[0].rows[0][11] = .integer(14)
        mended[0].rows[1][13] = .text("15")
        let lost = book.rejected.filter { $0.meaning == .people }.enumerated()
            .filter { $0.element.problems.contains { $0.code == .identityDigitsLost } }.map(\.offset)
        try #require(lost.count == 2)
        mended[2].rows[lost[0]][3] = .text("11010519491231002X")
        mended[2].rows[lost[1]][3] = .text("34052419800101001X")
        let read = try readWorkbook(bytes: workbookBytes(mended), named: "mended.xlsx")
        let again = try readDistrict(read, known: book.bodies.map(\.name))
        #expect(again.bodies.map(\.name) == ["安和区交通应急保障站", "安和区国库支付服务中心"])
        #expect(again.bodies.first?.supervisor == book.body(named: "安和区交通运输局").map { .known($0) })
        #expect(again.bodies.first?.heads?[.institutionFull] == 14)
        #expect(again.rejected.isEmpty)
        #expect(again.people.count == 26 && again.duties.count == 9)
        #expect(badRowsWorkbook(from: read, book: again).isEmpty)
    }
}

extension BookMapping {
    fileprivate static func of(_ sheets: [SheetMapping]) -> BookMapping {
        var mapping = BookMapping()
        mapping.sheets = sheets
        return mapping
    }
}
