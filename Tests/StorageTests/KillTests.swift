import Basics
import Foundation
import Registry
import Storage
import Testing

/// SQLite on a file system that forgets what was not synced, as a power cut does: writes reach the disk when they are synced,
/// and by chance before.
@Suite struct PowerCutTests {
    private static let rounds = 100

    @Test func nothingAcknowledgedIsLost() throws {
        let desk = try Desk()
        try desk.journal().close()
        var source = SeededSource(seed: 78)
        var acknowledged: [Acknowledged] = []
        for round in 0..<Self.rounds {
            let wanted = Int.random(in: 0...8, using: &source)
            acknowledged += try killed(
                after: wanted, on: desk, seed: UInt64(round) + 1, grace: UInt32.random(in: 0...1000, using: &source),
                "--drop")
        }
        #expect(acknowledged.count > Self.rounds)
        let journal = try desk.journal()
        #expect(try lost(acknowledged, from: journal) == [])
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }

    /// Without syncs, which is what `synchronous=OFF` comes to, Acts are lost: so the file system does forget.
    @Test func withoutSyncsActsAreLost() throws {
        let desk = try Desk()
        try desk.journal().close()
        let acknowledged = try killed(after: 20, on: desk, seed: 1, grace: 0, "--deaf")
        #expect(acknowledged.count >= 20)
        do {
            #expect(try !lost(acknowledged, from: try desk.journal()).isEmpty)
        } catch is StorageFailure {
            // Nor can what is left be opened.
        }
    }
}

/// A writer killed at any moment, two hundred times on each engine: nothing that was acknowledged is lost, nothing is half
/// there.
@Suite(.onEachEngine) struct KillTests {
    private static let rounds = 200

    @Test func killedAtRandom() throws {
        let desk = try Desk()
        try desk.journal().close()
        var source = SeededSource(seed: 77)
        var acknowledged: [Acknowledged] = []
        for round in 0..<Self.rounds {
            let wanted = Int.random(in: 0...8, using: &source)
            acknowledged += try killed(
                after: wanted, on: desk, seed: UInt64(round) + 1, grace: UInt32.random(in: 0...3000, using: &source))
        }
        #expect(acknowledged.count > Self.rounds)
        let journal = try desk.journal()
        #expect(try lost(acknowledged, from: journal) == [])
        #expect(try journal.checkChain(of: "330702").isEmpty)
    }
}

/// What the writer said it recorded.
private struct Acknowledged: Equatable {
    let position: Int
    let command: String
}

/// What was acknowledged and is not there.
private func lost(_ acknowledged: [Acknowledged], from journal: Journal) throws -> [Acknowledged] {
    let commands = try journal.entries(of: "330702").map { "\($0.act.command)" }
    return acknowledged.filter { $0.position > commands.count || commands[$0.position - 1] != $0.command }
}

/// Starts the writer, and kills it some microseconds after it acknowledged so many entries.
private func killed(
    after count: Int, on desk: Desk, seed: UInt64, grace: UInt32, _ words: String...
) throws -> [Acknowledged] {
    let process = Process()
    process.executableURL = try writer.get()
    process.arguments = [desk.address, desk.path("key"), "\(seed)"] + words
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
        return parts.count == 2 ? Int(parts[0]).map { Acknowledged(position: $0, command: String(parts[1])) } : nil
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
