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
        var acknowledged: [(position: Int, command: String)] = []
        for round in 0..<Self.rounds {
            let wanted = Int.random(in: 0...8, using: &source)
            acknowledged += try killed(
                after: wanted, desk, seed: UInt64(round) + 1, grace: UInt32.random(in: 0...3000, using: &source))
        }
        #expect(acknowledged.count > Self.rounds)
        let journal = try desk.journal()
        let entries = try journal.entries(of: "330702")
        for (position, command) in acknowledged {
            try #require(position <= entries.count, "Act \(position) was acknowledged and is gone")
            #expect("\(entries[position - 1].act.command)" == command)
        }
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    /// Starts the writer, and kills it some microseconds after it acknowledged so many entries.
    private func killed(
        after count: Int, _ desk: Desk, seed: UInt64, grace: UInt32
    ) throws -> [(position: Int, command: String)] {
        let process = Process()
        process.executableURL = try writer.get()
        process.arguments = [desk.address, desk.path("key"), "\(seed)"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = Data()
        while said.count(where: { $0 == 10 }) < count {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the writer stopped by itself")
            said += more
        }
        var until = timespec(tv_sec: 0, tv_nsec: Int(grace) * 1000)
        nanosleep(&until, nil)
        kill(process.processIdentifier, SIGKILL)
        said += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // A line that was cut off was not heard.
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.dropLast().compactMap { line in
            let parts = line.split(separator: " ")
            return parts.count == 2 ? Int(parts[0]).map { ($0, String(parts[1])) } : nil
        }
    }
}

/// The program that is killed, built beside the tests.
private let writer: Result<URL, CocoaError> = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
        let found = folder.appendingPathComponent("journal-writer")
        if FileManager.default.isExecutableFile(atPath: found.path) { return .success(found) }
        folder = folder.deletingLastPathComponent()
    }
    let built = packageRoot.appendingPathComponent(".build/release/journal-writer")
    return FileManager.default.isExecutableFile(atPath: built.path)
        ? .success(built) : .failure(CocoaError(.fileNoSuchFile))
}()

private let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
