import Basics
import Registry
import Storage
import Testing

/// A journal chained by SM3: it stands, what is altered in it is found, and a copy of it is the same.
@Suite(.onEachEngine) struct DigestChoiceTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    /// Entries as a history makes them that begins by SM3.
    private func fill(_ journal: Journal) throws -> History {
        var history = History(jurisdiction: "330702", algorithm: .sm3)
        for number in 1...3 {
            let submission = try desk.submission(to: journal)
            let admission = try history.judge(submission.entry.act, recorded: Instant(milliseconds: Int64(number)))
            history.accept(admission)
            try journal.append(all: [Submission(admission.entry, sealing: submission.sealed)])
        }
        return history
    }

    @Test func aChainBySM3StandsAndGoesOn() throws {
        let journal = try desk.journal()
        let history = try fill(journal)
        #expect(try journal.head(of: "330702")?.digest == history.head)
        #expect(history.head == Digest(.sm3, of: history.entries[2].bytes))
        #expect(history.entries.allSatisfy { $0.algorithm == .sm3 })
        #expect(history.entries[2].previous == Digest(.sm3, of: history.entries[1].bytes))
        #expect(try journal.checkChain(of: "330702").isEmpty)
        let loaded = History(folding: try journal.entries(of: "330702"), of: "330702")
        let next = try loaded.judge(desk.submission(to: journal).entry.act, recorded: Instant(milliseconds: 9))
        #expect(next.entry.algorithm == .sm3)
        let outside = try #require(try journal.outsideDigest(of: "330702"))
        #expect(try journal.check(against: [outside]).isEmpty)
    }

    @Test func whatIsAlteredIsFound() throws {
        let journal = try desk.journal()
        let history = try fill(journal)
        try journal.close()
        var bytes = history.entries[1].bytes
        bytes[bytes.count - 1] ^= 1
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try desk.tamper("UPDATE journal SET body = x'\(hex)' WHERE position = 2")
        let found = try desk.journal().checkChain(of: "330702")
        #expect(found.contains { $0.position == 2 && $0.what == .altered })
        #expect(found.contains { $0.position == 3 && $0.what == .notFollowing })
    }
}
