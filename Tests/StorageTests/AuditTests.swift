import Basics
import Foundation
import Registry
import Storage
import Testing

/// The audit: a chain of its own, written with the deed or not at all.
@Suite(.onEachEngine) struct AuditTests {
    private let desk: Desk
    private let place = "330702"

    init() throws { desk = try Desk() }

    private func note(
        _ journal: Journal, _ text: String, action: UInt8 = 1, outcome: UInt8 = 1, about: Digest? = nil,
        at moment: Int64 = 5, actor: AccountRow.ID? = nil
    ) throws -> AuditNote {
        AuditNote(
            by: actor, action: action, outcome: outcome, about: about,
            text: try journal.vault.seal(text, as: .audit, for: place), command: desk.id(),
            at: Instant(milliseconds: moment))
    }

    private func all(_ journal: Journal, _ query: AuditQuery = AuditQuery()) throws -> [AuditRow] {
        var rows: [AuditRow] = []
        try journal.audit(of: place, query) {
            rows.append($0)
            return true
        }
        return rows
    }

    @Test func recordsComeBackTheLastFirstAndStay() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        let actor: AccountRow.ID = desk.id()
        try journal.record(note(journal, "甲", actor: actor))
        let second = try note(journal, "乙", action: 2, outcome: 3, about: Digest(sha256: [1]), at: 9)
        try journal.record(second)
        // Sent again, it is written once; a clock that goes back doesn't take the record along.
        try journal.record(second)
        try journal.record(note(journal, "丙", at: 3))
        let rows = try all(journal)
        #expect(rows.map(\.position) == [3, 2, 1])
        #expect(rows.map(\.text) == ["丙", "乙", "甲"])
        #expect(rows.map(\.recorded.milliseconds) == [9, 9, 5])
        #expect(rows.map(\.actor) == [nil, nil, actor])
        #expect(rows[1].action == 2 && rows[1].outcome == 3 && rows[1].about == Digest(sha256: [1]))
        for sql in [
            "UPDATE audit SET action = 9", "DELETE FROM audit", "UPDATE audit_heads SET position = 0",
            "DELETE FROM audit_heads",
            "INSERT INTO audit SELECT jurisdiction, 9, recorded, content, actor, action, outcome, about, content, box, "
                + "digest FROM audit WHERE position = 1",
        ] {
            #expect(throws: StorageFailure.self, "\(sql)") { try journal.run(sql) }
        }
        #expect(try all(journal) == rows)
        #expect(try journal.checkChain(of: place).isEmpty)
        let bytes = try desk.bytes()
        #expect(bytes.range(of: Data("乙".utf8)) == nil)
    }

    @Test func queries() throws {
        let journal = try desk.journal()
        let actor: AccountRow.ID = desk.id()
        for number in 1...300 {
            try journal.record(
                note(
                    journal, "第\(number)条", action: UInt8(number % 3 + 1), outcome: UInt8(number % 2 + 1),
                    at: Int64(number) * 10, actor: number % 5 == 0 ? actor : nil))
        }
        func found(_ change: (inout AuditQuery) -> Void) throws -> [Int] {
            var query = AuditQuery()
            change(&query)
            return try all(journal, query).map(\.position)
        }
        func expected(_ isIt: (Int) -> Bool) -> [Int] { (1...300).filter(isIt).reversed() }
        #expect(try found { _ in } == expected { _ in true })
        #expect(try found { $0.actions = [1, 2] } == expected { $0 % 3 < 2 })
        #expect(try found { $0.outcomes = [2] } == expected { $0 % 2 == 1 })
        #expect(try found { $0.actor = actor } == expected { $0 % 5 == 0 })
        #expect(
            try found { ($0.from, $0.until) = (Instant(milliseconds: 100), Instant(milliseconds: 200)) }
                == expected { (10..<20).contains($0) })
        #expect(
            try found {
                $0.before = 100
                $0.actions = [1]
                $0.actor = actor
            } == expected { $0 < 100 && $0 % 15 == 0 })
    }

    @Test func triesSinceTheLastThatDidNotFail() throws {
        let journal = try desk.journal()
        let about = Digest(sha256: [7])
        func leave(_ outcome: UInt8, _ moment: Int64, action: UInt8 = 1, about: Digest? = nil) throws {
            try journal.record(
                note(journal, "试", action: action, outcome: outcome, about: about ?? Digest(sha256: [7]), at: moment))
        }
        func tries(since: Int64 = 0) throws -> [Int64] {
            try journal.tries(
                about: about, action: 1, failed: 2, done: 1, since: Instant(milliseconds: since), in: place
            ).map(\.milliseconds)
        }
        try leave(2, 10)
        try leave(1, 20)
        #expect(try tries().isEmpty)
        try leave(2, 30)
        try leave(2, 40, about: Digest(sha256: [8]))
        try leave(1, 50, action: 2)
        for moment in 51..<100 { try leave(4, Int64(moment)) }
        try leave(2, 100)
        #expect(try tries() == [100, 30])
        #expect(try tries(since: 31) == [100])
    }

    @Test func theRecordIsWrittenWithTheDeed() throws {
        let journal = try desk.journal()
        let deed = journal.witnessed(by: try note(journal, "登记"))
        #expect(!deed.wasWitnessed)
        try desk.fill(deed, 1)
        #expect(deed.wasWitnessed)
        try desk.fill(deed, 1)
        #expect(try all(journal).map(\.text) == ["登记"])
        #expect(try journal.head(of: place)?.position == 2)
        // What is only read leaves nothing.
        let look = journal.witnessed(by: try note(journal, "看"))
        _ = try look.entries(of: place)
        #expect(!look.wasWitnessed)
        #expect(try all(journal).count == 1)
    }

    @Test func whatFailsLeavesNoRecord() throws {
        let journal = try desk.journal()
        let stale = try desk.submission(to: journal)
        try desk.fill(journal, 1)
        let deed = journal.witnessed(by: try note(journal, "登记"))
        #expect(try failure { try deed.append(all: [stale]) } == .headMoved(position: 1))
        #expect(!deed.wasWitnessed)
        #expect(try all(journal).isEmpty)
        // It can still be done, and then it is on record.
        try desk.fill(deed, 1)
        #expect(try all(journal).count == 1)
    }

    @Test func whatCannotBeRecordedIsNotDone() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        try journal.run("DROP TABLE audit_heads")
        let deed = journal.witnessed(by: try note(journal, "登记"))
        #expect(throws: StorageFailure.self) { try desk.fill(deed, 1) }
        #expect(!deed.wasWitnessed)
        #expect(try journal.head(of: place)?.position == 1)
    }

    @Test(arguments: [
        ("DELETE FROM audit WHERE position = 2", 2), ("DELETE FROM audit WHERE position = 3", 3),
        ("DELETE FROM audit", 1), ("UPDATE audit SET outcome = 2 WHERE position = 2", 2),
        ("UPDATE audit SET actor = NULL WHERE position = 1", 1),
        ("UPDATE audit SET recorded = 4 WHERE position = 3", 3),
        ("UPDATE audit SET box = randomblob(70) WHERE position = 2", 2), ("DELETE FROM audit_heads", 1),
        (
            "UPDATE audit SET content = (SELECT content FROM audit WHERE position = 1), "
                + "box = (SELECT box FROM audit WHERE position = 1) WHERE position = 3", 3
        ),
    ])
    func theFirstRecordThatWasAlteredIsNamed(_ sql: String, _ number: Int) throws {
        let journal = try desk.journal()
        for text in ["甲", "乙", "丙"] { try journal.record(note(journal, text, actor: desk.id())) }
        #expect(try journal.checkAudit(of: place).isEmpty)
        try journal.close()
        try desk.tamper(sql)
        let again = try desk.journal()
        #expect(try again.checkAudit(of: place).map(\.what).first == .auditAltered(number))
        #expect(try again.checkChain(of: place).map(\.what).contains(.auditAltered(number)))
    }

    /// Whoever can write to the database can take the last records away with the head, so that the chain is whole. What was
    /// written down outside tells, whether the record was written by itself or with a deed.
    @Test func theLastRecordsCutOffShowOutside() throws {
        let path = desk.path("outside.digests")
        func journal(_ digests: String? = nil) throws -> Journal {
            try Journal(at: desk.address, key: desk.key, create: true, digests: digests)
        }
        let journal1 = try journal(path)
        try journal1.record(note(journal1, "甲"))
        try desk.fill(journal1.witnessed(by: note(journal1, "乙")), 1)
        let third = try note(journal1, "丙")
        try journal1.record(third)
        // Sent again, it isn't written down again.
        try journal1.record(third)
        let lines = try OutsideDigest.read(try String(contentsOfFile: path, encoding: .utf8))
        #expect(lines.map(\.chain) == [.audit, .audit, .journal, .audit])
        #expect(lines.filter { $0.chain == .audit }.map(\.position) == [1, 2, 3])
        #expect(try journal1.outsideDigest(ofAudit: place) == lines.last)
        #expect("\(lines[0])" == "330702 audit 1 \(lines[0].digest)")
        #expect(try journal1.checkAudit(of: place).isEmpty && journal1.check(against: lines).isEmpty)
        try journal1.close()
        for sql in [
            "DELETE FROM audit WHERE position > 1",
            "UPDATE audit_heads SET position = 1, digest = (SELECT digest FROM audit WHERE position = 1)",
        ] { try desk.tamper(sql) }
        // Without what stands outside nothing is found: each record follows the one before.
        #expect(try journal().checkAudit(of: place).isEmpty)
        let cut = try journal(path)
        #expect(try cut.checkAudit(of: place).map(\.what) == [.auditMissing(from: 2, through: 3)])
        #expect(try cut.check(against: lines).map(\.code) == ["audit-missing"])
        // Others in their place hide nothing.
        for text in ["丁", "戊"] { try cut.record(note(cut, text)) }
        #expect(try cut.checkAudit(of: place).map(\.what) == [.auditAltered(2)])
    }

    @Test func sealedAnewAndCopied() throws {
        let journal = try desk.journal()
        try desk.fill(journal, 1)
        for text in ["甲", "乙"] { try journal.record(note(journal, text)) }
        let before = try all(journal)
        try journal.sealAnew(key: desk.key)
        #expect(try failure { _ = try all(journal) } != nil)
        #expect(try failure { try journal.record(note(journal, "丙")) } == .keysRenewed)
        let again = try desk.journal()
        #expect(try all(again) == before)
        #expect(try again.checkChain(of: place).isEmpty)
        for engine in TestEngine.allCases {
            let other = try TestEngine.$current.withValue(engine) { try Desk() }
            _ = try again.copy(to: other.address)
            let copy = try Journal(at: other.address, key: desk.key)
            #expect(try all(copy) == before)
            try copy.record(note(copy, "丙"))
            #expect(try copy.checkChain(of: place).isEmpty)
        }
    }

    /// Many at once, through one journal and through two: no position twice, none left out.
    @Test func manyAtOnce() async throws {
        let journals = [try desk.patientJournal(), try desk.patientJournal()]
        let notes = try (0..<40).map { try note(journals[0], "并发\($0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, note) in notes.enumerated() {
                group.addTask { try journals[index % 2].record(note) }
            }
            try await group.waitForAll()
        }
        #expect(try all(journals[0]).map(\.position) == (1...40).reversed())
        #expect(try journals[1].checkAudit(of: place).isEmpty)
    }
}
