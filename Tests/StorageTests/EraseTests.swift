import Basics
import Foundation
import Registry
import Testing

import Storage

@Suite(.onEachEngine) struct EraseTests {
    let desk: Desk
    let journal: Journal
    let person: Person.ID
    let next: Submission
    let token: BlindToken

    init() throws {
        desk = try Desk()
        journal = try desk.journal()
        try desk.fill(journal, 1)
        person = desk.id()
        next = try desk.submission(to: journal, people: [(person, "33070219750302001X"), (desk.id(), "2")])
        try journal.append(all: [next])
        token = journal.vault.token(.identityNumber, "33070219750302001X", in: "330702")
    }

    private func erase(_ digest: Digest) throws {
        try journal.erase(
            [digest], tokensOf: [TokenSubject(person)], in: "330702", by: desk.id(), at: Instant(milliseconds: 9))
    }

    @Test func theTextIsGoneAndTheJournalWhole() throws {
        let personal = next.sealed[1]
        let entries = try journal.entries(of: "330702")
        try erase(personal.digest)
        #expect(try journal.text(of: personal.digest, in: "330702") == .erased)
        #expect(try journal.texts(of: [personal.digest, next.sealed[2].digest], in: "330702").count == 1)
        #expect(try (journal.subjects(of: token) as [Person.ID]).isEmpty)
        #expect(try journal.entries(of: "330702") == entries)
        #expect(try journal.checkChain(of: "330702").isEmpty)
        try erase(personal.digest)
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    /// In rounds, because what is erased makes neighbours move, and a neighbour that moved may leave a copy behind.
    @Test func noCopyStaysInTheFiles() throws {
        // What PostgreSQL keeps of erased rows, its write-ahead segments do, until they are used again.
        guard desk.engine == .sqlite else { return }
        let many = try (0..<2000).map { try journal.vault.seal("第\($0)人", as: .officer, for: "330702") }
        try journal.keep(many, in: "330702")
        let before = try desk.bytes()
        #expect(before.range(of: Data(many[1].box)) != nil)
        for round in 0..<4 {
            let gone = stride(from: round, to: 2000, by: 5).map { many[$0] }
            try journal.erase(gone.map(\.digest), in: "330702", by: desk.id(), at: Instant(milliseconds: 9))
        }
        let left = try pieces(of: desk.bytes())
        #expect(many.indices.filter { $0 % 5 != 4 && left.contains(many[$0].box.prefix(12)) }.isEmpty)
        #expect(many.indices.filter { $0 % 5 == 4 }.allSatisfy { left.contains(many[$0].box.prefix(12)) })
    }

    /// All runs of twelve bytes, the length of a box's nonce.
    private func pieces(of data: Data) -> Set<ArraySlice<UInt8>> {
        let bytes = Array(data)
        return Set((0..<max(0, bytes.count - 11)).lazy.map { bytes[$0..<$0 + 12] })
    }

    @Test func anErasureOfNothingIsAFailure() throws {
        let unknown = Digest(sha256: [1])
        let failed = try failure {
            try journal.erase(
                [next.sealed[1].digest, unknown], in: "330702", by: desk.id(), at: Instant(milliseconds: 9))
        }
        #expect(failed == .textMissing(unknown))
        #expect(try journal.text(of: next.sealed[1].digest, in: "330702") != .erased)
    }

    @Test func theRecordOfAnErasureCannotBeForgedOrDenied() throws {
        let digest = next.sealed[1].digest
        try erase(digest)
        let box = next.sealed[1].box
        try journal.close()
        try desk.keep()
        func faults(after sql: String) throws -> [ChainFault.What] {
            try desk.restore()
            try desk.tamper(sql)
            let opened = try desk.journal()
            let found = try opened.checkChain(of: "330702").map(\.what)
            try opened.close()
            return found
        }
        #expect(try faults(after: "UPDATE erasures SET recorded = 8") == [.erasureAltered(digest)])
        #expect(try faults(after: "UPDATE erasures SET officer = randomblob(16)") == [.erasureAltered(digest)])
        #expect(try faults(after: "DELETE FROM erasures") == [.textGone(digest)])
        let hex = box.map { String(format: "%02x", $0) }.joined()
        #expect(try faults(after: "UPDATE sealed SET box = x'\(hex)' WHERE box IS NULL") == [.textBack(digest)])
        let forged = """
            UPDATE sealed SET box = NULL WHERE digest = x'\(next.sealed[2].digest)';
            INSERT INTO erasures SELECT jurisdiction, x'\(next.sealed[2].digest)', recorded, officer, mark FROM erasures
            """
        #expect(try faults(after: forged) == [.erasureAltered(next.sealed[2].digest)])
    }

    @Test func aChangeMadeBehindTheBackIsNotMarkedOver() throws {
        try journal.keep([], tokens: [TokenEntry(token, of: person)], in: "330702")
        try desk.tamper("DELETE FROM tokens WHERE subject <> x'\(person)'")
        #expect(try failure { try erase(next.sealed[1].digest) } == .besideChanged(position: 2))
        let officer = try journal.vault.seal("王", as: .officer, for: "330702")
        try journal.keep([officer], in: "330702")
        try desk.tamper("DELETE FROM sealed WHERE position = 0")
        #expect(try failure { try journal.keep([], in: "330702") } == .besideChanged(position: 0))
    }
}
