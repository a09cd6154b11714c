import Foundation
import Testing

/// A PostgreSQL of one test's own, which it may stop, kill and have followed by a standby.
final class OwnServer {
    let folder: String
    private let hosts: [String]

    /// - Parameter standby: with a synchronous standby.
    init(standby: Bool = false) throws {
        // A socket's path has little room.
        folder = NSTemporaryDirectory() + "s\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        hosts = standby ? [folder + "/1", folder + "/2"] : [folder + "/1"]
        try server("start", 0)
        if standby { try server("standby", 1, hosts[0]) }
    }

    deinit {
        // One that was killed has stopped.
        for host in hosts { _ = try? status(of: [OwnServer.script, "stop", host]) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The address of all of them, of which one is the primary.
    var address: String { "postgres://sanding@/postgres?host=" + hosts.joined(separator: ",") }

    /// The address of one.
    func address(of number: Int) -> String { "postgres://sanding@/postgres?host=" + hosts[number] }

    /// Runs a verb of `script/postgres` on one of them.
    func server(_ verb: String, _ number: Int, _ more: String...) throws {
        try run([OwnServer.script, verb, hosts[number]] + more)
    }

    private static let script = packageRoot.appendingPathComponent("script/postgres").path

    /// Has one of them run statements, each for itself.
    func ask(_ number: Int, _ statements: String...) throws {
        try run(
            ["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", address(of: number)]
                + statements.map { "--command=\($0)" })
    }

    private func run(_ command: [String]) throws {
        let status = try status(of: command)
        try #require(status == 0, "\(command)")
    }

    private func status(of command: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
