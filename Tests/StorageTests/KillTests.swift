import Basics
import Foundation
import Registry
import Storage
import Testing

/// A writer killed at any moment, two hundred times on each engine: nothing that was acknowledged is lost, nothing is half
/// there.
@Suite(.onEachEngine) struct KillTests {
    private static let rounds = 200

    @Test func killedAtRandom() throws {
        let desk = try Desk()
        try desk.journal().close()
        var source = SeededSource(seed: 77)
        var said: [String] = []
        for round in 0..<Self.rounds {
            let wanted = Int.random(in: 0...8, using: &source)
            said += try killed(
                after: wanted, on: desk, seed: UInt64(round) + 1, grace: UInt32.random(in: 0...3000, using: &source))
        }
        #expect(said.count > Self.rounds)
        let journal = try desk.journal()
        try expectKept(said, in: journal.entries(of: "330702"))
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }
}

/// SQLite on a file system that forgets what was not synced, as a power cut does: writes reach the disk when they are synced,
/// and by chance before.
@Suite struct PowerCutTests {
    private static let rounds = 100

    @Test func nothingAcknowledgedIsLost() throws {
        let desk = try Desk()
        try desk.journal().close()
        var source = SeededSource(seed: 78)
        var said: [String] = []
        for round in 0..<Self.rounds {
            let wanted = Int.random(in: 0...8, using: &source)
            said += try killed(
                after: wanted, on: desk, seed: UInt64(round) + 1, grace: UInt32.random(in: 0...1000, using: &source),
                "--drop")
        }
        #expect(said.count > Self.rounds)
        let journal = try desk.journal()
        try expectKept(said, in: journal.entries(of: "330702"))
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    /// Without syncs, which is what `synchronous=OFF` comes to, Acts are lost: so the file system does forget.
    @Test func withoutSyncsActsAreLost() throws {
        let desk = try Desk()
        try desk.journal().close()
        let said = try killed(after: 20, on: desk, seed: 1, grace: 0, "--deaf").compactMap(acknowledgement)
        #expect(said.count >= 20)
        do {
            let commands = try desk.journal().entries(of: "330702").map { "\($0.act.command)" }
            #expect(said.contains { $0.position > commands.count || commands[$0.position - 1] != $0.command })
        } catch is StorageFailure {
            // Nor can what is left be opened.
        }
    }
}

/// Starts the writer, and kills it some microseconds after it acknowledged so many entries.
private func killed(
    after count: Int, on desk: Desk, seed: UInt64, grace: UInt32, _ words: String...
) throws -> [String] {
    let writer = try Writer(["append", desk.address, desk.path("key"), "\(seed)"] + words)
    try writer.hear(count)
    var until = timespec(tv_sec: 0, tv_nsec: Int(grace) * 1000)
    nanosleep(&until, nil)
    return try writer.killed()
}
