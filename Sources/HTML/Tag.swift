extension Markup {
    /// An element that has an inside.
    ///
    /// `script`, `style`, `iframe`, `object` and the like are not among them: what would run or load has a door of
    /// its own or none.
    package struct Tag: Sendable {
        /// The start tag up to where attributes stand.
        let opening: StaticString
        /// The end tag; for blocks with a line feed, which keeps the source legible and two versions comparable.
        let closing: StaticString
        /// Parsers drop a line feed right after the start tag.
        let losesFirstLine: Bool

        init(_ opening: StaticString, _ closing: StaticString, losesFirstLine: Bool = false) {
            self.opening = opening
            self.closing = closing
            self.losesFirstLine = losesFirstLine
        }
    }
}
