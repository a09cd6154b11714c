import Foundation
import Testing

/// A file of the project as the rules see it: where it stands and what it says.
struct SourceFile: Sendable {
    /// The path from the root of the project, with forward slashes.
    let path: String
    /// Its whole text.
    let text: String
    /// What the text says as Swift; empty for other files.
    let code: Code

    /// A file with this text.
    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = Code(path.hasSuffix(".swift") ? text : "")
    }

    /// The folders of the path and the file's name.
    var parts: [String] { path.split(separator: "/").map(String.init) }

    /// The room it is in: the folder under `Sources`.
    var room: String? { parts.count >= 3 && parts[0] == "Sources" ? parts[1] : nil }

    /// Whether it is Swift of the product, not of its tests.
    var isSource: Bool { path.hasPrefix("Sources/") && path.hasSuffix(".swift") }

    /// Whether it is Swift of the tests.
    var isTest: Bool { path.hasPrefix("Tests/") && path.hasSuffix(".swift") }
}

extension SourceFile: CustomTestStringConvertible {
    /// The path: a failing test shall not print the whole text.
    var testDescription: String { path }
}

/// What a rule finds against a file.
struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The path of the file, or of the folder.
    let path: String
    /// The line, from 1; nil where the whole file is meant.
    let line: Int?
    /// What is wrong and what to do instead.
    let what: String

    /// A fault of a line or a file.
    init(_ path: String, _ line: Int? = nil, _ what: String) {
        self.path = path
        self.line = line
        self.what = what
    }

    /// `path:line: what`.
    var description: String { line.map { "\(path):\($0): \(what)" } ?? "\(path): \(what)" }
}

/// The tree of the project on disk, read once.
struct Tree: Sendable {
    /// Every text file outside build folders, by path.
    let files: [SourceFile]
    /// The paths of the files that may be run.
    let runnable: Set<String>

    /// The Swift files of the product.
    var sources: [SourceFile] { files.filter(\.isSource) }

    /// The file at a path; nil when there is none.
    func file(_ path: String) -> SourceFile? { files.first { $0.path == path } }

    /// The project this test was built from.
    static let project = Tree(
        root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent())

    /// Reads every text file below a folder. Folders of builds, of versions and of trials are left out.
    init(root: URL) {
        var files: [SourceFile] = []
        var runnable: Set<String> = []
        var waiting = [""]
        while let folder = waiting.popLast() {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
            for name in names.sorted() {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                let full = root.appending(path: path).path
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else { continue }
                if isFolder.boolValue {
                    let isLeftOut = name == ".git" || name == ".local" || name.hasPrefix(".build")
                    if !isLeftOut { waiting.append(path) }
                } else if let data = FileManager.default.contents(atPath: full),
                    let text = String(validating: data, as: UTF8.self)
                {
                    files.append(SourceFile(path: path, text: text))
                    if FileManager.default.isExecutableFile(atPath: full) { runnable.insert(path) }
                }
            }
        }
        self.files = files.sorted { $0.path < $1.path }
        self.runnable = runnable
    }
}

extension Tree: CustomTestStringConvertible {
    /// How many files: a failing test shall not print them.
    var testDescription: String { "the tree of \(files.count) files" }
}
