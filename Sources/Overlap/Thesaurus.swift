/// Synonyms (同义词): groups of words that mean one thing in duty texts. Every word of a group is read as its first.
package struct Thesaurus: Hashable, Sendable {
    /// Without words.
    package static let none = Thesaurus(groups: [])

    /// The groups; the first word of each stands for it.
    package let groups: [[String]]
    private let groupOfWord: [[Unicode.Scalar]: Int]
    private let longest: [Unicode.Scalar: Int]
    private let standing: [[Unicode.Scalar]]

    /// Reads one group a line: `义工 = 志愿服务人员 = 志愿者`. After `#` comes a note; blank lines are free.
    package init(lines: some Sequence<some StringProtocol>) throws(ThesaurusFault) {
        var groups: [[String]] = []
        var lineOfWord: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            let text = line.prefix { $0 != "#" }
            let words = text.split(separator: "=", omittingEmptySubsequences: false).map(trimmed)
            if words.count == 1, words[0].isEmpty { continue }
            if words.count == 1 { throw ThesaurusFault(line: index + 1, kind: .single(words[0])) }
            for word in words {
                if word.isEmpty { throw ThesaurusFault(line: index + 1, kind: .empty) }
                if word.unicodeScalars.count < 2 { throw ThesaurusFault(line: index + 1, kind: .short(word)) }
                if let earlier = lineOfWord.updateValue(index + 1, forKey: word) {
                    throw ThesaurusFault(line: index + 1, kind: .twice(word, earlier: earlier))
                }
            }
            groups.append(words)
        }
        self.init(groups: groups)
    }

    /// Groups as they are; a word stands in one of them only.
    private init(groups: [[String]]) {
        self.groups = groups
        var groupOfWord: [[Unicode.Scalar]: Int] = [:]
        var longest: [Unicode.Scalar: Int] = [:]
        var standing: [[Unicode.Scalar]] = []
        for (number, words) in groups.enumerated() {
            let folded = words.map { $0.unicodeScalars.map(DutyText.folded) }
            standing.append(folded.first ?? [])
            for word in folded {
                groupOfWord[word] = number
                if let head = word.first { longest[head] = max(longest[head] ?? 0, word.count) }
            }
        }
        self.groupOfWord = groupOfWord
        self.longest = longest
        self.standing = standing
    }

    /// This one and an office's own: a group that shares a word with earlier ones joins them.
    package func adding(_ other: Thesaurus) -> Thesaurus {
        var groups = groups
        for words in other.groups {
            let met = groups.indices.filter { !Set(groups[$0]).isDisjoint(with: words) }
            guard let home = met.first else {
                groups.append(words)
                continue
            }
            for word in met.dropFirst().flatMap({ groups[$0] }) + words where !groups[home].contains(word) {
                groups[home].append(word)
            }
            for index in met.dropFirst().reversed() { groups.remove(at: index) }
        }
        return Thesaurus(groups: groups)
    }

    /// The longest word that starts here: its length, its group and what is read for it.
    func word(in text: [Unicode.Scalar], at start: Int) -> (length: Int, group: Int, standing: [Unicode.Scalar])? {
        guard let most = longest[text[start]] else { return nil }
        var length = min(most, text.count - start)
        while length > 1 {
            if let group = groupOfWord[Array(text[start..<start + length])] { return (length, group, standing[group]) }
            length -= 1
        }
        return nil
    }
}

/// A word without the spaces around it.
private func trimmed(_ text: some StringProtocol) -> String {
    let blank: (Character) -> Bool = { $0.isWhitespace }
    return String(String(text.drop(while: blank)).reversed().drop(while: blank).reversed())
}
