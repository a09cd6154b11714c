import Foundation
import Testing

import Storage

/// The engines on which the contract of the journal holds.
enum TestEngine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite
    case postgresql

    var testDescription: String { rawValue }
}

/// The PostgreSQL that `script/test` starts for the tests. Without one they fail: an engine that is not tried is no engine.
struct TestServer {
    let address: String

    init() throws {
        address = try #require(
            ProcessInfo.processInfo.environment["SANDING_TEST_POSTGRES"],
            "no PostgreSQL: run script/test, or name one in SANDING_TEST_POSTGRES (script/postgres start FOLDER)")
    }

    /// The address of a schema of its own in the server.
    func address(of schema: String) -> String { address + "&options=-csearch_path%3D\(schema)" }

    /// Runs statements as whoever keeps the server could: without triggers and foreign keys.
    func run(_ sql: String, in schema: String) throws {
        _ = try output(
            of: ["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", address(of: schema)],
            reading: "SET client_min_messages = warning; SET session_replication_role = replica; BEGIN; \(sql); COMMIT;"
        )
    }

    /// All rows of a schema, as text and, what is bytes, as bytes too.
    func rows(in schema: String) throws -> Data {
        let text = try output(of: ["pg_dump", "--data-only", "--schema=\(schema)", address], reading: "")
        var bytes = Data(text.utf8)
        for match in text.matches(of: /\\\\x([0-9a-f]+)/) {
            var rest = match.output.1
            while rest.count > 1 {
                bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            }
        }
        return bytes
    }

    private func output(of command: [String], reading text: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complained = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(complained)")
        return said
    }
}

extension TestEngine {
    /// The engine that a test is run on now.
    @TaskLocal static var current = TestEngine.sqlite
}

/// Runs each test of a suite once on each engine.
struct OnEachEngine: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        for engine in TestEngine.allCases {
            try await TestEngine.$current.withValue(engine) { try await function() }
        }
    }
}

extension Trait where Self == OnEachEngine {
    /// The contract of the journal, which holds on every engine.
    static var onEachEngine: OnEachEngine { OnEachEngine() }
}
