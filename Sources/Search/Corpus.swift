/// Texts that can be searched (检索文本): every place of every word is found by reading all of their bytes.
///
/// There is nothing to keep in step with the texts, and no word is too short to be found.
package struct Corpus: Sendable {
    /// One thing that can be found, by any of its texts.
    package struct Item: Sendable {
        /// Its texts, the one it goes by first.
        package let texts: [String]
        /// Whether it is no more; it then stands after what is.
        package let isPast: Bool

        /// An item.
        package init(_ texts: [String], isPast: Bool = false) {
            self.texts = texts
            self.isPast = isPast
        }
    }

    /// The items, by number.
    package let items: [Item]
    /// All texts folded, one after another, a zero after each.
    private var bytes: [UInt8] = []
    private var texts: [Text] = []
    /// For each item the number of its first text, and one more at the end.
    private var firsts: [Int32] = []

    /// Where a folded text begins and ends, and how many characters it has.
    private struct Text: Sendable {
        let start: Int32
        let end: Int32
        let length: Int32

        /// How well a word fits that stands first at a place.
        func fit(of needle: Needle, at place: Int) -> Fit {
            guard place == Int(start) else { return .within }
            return needle.bytes.count == Int(end - start) ? .whole : .beginning
        }
    }

    /// Reads the texts, once.
    package init(_ items: [Item]) {
        self.items = items
        texts.reserveCapacity(items.count)
        firsts.reserveCapacity(items.count + 1)
        for item in items {
            firsts.append(Int32(texts.count))
            for text in item.texts {
                let start = Int32(bytes.count)
                let length = FoldedText.append(text, to: &bytes)
                texts.append(Text(start: start, end: Int32(bytes.count), length: Int32(length)))
                bytes.append(0)
            }
        }
        firsts.append(Int32(texts.count))
    }

    /// How many bytes a search reads.
    package var size: Int { bytes.count }

    /// The items in which all words occur, the best first; equal ones in the order of the items.
    package func search(_ words: SearchWords) -> [Hit] {
        var hits: [Hit] = []
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            var item = 0
            while let found = words.needles[0].first(in: bytes, from: place, to: bytes.count) {
                while end(of: item) <= found { item += 1 }
                if let hit = judge(item, words, in: bytes) { hits.append(hit) }
                place = end(of: item)
            }
        }
        return hits.sorted { ($0.key, $0.item) < ($1.key, $1.item) }
    }

    /// The texts of an item in which words occur, with all their places.
    package func marks(of words: SearchWords, in item: Int) -> [MarkedText] {
        items[item].texts.enumerated().compactMap { number, text in
            let ranges = MarkedText.ranges(of: words, in: FoldedText(text))
            return ranges.isEmpty ? nil : MarkedText(number: number, text: text, ranges: ranges)
        }
    }

    /// Where the last text of an item ends, with the zero after it.
    private func end(of item: Int) -> Int {
        let next = Int(firsts[item + 1])
        return next == 0 ? 0 : Int(texts[next - 1].end) + 1
    }

    /// Whether all words occur in an item, and how well it fits.
    private func judge(_ item: Int, _ words: SearchWords, in bytes: UnsafeBufferPointer<UInt8>) -> Hit? {
        let numbers = Int(firsts[item])..<Int(firsts[item + 1])
        var places = 0
        var best: (text: Int, fit: Fit)?
        for needle in words.needles {
            var occurs = false
            for number in numbers {
                let text = texts[number]
                var from = Int(text.start)
                var fit: Fit?
                while let place = needle.first(in: bytes, from: from, to: Int(text.end)) {
                    fit = fit ?? text.fit(of: needle, at: place)
                    places += 1
                    from = place + needle.bytes.count
                }
                guard let fit else { continue }
                occurs = true
                if best.map({ (fit, number) < ($0.fit, $0.text) }) ?? true { best = (number, fit) }
            }
            guard occurs else { return nil }
        }
        guard var best else { return nil }
        if best.fit != .whole, words.needles.count > 1 {
            let whole = numbers.first { number in
                bytes[Int(texts[number].start)..<Int(texts[number].end)].elementsEqual(words.whole)
            }
            if let whole { best = (whole, .whole) }
        }
        return Hit(
            item: item, text: best.text - numbers.lowerBound, fit: best.fit, isPast: items[item].isPast,
            length: Int(texts[best.text].length), places: places)
    }
}
