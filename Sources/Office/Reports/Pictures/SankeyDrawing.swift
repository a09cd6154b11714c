import Basics
import HTML

extension SankeyChart {
    // Points: the whole picture, and where its two columns of ends stand.
    private static let width = 960
    private static let leftEdge = 330
    private static let rightEdge = 630
    private static let bar = 10

    /// Draws it with its legend; sized in points so that text keeps its size up to the width of the page.
    func draw(into html: inout Markup, in language: Language) {
        guard !ribbons.isEmpty else { return }
        html(.figure, .class("picture")) { html in
            html(
                .svg, .class("sankey"), .attribute("viewBox", "0 0 \(Self.width) \(height + 8)"),
                .role("img"), .aria(.labelledby, "\(id)-name \(id)-told")
            ) { html in
                html(.title, .id("\(id)-name"), text: title.said(in: language))
                html(.desc, .id("\(id)-told"), text: told(in: language))
                for ribbon in ribbons { draw(ribbon, into: &html, language) }
                for node in left { draw(node, isLeft: true, into: &html, language) }
                for node in right { draw(node, isLeft: false, into: &html, language) }
            }
            drawLegend(into: &html, language)
            html(.figcaption) { html in
                html.text(title.said(in: language))
                if let note { html.text((language == .zh ? "。" : ". ") + note.said(in: language)) }
            }
        }
    }

    private func told(in language: Language) -> String {
        ribbons.map { "\($0.flow.from.said(in: language)) → \($0.flow.to.said(in: language)) \($0.flow.amount)" }
            .joined(separator: language == .zh ? "；" : "; ")
    }

    private func draw(_ ribbon: Ribbon, into html: inout Markup, _ language: Language) {
        let start = Self.leftEdge + Self.bar
        let end = Self.rightEdge
        let middle = (start + end) / 2
        let (y0, y1, h) = (ribbon.leftTop + 40, ribbon.rightTop + 40, max(5, ribbon.height))
        let path =
            "M\(start),\(tenths(y0)) C\(middle),\(tenths(y0)) \(middle),\(tenths(y1)) \(end),\(tenths(y1))"
            + " L\(end),\(tenths(y1 + h)) C\(middle),\(tenths(y1 + h)) \(middle),\(tenths(y0 + h))"
            + " \(start),\(tenths(y0 + h)) Z"
        html(.path, .class("ribbon \(ribbon.flow.series.style)"), .attribute("d", path)) { html in
            let flow = ribbon.flow
            let what = flow.series.name.said(in: language)
            html(
                .title,
                text: "\(flow.from.said(in: language)) → \(flow.to.said(in: language)) \(what) \(flow.amount.grouped)")
        }
    }

    private func draw(_ node: Node, isLeft: Bool, into html: inout Markup, _ language: Language) {
        let x = isLeft ? Self.leftEdge : Self.rightEdge
        html(
            .rect, .class("end"), .attribute("x", x), .attribute("y", Double(node.top + 40) / 10),
            .attribute("width", Self.bar), .attribute("height", Double(max(10, node.height)) / 10))
        let text = isLeft ? x - 8 : x + Self.bar + 8
        let name = shortened(node.name.said(in: language), to: 42)
        html(
            .svgText, .attribute("x", text), .attribute("y", Double(node.middle + 40 + 45) / 10),
            .attribute("text-anchor", isLeft ? "end" : "start")
        ) { html in
            html.text("\(name) ")
            html(.tspan, .class("value"), text: node.amount.grouped)
        }
    }

    private func drawLegend(into html: inout Markup, _ language: Language) {
        guard series.count > 1 else { return }
        html(.ul, .class("legend"), .aria(.label, language == .zh ? "图例" : "Legend")) { html in
            for one in series {
                html(.li) { html in
                    html(.svg, .attribute("width", 14), .attribute("height", 12), .aria(.hidden, "true")) {
                        $0(
                            .rect, .class("ribbon \(one.style)"), .attribute("width", 14), .attribute("height", 12))
                    }
                    html.text(one.name.said(in: language))
                }
            }
        }
    }

    /// A number of tenths as points: 123.4.
    private func tenths(_ number: Int) -> String {
        number % 10 == 0 ? String(number / 10) : "\(number / 10).\(number % 10)"
    }
}

/// A text of at most so many narrow characters, with an ellipsis where it is cut; the table has it whole.
func shortened(_ text: String, to width: Int) -> String {
    guard displayWidth(text) > width else { return text }
    var kept = ""
    var used = 1
    for character in text {
        let next = displayWidth(String(character))
        guard used + next < width else { break }
        kept.append(character)
        used += next
    }
    return kept + "…"
}
