/// Names out of which one is chosen by typing part of it (选取名单): as it is written, by its pinyin, or by the first letters of
/// that, all of it or from any character on: 教育局, jiaoyuju, jyj, 教yj.
///
/// Unlike a `Corpus` it knows how characters sound, and says nothing of where words stand: it serves to name one thing that is
/// meant, not to find all there is.
package struct NameList: Sendable {
    private let items: [Corpus.Item]
    private let sounds: Pinyin
    /// All texts folded, one after another.
    private var scalars: [Unicode.Scalar] = []
    /// For each of these the letters it may be typed by, a bit each: most places are passed over by that alone.
    private var initials: [UInt32] = []
    /// Where each text ends.
    private var ends: [Int32] = []
    /// For each item the number of its first text, and one more at the end.
    private var firsts: [Int32] = []

    /// Reads the names, once.
    package init(_ items: [Corpus.Item], sounds: Pinyin) {
        self.items = items
        self.sounds = sounds
        var bytes: [UInt8] = []
        for item in items {
            firsts.append(Int32(ends.count))
            for text in item.texts {
                bytes.removeAll(keepingCapacity: true)
                _ = FoldedText.append(text, to: &bytes)
                for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                    scalars.append(scalar)
                    initials.append(sounds.initials(of: scalar))
                }
                ends.append(Int32(scalars.count))
            }
        }
        firsts.append(Int32(ends.count))
    }

    /// The longest word that is looked for, so that what was typed so far fits one number's bits.
    private static let longest = 60

    /// The items that have all words, the best first; equal ones in the order of the items.
    package func search(_ words: SearchWords) -> [Hit] {
        let typed = words.needles.map { Array(String(decoding: $0.bytes, as: UTF8.self).unicodeScalars) }
        guard typed.allSatisfy({ $0.count <= NameList.longest }) else { return [] }
        var hits: [Hit] = []
        for item in items.indices {
            if let hit = judge(item, typed) { hits.append(hit) }
        }
        return hits.sorted { ($0.key, $0.item) < ($1.key, $1.item) }
    }

    private func judge(_ item: Int, _ words: [[Unicode.Scalar]]) -> Hit? {
        let numbers = Int(firsts[item])..<Int(firsts[item + 1])
        var best: (text: Int, fit: Fit)?
        for word in words {
            var found: (text: Int, fit: Fit)?
            for number in numbers {
                let start = number == 0 ? 0 : Int(ends[number - 1])
                guard let fit = fit(of: word, in: start..<Int(ends[number])) else { continue }
                if found.map({ fit < $0.fit }) ?? true { found = (number, fit) }
                if fit == .whole { break }
            }
            guard let found else { return nil }
            if best.map({ (found.fit, found.text) < ($0.fit, $0.text) }) ?? true { best = found }
        }
        guard let best else { return nil }
        let start = best.text == 0 ? 0 : Int(ends[best.text - 1])
        return Hit(
            item: item, text: best.text - numbers.lowerBound, fit: best.fit, isPast: items[item].isPast,
            length: Int(ends[best.text]) - start, places: 1)
    }

    /// How well a word fits a text, by its best place.
    private func fit(of word: [Unicode.Scalar], in text: Range<Int>) -> Fit? {
        let first = Pinyin.bit(word[0].value)
        var start = text.lowerBound
        while start < text.upperBound {
            if scalars[start] == word[0] || initials[start] & first != 0, let end = end(of: word, from: start, text) {
                guard start == text.lowerBound else { return .within }
                return end == text.upperBound ? .whole : .beginning
            }
            start += 1
        }
        return nil
    }

    /// Where a word that begins at a place ends, at the earliest; nil where it doesn't stand there. Each character takes
    /// itself, or the beginning of how it is read.
    private func end(of word: [Unicode.Scalar], from start: Int, _ text: Range<Int>) -> Int? {
        // A bit for each number of typed characters that may be used up so far.
        var reached: UInt64 = 1
        var place = start
        while place < text.upperBound {
            var next: UInt64 = 0
            var left = reached
            while left != 0 {
                let used = left.trailingZeroBitCount
                left &= left - 1
                if word[used] == scalars[place] { next |= 1 << (used + 1) }
                if initials[place] & Pinyin.bit(word[used].value) != 0 {
                    sounds.reach(of: word, from: used, in: scalars[place]) { count in
                        // Of a syllable its beginning will do: j, ji, jia.
                        for length in 1...count { next |= 1 << (used + length) }
                    }
                }
            }
            place += 1
            if next & 1 << word.count != 0 { return place }
            guard next != 0 else { return nil }
            reached = next
        }
        return nil
    }
}
