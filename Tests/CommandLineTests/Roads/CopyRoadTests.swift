import Foundation
import Testing

/// The register in another place: on the other engine, as lines, and back; the same digests everywhere.
@Suite struct CopyRoadTests {
    private let workplace: Workplace
    private let database: String
    private let head: String

    init() throws {
        workplace = try Workplace(.district)
        let server = try #require(
            ProcessInfo.processInfo.environment["SANDING_TEST_POSTGRES"],
            "no PostgreSQL: run script/test, or name one in SANDING_TEST_POSTGRES (script/postgres start FOLDER)")
        let name = "cli\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        let psql = Process()
        psql.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        psql.arguments = ["psql", "--no-psqlrc", "--quiet", "--command=CREATE DATABASE \(name)", server]
        try psql.run()
        psql.waitUntilExit()
        try #require(psql.terminationStatus == 0)
        database = server.replacing("/postgres?", with: "/\(name)?")
        head = try #require(try workplace.succeed("verify", "--json").json()["outside"]?.text)
    }

    @Test func onTheOtherEngineAndBack() throws {
        let there = try workplace.succeed("copy", "--to", database, "--json").json()
        #expect(there["heads"]?.items.compactMap(\.text) == [head])
        // Everything works there as here.
        let key = ["--key", "sanding.sqlite.key"]
        func answer(_ arguments: [String]) throws -> String {
            try runProgram(arguments, in: workplace.folder).output
        }
        for command in [["diagnose", "--json"], ["log", "--json"], ["verify", "--json"]] {
            #expect(try answer(command + ["--database", database] + key) == answer(command))
        }
        let back = try runProgram(
            ["copy", "--database", database, "--to", "back.sqlite", "--json"] + key, in: workplace.folder)
        #expect(back.status == 0)
        // Each copy takes the record along that it was made.
        #expect(try back.json()["rows"]?.number == (there["rows"]?.number ?? 0) + 1)
        let verified = try runProgram(["verify", "--json", "--database", "back.sqlite"] + key, in: workplace.folder)
            .json()
        let here = try workplace.succeed("verify", "--json").json()
        #expect(
            verified["outside"]?.text == here["outside"]?.text && verified["register"]?.text == here["register"]?.text)
        #expect(verified["faults"]?.items.isEmpty == true && verified["audit"]?.text != here["audit"]?.text)
        let again = try runProgram(["copy", "--to", database], in: workplace.folder)
        #expect(again.status != 0 && again.errors.contains("not-empty"))
    }

    @Test func asLinesThatAnAlterationShowsIn() throws {
        try workplace.succeed("copy", "--to", "all.jsonl")
        try workplace.succeed(
            "copy", "--from-lines", "all.jsonl", "--to", "again.sqlite", "--key", "sanding.sqlite.key")
        let again = try workplace.succeed(
            "verify", "--json", "--database", "again.sqlite", "--key", "sanding.sqlite.key")
        #expect(try again.json()["outside"]?.text == head)
        // A digit in the middle of the first record.
        var lines = String(decoding: try workplace.bytes("all.jsonl"), as: UTF8.self)
        let record = try #require(lines.range(of: "[\"journal\",")?.lowerBound)
        let place = lines.index(record, offsetBy: 600)
        lines.replaceSubrange(place...place, with: lines[place] == "0" ? "1" : "0")
        try workplace.write(lines, to: "altered.jsonl")
        let altered = try runProgram(
            ["copy", "--from-lines", "altered.jsonl", "--to", "altered.sqlite", "--key", "sanding.sqlite.key"],
            in: workplace.folder)
        #expect(altered.status == 2)
        #expect(altered.output.contains("record-altered"))
    }
}
