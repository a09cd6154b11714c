import Basics
import Foundation
import Registry
import Storage
import Testing

/// A copy is the journal again, whichever engine it comes from and goes to.
@Suite(.onEachEngine) struct CopyTests {
    private let desk: Desk
    private let journal: Journal
    private let entries: [Entry]
    private let officer: SealedText

    init() throws {
        desk = try Desk()
        journal = try desk.journal()
        entries = try desk.fill(journal, 4)
        try desk.fill(journal, 2, of: "330781")
        officer = try journal.vault.seal("欧阳\"测\"\n试\u{2028}", as: .officer, for: "330702")
        try journal.keep([officer], in: "330702")
        try journal.keepRules("规则包: \"试\"\n代码: 甲\\乙\n", in: "330702")
        try journal.keep(sayings: ["某表头"], by: desk.id(), at: Instant(milliseconds: 8), in: "330702")
        let gone = try #require(entries[1].act.reason)
        try journal.erase([gone], in: "330702", by: desk.id(), at: Instant(milliseconds: 9))
    }

    private func lines() throws -> [String] {
        var lines: [String] = []
        let rows = try journal.export(to: { lines.append($0) })
        #expect(rows == lines.count - 1)
        return lines
    }

    private func isSame(_ copy: Journal) throws {
        #expect(try copy.jurisdictions() == ["330702", "330781"])
        for place in ["330702", "330781"] {
            #expect(try copy.records(of: place) == journal.records(of: place))
            #expect(try copy.head(of: place) == journal.head(of: place))
            #expect(try copy.checkChain(of: place).isEmpty)
        }
        #expect(try copy.text(of: officer.digest, in: "330702") == .text("欧阳\"测\"\n试\u{2028}"))
        #expect(try copy.text(of: #require(entries[1].act.reason), in: "330702") == .erased)
        let digest = Digest(sha256: Array("规则包: \"试\"\n代码: 甲\\乙\n".utf8))
        #expect(try copy.rules([digest], in: "330702").count == 1)
        #expect(try copy.sayings(of: "330702") == journal.sayings(of: "330702"))
        #expect(try copy.sayings(of: "330702").map(\.text) == ["某表头"])
        // It goes on like the other.
        try desk.fill(copy, 1)
        #expect(try copy.checkChain(of: "330702").isEmpty)
    }

    @Test func toEachEngine() throws {
        for engine in TestEngine.allCases {
            let other = try TestEngine.$current.withValue(engine) { try Desk() }
            let receipt = try journal.copy(to: other.address)
            #expect(receipt.heads.map(\.position) == [4, 2])
            #expect(receipt.heads.first?.digest == entries[3].digest)
            try isSame(Journal(at: other.address, key: desk.key))
            #expect(try failure { _ = try journal.copy(to: other.address) } == .notEmpty)
        }
    }

    @Test func asLinesAndBack() throws {
        let lines = try lines()
        #expect(lines.first == "{\"sanding\":\"journal\",\"schema\":10}")
        for engine in TestEngine.allCases {
            let other = try TestEngine.$current.withValue(engine) { try Desk() }
            _ = try Journal.load(lines.map { $0[...] }, into: other.address)
            try isSame(Journal(at: other.address, key: desk.key))
        }
    }

    @Test func linesThatCannotBeReadAreNamedAndLeaveNothing() throws {
        let whole = try lines()
        for (number, line) in [
            (1, "{}"), (3, "[\"journal\",1]"), (4, "[\"nothing\",1]"), (5, "{\"hex\":"), (6, "[\"head\",true,{},[]]"),
        ] {
            let other = try Desk()
            var lines = whole
            lines[number - 1] = line
            #expect(
                try failure { _ = try Journal.load(lines.map { $0[...] }, into: other.address) } == .journalLine(number)
            )
            #expect(try !Journal.stands(at: other.address))
        }
        let empty = try Desk()
        #expect(try failure { _ = try Journal.load([], into: empty.address) } == .journalLine(1))
        let newer = ["{\"sanding\":\"journal\",\"schema\":99}"]
        #expect(try failure { _ = try Journal.load(newer.map { $0[...] }, into: empty.address) } == .newerSchema(99))
    }

    /// A digit changed in an exported record: the chain of what is loaded names the first Act that does not meet.
    @Test func aChangedDigitIsFound() throws {
        var lines = try lines()
        let place = try #require(lines.firstIndex { $0.hasPrefix("[\"journal\",\"330702\",3,") })
        let end = lines[place].index(lines[place].endIndex, offsetBy: -40)
        let old = lines[place][end]
        lines[place].replaceSubrange(end...end, with: old == "0" ? "1" : "0")
        let other = try Desk()
        _ = try Journal.load(lines.map { $0[...] }, into: other.address)
        let faults = try Journal(at: other.address, key: desk.key).checkChain(of: "330702")
        #expect(faults.first?.position == 3)
    }
}
