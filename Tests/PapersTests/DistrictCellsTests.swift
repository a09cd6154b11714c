import Basics
import Registry
import Testing

@testable import Papers

/// Numbers, dates and identity numbers as they are typed.
@Suite struct DistrictCellsTests {
    let words: RowWords

    init() throws { words = try Vocabulary.bundled().rows }

    @Test(
        arguments: [
            ("12", 12), (" 12 ", 12), ("１２", 12), ("12.0", 12), ("12名", 12), ("1,234", 1234), ("1，234人", 1234),
            ("十二", 12),
            ("一百零五名", 105), ("0", 0), ("\u{3000}7\u{200B}", 7), ("２", 2), ("〇", 0),
        ])
    func countsAreRead(text: String, value: Int) {
        #expect(readCount(.text(text), words: words) == .value(value))
    }

    @Test(arguments: ["", "—", "-", "－", "/", "无", " ", "\u{3000}", "——", "N/A"])
    func blanksAreBlank(text: String) {
        #expect(readCount(.text(text), words: words) == .blank)
    }

    @Test(
        arguments: [
            ("约10", CountFault.approximate), ("8+2", .sum), ("12.5", .fraction), ("-3", .negative), ("不详", .unknown),
            ("若干", .noNumber),
            ("10左右", .approximate), ("3-5", .approximate), ("1,23", .approximate), ("12/13", .approximate),
            ("99999999", .tooLarge),
        ])
    func countsAreNotGuessed(text: String, fault: CountFault) {
        #expect(readCount(.text(text), words: words) == .unreadable(fault))
    }

    @Test func countCells() {
        #expect(readCount(.number(12, written: "12"), words: words) == .value(12))
        #expect(readCount(.number(12.5, written: "12.5"), words: words) == .unreadable(.fraction))
        #expect(readCount(.number(-1, written: "-1"), words: words) == .unreadable(.negative))
        #expect(readCount(.empty, words: words) == .blank)
        #expect(readCount(.fault("#REF!"), words: words) == .unreadable(.fault))
        #expect(readCount(.uncalculated, words: words) == .unreadable(.uncalculated))
    }

    @Test(
        arguments: [
            ("2020-05-31", "2020-05-31"), ("2020/5/31", "2020-05-31"), ("2020.5.31", "2020-05-31"),
            ("20200531", "2020-05-31"),
            ("2020年5月31日", "2020-05-31"), ("2020年5月", "2020-05"), ("２０２０年５月", "2020-05"), ("二〇二〇年五月三十一日", "2020-05-31"),
            ("二○二○年十月", "2020-10"), ("二零二零年十二月二十日", "2020-12-20"), ("2020-5", "2020-05"), ("202005", "2020-05"),
            ("2020年", "2020"),
            ("2020", "2020"), ("43982", "2020-05-31"), (" 2020 年 5 月 31 日 ", "2020-05-31"),
            ("2020-05-31 00:00:00", "2020-05-31"),
            ("2020-05-31T00:00:00", "2020-05-31"), ("2020．5．31", "2020-05-31"), ("31/5/2020", "2020-05-31"),
            ("5/31/2020", "2020-05-31"),
            ("2020.5", "2020-05"), ("2020。5。31", "2020-05-31"), ("2020年5月底", "2020-05-31"), ("2019年底", "2019-12-31"),
            ("1964/8/4", "1964-08-04"), ("90.8", "1990-08"), ("98.5.1", "1998-05-01"), ("90年8月", "1990-08"),
            ("2019.03.12.", "2019-03-12"),
            ("2019.3.12批准", "2019-03-12"), ("1990年08月01日（设立）", "1990-08-01"), ("１９９０．８", "1990-08"),
        ])
    func datesAreRead(text: String, date: String) {
        guard case .date(let read) = readDate(.text(text), words: words) else {
            Issue.record("\(text) was not read")
            return
        }
        #expect(read.description == date)
    }

    @Test(
        arguments: [
            ("2020-02-31", DateRead.impossible), ("2020年2月31日", .impossible), ("20200231", .impossible),
            ("202013", .impossible),
            ("不详", .unreadable), ("2020年春", .unreadable), ("5月31日", .unreadable), ("20205", .ambiguous),
            ("5/6/2020", .ambiguous),
            ("12.5", .ambiguous), ("2019年5月左右", .unreadable), ("", .blank), ("—", .blank), ("安编〔2020〕3号", .unreadable),
            ("2020-05-31-01", .unreadable),
        ])
    func datesAreNotGuessed(text: String, read: DateRead) {
        #expect(readDate(.text(text), words: words) == read)
    }

    @Test func dateCells() {
        let day = Day(year: 2020, month: 5, day: 31)
        #expect(day.map { readDate(.day($0), words: words) } == day.map { .date(FactDate($0)) })
        #expect(day.map { readDate(.number(43982, written: "43982"), words: words) == .date(FactDate($0)) } == true)
        #expect(
            day.map { readDate(.number(20_200_531, written: "20200531"), words: words) == .date(FactDate($0)) } == true)
        // 2020.10 typed as a number has become 2020.1.
        #expect(readDate(.number(2020.1, written: "2020.1"), words: words) == .ambiguous)
        #expect(readDate(.number(12, written: "12"), words: words) == .unreadable)
    }

    @Test(arguments: ["11010519491231002X", "440524188001010014", "34052419800101001X", "110105491231002"])
    func identityNumbersThatAreRight(number: String) { #expect(identityFault(number) == nil) }

    @Test(
        arguments: [
            ("110105194912310021", IdentityFault.checksum), ("110105194913310021", .date),
            ("11010519491231002", .shape),
            ("1101051949123100ZX", .shape), ("", .shape), ("11010519491231002x", .shape),
        ])
    func identityNumbersThatAreWrong(number: String, fault: IdentityFault) { #expect(identityFault(number) == fault) }

    /// Anywhere in a text, as people write it; a wrong check character was mistyped.
    @Test(
        arguments: [
            "核对11010519491231002X的名册", "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "号码 110105 19491231 002X。",
            "440524-1880-0101-0014", "110105491231002", "身份证110105194912310021", "2021年110105 194912310021",
            "20211440524188001010014",
        ])
    func identityNamed(text: String) { #expect(namesIdentity(text)) }

    @Test(
        arguments: [
            "", "核对转隶名册", "澄编〔2021〕12号", "2021-05-31 至 2021-06-30", "电话 0571-88888888、13800000000",
            "110105194913310021",
            "1101051949123100", "123456789012345",
        ])
    func noIdentityNamed(text: String) { #expect(!namesIdentity(text)) }

    @Test func identityCells() {
        let right = IdentityRead.number("11010519491231002X")
        #expect(readIdentity(.text("11010519491231002x"), words: words) == right)
        #expect(readIdentity(.text(" 110105 19491231 002Ｘ "), words: words) == right)
        #expect(readIdentity(.text("１１０１０５１９４９１２３１００２Ｘ"), words: words) == right)
        #expect(readIdentity(.text("'11010519491231002X"), words: words) == right)
        #expect(
            readIdentity(.number(3.39902199005012e17, written: "3.39902199005012E+17"), words: words) == .digitsLost)
        #expect(
            readIdentity(.number(339_902_199_005_012_000, written: "339902199005012000"), words: words) == .digitsLost)
        #expect(readIdentity(.text("3.39902E+17"), words: words) == .digitsLost)
        #expect(
            readIdentity(.number(110_105_491_231_002, written: "110105491231002"), words: words)
                == .number("110105491231002"))
        #expect(readIdentity(.text("11010519491231002"), words: words) == .unreadable)
        #expect(readIdentity(.text("—"), words: words) == .blank)
        #expect(identitySex("11010519491231002X") == .female && identitySex("110105194912310031") == .male)
        #expect(maskedIdentity("11010519491231002X") == "110105******")
    }

    @Test func creditCodes() {
        for code in [
            "91110000101623741K", "911101066976941872", "12330702471723651X", "12330702MB0000019C",
            "123307020025900082",
        ] {
            #expect(creditCodeFault(code) == nil, "\(code)")
        }
        #expect(creditCodeFault("91350211M0000XUF46") == .checksum)
        #expect(creditCodeFault("9135021IM0000XUF46") == .shape)
        #expect(creditCodeFault("123") == .shape)
    }

    @Test func amounts() throws {
        let headers = try Vocabulary.bundled().headers
        func read(_ cell: Cell) -> Double? {
            readAmount(cell, scale: { headers.scale($0, of: "money") }).map { $0.value * ($0.unit ?? 1) }
        }
        #expect(read(.number(830.5, written: "830.5")) == 830.5)
        #expect(read(.text("1,200.5")) == 1200.5)
        #expect(read(.text("830万元")) == 830)
        #expect(read(.text("8300000元")).map { ($0 * 100).rounded() / 100 } == 830)
        #expect(read(.text("1.2亿元")) == 12000)
        #expect(read(.text("约830")) == nil)
        #expect(read(.text("8+2")) == nil)
    }

    @Test func chineseNumerals() {
        #expect(chineseNumber("二十三") == 23 && chineseNumber("十") == 10 && chineseNumber("二〇二〇") == 2020)
        #expect(chineseNumber("一百二十") == 120 && chineseNumber("一千零一") == 1001)
        #expect(chineseNumber("十百") == nil && chineseNumber("") == nil && chineseNumber("二个") == nil)
    }
}

/// The error of a formula is no text: no body is called #N/A.
@Suite struct DistrictFaultTests {
    private func book(_ rows: [[Cell]]) throws -> DistrictBook {
        let header = ["机构名称", "机构类型", "主管部门", "行政编制", "备注", "简称"].map { Cell.text($0) }
        return try readDistrict(
            Workbook(sheets: [Sheet(name: "机构", rows: [header] + rows)], origin: .xlsx))
    }

    @Test func aFaultyNameIsRefusedAndAFaultyRemarkLeftUnknown() throws {
        let book = try book([
            [.text("甲局"), .text("行政机关"), .empty, .number(5, written: "5"), .fault("#REF!"), .fault("#N/A")],
            [.fault("#VALUE!"), .text("行政机关"), .empty, .number(6, written: "6")],
            [.text("丙局"), .text("行政机关"), .fault("#N/A"), .number(7, written: "7")],
            [.uncalculated, .text("行政机关"), .empty, .number(8, written: "8")],
            [.text("戊局"), .text("行政机关"), .empty, .uncalculated],
        ])
        #expect(book.bodies.map(\.name) == ["甲局"] && book.bodies[0].shortName == nil)
        #expect(book.outsideBodies.isEmpty)
        #expect(book.rejected.map(\.origin.row) == [3, 4, 5, 6])
        let faulty = book.problems.filter { $0.code == .cellFaulty }
        #expect(Set(faulty.filter { $0.severity == .error }.compactMap(\.cell)) == ["A3", "C4", "A5"])
        #expect(faulty.filter { $0.severity == .warning }.compactMap(\.cell).contains("F2"))
        #expect(faulty.first { $0.cell == "A5" }?.why.zh == "“机构名称”是公式，文件里没有存下结果。")
        #expect(!book.problems.contains { $0.code == .nameMissing }, "each cell is named once")
        let figure = try #require(book.problems.first { $0.cell == "D6" })
        #expect(figure.code == .numberUnreadable && figure.why.zh.contains("没有存下结果的公式"))
    }
}
