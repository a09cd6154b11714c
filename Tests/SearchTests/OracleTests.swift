import Basics
import Foundation
import Search
import Testing

/// A second search that knows nothing of bytes, jumps or offsets: texts are folded as strings and looked through scalar by
/// scalar. Random texts and queries of characters that are hard on a search must come out the same from both.
@Suite struct OracleTests {
    private typealias Scalars = [Unicode.Scalar]

    private static let pieces = [
        "教", "育", "局", "管", "教", "育", "a", "B", "ｂ", "Ａ", "1", "１", "2", " ", "\u{3000}", "（", ")", "〔", "”", "·", "𠮷",
        "𠮶",
        "𫖮", "\u{F900}", "\u{8C48}", "\u{2F800}", "\u{4E3D}", "⼀", "一", "\u{FE00}", "\u{200B}", "e\u{301}", "É", "，",
        ",",
        "—", "-", "aa",
    ]

    private static func fold(_ text: String) -> Scalars {
        var folded = ""
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "（", "(", "）", ")", "〔", "”", "·", "\u{FE00}", "\u{200B}": break
            case "—": folded += "-"
            case "\u{3000}": folded += " "
            default: folded += String(scalar).precomposedStringWithCompatibilityMapping.lowercased()
            }
        }
        while folded.contains("  ") { folded = folded.replacingOccurrences(of: "  ", with: " ") }
        var kept: Scalars = []
        let scalars = Scalars(folded.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let isBetween =
                place > 0 && place + 1 < scalars.count && scalars[place - 1].value < 0x2E80
                && scalars[place + 1].value < 0x2E80
            if scalar != " " || isBetween { kept.append(scalar) }
        }
        return kept
    }

    /// The places of a word, from left to right, none within another.
    private static func places(of word: Scalars, in text: Scalars) -> [Int] {
        var places: [Int] = []
        var place = 0
        while place + word.count <= text.count {
            let isThere = Scalars(text[place..<place + word.count]) == word
            if isThere { places.append(place) }
            place += isThere ? word.count : 1
        }
        return places
    }

    /// Items in order of fit, as a slow reader would put them.
    private static func search(_ query: String, in texts: [String]) -> [Int] {
        let words = Set(
            query.split(whereSeparator: { $0.unicodeScalars.first?.properties.isWhitespace ?? false })
                .map { fold(String($0)) }.filter { !$0.isEmpty })
        let found = texts.enumerated().compactMap { item, text -> (item: Int, rank: [Int])? in
            let folded = fold(text)
            let all = words.map { places(of: $0, in: folded) }
            guard all.allSatisfy({ !$0.isEmpty }) else { return nil }
            let isWhole = folded == fold(query) || words.contains(folded)
            let fit = isWhole ? 0 : all.contains { $0[0] == 0 } ? 1 : 2
            return (item, [fit, item % 3 == 0 ? 1 : 0, folded.count, -all.reduce(0) { $0 + $1.count }, item])
        }
        return found.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.item)
    }

    private static func random(_ count: Int, from source: inout SeededSource) -> String {
        (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &source)] }.joined()
    }

    @Test(arguments: 0..<40)
    func everyWordIsFoundInOrder(seed: Int) throws {
        var source = SeededSource(seed: UInt64(seed) + 1)
        let texts = (0..<60).map { _ in
            OracleTests.random(Int.random(in: 0..<14, using: &source), from: &source)
        }
        let corpus = Corpus(texts.enumerated().map { Corpus.Item([$0.element], isPast: $0.offset % 3 == 0) })
        var hits = 0
        for _ in 0..<60 {
            let query = (0..<Int.random(in: 1...2, using: &source)).map { _ in
                OracleTests.random(Int.random(in: 1...3, using: &source), from: &source)
            }.joined(separator: " ")
            guard let words = SearchWords(query) else {
                #expect(OracleTests.fold(query).isEmpty)
                continue
            }
            let found = corpus.search(words)
            hits += found.count
            #expect(found.map(\.item) == OracleTests.search(query, in: texts), "“\(query)”")
        }
        #expect(hits > 60, "queries that find nothing show nothing")
    }

    @Test(arguments: 0..<40)
    func marksAreTheWordAndNothingElse(seed: Int) throws {
        var source = SeededSource(seed: UInt64(seed) + 1000)
        for _ in 0..<100 {
            let text = OracleTests.random(Int.random(in: 1..<20, using: &source), from: &source)
            let query = OracleTests.random(Int.random(in: 1...2, using: &source), from: &source)
            let word = OracleTests.fold(query)
            guard !word.contains(" "), let words = SearchWords(query), query.allSatisfy({ !$0.isWhitespace }) else {
                continue
            }
            let corpus = Corpus([Corpus.Item([text])])
            guard let hit = corpus.search(words).first, let marked = corpus.marks(of: words, in: 0).first else {
                #expect(OracleTests.places(of: word, in: OracleTests.fold(text)).isEmpty)
                continue
            }
            #expect(marked.pieces.map(\.text).joined().unicodeScalars.elementsEqual(text.unicodeScalars))
            #expect(hit.places == OracleTests.places(of: word, in: OracleTests.fold(text)).count)
            var places = 0
            for piece in marked.pieces where piece.isMatch {
                let folded = OracleTests.fold(piece.text)
                #expect(folded.count % word.count == 0)
                let repeated = (0..<folded.count / word.count).flatMap { _ in word }
                #expect(folded == repeated, "“\(query)” in “\(text)”: “\(piece.text)”")
                places += folded.count / word.count
            }
            #expect(places == hit.places)
        }
    }
}
