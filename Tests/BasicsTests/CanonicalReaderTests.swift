import Basics
import Testing

@Suite struct CanonicalReaderTests {
    private func integer(_ bytes: [UInt8]) throws(MalformedRecord) -> Int {
        var reader = CanonicalReader(bytes)
        let value = try reader.integer()
        try reader.finish()
        return value
    }

    @Test func integersHaveOneForm() throws {
        #expect(try integer([0x00]) == 0)
        #expect(try integer([0x01]) == -1)
        #expect(try integer([0x80, 0x01]) == 64)
        #expect(try integer([UInt8](repeating: 0xFF, count: 9) + [0x01]) == Int.min)
        #expect(throws: MalformedRecord.notCanonical("integer")) { try integer([0x80, 0x00]) }
        #expect(throws: MalformedRecord.notCanonical("integer")) { try integer([0x81, 0x80, 0x00]) }
        #expect(throws: MalformedRecord.notCanonical("integer")) {
            try integer([UInt8](repeating: 0xFF, count: 9) + [0x02])
        }
        #expect(throws: MalformedRecord.notCanonical("integer")) {
            try integer([UInt8](repeating: 0x80, count: 10) + [0x01])
        }
        #expect(throws: MalformedRecord.truncated) { try integer([0x80]) }
        #expect(throws: MalformedRecord.truncated) { try integer([]) }
        #expect(throws: MalformedRecord.trailing(1)) { try integer([0x00, 0x00]) }
    }

    @Test(arguments: [Int.min, -1_000_000_007, -65, -64, -1, 0, 1, 63, 64, 127, 128, 300, 1 << 40, Int.max])
    func integersComeBack(number: Int) throws {
        var writer = CanonicalWriter()
        writer.integer(number)
        #expect(try integer(writer.bytes) == number)
    }

    @Test func textsAreWholeAndValid() throws {
        var writer = CanonicalWriter()
        writer.text("机构编制")
        #expect(writer.bytes.prefix(3) == [24, 0xE6, 0x9C])
        var reader = CanonicalReader(writer.bytes)
        #expect(try reader.text() == "机构编制")
        for (bytes, error): ([UInt8], MalformedRecord) in [
            ([0x04, 0x41], .truncated), ([0x01], .notCanonical("length")), ([0x02, 0xFF], .notCanonical("text")),
            ([0x04, 0xC1, 0x81], .notCanonical("text")), ([0x06, 0xED, 0xA0, 0x80], .notCanonical("text")),
            ([0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], .truncated),
        ] {
            var reader = CanonicalReader(bytes)
            #expect(throws: error) { try reader.text() }
        }
    }

    /// One text has one sequence of bytes, however it was typed.
    @Test func textsAreInNormalFormC() throws {
        let composed: [UInt8] = [0xC3, 0xA9]
        let decomposed: [UInt8] = [0x65, 0xCC, 0x81]
        for bytes in [composed, decomposed] {
            var writer = CanonicalWriter()
            writer.text(try #require(String(validating: bytes, as: UTF8.self)))
            #expect(writer.bytes == [4] + composed)
        }
        var reader = CanonicalReader([6] + decomposed)
        #expect(throws: MalformedRecord.notCanonical("text")) { try reader.text() }
        // A compatibility ideograph, 豈 of U+F900, stands for the common one.
        reader = CanonicalReader([6, 0xEF, 0xA4, 0x80])
        #expect(throws: MalformedRecord.notCanonical("text")) { try reader.text() }
    }

    @Test func listsCannotAskForMoreThanThereIs() {
        func read(_ bytes: [UInt8]) throws(MalformedRecord) -> [UInt8] {
            var reader = CanonicalReader(bytes)
            return try reader.list { r throws(MalformedRecord) in try r.code() }
        }
        #expect(throws: Never.self) { try read([0x04, 7, 8]) }
        #expect(throws: MalformedRecord.notCanonical("count")) { try read([0x06, 7, 8]) }
        #expect(throws: MalformedRecord.notCanonical("count")) { try read([0x01]) }
        #expect(throws: MalformedRecord.notCanonical("count")) {
            try read([0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0])
        }
    }

    @Test func flagsDaysAndFixedLengths() throws {
        var reader = CanonicalReader([2])
        #expect(throws: MalformedRecord.unknownCode(2, of: "flag")) {
            try reader.optional { r throws(MalformedRecord) in try r.code() }
        }
        var writer = CanonicalWriter()
        writer.integer(Int(Int32.max) + 1)
        reader = CanonicalReader(writer.bytes)
        #expect(throws: MalformedRecord.notCanonical("day")) { try reader.day() }
        writer = CanonicalWriter()
        writer.day(Day(number: -719_162))
        writer.identifier(Identifier<Self>(high: 1, low: 2))
        writer.digest(Digest(sha256: [1]))
        writer.optional(nil as Day?) { $0.day($1) }
        writer.list([Day(number: 3)]) { $0.day($1) }
        reader = CanonicalReader(writer.bytes)
        #expect(try reader.day() == Day(number: -719_162))
        let identifier: Identifier<Self> = try reader.identifier()
        #expect(identifier == Identifier(high: 1, low: 2))
        #expect(try reader.digest() == Digest(sha256: [1]))
        #expect(try reader.optional { r throws(MalformedRecord) in try r.day() } == nil)
        #expect(try reader.list { r throws(MalformedRecord) in try r.day() } == [Day(number: 3)])
        try reader.finish()
        for length in [0, 15] {
            var short = CanonicalReader([UInt8](repeating: 0, count: length))
            #expect(throws: MalformedRecord.truncated) {
                let _: Identifier<Self> = try short.identifier()
            }
            #expect(throws: MalformedRecord.truncated) { try short.digest() }
        }
    }
}
