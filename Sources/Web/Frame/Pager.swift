import HTML

extension Visit {
    /// From page to page of a list; nothing where there is one page only.
    func writePager(_ page: Int, of pages: Int, into html: inout Markup, _ link: (Int) -> Link) {
        guard pages > 1 else { return }
        html(.nav, .class("pager"), .aria(.label, say("翻页", "Pages"))) { html in
            if page > 1 { html(.a, .rel("prev"), .href(link(page - 1)), text: say("上一页", "Previous")) }
            html(.span, text: say("第 \(page) 页，共 \(pages) 页", "Page \(page) of \(pages)"))
            if page < pages { html(.a, .rel("next"), .href(link(page + 1)), text: say("下一页", "Next")) }
        }
    }
}
