import Foundation
import Testing

/// The files of the project, for tests that read them.
enum Repository {
    /// The root of the project, found from where this file stands.
    static var root: URL {
        var url = URL(filePath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        return url
    }

    /// The text of a file of the project.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Compares a generated text with the file; with UPDATE_GOLDEN=1 in the environment writes the file instead.
    static func expectGolden(_ generated: String, at path: String) throws {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(generated.utf8).write(to: root.appending(path: path))
        }
        let stored = try text(path)
        guard stored != generated else { return }
        let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
        let new = generated.split(separator: "\n", omittingEmptySubsequences: false)
        let line =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        Issue.record("\(path) is out of date from line \(line + 1) on; UPDATE_GOLDEN=1 writes it anew")
    }
}
