import Basics
import Dispatch
import Foundation
import Registry
import Synchronization
import Testing

/// A `journal-writer` at work, and all the lines that it said.
final class Writer: Sendable {
    private let process: Process
    private let input = Pipe()
    private let heard = Heard()
    private let isOver = DispatchGroup()

    /// The lines heard so far, and who waits for more.
    private final class Heard: @unchecked Sendable {
        // Every use holds this lock.
        private let changed = NSCondition()
        private var lines: [String] = []
        private var isOver = false

        func add(_ more: [String], isOver: Bool) {
            changed.lock()
            lines += more
            self.isOver = isOver
            changed.broadcast()
            changed.unlock()
        }

        /// Waits until the lines are enough; all of them, or nil where they never were.
        func wait(until end: Date, _ isEnough: ([String]) -> Bool) -> [String]? {
            changed.lock()
            defer { changed.unlock() }
            while !isEnough(lines) {
                if isOver || !changed.wait(until: end) { return isEnough(lines) ? lines : nil }
            }
            return lines
        }
    }

    init(_ arguments: [String]) throws {
        process = Process()
        process.executableURL = try program.get()
        process.arguments = arguments
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let (heard, isOver) = (heard, isOver)
        isOver.enter()
        Thread.detachNewThread {
            var rest = Data()
            while true {
                let more = output.fileHandleForReading.availableData
                rest += more
                // A line that was cut off was not heard.
                let lines = rest.split(separator: 10, omittingEmptySubsequences: false)
                rest = Data(lines.last ?? Data())
                heard.add(lines.dropLast().map { String(decoding: $0, as: UTF8.self) }, isOver: more.isEmpty)
                if more.isEmpty { break }
            }
            isOver.leave()
        }
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Says a line to it.
    func say(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8)) }

    /// Waits until it has said so many lines in all, and gives the lines.
    @discardableResult
    func hear(_ count: Int) throws -> [String] { try hear { $0.count >= count } }

    /// Waits until the lines are enough.
    @discardableResult
    func hear(_ isEnough: ([String]) -> Bool) throws -> [String] {
        let lines = heard.wait(until: Date(timeIntervalSinceNow: 60), isEnough)
        return try #require(lines, "the writer stopped, or was too slow")
    }

    /// Kills it; all that it said.
    func killed() throws -> [String] {
        kill(process.processIdentifier, SIGKILL)
        return rest()
    }

    /// Lets it end what it is at; all that it said.
    func ended() throws -> [String] {
        try input.fileHandleForWriting.close()
        let lines = rest()
        try #require(process.terminationStatus == 0, "the writer failed: \(process.terminationStatus)")
        return lines
    }

    private func rest() -> [String] {
        isOver.wait()
        process.waitUntilExit()
        return heard.wait(until: .distantPast) { _ in true } ?? []
    }
}

/// What a line says of an Act that was acknowledged; nil for other lines.
func acknowledgement(_ line: String) -> (position: Int, command: String)? {
    let parts = line.split(separator: " ")
    return parts.count == 2 ? Int(parts[0]).map { ($0, String(parts[1])) } : nil
}

/// Holds what was acknowledged against what is recorded: all of it is there, and the chain is whole.
func expectKept(_ lines: [String], in entries: [Entry], at location: SourceLocation = #_sourceLocation) throws {
    for (position, command) in lines.compactMap(acknowledgement) {
        try #require(
            position <= entries.count, "Act \(position) was acknowledged and is gone", sourceLocation: location)
        try #require("\(entries[position - 1].act.command)" == command, sourceLocation: location)
    }
}

/// The program, built beside the tests.
private let program: Result<URL, CocoaError> = {
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

/// Where `Package.swift` is.
let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
