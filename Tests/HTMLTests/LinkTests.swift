import HTML
import Testing

@Suite("Links")
struct LinkTests {
    @Test(
        "an address that would run is refused, however it is disguised",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)",
            "java\nscript:alert(1)", "java\tscript:alert(1)", "java\r\nscript:alert(1)", "\u{0}javascript:x",
            "vbscript:x", "data:text/html,<script>1</script>", "DATA:image/svg+xml,x", "blob:x", "file:///etc/passwd",
            "view-source:javascript:x", "x:y", "javascript\u{0}:x", "javascript :x", ":x", "编:制",
        ])
    func refused(_ text: String) { #expect(Link(text) == nil) }

    @Test(
        "addresses of pages, mail and telephones, and places in this house pass",
        arguments: [
            "https://www.example.gov.cn/a?b=c#d", "HTTP://x", "mailto:a@b.cn", "tel:110", "/bodies/1", "bodies/1",
            "?q=1:2", "&#106;avascript:x", "#a:b", "/a:b", "", "./x", "../x",
        ])
    func passed(_ text: String) { #expect(Link(text)?.text == text) }

    @Test("what browsers ignore around an address is taken away")
    func trimmed() { #expect(Link(" \u{B}/a\tb\n ")?.text == "/ab") }

    @Test("places in this house are put together with every part encoded")
    func paths() {
        #expect(Link.path(["bodies", "甲/乙"]).text == "/bodies/%E7%94%B2%2F%E4%B9%99")
        #expect(
            Link.path(["log"], query: [("q", "a&b=c"), ("day", "2020-05-31")], fragment: "x y").text
                == "/log?q=a%26b%3Dc&day=2020-05-31#x%20y")
        #expect(Link.path(["", "evil.example"]).text == "/evil.example")
        #expect(Link.path(["javascript:x"]).text == "/javascript%3Ax")
    }

    @Test("an ampersand in an address is escaped where it is written")
    func written() {
        let html = Markup.fragment { $0(.a, .href(.path(["a"], query: [("b", "1"), ("c", "'")])), text: "x") }
        #expect(html.utf8Text == "<a href=\"/a?b=1&amp;c=%27\">x</a>")
    }
}
