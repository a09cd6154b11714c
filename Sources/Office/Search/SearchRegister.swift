import Basics
import Registry
import Search
import Storage

extension Desk {
    /// Finds what has all of the words between spaces in it, the best first; of that so many.
    ///
    /// What reads as the number of a document is looked for as that, however it was typed. People are found only where that
    /// is granted, here and when the texts were filled, and the look is put on record before the answer. Sealed texts that are found are opened again before the answer,
    /// so that nothing is found that was erased since.
    package func search(
        _ text: String, in texts: SearchTexts, kinds: Set<SearchKind> = Set(SearchKind.allCases), people: PeopleRight,
        limit: Int, at instant: Instant, from source: inout some RandomNumberGenerator
    ) throws(OfficeFailure) -> SearchAnswer {
        guard let typed = SearchWords(text) else {
            throw OfficeFailure(
                .input, "nothing-to-search", zh: "没有可检索的字词。请写出至少一个汉字、字母或数字。",
                en: "There is nothing to look for. Write at least one character, letter or digit.")
        }
        var open = kinds
        if people == .withheld { open.remove(.person) }
        let cited = Citation(text).flatMap { SearchWords($0.description) }
        var found: [Found] = []
        for words in [cited, typed].compactMap({ $0 }) where found.allSatisfy(\.hits.isEmpty) {
            found = []
            for kind in open.sorted() {
                guard let shelf = texts.shelves[kind] else { continue }
                found.append(try standing(words, on: shelf, kind))
            }
        }
        let numbered = open.contains(.person) ? try lookUpNumber(typed, in: texts.register) : []
        var totals: [SearchKind: Int] = [:]
        for part in found where !part.hits.isEmpty { totals[part.kind] = part.hits.count }
        if !numbered.isEmpty { totals[.person, default: 0] += numbered.count }
        let matches = Array((numbered + best(of: found, atMost: max(0, limit - numbered.count))).prefix(max(0, limit)))
        if case .granted(let visitor, let purpose) = people, open.contains(.person) {
            let shown = matches.compactMap { if case .person(let id) = $0.subject { id } else { nil } }
            try trail.recordLook(.search, of: shown, by: visitor, for: purpose, at: instant, from: &source)
        }
        return SearchAnswer(matches: matches, totals: totals, register: texts.register)
    }

    /// What was found on one shelf, in order.
    private struct Found {
        let kind: SearchKind
        let words: SearchWords
        let shelf: SearchShelf
        let hits: [Hit]

        func match(_ hit: Hit) -> SearchMatch {
            let item = shelf.items[hit.item]
            let texts = shelf.corpus.marks(of: words, in: hit.item).map {
                SearchMatch.Text(role: item.texts[$0.number].role, marked: $0)
            }
            let best = texts.first { $0.marked.number == hit.text } ?? texts[0]
            return SearchMatch(
                kind: kind, subject: item.subject, fit: hit.fit, isPast: item.isPast, best: best, texts: texts)
        }
    }

    /// The first of several ordered lists in one order; where hits are equal, in the order of the lists.
    private func best(of found: [Found], atMost limit: Int) -> [SearchMatch] {
        var next = found.map { $0.hits[...] }
        var matches: [SearchMatch] = []
        while matches.count < limit {
            var first: (list: Int, hit: Hit)?
            for (list, hits) in next.enumerated() {
                guard let hit = hits.first else { continue }
                if first.map({ hit.precedes($0.hit) }) ?? true { first = (list, hit) }
            }
            guard let first else { break }
            next[first.list].removeFirst()
            matches.append(found[first.list].match(first.hit))
        }
        return matches
    }

    /// What is found on a shelf, without what was erased since it was filled.
    private func standing(
        _ words: SearchWords, on shelf: SearchShelf, _ kind: SearchKind
    ) throws(OfficeFailure) -> Found {
        let hits = shelf.corpus.search(words)
        let sealed = hits.compactMap { shelf.items[$0.item].sealed?.digest }
        let open =
            sealed.isEmpty
            ? [:] : try storing { () throws(StorageFailure) in try journal.texts(of: sealed, in: jurisdiction) }
        let erased = Set(sealed).subtracting(open.keys)
        guard !erased.isEmpty else { return Found(kind: kind, words: words, shelf: shelf, hits: hits) }
        let left = shelf.without(erased)
        return Found(kind: kind, words: words, shelf: left, hits: left.corpus.search(words))
    }

    /// Whoever has this very identity number; nobody where the text is none. The number leads to them by its token alone,
    /// and is not shown.
    private func lookUpNumber(_ typed: SearchWords, in register: Register) throws(OfficeFailure) -> [SearchMatch] {
        let people = try people(numbered: typed.plain)?.compactMap { register.people[$0] } ?? []
        let texts = try storing { () throws(StorageFailure) in
            try journal.texts(of: people.map(\.personal), in: jurisdiction)
        }
        return people.compactMap { person in
            guard let record = texts[person.personal].flatMap(PersonalRecord.init) else { return nil }
            let name = SearchMatch.Text(
                role: .identityNumber, marked: MarkedText(number: 0, text: record.name, ranges: []))
            return SearchMatch(
                kind: .person, subject: .person(person.id), fit: .whole, isPast: person.exit != nil, best: name,
                texts: [name])
        }
    }
}
