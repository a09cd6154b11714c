import Registry
import Search

/// What a search found (检索结果).
package struct SearchAnswer: Sendable {
    /// The best, in order.
    package let matches: [SearchMatch]
    /// How many of each kind there are in all; kinds of which there are none are left out.
    package let totals: [SearchKind: Int]
    /// The register it was found in, which names what it names.
    package let register: Register

    /// How many there are in all.
    package var total: Int { totals.values.reduce(0, +) }
}

/// One thing that was found.
package struct SearchMatch: Sendable {
    /// Its kind.
    package let kind: SearchKind
    /// Its identifier.
    package let subject: SearchSubject
    /// How well it fits.
    package let fit: Fit
    /// Whether it is no more: a closed body, a person who left.
    package let isPast: Bool
    /// The text that fits best.
    package let best: Text
    /// Its texts in which words occur, among them the best.
    package let texts: [Text]

    /// One of its texts.
    package struct Text: Hashable, Sendable {
        /// What the text is.
        package let role: TextRole
        /// The text with what matched in it.
        package let marked: MarkedText
    }
}
