/// A text as the matcher reads it: clauses of folded characters, without punctuation and without what says nothing.
struct DutyText {
    /// The clauses, in the order of the text; those without a character are left out.
    let clauses: [Clause]

    /// One clause (分句): what stands between full stops, semicolons and line ends.
    struct Clause {
        /// What is read: folded, with synonyms replaced by the word that stands for them.
        var symbols: [UInt32] = []
        /// Whether punctuation or the edge of a known word stands before the character, so that no pair goes across
        /// it.
        var breaks: [Bool] = []
        /// For each character, what the text itself has there; a replaced word has the same span for all of its own.
        var spans: [Range<Int>] = []
        /// For each character, the group of synonyms it came from, or −1.
        var groups: [Int] = []
    }

    /// Reads a text.
    init(_ text: String, thesaurus: Thesaurus, without: StopTexts) {
        let scalars = text.unicodeScalars.map(DutyText.folded)
        var clauses: [Clause] = []
        var clause = Clause()
        var broken = false
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            if DutyText.endsClause(scalar) {
                if !clause.symbols.isEmpty { clauses.append(clause) }
                clause = Clause()
                broken = false
                place += 1
            } else if !DutyText.isKept(scalar) {
                broken = true
                place += 1
            } else if let length = without.length(in: scalars, at: place) {
                place += length
            } else if let found = thesaurus.word(in: scalars, at: place) {
                let span = place..<place + found.length
                for (index, symbol) in found.standing.enumerated() {
                    clause.append(symbol, broken: index == 0, span: span, group: found.group)
                }
                // A known word ends here: no pair goes from it to its neighbours, which another word of its group
                // has not.
                broken = true
                place += found.length
            } else {
                clause.append(scalar, broken: broken, span: place..<place + 1, group: -1)
                broken = false
                place += 1
            }
        }
        if !clause.symbols.isEmpty { clauses.append(clause) }
        self.clauses = clauses
    }

    /// Full width as half width, capitals as small letters; offsets stay.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (65...90).contains(value) { value += 32 }
        return Unicode.Scalar(value) ?? scalar
    }

    private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", ";", "!", "\n", "\r", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0x3007: true
        case 48...57, 97...122: true
        case 0...0x2FF, 0x2000...0x33FF, 0xFF00...0xFFFF: false
        default: scalar.properties.isAlphabetic
        }
    }
}

extension DutyText.Clause {
    fileprivate mutating func append(_ symbol: Unicode.Scalar, broken: Bool, span: Range<Int>, group: Int) {
        symbols.append(symbol.value)
        breaks.append(broken || symbols.count == 1)
        spans.append(span)
        groups.append(group)
    }
}

/// Texts that say nothing in one jurisdiction, such as its name.
struct StopTexts: Sendable {
    private let texts: [Unicode.Scalar: [[Unicode.Scalar]]]

    init(_ texts: [String]) {
        let folded = Set(texts).map { $0.unicodeScalars.map(DutyText.folded) }.filter { !$0.isEmpty }
        self.texts = Dictionary(grouping: folded, by: { $0[0] }).mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// The length of the longest such text that starts here.
    func length(in scalars: [Unicode.Scalar], at place: Int) -> Int? {
        guard let candidates = texts[scalars[place]] else { return nil }
        return candidates.first { scalars[place...].starts(with: $0) }?.count
    }
}
