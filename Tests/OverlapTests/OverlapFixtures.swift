import Foundation
import Testing

import Overlap

/// The root of the package, found from this file.
let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The lines of a file; the test fails clearly where it is missing.
func lines(of file: URL) throws -> [Substring] {
    let text = try #require(
        try? String(contentsOf: file, encoding: .utf8), "missing: \(file.path)")
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
}

/// A file of `../shared/data`, beside the package.
func shared(_ path: String) -> URL {
    packageRoot.deletingLastPathComponent().appendingPathComponent("shared/data/\(path)")
}

/// The shipped synonyms.
func shippedThesaurus() throws -> Thesaurus {
    try Thesaurus(lines: lines(of: packageRoot.appendingPathComponent("Sources/Papers/Data/overlap/synonyms.txt")))
}

/// The shipped background.
func shippedBackground() throws -> Background {
    try Background(lines: lines(of: packageRoot.appendingPathComponent("Sources/Papers/Data/overlap/background.txt")))
}

/// Statements of holders 0, 1, 2 … in order.
func statements(_ texts: String...) -> [OverlapStatement] {
    texts.enumerated().map { OverlapStatement(holder: $0.offset, text: $0.element) }
}

/// A list as an office has it, so that statements stand among others: departments with fields of their own.
func office() -> [OverlapStatement] {
    let fields = ["燃气安全", "档案管理", "社会救助", "园林绿化", "动物防疫", "水土保持", "计量检定", "社区矫正"]
    let phrases = [
        "受理%事项的申请和咨询", "保管%业务资料", "负责%场所的日常运维", "组织%政策宣传和业务培训", "参与%年度检查评估",
    ]
    var all: [OverlapStatement] = []
    for (line, field) in fields.enumerated() {
        for (place, phrase) in phrases.enumerated() {
            all.append(
                OverlapStatement(
                    holder: 100 + line * 10 + place % 2, line: line,
                    text: phrase.replacingOccurrences(of: "%", with: field)))
        }
    }
    return all
}
