/// One word, one meaning; and the glossary names only what there is.
enum Glossary {
    /// A row of the table: 中文 · English · Swift type · meaning.
    struct Row {
        let line: Int
        let chinese: String
        let english: String
        /// The names between backticks in the third column.
        let swift: [String]
    }

    /// The rows of all tables of a page with four columns, without their headings.
    static func rows(of text: String) -> [Row] {
        var rows: [Row] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() where line.hasPrefix("|") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmed }
            let isRule = cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }
            let isHeading = index + 1 < lines.count && lines[index + 1].hasPrefix("|-")
            guard cells.count == 4, !isRule, !isHeading else { continue }
            let pieces = cells[2].split(separator: "`", omittingEmptySubsequences: false)
            let names = pieces.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
            rows.append(Row(line: index + 1, chinese: cells[0], english: cells[1], swift: names))
        }
        return rows
    }

    /// Rows that say the same Chinese or English term, or the same Swift name, a second time.
    static func duplicates(in page: SourceFile) -> [Fault] {
        var seen: [String: Int] = [:]
        var faults: [Fault] = []
        for row in rows(of: page.text) {
            // Within a row the English word and the Swift name may well be the same.
            for term in Set([row.chinese, row.english.lowercased()] + row.swift) where !term.isEmpty && term != "—" {
                if let first = seen[term] {
                    faults.append(Fault(page.path, row.line, "\(term) has a row already, on line \(first)"))
                }
                seen[term] = row.line
            }
        }
        return faults
    }

    /// Swift names of the page that no source declares.
    static func unknownNames(in page: SourceFile, among sources: [SourceFile]) -> [Fault] {
        let declared = Set(sources.flatMap { $0.code.declarations.map(\.name) })
        return rows(of: page.text).flatMap { row in
            row.swift.filter { !declared.contains($0) }.map {
                Fault(page.path, row.line, "\($0) is declared nowhere in Sources")
            }
        }
    }
}

extension StringProtocol {
    /// Without the spaces at both ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(String(start.reversed().drop { $0.isWhitespace }).reversed())
    }
}
