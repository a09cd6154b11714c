import HTML

/// One page of a list (分页).
struct ListPage {
    /// Which, from 1; the last where more was asked for than there are.
    let number: Int
    /// How many there are, at least one.
    let count: Int
    /// The places of the lines on it.
    let range: Range<Int>

    /// The page that is asked for.
    /// - Parameter lines: how many lines there are on all.
    init(_ asked: Int, of lines: Int, size: Int) {
        count = max(1, (lines + size - 1) / size)
        number = min(max(1, asked), count)
        let start = (number - 1) * size
        range = start..<min(lines, start + size)
    }
}

extension Visit {
    /// From page to page of a list; nothing where there is one page only.
    func writePager(_ page: ListPage, into html: inout Markup, _ link: (Int) -> Link) {
        guard page.count > 1 else { return }
        html(.nav, .class("pager"), .aria(.label, say("翻页", "Pages"))) { html in
            if page.number > 1 {
                html(.a, .rel("prev"), .href(link(page.number - 1)), text: say("上一页", "Previous"))
            }
            html(.span, text: say("第 \(page.number) 页，共 \(page.count) 页", "Page \(page.number) of \(page.count)"))
            if page.number < page.count {
                html(.a, .rel("next"), .href(link(page.number + 1)), text: say("下一页", "Next"))
            }
        }
    }
}
