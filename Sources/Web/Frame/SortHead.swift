import HTML

extension Visit {
    /// The head of a column by which a list is sorted: the way to that order, and to the other way round once it is.
    /// - Parameters:
    ///   - descending: how the list is sorted by it; nil where it is not.
    ///   - link: the list in the order that the head leads to.
    func writeSortHead(
        _ title: String, isNumber: Bool = false, descending: Bool?, _ link: Link, into html: inout Markup
    ) {
        html(
            .th, .scope("col"), .classes("sortable", isNumber ? "number" : nil),
            .aria(.sort, descending ?? false ? "descending" : "ascending").when(descending != nil)
        ) { html in
            html(.a, .href(link)) { html in
                html.text(title)
                if let descending { html(.span, .aria(.hidden, "true"), text: descending ? " ↓" : " ↑") }
            }
        }
    }
}
