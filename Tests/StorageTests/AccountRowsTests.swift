import Basics
import Foundation
import Storage
import Testing

@Suite(.onEachEngine) struct AccountRowsTests {
    private let desk: Desk
    private let place = "330702"

    init() throws { desk = try Desk() }

    private func keep(
        _ journal: Journal, _ account: AccountRow.ID, _ version: Int, login: String, name: String, at moment: Int64 = 5
    ) throws {
        try journal.record(
            "口令密文 \(login) \(version)", version: version, of: account, login: login, name: name,
            at: Instant(milliseconds: moment), in: place)
    }

    private func session(
        _ account: AccountRow.ID, _ token: UInt8, version: Int = 1, step: Int64? = nil, at moment: Int64 = 10
    ) -> SessionRow {
        SessionRow(
            token: Digest(sha256: [token]), account: account, version: version, stage: 2, step: step,
            opened: Instant(milliseconds: moment))
    }

    @Test func versionsComeBackInOrderAndStay() throws {
        let journal = try desk.journal()
        let (first, second): (AccountRow.ID, AccountRow.ID) = (desk.id(), desk.id())
        try keep(journal, first, 1, login: "jia", name: "甲")
        try keep(journal, second, 1, login: "yi", name: "乙")
        try keep(journal, first, 2, login: "jia", name: "甲")
        let rows = try journal.accounts(of: place)
        #expect(rows.map(\.number) == [1, 2, 3])
        #expect(rows.map(\.version) == [1, 1, 2])
        #expect(rows.map(\.account) == [first, second, first])
        #expect(rows.map(\.text) == ["口令密文 jia 1", "口令密文 yi 1", "口令密文 jia 2"])
        #expect(try journal.accounts(of: place, after: 2).map(\.number) == [3])
        #expect(try journal.accounts(of: "330703").isEmpty)
        // A version that somebody else made, a login and a name that are taken.
        #expect(try failure { try keep(journal, first, 2, login: "jia", name: "甲") } == .headMoved(position: 2))
        #expect(try failure { try keep(journal, first, 4, login: "jia", name: "甲") } == .headMoved(position: 2))
        #expect(try failure { try keep(journal, desk.id(), 1, login: "jia", name: "丙") } == .headMoved(position: 0))
        #expect(try failure { try keep(journal, desk.id(), 1, login: "bing", name: "乙") } == .headMoved(position: 0))
        for sql in ["UPDATE accounts SET version = 7", "DELETE FROM accounts"] {
            #expect(throws: StorageFailure.self, "\(sql)") { try journal.run(sql) }
        }
        #expect(try journal.accounts(of: place) == rows)
        try desk.fill(journal, 1)
        #expect(try journal.checkChain(of: place).isEmpty)
        let bytes = try desk.bytes()
        for text in ["jia", "口令密文", "甲"] { #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)") }
    }

    @Test(arguments: [
        ("DELETE FROM accounts WHERE number = 1", 1), ("DELETE FROM accounts WHERE number = 3", 3),
        ("UPDATE accounts SET version = 9 WHERE number = 3", 3),
    ])
    func whatWasAlteredIsNamed(_ sql: String, _ number: Int) throws {
        let journal = try desk.journal()
        let account: AccountRow.ID = desk.id()
        for version in 1...3 { try keep(journal, account, version, login: "jia", name: "甲") }
        try journal.close()
        try desk.tamper(sql)
        #expect(try desk.journal().checkChain(of: place).map(\.what).contains(.accountAltered(number)))
    }

    @Test func sessionsGoOnAndEnd() throws {
        let journal = try desk.journal()
        let account: AccountRow.ID = desk.id()
        try keep(journal, account, 1, login: "jia", name: "甲")
        let (first, second) = (session(account, 1), session(account, 2, step: 77, at: 20))
        try journal.open(first, in: place)
        try journal.open(second, in: place)
        #expect(try journal.session(first.token, in: place) == first)
        #expect(try journal.session(first.token, in: "330703") == nil)
        #expect(try journal.openSessions(of: place, seenSince: Instant(milliseconds: 0)) == [second, first])
        #expect(try journal.openSessions(of: place, seenSince: Instant(milliseconds: 15)) == [second])
        #expect(try journal.lastStep(of: account, in: place) == 77)
        try journal.saw([first.token: Instant(milliseconds: 30), second.token: Instant(milliseconds: 5)], in: place)
        #expect(try journal.session(first.token, in: place)?.seen == Instant(milliseconds: 30))
        #expect(try journal.session(second.token, in: place)?.seen == Instant(milliseconds: 20))
        // A step serves once, in another session too, and what takes the place of a session ends it.
        #expect(try failure { try journal.open(session(account, 3, step: 77), in: place) } == .codeUsed)
        try journal.open(session(account, 4, step: 78, at: 40), inPlaceOf: first.token, in: place)
        #expect(try journal.session(first.token, in: place)?.ended == Instant(milliseconds: 40))
        try journal.end([first.token, second.token], at: Instant(milliseconds: 50), in: place)
        #expect(try journal.session(first.token, in: place)?.ended == Instant(milliseconds: 40))
        #expect(try journal.session(second.token, in: place)?.ended == Instant(milliseconds: 50))
        for sql in [
            "UPDATE sessions SET ended = NULL", "DELETE FROM sessions", "UPDATE sessions SET version = 2",
            "UPDATE sessions SET seen = 1 WHERE ended IS NULL", "UPDATE sessions SET step = 5 WHERE ended IS NULL",
        ] {
            #expect(throws: StorageFailure.self, "\(sql)") { try journal.run(sql) }
        }
        // A new version of the account ends the sessions of the one before.
        try keep(journal, account, 2, login: "jia", name: "甲", at: 60)
        #expect(try journal.openSessions(of: place, seenSince: Instant(milliseconds: 0)).isEmpty)
    }
}
