import Basics
import HTML

extension TreeChart {
    // Points: the picture, the height of a line, and where the two trees stand.
    private static let width = 960
    private static let line = 24
    private static let rightTree = 510
    private static let treeWidth = 450

    /// Draws both trees side by side.
    func draw(into html: inout Markup, in language: Language) {
        let lines = afterLines
        let rows = max(before.count, (lines.last ?? -1) + 1)
        let height = (rows + 1) * Self.line + (unchanged > 0 ? Self.line : 0) + 8
        html(.figure, .class("picture")) { html in
            html(.h3, text: title.said(in: language))
            html(
                .svg, .class("tree"), .attribute("viewBox", "0 0 \(Self.width) \(height)"), .role("img"),
                .aria(.labelledby, "\(id)-name \(id)-told")
            ) { html in
                html(.title, .id("\(id)-name"), text: title.said(in: language))
                html(.desc, .id("\(id)-told"), text: told(in: language))
                for link in links {
                    let y0 = y(of: link.from)
                    let y1 = y(of: lines[link.to])
                    let (x0, x1) = (Self.treeWidth + 6, Self.rightTree - 6)
                    let middle = (x0 + x1) / 2
                    html(
                        .path, .class("link"),
                        .attribute("d", "M\(x0),\(y0) C\(middle),\(y0) \(middle),\(y1) \(x1),\(y1)"))
                }
                head(language == .zh ? "现状" : "Now", at: 0, into: &html)
                head(language == .zh ? "方案后" : "Under the plan", at: Self.rightTree, into: &html)
                drawTree(before.enumerated().map { ($1, $0) }, at: 0, into: &html, language)
                drawTree(zip(after, lines).map { ($0, $1) }, at: Self.rightTree, into: &html, language)
                if unchanged > 0 {
                    html(
                        .svgText, .class("rest"), .attribute("x", 20), .attribute("y", y(of: rows) + 5),
                        text: language == .zh
                            ? "另有\(unchanged)个所属机构不变" : "\(unchanged) more bodies stay as they are")
                }
            }
        }
    }

    private func y(of line: Int) -> Int { (line + 1) * Self.line + Self.line / 2 }

    private func head(_ text: String, at x: Int, into html: inout Markup) {
        html(.svgText, .class("head"), .attribute("x", x), .attribute("y", 16), text: text)
    }

    private func drawTree(
        _ leaves: [(leaf: Leaf, line: Int)], at x: Int, into html: inout Markup, _ language: Language
    ) {
        guard let last = leaves.last else { return }
        html(.path, .class("trunk"), .attribute("d", "M\(x + 6),22 V\(y(of: last.line))"))
        for (leaf, line) in leaves {
            let y = y(of: line)
            html(.path, .class("trunk"), .attribute("d", "M\(x + 6),\(y) H\(x + 16)"))
            html(
                .svgText, .class("leaf \(leaf.look.rawValue)"), .attribute("x", x + 21), .attribute("y", y + 5)
            ) { html in
                let mark = leaf.mark.map { language == .zh ? "〔\($0.zh)〕" : " [\($0.en)]" } ?? ""
                let figure = displayWidth(leaf.figure.said(in: language))
                // Some six and a half points for a narrow character of this size.
                let room = (Self.treeWidth - 21) * 2 / 13 - figure - displayWidth(mark) - 2
                html(.tspan, .class("name"), text: shortened(leaf.name, to: max(8, room)))
                html(.tspan, .class("mark"), text: mark)
            }
            html(
                .svgText, .class("value"), .attribute("x", x + Self.treeWidth), .attribute("y", y + 5),
                .attribute("text-anchor", "end"), text: leaf.figure.said(in: language))
        }
    }

    private func told(in language: Language) -> String {
        func list(_ leaves: [Leaf]) -> String {
            leaves.map { leaf in
                let mark = leaf.mark.map { $0.said(in: language) + " " } ?? ""
                return "\(leaf.name) \(mark)\(leaf.figure.said(in: language))"
            }.joined(separator: language == .zh ? "、" : ", ")
        }
        return language == .zh
            ? "现状：\(list(before))。方案后：\(list(after))。" : "Now: \(list(before)). Under the plan: \(list(after))."
    }
}
