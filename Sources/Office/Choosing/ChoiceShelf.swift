import Basics
import Papers
import Search

/// Things out of which one is chosen by typing part of its name, its pinyin or the first letters of that (选取名单). Filled once,
/// it serves until the register changes.
package struct ChoiceShelf<Subject: Hashable & Sendable>: Sendable {
    /// One thing with the texts it is found by, the one it goes by first.
    struct Item: Sendable {
        let subject: Subject
        let texts: [(role: TextRole, text: String)]
        var isPast = false
    }

    /// One thing that may be meant.
    package struct Match: Sendable {
        /// Which.
        package let subject: Subject
        /// What the text is that it was found by.
        package let role: TextRole
        /// That text.
        package let text: String
        /// Whether the text is just what was typed.
        package let isWhole: Bool
    }

    private let items: [Item]
    private let names: NameList

    init(_ items: [Item]) throws(OfficeFailure) {
        self.items = items
        names = NameList(
            items.map { Corpus.Item($0.texts.map(\.text), isPast: $0.isPast) }, sounds: try Pinyin.shipped())
    }

    /// What may be meant by what was typed, the best first, and how many there are in all; where nothing was typed, all of it
    /// in order.
    /// - Parameter isOpen: whether it is for whoever asks.
    package func find(
        _ typed: String, atMost most: Int, where isOpen: (Subject) -> Bool
    ) -> (matches: [Match], total: Int) {
        guard let words = SearchWords(typed) else {
            guard typed.allSatisfy(\.isWhitespace) else { return ([], 0) }
            let open = items.filter { isOpen($0.subject) }
            let first = open.prefix(most).map {
                Match(subject: $0.subject, role: $0.texts[0].role, text: $0.texts[0].text, isWhole: false)
            }
            return (first, open.count)
        }
        let hits = names.search(words).filter { isOpen(items[$0.item].subject) }
        let best = hits.prefix(most).map { hit in
            let text = items[hit.item].texts[hit.text]
            return Match(
                subject: items[hit.item].subject, role: text.role, text: text.text, isWhole: hit.fit == .whole)
        }
        return (best, hits.count)
    }
}

extension Pinyin {
    /// That which comes with the program, read once.
    static func shipped() throws(OfficeFailure) -> Pinyin {
        do throws(DamagedInstallation) { return try read.get() } catch { throw OfficeFailure(error) }
    }

    private static let read = Result { () throws(DamagedInstallation) in Pinyin(lines: try PinyinData.lines()) }
}
