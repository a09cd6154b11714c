import Basics
import HTML

extension ReportPaper {
    /// The report as one file of HTML that needs nothing beside it: no script, no picture, no style from elsewhere.
    package func page(in language: Language) -> [UInt8] {
        Markup.document(
            language: language == .zh ? "zh-CN" : "en", title: title.said(in: language), capacity: 1 << 17,
            head: { html in
                html.contentSecurityPolicy("default-src 'none'; style-src 'unsafe-inline'")
                html(.meta, .name("color-scheme"), .content("light"))
                html.styleSheet(reportStyle)
                html.styleSheet(pictureStyle)
            },
            body: { PaperPage(paper: self, language: language).write(into: &$0) })
    }
}

/// The page of a paper under way.
private struct PaperPage {
    let paper: ReportPaper
    let language: Language

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    func say(_ wording: Wording) -> String { wording.said(in: language) }

    func write(into html: inout Markup) {
        html(.a, .class("skip"), .href(.fragment("main")), text: say("跳到正文", "Skip to the report"))
        paper.heading.writeTop(into: &html, in: language)
        html(.div, .class("frame")) { html in
            html(.nav, .class("contents"), .aria(.label, say("目录", "Contents"))) { html in
                html(.ul) { html in
                    for part in paper.parts {
                        html(.li) { html in
                            html(.a, .href(.fragment(part.table.id))) { html in
                                html(.span, text: say(part.title))
                                html(.span, .class("count"), text: part.table.rows.count.grouped)
                            }
                        }
                    }
                }
            }
            html(.main, .id("main")) { html in
                html(.h1, text: say(paper.title))
                for sentence in paper.summary { html(.p, .class("lead"), text: say(sentence)) }
                for part in paper.parts { write(part, into: &html) }
            }
        }
        html(.footer) { html in
            for sentence in paper.closing { html(.p, .class("digest"), text: say(sentence)) }
        }
    }

    private func write(_ part: ReportPaper.Part, into html: inout Markup) {
        html(.section) { html in
            html(.h2, .id(part.table.id), text: say(part.title))
            for sentence in part.lead { html(.p, .class("lead"), text: say(sentence)) }
            for picture in part.pictures {
                switch picture {
                case .sankey(let chart): chart.draw(into: &html, in: language)
                case .tree(let chart): chart.draw(into: &html, in: language)
                }
            }
            if part.table.rows.isEmpty {
                if part.lead.isEmpty { html(.p, text: say("没有。", "None.")) }
            } else {
                part.table.write(into: &html, in: language)
            }
        }
    }
}

extension ReportHeading {
    /// The bar at the top of a report: whose it is and of which day.
    func writeTop(into html: inout Markup, in language: Language) {
        html(.header, .class("top")) { html in
            html(.span, .class("brand"), text: language == .zh ? "三定 Sanding" : "Sanding 三定")
            html(.dl) { html in
                for fact in facts {
                    html(.div) { html in
                        html(.dt, text: fact.name.said(in: language))
                        html(.dd, text: fact.value)
                    }
                }
            }
        }
    }
}

extension ReportTable {
    /// The table, which moves by itself where it is wider than the screen, by keyboard too.
    func write(into html: inout Markup, in language: Language) {
        let numbers = numberColumns
        html(
            .div, .class("scroll"), .role("region"), .aria(.label, title.said(in: language)), .tabindex(0)
        ) { html in
            html(.table, .classes("paper-table", columns.count < 4 ? "small" : nil)) { html in
                html(.thead) { html in
                    html(.tr) { html in
                        for (index, column) in columns.enumerated() {
                            html(
                                .th, .scope("col"), .class("number").when(numbers.contains(index)),
                                text: column.said(in: language))
                        }
                    }
                }
                html(.tbody) { html in
                    for row in rows { html(.tr) { write(row, numbers, into: &$0, in: language) } }
                }
                if let total {
                    html(.tfoot) { html in html(.tr) { write(total, numbers, into: &$0, in: language) } }
                }
            }
        }
        for note in notes { html(.p, .class("quiet"), text: note.said(in: language)) }
    }

    private func write(_ row: [Cell], _ numbers: Set<Int>, into html: inout Markup, in language: Language) {
        for (index, cell) in row.enumerated() {
            if index == 0 {
                html(.th, .scope("row"), text: cell.said(in: language))
            } else {
                html(
                    .td, .class("number").when(numbers.contains(index)), text: cell.said(in: language))
            }
        }
    }
}
