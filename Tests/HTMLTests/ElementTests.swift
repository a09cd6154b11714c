import HTML
import Testing

@Suite("Elements")
struct ElementTests {
    private func written(_ content: Markup.Content) -> String { Markup.fragment(content).utf8Text }

    @Test("elements nest as their closures do, and close where these end")
    func nesting() {
        let html = written { html in
            html(.table, .class("dense")) { html in
                for row in 1...2 {
                    html(.tr) { html in
                        html(.th, .scope("row"), text: "甲<\(row)>")
                        html(.td) { $0.text(row * 1000) }
                    }
                }
            }
            html(.p)
        }
        #expect(
            html == """
                <table class="dense"><tr><th scope="row">甲&lt;1&gt;</th><td>1000</td></tr>
                <tr><th scope="row">甲&lt;2&gt;</th><td>2000</td></tr>
                </table>
                <p></p>

                """)
    }

    @Test("void elements have no end tag")
    func voids() {
        let html = written { html in
            html(.br)
            html(.input, .type("text"), .name("q"), .value("a\"b"), .required, .disabled.when(false))
            html(.img, .src(Link(literal: "/crest.svg")), .alt("徽"))
        }
        #expect(html == #"<br><input type="text" name="q" value="a&quot;b" required><img src="/crest.svg" alt="徽">"#)
    }

    @Test("attributes that are there or not, classes of which some are missing, numbers")
    func attributes() {
        let html = written { html in
            html(.option, .selected.when(true), .value("1"))
            html(.td, .classes("a", nil, "b"), .colspan(3))
            html(.td, .classes(nil))
            html(
                .rect, .attribute("x", 12.345), .attribute("y", -0.5), .attribute("width", 3.0), .attribute("rx", 0.05))
            html(.a, .href(.fragment("甲 乙")), .aria(.current, "page"), .data("data-row", "7"))
            html(.p, .lang("zh-CN"), text: "编")
        }
        #expect(
            html == """
                <option selected value="1"></option>
                <td class="a b" colspan="3"></td><td></td><rect x="12.35" y="-0.5" width="3" rx="0.05"></rect>
                <a href="#%E7%94%B2%20%E4%B9%99" aria-current="page" data-row="7"></a><p lang="zh-CN">编</p>

                """)
    }

    @Test("the first line feed of preformatted text and of a field survives")
    func firstLine() {
        #expect(written { $0(.pre, text: "\na") } == "<pre>\n\na</pre>\n")
        #expect(written { $0(.textarea, .name("t"), text: "a") } == "<textarea name=\"t\">\na</textarea>\n")
    }

    @Test("a page has its language, its title escaped, and what is asked for in its head")
    func document() {
        let page = Markup.document(
            language: "zh-CN", title: "<三定>",
            head: { html in
                html.contentSecurityPolicy("default-src 'none'")
                html.styleSheet("p>a{color:red}")
                html.script(Link(literal: "/htmx.js"), .defer)
            },
            body: { $0(.p, text: "正文") })
        #expect(
            page.utf8Text == """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>&lt;三定&gt;</title>
                <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">
                <style>p>a{color:red}</style>
                <script src="/htmx.js" defer></script>
                </head>
                <body><p>正文</p>
                </body>
                </html>

                """)
    }

    @Test("a page outgrows the room it was given")
    func growing() {
        let text = String(repeating: "编制", count: 50)
        let page = Markup.fragment(capacity: 1) { html in for _ in 0..<1000 { html(.p, text: text) } }
        #expect(page.utf8Text == String(repeating: "<p>\(text)</p>\n", count: 1000))
    }

    @Test("markup passes as it is through the one door only")
    func raw() {
        #expect(written { $0.rawMarkup("<b>&</b>") } == "<b>&</b>")
        let inner = Markup.fragment { $0(.b, text: "<") }
        #expect(written { $0.rawMarkup(trusted: inner) } == "<b>&lt;</b>")
    }

    @Test("attributes that run, style or hold an unchecked address are a programmer's error")
    func forbiddenAttributes() async {
        await #expect(processExitsWith: .failure) { _ = Markup.Attribute.attribute("onclick", "x()") }
        await #expect(processExitsWith: .failure) { _ = Markup.Attribute.attribute("ONCLICK", "x()") }
        await #expect(processExitsWith: .failure) { _ = Markup.Attribute.attribute("style", "x") }
        await #expect(processExitsWith: .failure) { _ = Markup.Attribute.attribute("href", "javascript:x()") }
        await #expect(processExitsWith: .failure) { _ = Markup.Attribute.attribute("hx-get", "//x") }
        await #expect(processExitsWith: .failure) { _ = Markup.Attribute.attribute("a b", "x") }
        await #expect(processExitsWith: .failure) { _ = Markup.Attribute.link("onclick", .fragment("a")) }
        await #expect(processExitsWith: .failure) { _ = Link(literal: "javascript:x()") }
        await #expect(processExitsWith: .success) { _ = Markup.Attribute.attribute("charset", "utf-8") }
    }
}
