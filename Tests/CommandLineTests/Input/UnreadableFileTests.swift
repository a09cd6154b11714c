import Foundation
import Testing

/// Files that are no workbook, or one that no one should open: named, explained, and nothing made of them.
@Suite struct UnreadableFileTests {
    private static let table = Spreadsheet(
        sheets: [("机构", [["机构名称", "机构类型", "核定编制数"], ["测试区财政局", "行政机关", "12"]])])

    /// A file, the code it is refused with, and what the message says of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let file: String
        let code: String
        let zh: String
        let en: String
        let bytes: @Sendable () -> [UInt8]
        var testDescription: String { file }
    }

    private static let cases: [Case] = [
        Case(file: "坏压缩包.xlsx", code: "file.damaged", zh: "已损坏", en: "is damaged") {
            // The sheet's own bytes are others than those that were summed up.
            var bytes = table.bytes
            let name = Array("测试区财政局".utf8)
            if let place = bytes.indices.dropLast(name.count).first(where: { bytes[$0...].starts(with: name) }) {
                bytes[place + 1] ^= 0x01
            }
            return bytes
        },
        Case(file: "没传完.xlsx", code: "file.damaged", zh: "重新传输", en: "send it again") {
            Array(table.bytes.prefix(table.bytes.count * 2 / 3))
        },
        Case(file: "加密.xlsx", code: "file.encrypted", zh: "密码", en: "password") {
            compoundFile(streams: ["Root Entry", "EncryptionInfo", "EncryptedPackage"])
        },
        Case(file: "旧格式.xls", code: "file.old-format", zh: "另存为 .xlsx", en: "Save it as .xlsx") {
            compoundFile(streams: ["Root Entry", "Workbook"])
        },
        Case(file: "自称三千兆.xlsx", code: "file.bomb", zh: "已停止读取", en: "reading was stopped") {
            var zip = table.zip
            zip.declare(3 << 30, for: "xl/worksheets/sheet1.xml")
            return zip.bytes
        },
        Case(file: "炸弹.xlsx", code: "file.bomb", zh: "已停止读取", en: "reading was stopped") {
            // 40 MB of blanks in 40 kB, and the archive declares so.
            bomb().bytes
        },
        Case(file: "瞒报的炸弹.xlsx", code: "file.bomb", zh: "已停止读取", en: "reading was stopped") {
            var zip = bomb()
            zip.declare(1000, for: "xl/worksheets/sheet1.xml")
            return zip.bytes
        },
        Case(file: "一万列.xlsx", code: "file.too-many-columns", zh: "“机构”有 10,000 列", en: "10,000 columns in sheet “机构”")
        {
            Spreadsheet(sheets: [("机构", [(1...10_000).map { "第\($0)列" }])]).bytes
        },
        Case(file: "一万列.csv", code: "file.too-many-columns", zh: "10,000 列", en: "10,000 columns") {
            Array((1...10_000).map { "列\($0)" }.joined(separator: ",").utf8)
        },
        Case(file: "空.xlsx", code: "file.empty", zh: "0 字节", en: "0 bytes") { [] },
        Case(file: "乱码.csv", code: "file.unknown-encoding", zh: "自第 39 个字节起", en: "from byte 39") {
            Array("机构名称,核定编制数\n财政局".utf8) + [0xFF, 0xFF, 0x2C, 0x39]
        },
        Case(file: "网页.xls", code: "file.not-workbook", zh: "网页", en: "a web page") {
            Array("<html><body><table><tr><td>机构名称</td></tr></table></body></html>".utf8)
        },
        Case(file: "批复.pdf", code: "file.not-workbook", zh: "PDF", en: "a PDF file") { Array("%PDF-1.4\n".utf8) },
    ]

    private static func bomb() -> Zip {
        var zip = Zip()
        for part in table.zip.parts where part.name != "xl/worksheets/sheet1.xml" {
            zip.store(part.name, String(decoding: part.packed, as: UTF8.self))
        }
        zip.deflate("xl/worksheets/sheet1.xml", Spreadsheet.opening, thenSpaces: 160_000)
        return zip
    }

    @Test(arguments: cases) func refusedWhereNothingStands(_ file: Case) throws {
        let place = try Workplace()
        try place.write(file.bytes(), to: file.file)
        try expectRefused(
            ["import", file.file, "--document", "样编〔2020〕1号", "--drafter", "甲", "--decider", "乙"], in: place,
            code: file.code, zh: [file.file, file.zh], en: [file.file, file.en])
    }

    @Test(arguments: cases) func refusedWhereARegisterStands(_ file: Case) throws {
        let place = try Workplace(.small)
        try place.write(file.bytes(), to: file.file)
        try expectRefused(
            ["import", file.file, "--take-good-rows"], in: place, code: file.code, zh: [file.file, file.zh],
            en: [file.file, file.en])
    }

    @Test func whatTheCasesAreMadeOfCanBeRead() throws {
        let place = try Workplace()
        try place.write(Self.table.bytes, to: "好.xlsx")
        let answer = try place.succeed("import", "好.xlsx", "--check")
        #expect(answer.output.contains("读得机构1个"))
    }

    @Test func aFileThatIsTooLargeIsNotRead() throws {
        let place = try Workplace()
        try place.write([], to: "大.xlsx")
        let handle = try FileHandle(forWritingTo: place.url("大.xlsx"))
        // A hole of 129 MB takes no room on the disk, and the state of the folder is not compared for it.
        try handle.truncate(atOffset: 129 << 20)
        try handle.close()
        for (language, said) in [("zh", "134,217,728"), ("en", "134,217,728 bytes")] {
            let answer = try place.run("import", "大.xlsx", "--lang", language)
            #expect(answer.status == 1)
            #expect(answer.errors.contains("[file.too-large]") && answer.errors.contains("大.xlsx"))
            #expect(answer.errors.contains(said))
        }
        #expect(!place.has("sanding.sqlite"))
    }

    @Test func aFolderAndAFileThatIsNotThere() throws {
        let place = try Workplace()
        try FileManager.default.createDirectory(at: place.url("台账"), withIntermediateDirectories: true)
        try expectRefused(
            ["import", "台账"], in: place, code: "file.is-directory", zh: ["台账", "是文件夹"], en: ["台账", "is a folder"])
        try expectRefused(
            ["import", "没有.xlsx"], in: place, code: "file.not-found", zh: ["没有.xlsx", "不存在"],
            en: ["没有.xlsx", "does not exist"])
    }
}
