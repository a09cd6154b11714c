import Basics
import Foundation
import Registry
import Storage
import Testing

/// What only a server can do: be away, be set unsafely, lose its sessions.
@Suite struct ServerTests {
    private func desk() throws -> Desk { try TestEngine.$current.withValue(.postgresql) { try Desk() } }

    private func open(_ address: String, _ desk: Desk) -> StorageFailure? {
        do {
            _ = try Journal(at: address, key: desk.key, create: true, patience: 0.2)
            return nil
        } catch { return error }
    }

    @Test func aServerThatIsNotThere() throws {
        let desk = try desk()
        #expect(open("postgres://sanding@127.0.0.1:1/postgres?connect_timeout=2", desk) == .unreachable)
        #expect(open("postgres://nobody@/none?host=\(desk.folder.path)", desk) == .unreachable)
    }

    /// A password on the command line can be read by everybody on the machine.
    @Test func aPasswordInTheAddressIsRefused() throws {
        let desk = try desk()
        #expect(open("postgres://sanding:geheim@127.0.0.1:1/postgres", desk) == .passwordInAddress)
        #expect(open("postgresql:///postgres?password=geheim", desk) == .passwordInAddress)
    }

    /// What is acknowledged has to survive a power cut.
    @Test func aServerThatMayForgetIsRefused() throws {
        let desk = try desk()
        let careless = desk.address + "%20-csynchronous_commit%3Doff"
        #expect(open(careless, desk) == .unsafeServer("synchronous_commit"))
        #expect(open(desk.address, desk) == nil)
    }

    @Test func anotherSchemaIsLeftAlone() throws {
        let desk = try desk()
        try desk.tamper("CREATE TABLE notes (text TEXT)")
        #expect(open(desk.address, desk) == .notAJournal)
        let newer = try self.desk()
        try newer.journal().close()
        try newer.tamper("INSERT INTO sanding_schema VALUES (99)")
        #expect(open(newer.address, newer) == .newerSchema(99))
    }

    /// Two nodes that start at once make one schema, with one set of keys.
    @Test func nodesThatStartAtOnce() async throws {
        let desk = try desk()
        let (address, key) = (desk.address, desk.key)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { try Journal(at: address, key: key, create: true, patience: 10).close() }
            }
            try await group.waitForAll()
        }
        try desk.fill(desk.journal(), 2)
        #expect(try desk.journal().checkChain(of: "330702").isEmpty)
    }

    /// Whoever makes a schema keeps waiting whoever opens it, and nobody who opens another of the same database.
    @Test func aSchemaThatIsFilledKeepsNobodyElseWaiting() throws {
        let (source, filled, other) = (try desk(), try desk(), try desk())
        let journal = try source.journal()
        try source.fill(journal, 2)
        var lines: [String] = []
        _ = try journal.export { lines.append($0) }
        var asked = 0
        let slowly = lines.lazy.map { line in
            if asked < 2 {
                asked += 1
                #expect(open(other.address, other) == nil)
                #expect(open(filled.address, filled) == .busy)
            }
            return line[...]
        }
        _ = try Journal.load(slowly, into: filled.address)
        #expect(asked == 2)
    }

    /// Sessions are cut off again and again under three writers: what was acknowledged is there, once, and nothing is half
    /// there. Writers go on by themselves.
    @Test func sessionsCutOffUnderLoad() async throws {
        let desk = try desk()
        let server = try TestServer()
        let name = "cut\(UUID().uuidString.prefix(8))"
        let (address, key) = (desk.address + "&application_name=\(name)", desk.key)
        try Journal(at: address, key: key, create: true).close()
        let acknowledged = try await withThrowingTaskGroup(of: [Identifier<Act>].self) { group in
            for writer in 0..<3 {
                group.addTask {
                    let journal = try Journal(at: address, key: key, patience: 10)
                    var source = SeededSource(seed: UInt64(writer) + 500)
                    var known: [Identifier<Act>] = []
                    while known.count < 30 {
                        do {
                            let next = try follower(of: journal, from: &source)
                            try journal.append(all: [next])
                            known.append(next.entry.act.command)
                        } catch StorageFailure.headMoved { continue } catch StorageFailure.connectionLost { continue }
                    }
                    return known
                }
            }
            group.addTask {
                for _ in 0..<12 {
                    try server.run(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '\(name)'",
                        in: "public")
                }
                return []
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let journal = try desk.journal()
        let recorded = try journal.entries(of: "330702").map(\.act.command)
        #expect(Set(recorded).count == recorded.count)
        #expect(Set(recorded).isSuperset(of: acknowledged))
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }
}
