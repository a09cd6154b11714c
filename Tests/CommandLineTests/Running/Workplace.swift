import Foundation
import Testing

/// A folder in which the program runs, gone when the test is.
final class Workplace {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sanding-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// A folder with a register that stands already, as `sanding.sqlite` with its key.
    convenience init(_ register: Register) throws {
        try self.init()
        let made = try register.made.get()
        for name in Workplace.register {
            try FileManager.default.copyItem(at: made.folder.appendingPathComponent(name), to: url(name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The files of a register.
    static let register = ["sanding.sqlite", "sanding.sqlite.key"]

    func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Runs `sanding` here.
    func run(_ arguments: String...) throws -> Answer { try runProgram(arguments, in: folder) }

    /// Runs `sanding` here; it must go through.
    @discardableResult
    func succeed(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> Answer {
        let answer = try runProgram(arguments, in: folder)
        try #require(
            answer.status == 0,
            "status \(answer.status): sanding \(arguments.joined(separator: " ")): \(answer.errors)",
            sourceLocation: location)
        #expect(answer.errors.isEmpty, sourceLocation: location)
        return answer
    }

    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: url(name)) }

    func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: url(name)) }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

    /// Everything in the folder with its bytes.
    func state() throws -> FolderState {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: url(name).path, isDirectory: &isFolder)
            files[name] = isFolder.boolValue ? Data() : Workplace.lasting(try Data(contentsOf: url(name)))
        }
        return FolderState(files: files)
    }

    /// The bytes of a database without what merely opening it changes: the counters in its header and the list of its
    /// free pages, of which there may be one more at the end, empty. Any other bytes as they are.
    private static func lasting(_ bytes: Data) -> Data {
        guard bytes.count >= 100, bytes.starts(with: "SQLite format 3\0".utf8) else { return bytes }
        var bytes = bytes
        for place in [24, 28, 32, 36, 40, 92] { bytes.replaceSubrange(place..<place + 4, with: [0, 0, 0, 0]) }
        let page = Int(bytes[16]) << 8 | Int(bytes[17])
        while page > 1, bytes.count > page, bytes.suffix(page).allSatisfy({ $0 == 0 }) { bytes.removeLast(page) }
        return bytes
    }
}

/// What was in a folder at some moment.
struct FolderState {
    let files: [String: Data]

    /// The same, but for a register in which one record of the audit is new and no Act: both are written down outside.
    func changesButOneRecord(since earlier: FolderState) -> [String] {
        let (register, digests) = ("sanding.sqlite", "sanding.sqlite.digests")
        let (before, now) = (earlier.files[digests] ?? Data(), files[digests] ?? Data())
        let news = now.dropFirst(before.count).split(separator: UInt8(ascii: "\n"))
        guard now.starts(with: before), news.count == 1, String(decoding: news[0], as: UTF8.self).contains(" audit ")
        else { return changes(since: earlier) }
        let expected = ["changed: \(register)", "changed: \(digests)", "made: \(digests)"]
        return changes(since: earlier).filter { !expected.contains($0) }
    }

    /// The files that are not as they were, each with what became of it. Bytes themselves would fill a report with
    /// megabytes of numbers, and take a minute to compare one by one.
    func changes(since earlier: FolderState) -> [String] {
        let names = Set(files.keys).union(earlier.files.keys).sorted()
        return names.compactMap { name in
            switch (earlier.files[name], files[name]) {
            case (nil, _): "made: \(name)"
            case (_, nil): "removed: \(name)"
            case (let before, let now): before == now ? nil : "changed: \(name)"
            }
        }
    }
}
