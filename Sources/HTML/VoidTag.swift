extension Markup {
    /// The name of an element that has no inside (a void element). `embed` and `base` are not among them: one
    /// loads what runs, the other bends the links of others.
    package struct VoidTag: Sendable {
        let opening: StaticString
    }
}

extension Markup.VoidTag {
    /// `<area>`.
    package static let area = Markup.VoidTag(opening: "<area")
    /// `<br>`.
    package static let br = Markup.VoidTag(opening: "<br")
    /// `<col>`.
    package static let col = Markup.VoidTag(opening: "<col")
    /// `<hr>`.
    package static let hr = Markup.VoidTag(opening: "<hr")
    /// `<img>`.
    package static let img = Markup.VoidTag(opening: "<img")
    /// `<input>`.
    package static let input = Markup.VoidTag(opening: "<input")
    /// `<link>`.
    package static let link = Markup.VoidTag(opening: "<link")
    /// `<meta>`.
    package static let meta = Markup.VoidTag(opening: "<meta")
    /// `<source>`.
    package static let source = Markup.VoidTag(opening: "<source")
    /// `<track>`.
    package static let track = Markup.VoidTag(opening: "<track")
    /// `<wbr>`.
    package static let wbr = Markup.VoidTag(opening: "<wbr")
}
