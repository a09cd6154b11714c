import Basics
import Foundation
import Registry
import Testing

import Storage

@Suite(.onEachEngine) struct VerifyTests {
    let desk: Desk
    let entries: [Entry]

    init() throws {
        desk = try Desk()
        let journal = try desk.journal()
        entries = try desk.fill(journal, 5)
        try desk.fill(journal, 2, of: "330781")
        try journal.keep([journal.vault.seal("王", as: .officer, for: "330702")], in: "330702")
        try journal.close()
        try desk.keep()
    }

    private func faults(after sql: String) throws -> [ChainFault] {
        try desk.restore()
        try desk.tamper(sql)
        let journal = try desk.journal()
        let found = try journal.checkChain(of: "330702")
        let elsewhere = try journal.checkChain(of: "330781")
        #expect(elsewhere.isEmpty)
        try journal.close()
        return found
    }

    private func outside(_ position: Int) -> OutsideDigest {
        OutsideDigest(jurisdiction: "330702", position: position, digest: entries[position - 1].digest)
    }

    @Test func aWholeJournalHasNoFault() throws {
        let journal = try desk.journal()
        #expect(try journal.checkChain(of: "330702").isEmpty)
        #expect(try journal.checkChain(of: "330799").isEmpty)
        #expect(try journal.check(against: (1...5).map(outside)).isEmpty)
        #expect(try journal.outsideDigest(of: "330702") == outside(5))
        #expect(try journal.outsideDigest(of: "330799") == nil)
    }

    /// Each decision is written down outside as it is recorded; where that can't be, it is said, and the Act stands.
    @Test func decisionsAreWrittenDownOutside() throws {
        let path = desk.path("outside.digests")
        let journal = try Journal(at: desk.address, key: desk.key, digests: path)
        let made = [try desk.submission(to: journal)]
        try journal.append(all: made)
        try desk.fill(journal, 1, of: "330781")
        let lines = try OutsideDigest.read(try String(contentsOfFile: path, encoding: .utf8))
        #expect(lines.map(\.jurisdiction) == ["330702", "330781"])
        #expect(lines[0] == OutsideDigest(jurisdiction: "330702", position: 6, digest: made[0].entry.digest))
        #expect(try journal.check(against: lines).isEmpty)
        try journal.close()
        let elsewhere = try Journal(at: desk.address, key: desk.key, digests: desk.path("no/such/folder"))
        let next = try desk.submission(to: elsewhere)
        #expect(try failure { try elsewhere.append(all: [next]) } == .digestsUnwritten(7))
        #expect(try elsewhere.head(of: "330702")?.digest == next.entry.digest)
    }

    @Test(arguments: 1...5) func aDeletedRecordIsFound(_ position: Int) throws {
        let found = try faults(after: "DELETE FROM journal WHERE jurisdiction = '330702' AND position = \(position)")
        if position < 5 {
            #expect(found.first?.what == .missing(through: position))
            #expect(found.first?.position == position)
        } else {
            #expect(found.map(\.what) == [.head])
        }
    }

    @Test func everyRowOfEveryTableIsMissedWhenDeletedOrChanged() throws {
        let tables = ["journal": 5, "head": 1, "sealed": 8, "tokens": 1, "marks": 6]
        for (table, count) in tables {
            let columns = columns(of: table)
            for row in 0..<count {
                let key = columns.prefix { $0 != "mark" && $0 != "box" && $0 != "body" }.joined(separator: ", ")
                let chosen = """
                    (\(key)) = (SELECT \(key) FROM \(table) WHERE jurisdiction = '330702'
                    ORDER BY \(key) LIMIT 1 OFFSET \(row))
                    """
                let deleted = try faults(after: "DELETE FROM \(table) WHERE \(chosen)")
                #expect(!deleted.isEmpty, "\(table) row \(row) deleted")
                for column in columns where column != "jurisdiction" {
                    let changed = try faults(after: "UPDATE \(table) SET \(column) = \(other(column)) WHERE \(chosen)")
                    #expect(!changed.isEmpty, "\(table) row \(row) column \(column)")
                }
            }
        }
    }

    private func columns(of table: String) -> [String] {
        switch table {
        case "journal": ["jurisdiction", "position", "recorded", "command", "digest", "body"]
        case "head": ["jurisdiction", "position", "digest"]
        case "sealed": ["jurisdiction", "digest", "kind", "position", "box"]
        case "tokens": ["jurisdiction", "kind", "token", "subject", "position"]
        default: ["jurisdiction", "position", "mark"]
        }
    }

    private func blob(_ bytes: [UInt8]) -> String { "x'" + bytes.map { String(format: "%02x", $0) }.joined() + "'" }

    /// Another value of the same shape: the last byte flipped, or a number one higher.
    private func other(_ column: String) -> String {
        switch column {
        case "position", "recorded": "\(column) + 100"
        case "kind": "kind + 1"
        case "subject", "command": "randomblob(16)"
        case "digest", "token", "mark": "randomblob(32)"
        default: "CAST(substr(\(column), 1, length(\(column)) - 1) || x'0102' AS BLOB)"
        }
    }

    @Test func anyFlippedByteOfARecordIsFound() throws {
        let body = entries[1].bytes
        for index in stride(from: 0, to: body.count, by: 7) {
            var bytes = body
            bytes[index] ^= 0x10
            // With the digest made to match, so that only the chain can tell.
            let found = try faults(
                after: """
                    UPDATE journal SET body = \(blob(bytes)), digest = \(blob(Digest(sha256: bytes).bytes))
                    WHERE jurisdiction = '330702' AND position = 2
                    """)
            #expect(found.contains { $0.what == .notFollowing && $0.position == 3 }, "byte \(index)")
        }
        let plain = try faults(
            after: """
                UPDATE journal SET body = \(blob(entries[2].bytes)) WHERE jurisdiction = '330702' AND position = 2
                """)
        #expect(plain.first?.what == .altered)
    }

    @Test func aCommandRecordedTwiceAndATimeThatGoesBackAreFound() throws {
        let old = entries[3]
        func replaced(_ entry: Entry) throws -> [ChainFault.What] {
            try faults(
                after: """
                    UPDATE journal SET body = \(blob(entry.bytes)), digest = \(blob(entry.digest.bytes)),
                        recorded = \(entry.recorded.milliseconds)
                    WHERE jurisdiction = '330702' AND position = 4
                    """
            ).map(\.what)
        }
        let back = Entry(
            jurisdiction: "330702", position: 4, recorded: Instant(milliseconds: 5), previous: old.previous,
            act: old.act)
        #expect(try replaced(back).contains(.recordedBack))
        let act = Act(
            command: entries[0].act.command, document: old.act.document, basis: .daily, drafter: old.act.drafter,
            changes: old.act.changes)
        let twice = Entry(jurisdiction: "330702", position: 4, recorded: old.recorded, previous: old.previous, act: act)
        #expect(try replaced(twice).contains(.commandTwice(1)))
        let displaced = Entry(
            jurisdiction: "330781", position: 4, recorded: old.recorded, previous: old.previous, act: old.act)
        #expect(try replaced(displaced).contains(.column("jurisdiction")))
    }

    @Test func lastRecordsTakenAwayCleanlyShowOutsideOnly() throws {
        let found = try faults(
            after: """
                DELETE FROM journal WHERE jurisdiction = '330702' AND position > 3;
                DELETE FROM sealed WHERE jurisdiction = '330702' AND position > 3;
                DELETE FROM tokens WHERE jurisdiction = '330702' AND position > 3;
                DELETE FROM marks WHERE jurisdiction = '330702' AND position > 3;
                UPDATE head SET position = 3, digest = x'\(entries[2].digest)' WHERE jurisdiction = '330702'
                """)
        #expect(found.isEmpty)
        let journal = try desk.journal()
        let compared = try journal.check(against: [outside(5), outside(2), outside(4)])
        #expect(compared.map(\.position) == [4, 5])
        #expect(compared.map(\.what) == [.missing(through: 4), .missing(through: 5)])
    }

    @Test func aHistoryMadeAnewIsFoundOutside() throws {
        let lines = [outside(1), outside(3), outside(5)]
        let other = try Desk()
        let forged = try other.journal()
        // The first Act is the true one. Its title can't be opened with the forger's key, and nobody asks for that here.
        let stolen = SealedText(
            jurisdiction: "330702", digest: entries[0].act.document.title, kind: .title, box: [0])
        for position in 1...5 {
            let text = try forged.vault.seal("伪造\(position)", as: .title, for: "330702")
            let entry = entries[position - 1]
            let act =
                position == 1
                ? entry.act
                : Act(
                    command: entry.act.command,
                    document: Document(
                        citation: entry.act.document.citation, title: text.digest, decided: entry.act.document.decided),
                    basis: .daily, drafter: entry.act.drafter, changes: entries[0].act.changes)
            let title = position == 1 ? stolen : text
            try forged.append(
                Entry(
                    jurisdiction: "330702", position: position, recorded: entry.recorded,
                    previous: forged.head(of: "330702")?.digest ?? .none, act: act),
                sealing: [title])
        }
        let compared = try forged.check(against: lines)
        #expect(compared.map(\.position) == [3, 5])
        #expect(compared.first?.what == .outside(entries[2].digest))
    }

    @Test func outsideDigestsAreLinesOfText() throws {
        let line = outside(4)
        #expect("\(line)" == "330702 4 \(entries[3].digest)")
        let text = "# 2020年5月\n\n\(outside(1))\r\n  \(line)  \n"
        #expect(try OutsideDigest.read(text) == [outside(1), line])
        #expect(try failure { _ = try OutsideDigest.read("\(line)\n\n330702 x abc\n") } == .outsideLine(3))
        for wrong in [
            "330702 0 \(entries[0].digest)", "330702 1", "330702 1 abc", "330702 1 \(entries[0].digest) x",
            "330702 audit \(entries[0].digest)", "330702 journal 1 \(entries[0].digest)",
        ] {
            #expect(OutsideDigest(wrong) == nil, "\(wrong)")
        }
    }

    @Test func faultsSayWhereAndWhatInBothLanguages() throws {
        let found = try faults(after: "DELETE FROM journal WHERE jurisdiction = '330702' AND position IN (3, 4)")
        let fault = try #require(found.first)
        #expect(fault.code == "records-missing")
        #expect(fault.wording.zh == "330702 第 3 号：至第 4 号的记录缺失。")
        #expect(fault.wording.en == "330702, record no. 3: records up to no. 4 are missing.")
    }
}
