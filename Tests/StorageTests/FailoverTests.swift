import Basics
import Foundation
import Registry
import Storage
import Synchronization
import Testing

/// A server that goes away under load. Clients of two nodes go on by themselves, nothing that was acknowledged is lost, and
/// what fails says so with a code.
@Suite(.serialized) final class FailoverTests {
    private let folder: URL
    private let key: MasterKey

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("f\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        key = try MasterKey.create(at: folder.appendingPathComponent("key").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A journal with one entry, and two nodes of four clients each at work on it.
    private func nodes(at address: String) throws -> [Writer] {
        let journal = try Journal(at: address, key: key, create: true)
        var source = SeededSource(seed: 4)
        try journal.append(all: [follower(of: journal, from: &source)])
        return try (1...2).map { number in
            try Writer(["serve", address, folder.appendingPathComponent("key").path, "\(number)", "4", "5"])
        }
    }

    /// The failures of the server that a client may be told of meanwhile.
    private static let failures: Set = ["! connection-lost", "! unreachable", "! busy", "! read-only"]

    private func expectGoneOn(_ nodes: [Writer], at address: String) throws {
        for node in nodes {
            let before = try node.hear(0).count
            try node.hear { lines in lines.dropFirst(before).count { acknowledgement($0) != nil } >= 50 }
        }
        let said = try nodes.flatMap { try $0.ended() }
        #expect(Set(said.filter { acknowledgement($0) == nil }).isSubset(of: Self.failures))
        let journal = try Journal(at: address, key: key)
        let entries = try journal.entries(of: "330702")
        try expectKept(said, in: entries)
        #expect(Set(entries.map(\.act.command)).count == entries.count)
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    private func wait(until holds: () -> Bool) {
        let end = Date(timeIntervalSinceNow: 20)
        while !holds(), Date() < end { sched_yield() }
    }

    @Test func thePrimaryIsKilledAndTheStandbyPromoted() throws {
        let server = try OwnServer(standby: true)
        let nodes = try nodes(at: server.address)
        for node in nodes { try node.hear(100) }
        try server.server("kill", 0)
        try server.server("promote", 1)
        try expectGoneOn(nodes, at: server.address(of: 1))
    }

    @Test func theServerIsStartedAnew() throws {
        let server = try OwnServer()
        let nodes = try nodes(at: server.address)
        for round in 1...2 {
            for node in nodes { try node.hear(50 * round) }
            try server.server("stop", 0)
            try server.server("start", 0)
        }
        try expectGoneOn(nodes, at: server.address)
    }

    /// A commit that the standby has not confirmed is not acknowledged, whoever takes it out of its wait.
    @Test func aCommitThatGaveUpWaitingForTheStandby() throws {
        let server = try OwnServer(standby: true)
        let address = server.address(of: 0)
        let journal = try Journal(at: address + "&tcp_user_timeout=4000", key: key, create: true, patience: 1)
        var source = SeededSource(seed: 5)
        try journal.append(all: [follower(of: journal, from: &source)])
        try server.server("kill", 1)
        let next = try follower(of: journal, from: &source)
        let outcome = Mutex<StorageFailure??>(nil)
        Thread.detachNewThread {
            let failed = try? failure { try journal.append(all: [next]) }
            outcome.withLock { $0 = .some(failed) }
        }
        // Taken out of its wait again and again, the transaction stands in the primary alone.
        while outcome.withLock({ $0 == nil }) {
            try server.ask(0, "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
        }
        #expect(outcome.withLock { $0 } == .connectionLost)
        #expect(try journal.position(of: next.entry.act.command, in: "330702") == 2)
        // With a standby again, whoever sends it again is told where it is.
        try server.server("start", 1)
        #expect(try failure { try journal.append(all: [next]) } == .commandKnown(position: 2))
    }

    /// A server that takes no writing says so, goes on being read, and is written to again as soon as it may.
    @Test func theServerIsReadOnlyForAWhile() throws {
        let server = try OwnServer()
        let journal = try Journal(at: server.address, key: key, create: true, patience: 0.5)
        var source = SeededSource(seed: 6)
        try journal.append(all: [follower(of: journal, from: &source)])
        let next = try follower(of: journal, from: &source)
        try server.ask(0, "ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
        // A server reads its settings in its own time.
        wait { (try? journal.answer(to: "SELECT 1")) == nil }
        #expect(try failure { try journal.append(all: [next]) } == .readOnly)
        #expect(try journal.entries(of: "330702").count == 1)
        try server.ask(0, "ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()")
        wait { (try? journal.answer(to: "SELECT 1")) != nil }
        try journal.append(all: [next])
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }
}
