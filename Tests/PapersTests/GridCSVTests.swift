import Papers
import Testing

@Suite("Delimited text")
struct GridCSVTests {
    private func read(_ bytes: [UInt8]) throws -> Workbook {
        try readWorkbook(bytes: bytes, named: "数据/机构.2020.csv")
    }

    private func texts(_ text: String) throws -> [[String]] {
        try #require(try read(Array(text.utf8)).sheets.first).rows.map { $0.map(\.text) }
    }

    /// "机构,名称" and a line end in GB 18030.
    private let gb18030: [UInt8] = [0xBB, 0xFA, 0xB9, 0xB9, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A]

    @Test("UTF-8 with and without a mark")
    func utf8() throws {
        for mark in ["", "\u{FEFF}"] {
            let workbook = try read(Array((mark + "机构,名称\r\n1,财政局\r\n").utf8))
            #expect(
                workbook.sheets == [
                    Sheet(name: "机构.2020", rows: [[.text("机构"), .text("名称")], [.text("1"), .text("财政局")]])
                ])
            #expect(workbook.origin == .csv(encoding: .utf8, delimiter: ","))
        }
    }

    @Test("GB 18030, with characters of four bytes")
    func chinese() throws {
        // 𠮷 (U+20BB7) is 95 34 B2 35.
        let workbook = try read(gb18030 + [0x95, 0x34, 0xB2, 0x35, 0x2C, 0xC7, 0xF8])
        #expect(workbook.sheets[0].rows == [[.text("机构"), .text("名称")], [.text("𠮷"), .text("区")]])
        #expect(workbook.origin == .csv(encoding: .gb18030, delimiter: ","))
    }

    @Test("UTF-16 in both orders")
    func utf16() throws {
        let units = Array("机构\t名称\n1\t2".utf16)
        let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big] {
            let workbook = try read(bytes)
            #expect(workbook.sheets[0].rows == [[.text("机构"), .text("名称")], [.text("1"), .text("2")]])
            #expect(workbook.origin == .csv(encoding: .utf16, delimiter: "\t"))
        }
        #expect(reason(little + [0x41]) == .unknownEncoding(offset: little.count))
    }

    @Test("bars between fields, and a first line for the spreadsheet program")
    func otherMarks() throws {
        #expect(try texts("机构|名称\n1|财政局\n2|教育局\n") == [["机构", "名称"], ["1", "财政局"], ["2", "教育局"]])
        #expect(try texts("sep=;\n机构;名称\n1;财政局\n").suffix(2) == [["机构", "名称"], ["1", "财政局"]])
        #expect(try texts("sep=;\n机构;名称\n1;财政局\n").joined().allSatisfy { !$0.contains("sep") })
    }

    @Test("neither encoding: the first wrong byte is named")
    func unknown() {
        #expect(reason(gb18030 + [0x41, 0xFF, 0x41]) == .unknownEncoding(offset: 11))
        #expect(reason(Array("a,b".utf8) + [0xFF]) == .unknownEncoding(offset: 3))
        let wording = UnreadableFile(file: "a.csv", reason: .unknownEncoding(offset: 3)).wording
        #expect(wording.zh.contains("第 4 个字节"))
    }

    @Test("damaged UTF-8 is not taken for GB 18030")
    func damagedUTF8() {
        let text = Array("机构编码,机构名称,隶属单位\n".utf8)
        #expect(reason(text + [0xE8, 0xB4]) == .unknownEncoding(offset: text.count))
        #expect(reason([0xEF, 0xBB, 0xBF, 0x41, 0xC7, 0xF8]) == .unknownEncoding(offset: 4))
    }

    @Test("bytes that are no text, and other documents under the name of a table")
    func foreign() {
        #expect(reason([0x89, 0x50, 0x4E, 0x47, 0x0D, 0, 0, 0]) == .notWorkbook(.binary))
        #expect(reason(Array("%PDF-1.7\n".utf8)) == .notWorkbook(.pdf))
        #expect(
            reason(Array("\u{FEFF}\r\n <html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">".utf8))
                == .notWorkbook(.html))
        #expect(
            reason(Array("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".utf8))
                == .notWorkbook(.xml))
        #expect(reason([0xEF, 0xBB, 0xBF]) == .empty)
    }

    @Test("quotation marks, with delimiters, marks and line ends inside")
    func quotes() throws {
        #expect(
            try texts("a,\"b,c\",\"d\"\"e\"\r\n\"第一行\n第二行\",\"\",f\r\n") == [
                ["a", "b,c", "d\"e"], ["第一行\n第二行", "", "f"],
            ])
        #expect(try texts("5\" 管,b\nc,\"x\"y\n") == [["5\" 管", "b"], ["c", "xy"]])
    }

    @Test("a mark left open names its record")
    func openQuote() {
        #expect(
            reason(Array("a,b\n1,2\n3,\"4\n5,6\n".utf8))
                == .damaged(detail: "the quotation mark opened in record 3 is never closed"))
    }

    @Test("line ends of three kinds, empty lines in between and at the end")
    func lineEnds() throws {
        #expect(try texts("a,b\rc,d\n\ne,f\r\n\r\n") == [["a", "b"], ["c", "d"], [], ["e", "f"]])
        #expect(try texts("a,b,,\n") == [["a", "b"]])
    }

    @Test(
        "the delimiter that most records agree on",
        arguments: [
            ("a,b,c\n1,2,3\n", Character(",")), ("a;b;c\n1,5;2;3\n2,5;1;4\n", ";"), ("甲、乙\t数\n一,二\t1\n三\t2\n", "\t"),
            ("标题\n序号,名称\n1,\"a;b;c\"\n2,\"d;e\"\n", ","), ("只有一列\n甲\n", ","),
        ])
    func delimiter(text: String, expected: Character) throws {
        #expect(try read(Array(text.utf8)).origin == .csv(encoding: .utf8, delimiter: expected))
    }

    @Test("codes keep their zeros: no cell is a number")
    func codes() throws {
        #expect(try read(Array("007,1e3\n".utf8)).sheets[0].rows == [[.text("007"), .text("1e3")]])
    }
}
