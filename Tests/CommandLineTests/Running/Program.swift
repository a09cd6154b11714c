import Foundation
import Testing

/// What a run of the program left behind: its status and what it said on either stream.
struct Answer {
    let status: Int32
    let output: String
    let errors: String

    /// The one JSON text that the output is.
    func json(_ location: SourceLocation = #_sourceLocation) throws -> JSON {
        let read = try? JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
        return JSON(try #require(read, "no JSON: \(output.prefix(200))", sourceLocation: location))
    }
}

/// Runs the built program as a person would and waits for it.
///
/// What it says goes to files, not to pipes: a pipe that nobody empties would stop a long answer half way.
func runProgram(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Answer {
    let answers = FileManager.default.temporaryDirectory.appendingPathComponent("sanding-said-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: answers, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: answers) }
    func stream(_ name: String) throws -> (URL, FileHandle) {
        let url = answers.appendingPathComponent(name)
        try Data().write(to: url)
        return (url, try FileHandle(forWritingTo: url))
    }
    let (output, outputHandle) = try stream("output")
    let (errors, errorHandle) = try stream("errors")
    let process = Process()
    process.executableURL = try program.get()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // The language of whoever runs the tests is none of the program's business here.
    process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "SANDING_LANG" }
        .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = outputHandle
    process.standardError = errorHandle
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "crashed: sanding \(arguments.joined(separator: " "))")
    return Answer(
        status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
}

/// Why there is nothing to run.
struct NothingToRun: Error, CustomStringConvertible {
    let looked: [String]
    var description: String {
        "The program is not built. Looked at \(looked.joined(separator: ", ")). Build it: swift build -c release"
    }
}

/// The built program: named by SANDING_PROGRAM, beside the running tests, or in the package's release build.
private let program: Result<URL, NothingToRun> = {
    var candidates: [URL] = []
    if let named = ProcessInfo.processInfo.environment["SANDING_PROGRAM"] {
        candidates = [URL(fileURLWithPath: named)]
    } else {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        // The tests stand beside the program, or some folders deeper in a bundle of their own.
        for _ in 0..<4 {
            candidates.append(folder.appendingPathComponent("sanding"))
            folder = folder.deletingLastPathComponent()
        }
        candidates.append(packageRoot.appendingPathComponent(".build/release/sanding"))
    }
    let found = candidates.first { url in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: url.path)
    }
    return found.map { .success($0) } ?? .failure(NothingToRun(looked: candidates.map(\.path)))
}()

/// The root of the package.
let packageRoot = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A file of `../shared/data`, beside the package; the test fails clearly where it is missing.
func sharedData(_ path: String) throws -> String {
    let found = packageRoot.deletingLastPathComponent().appendingPathComponent("shared/data/\(path)").path
    try #require(FileManager.default.fileExists(atPath: found), "missing test data: \(found)")
    return found
}
