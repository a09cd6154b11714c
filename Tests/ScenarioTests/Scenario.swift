import Basics
import Office
import Reform
import Registry

/// A reform written down as a clerk reads it: what there is, the plan, and what must come of it. Sections stand under
/// 【…】, one thing a line, its parts divided by `|`; the plan stands in them as a plan's own text.
struct Scenario {
    /// The sections in their lines, blanks and comments (`#`) taken out; the plan keeps its lines as they are.
    private let sections: [String: [String]]

    init(_ text: String) throws(Unreadable) {
        var sections: [String: [String]] = [:]
        var current: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("【"), let end = line.firstIndex(of: "】") {
                let name = String(line[line.index(after: line.startIndex)..<end])
                guard Self.known.contains(name), sections[name] == nil else { throw Unreadable(line) }
                sections[name] = []
                current = name
            } else if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") {
                continue
            } else if let current {
                sections[current]?.append(line)
            } else {
                throw Unreadable(line)
            }
        }
        self.sections = sections
    }

    private static let known = ["机构", "编制", "人员", "职责", "事项", "方案", "其间", "另案", "结果"]

    /// Why a scenario can't be read: the line.
    struct Unreadable: Error {
        let line: String

        init(_ line: String) { self.line = line }
    }

    /// The plan's text.
    var plan: String { (sections["方案"] ?? []).joined(separator: "\n") + "\n" }

    /// The text of another plan, which is decided first; nil when there is none.
    var otherPlan: String? { sections["另案"].map { $0.joined(separator: "\n") + "\n" } }

    /// The lines of a section in their parts.
    func rows(_ section: String) -> [[String]] {
        (sections[section] ?? []).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { trimmed(String($0)) }
        }
    }
}

/// Without blanks at either end.
func trimmed(_ text: String) -> String {
    var part = Substring(text)
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
}

/// A term by its Chinese name, with brackets of either width, or the only one that contains the text.
func term<Term: CaseIterable>(_ text: String, _ name: (Term) -> Wording) -> Term? {
    func plain(_ text: String) -> String { text.replacing("（", with: "(").replacing("）", with: ")") }
    let all = Array(Term.allCases)
    if let exact = all.first(where: { plain(name($0).zh) == plain(text) }) { return exact }
    let near = all.filter { plain(name($0).zh).contains(plain(text)) }
    return near.count == 1 ? near[0] : nil
}

/// A part “正职 1”: a word and a number.
func counted(_ text: String) -> (word: String, count: Int)? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, let count = Int(words[1]) else { return nil }
    return (words[0], count)
}
