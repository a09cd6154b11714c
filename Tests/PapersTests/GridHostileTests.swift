import Foundation
import Papers
import Testing

@Suite("Files that cannot be read")
struct GridHostileTests {
    @Test("nothing there, a folder, a device, an empty file, no permission")
    func places() throws {
        func failure(_ path: String) -> UnreadableFile? {
            do throws(UnreadableFile) {
                _ = try readWorkbook(at: path)
                return nil
            } catch {
                return error
            }
        }
        try withFolder { folder in
            #expect(failure(folder + "/没有.xlsx") == UnreadableFile(file: "没有.xlsx", reason: .notFound))
            #expect(failure(folder)?.reason == .isDirectory)
            #expect(failure("/dev/null")?.reason == .notRegular)
            let empty = folder + "/empty.xlsx"
            try Data().write(to: URL(fileURLWithPath: empty))
            #expect(failure(empty)?.reason == .empty)
            #expect(failure(empty + "/x")?.reason == .notFound)
        }
    }

    @Test("a file larger than the limit is not read")
    func fileTooLarge() throws {
        var limits = ReadingLimits.standard
        limits.fileBytes = 100
        #expect(reason([UInt8](repeating: 65, count: 101), limits: limits) == .tooLarge(.fileBytes, limit: 100))
        #expect(reason([UInt8](repeating: 65, count: 100), limits: limits) == nil)
    }

    @Test("truncated at every length, or with bytes changed, a file is refused or read, never a crash")
    func mutilated() throws {
        let rows = (1...300).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }.joined()
        var fixture = XLSXFixture(rows: rows)
        fixture.sharedStrings = "<si><t>财政局</t></si>"
        let bytes = try fixture.bytes()
        for length in stride(from: 4, to: bytes.count, by: 7) {
            guard case .damaged? = reason(Array(bytes[..<length])) else {
                Issue.record("cut to \(length) bytes: \(String(describing: reason(Array(bytes[..<length]))))")
                continue
            }
        }
        var refused = 0
        for index in stride(from: 30, to: bytes.count, by: 3) {
            var changed = bytes
            changed[index] ^= 0x55
            if reason(changed) != nil { refused += 1 }
        }
        #expect(refused > 100)
    }

    @Test("broken XML names the part and the line")
    func brokenXML() throws {
        let bytes = try XLSXFixture(rows: "<row>\n<c><v>1</v></d></row>").bytes()
        guard case .damaged(let detail)? = reason(bytes) else {
            Issue.record("read")
            return
        }
        #expect(detail.hasPrefix("xl/worksheets/sheet1.xml, line 2"))
    }

    @Test("document types are refused, so no entity is ever expanded")
    func documentType() throws {
        var fixture = XLSXFixture()
        fixture.sheets[0].xml = """
            <!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
            <!ENTITY f SYSTEM "file:///etc/passwd">]>
            <worksheet><sheetData><row><c t="inlineStr"><is><t>&b;&f;</t></is></c></row></sheetData></worksheet>
            """
        #expect(reason(try fixture.bytes()) == .damaged(detail: "a part declares a document type"))
    }

    @Test("elements nested beyond all reason are refused")
    func depth() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        guard case .damaged? = reason(try XLSXFixture(rows: deep).bytes()) else {
            Issue.record("read")
            return
        }
    }

    @Test("a part that unpacks a thousandfold is a bomb")
    func bomb() throws {
        let blank = String(repeating: " ", count: 40 << 20)
        #expect(reason(try XLSXFixture(rows: blank).bytes()) == .bomb)
    }

    @Test("what is unpacked is counted over all parts")
    func unpacked() throws {
        var fixture = XLSXFixture()
        let words = (0..<20_000).map { String($0 &* 2_654_435_761 % 999_983) }.joined(separator: " ")
        fixture.sheets = ["a", "b", "c"].map { ($0, nil, fixture.worksheet(rows: "<!--\(words)-->")) }
        var limits = ReadingLimits.standard
        limits.unpackedBytes = words.utf8.count * 2
        #expect(reason(try fixture.bytes(), limits: limits) == .tooLarge(.unpackedBytes, limit: limits.unpackedBytes))
        limits.unpackedBytes = words.utf8.count * 4
        #expect(reason(try fixture.bytes(), limits: limits) == nil)
    }

    @Test("a directory that declares too little is found out while unpacking, one that declares too much at once")
    func declaredSizes() throws {
        let words = (0..<3000).map { String($0 &* 2_654_435_761 % 999_983) }.joined(separator: " ")
        let rows = "<row><c t=\"inlineStr\"><is><t>\(words)</t></is></c></row>"
        let bytes = try XLSXFixture(rows: rows).bytes()
        var limits = ReadingLimits.standard
        limits.unpackedBytes = 8000
        #expect(reason(declaring(1, in: bytes), limits: limits) != nil)
        // 3 GiB declared for a part of some thousand bytes: a ratio no honest part has.
        #expect(reason(declaring(3 << 30, in: bytes)) == .bomb)
        limits = .standard
        limits.ratio = .max
        #expect(reason(declaring(3 << 30, in: bytes), limits: limits) == .tooLarge(.unpackedBytes, limit: 512 << 20))
    }

    /// The archive with another unpacked size in the directory for the worksheet.
    private func declaring(_ size: UInt32, in bytes: [UInt8]) -> [UInt8] {
        var changed = bytes
        let name = Array("xl/worksheets/sheet1.xml".utf8)
        for start in bytes.indices.dropLast(46) where bytes[start...].starts(with: [0x50, 0x4B, 1, 2]) {
            guard bytes[(start + 46)...].starts(with: name) else { continue }
            for byte in 0..<4 { changed[start + 24 + byte] = UInt8(truncatingIfNeeded: size >> (8 * UInt32(byte))) }
        }
        return changed
    }

    @Test("too many entries, sheets, cells and merges")
    func counts() throws {
        var fixture = XLSXFixture()
        fixture.sheets = (1...5).map { ("s\($0)", nil, fixture.worksheet(rows: "<row><c r=\"J1\"><v>1</v></c></row>")) }
        let bytes = try fixture.bytes()
        var limits = ReadingLimits.standard
        limits.entryCount = 8
        #expect(reason(bytes, limits: limits) == .tooLarge(.entries, limit: 8))
        limits = .standard
        limits.sheetCount = 4
        #expect(reason(bytes, limits: limits) == .tooLarge(.sheets, limit: 4))
        limits = .standard
        // Five rows of ten cells, nine of them empty but stored.
        limits.cellCount = 54
        #expect(reason(bytes, limits: limits) == .tooLarge(.cells, limit: 54))
        limits.cellCount = 55
        #expect(reason(bytes, limits: limits) == nil)
        limits.mergeCount = 1
        let merged = XLSXFixture(after: "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>")
        #expect(reason(try merged.bytes(), limits: limits) == .tooLarge(.merges, limit: 1))
    }

    @Test("ten thousand columns are counted and the sheet is named")
    func columns() throws {
        let row =
            "<row r=\"1\">" + (0..<10_000).map { "<c r=\"\(cellName(row: 0, column: $0))\"><v>1</v></c>" }.joined()
            + "</row>"
        var fixture = XLSXFixture(rows: row)
        fixture.sheets[0].name = "人员"
        #expect(reason(try fixture.bytes()) == .tooManyColumns(sheet: "人员", count: 10_000, limit: 2_000))
        let csv = Array(String(repeating: "x,", count: 9_999).utf8) + [UInt8(ascii: "x")]
        #expect(reason(csv, named: "宽.csv") == .tooManyColumns(sheet: "宽", count: 10_000, limit: 2_000))
        let wording = UnreadableFile(file: "a.xlsx", reason: .tooManyColumns(sheet: "人员", count: 10_000, limit: 2_000))
            .wording
        #expect(wording.zh.contains("工作表“人员”有 10,000 列"))
        #expect(wording.en.contains("10,000 columns in sheet “人员”"))
    }

    @Test("styled but empty cells out to the last column are no columns")
    func emptyColumns() throws {
        #expect(
            try XLSXFixture(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>").rows()
                == [[.number(1, written: "1")]])
    }

    @Test("rows beyond the limit, and numbers beyond any sheet")
    func rows() throws {
        let rows = "<row r=\"1\"><c><v>1</v></c></row><row r=\"2000001\"><c><v>1</v></c></row>"
        #expect(
            reason(try XLSXFixture(rows: rows).bytes())
                == .tooManyRows(sheet: "Sheet1", count: 2_000_001, limit: 2_000_000))
        let absurd = "<row r=\"999999999999999999\"><c r=\"ZZZZZZZZZZZZ99999999999999999999\"><v>1</v></c></row>"
        #expect(
            reason(try XLSXFixture(rows: absurd).bytes())
                == .tooManyRows(sheet: "Sheet1", count: 999_999_999_999_999_999, limit: 2_000_000))
        #expect(
            reason(
                Array(String(repeating: "a\n", count: 11).utf8), named: "长.csv",
                limits: {
                    var limits = ReadingLimits.standard
                    limits.rowCount = 10
                    return limits
                }()) == .tooManyRows(sheet: "长", count: 11, limit: 10))
    }

    @Test("compound files: locked workbooks, the old format, other documents, damage")
    func compoundFiles() {
        // The name stands in the second sector of the directory.
        let locked = ["Root Entry", "DataSpaces", "Version", "DataSpaceMap", "EncryptionInfo", "EncryptedPackage"]
        #expect(reason(compoundFile(locked)) == .encrypted)
        #expect(reason(compoundFile(["Root Entry", "Workbook"])) == .oldFormat)
        #expect(reason(compoundFile(["Root Entry", "Book"])) == .oldFormat)
        #expect(reason(compoundFile(["Root Entry", "WordDocument"])) == .notWorkbook(.document))
        #expect(
            reason(Array(compoundFile(["Root Entry"]).prefix(600)))
                == .damaged(detail: "compound file without a directory"))
    }

    @Test("archives that are no workbooks")
    func otherArchives() throws {
        let text = Array("x".utf8)
        #expect(reason(try zipped([("a.txt", text)])) == .notWorkbook(.archive))
        #expect(reason(try zipped([("mimetype", text), ("content.xml", text)])) == .notWorkbook(.openDocument))
        #expect(reason(try zipped([("[Content_Types].xml", text)])) == .damaged(detail: "xl/workbook.xml is missing"))
        var fixture = XLSXFixture()
        fixture.extra["_rels/.rels"] = fixture.parts["_rels/.rels"]?.replacingOccurrences(
            of: "xl/workbook.xml", with: "word/document.xml")
        #expect(reason(try fixture.bytes()) == .notWorkbook(.document))
        fixture.extra["_rels/.rels"] = fixture.parts["_rels/.rels"]?.replacingOccurrences(
            of: "word/document.xml", with: "xl/workbook.bin")
        #expect(reason(try fixture.bytes()) == .notWorkbook(.xlsb))
    }

    @Test("parts locked with a password of the archive")
    func lockedParts() throws {
        var bytes = try XLSXFixture().bytes()
        for start in bytes.indices.dropLast(46) where bytes[start...].starts(with: [0x50, 0x4B, 1, 2]) {
            bytes[start + 8] |= 1
        }
        #expect(reason(bytes) == .encrypted)
    }

    @Test("no sheets of cells; a sheet that is missing; a text that is missing")
    func missing() throws {
        var fixture = XLSXFixture()
        fixture.sheets = []
        #expect(reason(try fixture.bytes()) == .noSheets)
        fixture = XLSXFixture()
        fixture.extra["xl/_rels/workbook.xml.rels"] = fixture.parts["xl/_rels/workbook.xml.rels"]?
            .replacingOccurrences(of: "sheet1.xml", with: "sheet7.xml")
        #expect(reason(try fixture.bytes()) == .damaged(detail: "xl/worksheets/sheet7.xml is missing"))
        let lost = XLSXFixture(rows: "<row r=\"3\"><c r=\"C3\" t=\"s\"><v>0</v></c></row>")
        #expect(
            reason(try lost.bytes())
                == .damaged(detail: "xl/worksheets/sheet1.xml, C3: no shared string of that number"))
    }

    @Test("codes are stable and every sentence exists in both languages")
    func wordings() {
        let reasons: [UnreadableFile.Reason] = [
            .notFound, .notPermitted, .isDirectory, .notRegular, .empty, .damaged(detail: "x"), .encrypted, .oldFormat,
            .notWorkbook(.html), .tooLarge(.cells, limit: 1), .bomb, .tooManyRows(sheet: "s", count: 2, limit: 1),
            .tooManyColumns(sheet: "s", count: 2, limit: 1), .unknownEncoding(offset: 0), .noSheets, .systemError(5),
        ]
        let errors = reasons.map { UnreadableFile(file: "表.xlsx", reason: $0) }
        #expect(Set(errors.map(\.code)).count == reasons.count)
        #expect(errors[6].code == "file.encrypted")
        for error in errors {
            #expect(error.wording.zh.hasPrefix("文件“表.xlsx”") && error.wording.zh.hasSuffix("。"))
            #expect(error.wording.en.hasPrefix("“表.xlsx” ") && error.wording.en.hasSuffix("."))
        }
    }
}
