import Basics
import Foundation
import Registry
import Storage
import Testing

/// A network between node and database that is cut, and one that swallows what is sent without a word: a clear failure
/// within seconds, the node goes on by itself, and nothing is lost.
@Suite(.serialized) struct NetworkTests {
    private let desk: Desk
    private let proxy: Proxy
    private let journal: Journal
    /// Through the proxy; a network counts as dead after a second and a half.
    private let address: String

    init() throws {
        desk = try TestEngine.$current.withValue(.postgresql) { try Desk() }
        let folder = try #require(desk.address.firstMatch(of: /host=([^&]*)/)).output.1
        proxy = try Proxy(to: folder + "/.s.PGSQL.5432")
        address =
            desk.address.replacing(/@.*host=[^&]*/, with: "@127.0.0.1:\(proxy.port)/postgres?connect_timeout=2")
            + "&tcp_user_timeout=1500"
        journal = try desk.journal()
        try desk.fill(journal, 1)
    }

    private func node() throws -> Writer { try Writer(["serve", address, desk.path("key"), "1", "4", "1"]) }

    private func acknowledged(_ lines: [String]) -> Int { lines.count { acknowledgement($0) != nil } }

    private func expectKept(_ node: Writer, failing codes: Set<String>) throws {
        let said = try node.ended()
        let failed = Set(said.filter { acknowledgement($0) == nil })
        #expect(failed.isSubset(of: codes), "\(failed)")
        let entries = try journal.entries(of: "330702")
        try StorageTests.expectKept(said, in: entries)
        #expect(Set(entries.map(\.act.command)).count == entries.count)
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    @Test func theNetworkIsCutAgainAndAgain() throws {
        let node = try node()
        for round in 1...8 {
            try node.hear { acknowledged($0) >= 25 * round }
            proxy.cut()
        }
        try node.hear { acknowledged($0) >= 250 }
        try expectKept(node, failing: ["! connection-lost", "! unreachable"])
    }

    @Test func theNetworkSwallowsWhatIsSent() throws {
        let node = try node()
        try node.hear { acknowledged($0) >= 50 }
        let start = Date()
        proxy.swallow()
        // Nobody tells the node; it finds out.
        try node.hear { $0.contains { acknowledgement($0) == nil } }
        #expect(Date().timeIntervalSince(start) < 15)
        proxy.heal()
        let before = acknowledged(try node.hear(0))
        try node.hear { acknowledged($0) >= before + 50 }
        try expectKept(node, failing: ["! connection-lost", "! unreachable", "! busy"])
    }

    /// A transaction whose node vanished keeps others waiting for seconds only: the server ends it.
    @Test func aVanishedNodeLetsOthersIn() throws {
        let away = try Journal(at: address, key: desk.key, patience: 0.2)
        proxy.vanish(after: "UPDATE marks")
        #expect(try failure { try away.run("UPDATE marks SET mark = mark") } == .connectionLost)
        let patient = try Journal(at: desk.address, key: desk.key, patience: 10)
        try patient.run("UPDATE marks SET mark = mark")
    }

    /// The answer to a commit is lost: the command tells that it was recorded, and it is once.
    @Test func aCommitWhoseAnswerIsLost() throws {
        let through = try Journal(at: address, key: desk.key, patience: 1)
        let next = try desk.submission(to: through)
        // With its end: a transaction begins as READ COMMITTED.
        proxy.vanish(after: "COMMIT\0")
        try through.append(all: [next])
        #expect(try journal.entries(of: "330702").last == next.entry)
        #expect(try journal.entries(of: "330702").count == 2)
        // What vanishes before it is sent again.
        let other = try desk.submission(to: through)
        proxy.vanish(after: "BEGIN")
        try through.append(all: [other])
        #expect(try journal.entries(of: "330702").last == other.entry)
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    /// What the server says when its disk is full, here said by a trigger: nothing is recorded, and it goes on afterwards.
    @Test func aFullDiskOfTheServer() throws {
        let next = try desk.submission(to: journal)
        let before = try journal.entries(of: "330702")
        try desk.tamper(
            """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON marks FOR EACH ROW EXECUTE FUNCTION full_disk()
            """)
        #expect(try failure { try journal.append(all: [next]) } == .full)
        #expect(try journal.entries(of: "330702") == before)
        try desk.tamper("DROP TRIGGER full_disk ON marks")
        try journal.append(all: [next])
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }
}
