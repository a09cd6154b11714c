import Foundation
import Overlap
import Testing

/// Pairs read and judged by hand, of real service items and sentences of statutes: `labels.tsv`.
@Suite("Pairs labelled by hand")
struct LabelledOverlapTests {
    private struct Corpus {
        var names: [String: Int] = [:]
        var statements: [OverlapStatement] = []
        private var holders: [String: Int] = [:]

        mutating func add(name: String, holder: String, text: String) {
            let number = holders[holder] ?? holders.count
            holders[holder] = number
            names[name] = statements.count
            statements.append(OverlapStatement(holder: number, line: number, text: text))
        }
    }

    /// Items by code and department.
    private func services() throws -> Corpus {
        var corpus = Corpus()
        for line in try lines(of: shared("service-items/guangan-district.csv")).dropFirst() where !line.isEmpty {
            let cells = cells(of: line)
            try #require(cells.count == 4, "\(line)")
            corpus.add(name: "\(cells[3])@\(cells[0])", holder: cells[0], text: cells[2])
        }
        return corpus
    }

    private func cells(of line: Substring) -> [String] {
        var cells = [""]
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    /// Sentences that say who is responsible (负责), by file and ordinal; a file is its regulation whatever its date.
    private func statutes() throws -> Corpus {
        var corpus = Corpus()
        for folder in ["national", "zhejiang"] {
            let names = try FileManager.default.contentsOfDirectory(atPath: shared("statutes/\(folder)").path)
            for name in names.filter({ $0.hasSuffix(".md") }).sorted() {
                let text = try String(contentsOf: shared("statutes/\(folder)/\(name)"), encoding: .utf8)
                let title = name.split(whereSeparator: { "(（".contains($0) }).first.map(String.init) ?? name
                var ordinal = 0
                for piece in text.split(whereSeparator: { $0 == "。" || $0.isNewline }) {
                    let sentence = piece.trimmingCharacters(in: .whitespacesAndNewlines)
                    guard !sentence.isEmpty else { continue }
                    if (15...120).contains(sentence.unicodeScalars.count), sentence.contains("负责") {
                        corpus.add(name: "\(folder)/\(name)#\(ordinal)", holder: title, text: sentence)
                    }
                    ordinal += 1
                }
            }
        }
        return corpus
    }

    @Test("What is found does not depend on the parts a list is looked through in")
    func parts() throws {
        let index = OverlapIndex(
            try services().statements, thesaurus: try shippedThesaurus(), background: try shippedBackground())
        let whole = index.ranked(parts: 1)
        #expect(whole.count > 100)
        #expect(index.ranked(parts: 7) == whole)
        #expect(index.ranked() == whole)
        #expect(Set(whole.map(\.statements)).count == whole.count)
    }

    /// How many labelled pairs are listed and are one matter, are listed and are not, and are one matter.
    private func count(_ name: String, _ corpus: Corpus) throws -> (right: Int, wrong: Int, all: Int, labelled: Int) {
        let index = OverlapIndex(
            corpus.statements, thesaurus: try shippedThesaurus(), background: try shippedBackground())
        let listed = Set(index.ranked().map(\.statements))
        var sums = (right: 0, wrong: 0, all: 0, labelled: 0)
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("labels.tsv")
        for line in try lines(of: file) where line.hasPrefix(name) {
            let cells = line.split(separator: "\t").map(String.init)
            let first = try #require(corpus.names[cells[1]], "\(cells[1])")
            let second = try #require(corpus.names[cells[2]], "\(cells[2])")
            let found = listed.contains(StatementPair(first, second))
            sums.labelled += 1
            if cells[3] == "one" { sums.all += 1 }
            if found, cells[3] == "one" { sums.right += 1 }
            if found, cells[3] != "one" { sums.wrong += 1 }
        }
        return sums
    }

    @Test("Service items: most that are listed are one matter, and most that are one matter are listed")
    func serviceItems() throws {
        let count = try count("service", services())
        #expect(count.labelled == 112)
        #expect(Double(count.right) / Double(count.right + count.wrong) >= 0.60, "\(count)")
        #expect(Double(count.right) / Double(count.all) >= 0.80, "\(count)")
    }

    @Test("Statutes: most that are listed are one matter, and most that are one matter are listed")
    func statuteSentences() throws {
        let count = try count("statute", statutes())
        #expect(count.labelled == 61)
        #expect(Double(count.right) / Double(count.right + count.wrong) >= 0.60, "\(count)")
        #expect(Double(count.right) / Double(count.all) >= 0.80, "\(count)")
    }
}
