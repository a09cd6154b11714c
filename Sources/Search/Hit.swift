/// How well what was looked for fits a text (匹配程度), the best first.
package enum Fit: UInt8, Comparable, Sendable {
    /// The text is just that.
    case whole
    /// The text begins with it, or with one of the words.
    case beginning
    /// It stands somewhere in the text.
    case within

    /// The better before the lesser.
    package static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
}

/// An item in which all words occur (命中). Those of several corpora can be compared.
package struct Hit: Sendable {
    /// Which item, by its number in the corpus.
    package let item: Int
    /// The number of the item's text that fits best.
    package let text: Int
    /// How well that one fits.
    package let fit: Fit
    /// How many places the words have in all texts of the item.
    package let places: Int
    /// Fit, past or not, length and places in one number, the lower the better: a long list of hits is sorted by it.
    let key: UInt64

    init(item: Int, text: Int, fit: Fit, isPast: Bool, length: Int, places: Int) {
        self.item = item
        self.text = text
        self.fit = fit
        self.places = places
        let most = (1 << 24) - 1
        key =
            UInt64(fit.rawValue) << 56 | (isPast ? 1 << 48 : 0) | UInt64(min(length, most)) << 24
            | UInt64(most - min(places, most))
    }

    /// Whether it stands before another hit, of this corpus or of one with other items; equal ones stand as the items do.
    package func precedes(_ other: Hit) -> Bool { key < other.key }
}
