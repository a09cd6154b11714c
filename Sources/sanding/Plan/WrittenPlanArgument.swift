import Basics
import Foundation
import Office
import Registry

extension DeskOptions {
    /// The plan that an argument names: in a file or, where there is no such file, the last revision of a draft.
    func plan(at path: String) throws -> WrittenPlan {
        if !FileManager.default.fileExists(atPath: path), let draft = try namedDraft(path) { return draft.written }
        return try readWrittenPlan(path).plan
    }

    /// The draft of that name, where the register has one.
    func namedDraft(_ name: String) throws -> PlanDraft? {
        try desk().drafts().first { $0.name == name }
    }

    /// A plan in a file, and which revision of which draft its first line says it was taken from.
    func readWrittenPlan(_ path: String) throws -> (plan: WrittenPlan, takenFrom: DraftMark?) {
        let (text, mark) = DraftMark.taken(from: try readText(path))
        do { return (try WrittenPlan(text), mark) } catch { throw OfficeFailure(error) }
    }
}

/// The first line of a plan that was taken out of the drafts: which revision of which draft it is.
struct DraftMark {
    let name: String
    let revision: Int

    private static let start = "# 方案稿："

    /// The line.
    var line: String { "\(Self.start)\(name)，第\(revision)稿" }

    /// A text without that line, and what it said.
    static func taken(from text: String) -> (text: String, mark: DraftMark?) {
        guard text.hasPrefix(start), let end = text.firstIndex(where: \.isNewline) else { return (text, nil) }
        let parts = text[..<end].dropFirst(start.count).components(separatedBy: "，第")
        guard parts.count >= 2, let last = parts.last, let revision = Int(last.dropLast()) else { return (text, nil) }
        let name = parts.dropLast().joined(separator: "，第")
        return (String(text[text.index(after: end)...]), DraftMark(name: name, revision: revision))
    }
}

/// Reads a digest that a person typed.
func readDigest(_ text: String) throws -> Digest {
    guard let digest = Digest(hex: text) else {
        throw OfficeFailure(
            .input, "bad-digest", zh: "摘要应为64位十六进制数字。", en: "A digest is 64 hexadecimal digits.")
    }
    return digest
}
