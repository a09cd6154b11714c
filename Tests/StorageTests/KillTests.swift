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
                after: wanted, desk, seed: UInt64(round) + 1, grace: UInt32.random(in: 0...3000, using: &source))
        }
        #expect(said.count > Self.rounds)
        let journal = try desk.journal()
        try expectKept(said, in: journal.entries(of: "330702"))
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    /// Starts the writer, and kills it some microseconds after it acknowledged so many entries.
    private func killed(
        after count: Int, _ desk: Desk, seed: UInt64, grace: UInt32
    ) throws -> [String] {
        let writer = try Writer(["append", desk.address, desk.path("key"), "\(seed)"])
        try writer.hear(count)
        var until = timespec(tv_sec: 0, tv_nsec: Int(grace) * 1000)
        nanosleep(&until, nil)
        return try writer.killed()
    }
}
