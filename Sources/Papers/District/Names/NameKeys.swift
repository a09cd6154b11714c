/// A name in the forms it is compared in, from the strictest to the loosest.
struct NameKeys {
    private let words: NameWords
    /// The district's prefix and its shorter forms, the longest first: 菏泽市定陶区, 定陶区, 定陶.
    private let regions: [String]
    private let regionEnd: Character?

    init(prefix: String, words: NameWords) {
        self.words = words
        var regions: [String] = []
        let whole = folded(prefix)
        if !whole.isEmpty {
            regions.append(whole)
            var rest = Substring(whole)
            while let cut = rest.dropLast().firstIndex(where: { "省市州盟".contains($0) }) {
                rest = rest[rest.index(after: cut)...]
                if rest.count >= 2 { regions.append(String(rest)) }
            }
            if rest.count >= 3 { regions.append(String(rest.dropLast())) }
        }
        self.regions = regions
        regionEnd = whole.last
    }

    /// The name as it is, but for spaces, width, letter case and the form of brackets.
    func plain(_ name: String) -> String { folded(name, punctuation: true) }

    /// Without the district's prefix, after or without the Party's.
    func stripped(_ name: String) -> String {
        let text = folded(name)
        for front in ["中国共产党", "中共", ""] where text.hasPrefix(front) {
            let rest = text.dropFirst(front.count)
            if let short = withoutRegion(rest) { return front.isEmpty ? short : "中共" + short }
            if !front.isEmpty { return "中共" + rest }
        }
        return text
    }

    /// Also with the usual double names as one (人民政府, 政府), and without the Party's prefix.
    func core(_ name: String) -> String {
        var text = same(stripped(name))
        if text.hasPrefix("中共"), text.count > 3 { text = String(text.dropFirst(2)) }
        // 区教育局, 区委办公室: the district by its last character.
        if let regionEnd, text.first == regionEnd, text.count >= 3 { text = String(text.dropFirst()) }
        return text
    }

    /// Also without 政府 in front, 本级 behind, and 和 between.
    func loose(_ name: String) -> String {
        var text = core(withoutBrackets(name).text)
        for front in words.fronts where text.hasPrefix(front) && text.count - front.count >= 2 {
            text = String(text.dropFirst(front.count))
        }
        for tail in words.tails where text.hasSuffix(tail) && text.count - tail.count >= 2 {
            text = String(text.dropLast(tail.count))
            break
        }
        for middle in words.middles where text.count > 4 {
            let shorter = text.dropFirst().dropLast().replacing(middle, with: "")
            if let first = text.first, let last = text.last { text = String(first) + shorter + String(last) }
        }
        return text
    }

    /// The long form of a short name in use everywhere: 人社局; nil when it is none.
    func long(_ name: String) -> String? {
        let text = core(name)
        return (words.short[text] ?? words.short[folded(name)]).map { same($0) }
    }

    private func same(_ text: String) -> String {
        var text = text
        for (long, short) in words.same where text.count > long.count && text.contains(long) {
            text = text.replacing(long, with: short)
        }
        return text
    }

    /// The rest after the district's name, which may have the names of higher levels before it.
    private func withoutRegion(_ text: Substring) -> String? {
        for region in regions {
            guard let range = text.range(of: region) else { continue }
            let before = text[..<range.lowerBound]
            let rest = text[range.upperBound...]
            guard rest.count >= 2 else { continue }
            if before.isEmpty || (before.count <= 8 && "省市州盟".contains(before.last ?? " ")) { return String(rest) }
            // 共青团安和区委员会: the district stands inside; its bare stem (安和) there would be no evidence.
            if before.count <= 8, region.last == regionEnd { return String(before) + String(rest) }
        }
        return nil
    }
}

extension Substring {
    /// The first place of a text.
    func range(of other: String) -> Range<Index>? { firstRange(of: other) }
}
