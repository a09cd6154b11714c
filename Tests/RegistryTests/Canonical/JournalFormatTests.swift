import Basics
import Registry
import Testing

/// The code against `docs/journal-format.md`, whose vectors another encoder made.
@Suite struct JournalFormatTests {
    let format: JournalFormat

    init() throws { format = try JournalFormat() }

    private func bytes(of change: Change) -> [UInt8] {
        var writer = CanonicalWriter()
        change.encode(to: &writer)
        return writer.bytes
    }

    private func change(from bytes: [UInt8]) throws(MalformedRecord) -> Change {
        var reader = CanonicalReader(bytes)
        let change = try Change(from: &reader)
        try reader.finish()
        return change
    }

    @Test func vectorsAndValuesAreTheSameSet() {
        #expect(Set(format.vectors.keys) == Set(VectorValues.changes.map(\.name) + ["entry-1", "entry-2"]))
        #expect(format.vectors.count == VectorValues.changes.count + 2)
        let codes = Set(VectorValues.changes.map { bytes(of: $0.change)[0] })
        #expect(codes == Set(1...42))
    }

    @Test(arguments: VectorValues.changes.map(\.name))
    func changeHasTheBytesOfTheDocument(name: String) throws {
        let value = try #require(VectorValues.changes.first { $0.name == name }).change
        let expected = try #require(format.vectors[name])
        #expect(bytes(of: value) == expected)
        #expect(try change(from: expected) == value)
    }

    @Test func entriesHaveTheBytesOfTheDocument() throws {
        for (index, entry) in VectorValues.entries.enumerated() {
            let expected = try #require(format.vectors["entry-\(index + 1)"])
            #expect(entry.bytes == expected)
            #expect(try Entry(bytes: expected) == entry)
            #expect(format.text.contains("`\(entry.digest)`"))
        }
    }

    @Test func sealedTextHasTheDigestOfTheDocument() throws {
        let match = try #require(
            format.text.firstMatch(of: /title `([^`]+)` under the key `([0-9a-f]{64})` has the digest `([0-9a-f]{64})`/)
        )
        let key = try #require(Digest(hex: match.2)).bytes
        #expect(Digest(keyed: key, of: Array(match.1.utf8)).description == match.3)
    }

    @Test func integersHaveTheBytesOfTheDocument() throws {
        #expect(format.integers.count == 13)
        for (number, expected) in format.integers {
            var writer = CanonicalWriter()
            writer.integer(number)
            #expect(writer.bytes == expected)
            var reader = CanonicalReader(expected)
            #expect(try reader.integer() == number)
            try reader.finish()
        }
    }

    /// Nothing that is not whole reads as something, and two records never read as one.
    @Test(arguments: VectorValues.changes.map(\.name))
    func damagedChangeIsRefusedOrIsAnother(name: String) throws {
        let whole = try #require(format.vectors[name])
        for length in whole.indices {
            #expect(throws: MalformedRecord.self) { try change(from: Array(whole.prefix(length))) }
        }
        #expect(throws: MalformedRecord.trailing(1)) { try change(from: whole + [0]) }
        for damaged in flips(of: whole) {
            guard let read = try? change(from: damaged) else { continue }
            #expect(read != (try change(from: whole)))
            #expect(bytes(of: read) == damaged)
        }
    }

    @Test func damagedEntryIsRefusedOrIsAnother() throws {
        for entry in VectorValues.entries {
            let whole = entry.bytes
            for length in whole.indices {
                #expect(throws: MalformedRecord.self) { try Entry(bytes: Array(whole.prefix(length))) }
            }
            #expect(throws: MalformedRecord.trailing(2)) { try Entry(bytes: whole + [0, 0]) }
            for damaged in flips(of: whole) {
                guard let read = try? Entry(bytes: damaged) else { continue }
                #expect(read != entry && read.bytes == damaged)
            }
        }
    }

    private func flips(of bytes: [UInt8]) -> [[UInt8]] {
        bytes.indices.flatMap { place in
            (0..<8).map { bit in
                var damaged = bytes
                damaged[place] ^= 1 << bit
                return damaged
            }
        }
    }

    @Test func factsOutOfOrderAreRefused() throws {
        var whole = try #require(format.vectors["establish-whole"])
        let facts = try #require(whole.firstRange(of: [2, 24, 4, 216, 4]))
        whole.replaceSubrange(facts, with: [4, 216, 4, 2, 24])
        #expect(throws: MalformedRecord.notCanonical("facts")) { try change(from: whole) }
    }

    @Test func onlyRecordableMomentsAreRead() throws {
        let entry = VectorValues.entries[0]
        func bytes(at milliseconds: Int64) -> [UInt8] {
            Entry(
                jurisdiction: entry.jurisdiction, position: 1, recorded: Instant(milliseconds: milliseconds),
                previous: .none, act: entry.act
            ).bytes
        }
        for milliseconds in [Int64.min, -2_208_988_800_001, 32_503_680_000_000, .max] {
            #expect(throws: MalformedRecord.notCanonical("recorded")) { try Entry(bytes: bytes(at: milliseconds)) }
        }
        for milliseconds: Int64 in [-2_208_988_800_000, 0, 32_503_679_999_999] {
            #expect(throws: Never.self) { try Entry(bytes: bytes(at: milliseconds)) }
        }
    }

    @Test func unknownCodesAreRefused() throws {
        #expect(throws: MalformedRecord.unknownCode(43, of: "change")) { try change(from: [43]) }
        #expect(throws: MalformedRecord.unknownCode(0, of: "change")) { try change(from: [0]) }
        var entry = VectorValues.entries[0].bytes
        entry[0] = 2
        #expect(throws: MalformedRecord.unknownCode(2, of: "format")) { try Entry(bytes: entry) }
        entry[0] = 1
        entry[2] = 3
        #expect(throws: MalformedRecord.unknownCode(3, of: "digest algorithm")) { try Entry(bytes: entry) }
    }

    @Test func tableOfChangesNamesEveryCase() {
        for (name, change) in VectorValues.changes {
            let label = "\(change)".prefix { $0 != "(" }
            #expect(format.changeCodes[bytes(of: change)[0]] == String(label), "\(name)")
        }
        #expect(format.changeCodes.count == 42)
    }

    @Test func tablesOfCodesNameEveryCase() {
        func check<Value: RawRepresentable<UInt8> & CaseIterable>(_ type: Value.Type, _ what: String) {
            let expected = Dictionary(uniqueKeysWithValues: Value.allCases.map { ($0.rawValue, "\($0)") })
            #expect(format.codes(of: what) == expected, "\(what)")
        }
        check(EstablishmentKind.self, "kind of establishment")
        check(LeaderRole.self, "leader role")
        check(Rank.self, "rank")
        check(FigureGroup.self, "group of figures")
        check(Reservation.Purpose.self, "purpose of a reservation")
        check(InstitutionType.self, "type of body")
        check(InstitutionCategory.self, "category")
        check(Funding.self, "funding")
        check(ScaleMeasure.self, "measure")
        check(PositionKind.self, "position")
        check(PersonStatus.self, "status")
        check(ExitCause.self, "cause of leaving")
        check(MatterRole.self, "role in a matter")
    }
}
