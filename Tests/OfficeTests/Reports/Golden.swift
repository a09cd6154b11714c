import Foundation
import Testing

/// Compares what was made with the file kept of it, byte for byte. With UPDATE_GOLDEN=1 in the environment the file is
/// written anew; the difference is then for a person to read.
func expectGolden(_ made: [UInt8], _ name: String, from file: String = #filePath) throws {
    let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(made).write(to: url) }
    let kept = [UInt8](try Data(contentsOf: url))
    guard kept != made else { return }
    let old = String(decoding: kept, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let new = String(decoding: made, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    Issue.record("\(name) differs from line \(line + 1) on; UPDATE_GOLDEN=1 writes it anew")
}
