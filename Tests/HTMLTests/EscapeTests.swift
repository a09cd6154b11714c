import HTML
import Testing

@Suite("Escaping")
struct EscapeTests {
    private func text(_ text: String) -> String { Markup.fragment { $0.text(text) }.utf8Text }

    private func attribute(_ text: String) -> String {
        let whole = Markup.fragment { $0(.span, .title(text)) }.utf8Text
        return String(whole.dropFirst("<span title=\"".count).dropLast("\"></span>".count))
    }

    @Test(
        "every character that would not be read as itself is escaped in text",
        arguments: [
            ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "\""), ("'", "'"), ("\r", "&#13;"), ("\n", "\n"),
            ("\0", "\u{FFFD}"), ("a<b>&c", "a&lt;b&gt;&amp;c"), ("&lt;", "&amp;lt;"), ("三定 & 编制", "三定 &amp; 编制"),
            ("", ""), ("</td>", "&lt;/td&gt;"), ("\u{1F3DB}<", "\u{1F3DB}&lt;"),
        ])
    func inText(_ pair: (String, String)) { #expect(text(pair.0) == pair.1) }

    @Test(
        "every character that would end or change an attribute is escaped in it",
        arguments: [
            ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("\r", "&#13;"),
            ("\0", "\u{FFFD}"), ("\" onclick=\"x", "&quot; onclick=&quot;x"), ("“甲”", "“甲”"), ("`", "`"),
        ])
    func inAttribute(_ pair: (String, String)) { #expect(attribute(pair.0) == pair.1) }

    @Test("whatever text goes in, a reader gets it back and no tag comes of it")
    func anything() {
        var bits = Bits(state: 20_200_531)
        let specials = Array("&<>\"'\r\n\t\0;#-/=` ![]".unicodeScalars)
        let pieces = [
            "&lt;", "&#39;", "<script>", "]]>", "-->", "编制", "é", "\u{20BB7}", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}",
        ]
        for _ in 0..<3000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...24, using: &bits) {
                switch Int.random(in: 0..<4, using: &bits) {
                case 0: text.append(specials[Int.random(in: 0..<specials.count, using: &bits)])
                case 1: text.append(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &bits)].unicodeScalars)
                case 2: text.append(Unicode.Scalar(UInt8.random(in: 32...126, using: &bits)))
                default: text.append(Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &bits)) ?? "字")
                }
            }
            let original = String(text)
            // No page can hold a zero; where one was is seen.
            let expected = Array(original.unicodeScalars).map { $0.value == 0 ? "\u{FFFD}" : $0 }
            let inText = self.text(original)
            let inAttribute = attribute(original)
            #expect(!inText.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") })
            #expect(!inAttribute.utf8.contains { [34, 39, 60, 62].contains($0) })
            #expect(Array(unescaped(inText).unicodeScalars) == expected)
            #expect(Array(unescaped(inAttribute).unicodeScalars) == expected)
        }
    }
}
