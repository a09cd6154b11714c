/// What is looked for (检索词): words between spaces, all of which must occur.
package struct SearchWords: Sendable {
    /// The words, each once, the longest first since it is the rarest.
    let needles: [Needle]
    /// All of it as one text, for telling a whole name.
    let whole: [UInt8]

    /// Reads what a person typed; nil when nothing of it is a character to look for.
    package init?(_ text: String) {
        whole = FoldedText(text).bytes
        var seen: Set<[UInt8]> = []
        needles = text.split(whereSeparator: \.isWhitespace)
            .map { FoldedText(String($0)).bytes }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
            .sorted { $0.count > $1.count }
            .map(Needle.init)
        guard !needles.isEmpty else { return nil }
    }
}

extension SearchWords {
    /// All of it as search reads it, in one text.
    package var plain: String { String(decoding: whole, as: UTF8.self) }
}
