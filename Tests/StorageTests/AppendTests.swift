import Basics
import Foundation
import Registry
import Testing

import Storage

@Suite(.onEachEngine) struct AppendTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    @Test func entriesComeBackAsTheyWere() throws {
        let journal = try desk.journal()
        let entries = try desk.fill(journal, 3)
        #expect(try journal.entries(of: "330702") == entries)
        #expect(try journal.entries(of: "330702", after: 2) == [entries[2]])
        let head = try journal.head(of: "330702")
        #expect(head?.position == 3)
        #expect(head?.digest == entries[2].digest)
        #expect(try journal.records(of: "330702").map(\.bytes) == entries.map(\.bytes))
        #expect(try journal.position(of: entries[1].act.command, in: "330702") == 2)
        #expect(try journal.position(of: desk.id(), in: "330702") == nil)
    }

    @Test func theyAreThereAfterClosing() throws {
        let first = try desk.journal()
        let entries = try desk.fill(first, 2)
        try first.close()
        // Of SQLite all is in the one file.
        #expect(!FileManager.default.fileExists(atPath: desk.journalPath + "-wal"))
        #expect(try Journal(at: desk.address, key: desk.key).entries(of: "330702") == entries)
    }

    @Test func jurisdictionsDoNotMix() throws {
        let journal = try desk.journal()
        let here = try desk.fill(journal, 2, of: "330702")
        let there = try desk.fill(journal, 3, of: "330781")
        #expect(try journal.jurisdictions() == ["330702", "330781"])
        #expect(try journal.entries(of: "330702") == here)
        #expect(try journal.entries(of: "330781") == there)
        #expect(try journal.position(of: there[0].act.command, in: "330702") == nil)
        #expect(try journal.head(of: "330703") == nil)
        #expect(try journal.text(of: here[0].act.document.title, in: "330781") == .unknown)
    }

    @Test func ofTwoThatSawTheSameHeadOneWins() throws {
        let left = try desk.journal()
        let right = try desk.journal()
        for position in 1...3 {
            let one = try desk.submission(to: left)
            let other = try desk.submission(to: right)
            try left.append(all: [one])
            #expect(try failure { try right.append(all: [other]) } == .headMoved(position: position))
            #expect(try right.entries(of: "330702").last == one.entry)
            #expect(try right.text(of: other.entry.act.document.title, in: "330702") == .unknown)
        }
    }

    @Test func racingWritersLeaveOneChain() async throws {
        let path = desk.address
        let key = desk.key
        _ = try desk.journal()
        let results = try await withThrowingTaskGroup(of: Int.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let journal = try Journal(at: path, key: key)
                    var source = SeededSource(seed: UInt64(writer) + 100)
                    var wins = 0
                    for _ in 0..<200 where wins < 10 {
                        do {
                            try journal.append(try follower(of: journal, from: &source))
                            wins += 1
                        } catch StorageFailure.headMoved { continue }
                    }
                    return wins
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let journal = try desk.journal()
        #expect(try journal.entries(of: "330702").count == results.reduce(0, +))
        #expect(try journal.entries(of: "330702").count >= 10)
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    @Test func aCommandIsRecordedOnce() throws {
        let journal = try desk.journal()
        let command: Identifier<Act> = desk.id()
        try journal.append(all: [desk.submission(to: journal, command: command)])
        try journal.append(all: [desk.submission(to: journal)])
        let again = try desk.submission(to: journal, command: command)
        #expect(try failure { try journal.append(all: [again]) } == .commandKnown(position: 1))
        #expect(try journal.head(of: "330702")?.position == 2)
        // In another jurisdiction it is another command.
        try journal.append(all: [desk.submission(to: journal, of: "330781", command: command)])
    }

    @Test func aFailingBatchLeavesNothing() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        let before = try journal.head(of: "330702")
        let good = try desk.submission(to: journal)
        let bad = try desk.submission(to: journal)
        #expect(try failure { try journal.append(all: [good, bad]) } == .headMoved(position: 2))
        #expect(try journal.head(of: "330702") == before)
        #expect(try journal.entries(of: "330702").count == 1)
        #expect(try journal.text(of: good.entry.act.document.title, in: "330702") == .unknown)
        try journal.append(all: [good])
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    @Test func anEntryNeedsItsTexts() throws {
        let journal = try desk.journal()
        let whole = try desk.submission(to: journal, people: [(desk.id(), "1")])
        let without = Submission(whole.entry, sealing: [whole.sealed[0]])
        let personal = whole.sealed[1].digest
        #expect(try failure { try journal.append(all: [without]) } == .textMissing(personal))
        #expect(try journal.head(of: "330702") == nil)
        let asTitle = try journal.vault.seal("x", as: .reason, for: "330702")
        let wrongKind = try desk.submission(to: journal, [.dropDuty(desk.id(), reason: whole.sealed[0].digest)])
        let mixed = Submission(wrongKind.entry, sealing: wrongKind.sealed + [whole.sealed[0], asTitle])
        #expect(try failure { try journal.append(all: [mixed]) } == .textMissing(whole.sealed[0].digest))
        try journal.append(all: [whole])
    }

    @Test func aTitleOnceSealedServesLaterActs() throws {
        let journal = try desk.journal()
        let first = try desk.fill(journal, 1)[0]
        let act = Act(
            command: desk.id(), document: first.act.document, basis: .daily, drafter: desk.id(),
            changes: first.act.changes)
        try journal.append(
            Entry(
                jurisdiction: "330702", position: 2, recorded: first.recorded, previous: first.digest, act: act))
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    @Test func aTextIsGivenOnce() throws {
        let journal = try desk.journal()
        let text = try journal.vault.seal("王", as: .officer, for: "330702")
        try journal.keep([text], in: "330702")
        #expect(try failure { try journal.keep([text], in: "330702") } == .textTwice(text.digest))
    }

    @Test func commitsReachTheDisk() throws {
        let journal = try desk.journal()
        let settings =
            desk.engine == .sqlite
            ? [
                "PRAGMA synchronous": "2", "PRAGMA journal_mode": "wal", "PRAGMA foreign_keys": "1",
                "PRAGMA secure_delete": "1",
            ] : ["SHOW fsync": "on", "SHOW full_page_writes": "on", "SHOW synchronous_commit": "on"]
        for (question, answer) in settings { #expect(try journal.answer(to: question) == answer, "\(question)") }
    }

    /// The schema itself refuses what nothing in this system does.
    @Test(arguments: [
        "UPDATE journal SET recorded = 0 WHERE position = 1", "DELETE FROM journal WHERE position = 2",
        "INSERT INTO journal SELECT jurisdiction, 9, 0, randomblob(16), digest, body FROM journal WHERE position = 1",
        "INSERT INTO journal SELECT jurisdiction, 3, 0, command, digest, body FROM journal WHERE position = 1",
        "DELETE FROM head", "UPDATE head SET position = 1", "DELETE FROM sealed", "UPDATE sealed SET box = x'00'",
        "UPDATE sealed SET kind = 3", "UPDATE tokens SET subject = randomblob(16)", "DELETE FROM marks",
        "DELETE FROM keys",
    ])
    func theSchemaRefuses(_ sql: String) throws {
        let journal = try desk.journal()
        try desk.fill(journal, 2)
        #expect(throws: StorageFailure.self) { try journal.run(desk.sql(sql)) }
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    /// What only one of them knows: replacing rows, which asks no trigger on DELETE, and emptying a table.
    @Test func theSchemaRefusesWhatItsEngineCanDo() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 2)
        let statements =
            switch desk.engine {
            case .sqlite:
                [
                    """
                    INSERT OR REPLACE INTO journal
                    SELECT jurisdiction, position, 0, command, digest, body FROM journal WHERE position = 1
                    """,
                    """
                    INSERT OR REPLACE INTO journal
                    SELECT jurisdiction, 3, 0, command, digest, body FROM journal WHERE position = 1
                    """,
                ]
            case .postgresql:
                ["journal", "head", "sealed", "erasures", "marks", "keys"].map { "TRUNCATE \($0) CASCADE" }
            }
        for sql in statements { #expect(throws: StorageFailure.self, "\(sql)") { try journal.run(sql) } }
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }
}

/// A small entry after the head that this writer sees, with its title.
func follower(of journal: Journal, from source: inout SeededSource) throws -> Submission {
    let head = try journal.head(of: "330702")
    let title = try journal.vault.seal("标题", as: .title, for: "330702")
    let act = Act(
        command: Identifier(from: &source),
        document: Document(
            citation: try #require(Citation(issuer: "安编", year: 2020, number: 1)), title: title.digest,
            decided: Day(number: 1)),
        basis: .daily, drafter: Identifier(from: &source),
        changes: [DatedChange(Day(number: 1), .unlock(Identifier(from: &source)))])
    let entry = Entry(
        jurisdiction: "330702", position: (head?.position ?? 0) + 1, recorded: Instant(milliseconds: 1),
        previous: head?.digest ?? .none, act: act)
    return Submission(entry, sealing: [title])
}

extension Journal {
    fileprivate func append(_ submission: Submission) throws { try append(all: [submission]) }
}
