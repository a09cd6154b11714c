import HTML
import Office
import Registry

extension Visit {
    /// The lineage of a body drawn from left to right; the same stands in words beside it.
    func draw(_ lineage: Lineage, of id: Institution.ID, into html: inout Markup) {
        guard lineage.nodes.count > 1, lineage.nodes.count <= 60 else { return }
        let first = lineage.nodes.map(\.generation).min() ?? 0
        let columns = Dictionary(grouping: lineage.nodes.indices) { lineage.nodes[$0].generation - first }
        let tallest = columns.values.map(\.count).max() ?? 1
        var places: [Int: (x: Int, y: Int)] = [:]
        for (column, nodes) in columns {
            let start = (tallest - nodes.count) * LineageSize.row / 2
            for (row, node) in nodes.sorted().enumerated() {
                places[node] = (column * LineageSize.column, start + row * LineageSize.row)
            }
        }
        let width = (columns.keys.max() ?? 0) * LineageSize.column + LineageSize.box
        html(
            .svg, .class("lineage"), .attribute("viewBox", "0 0 \(width) \(tallest * LineageSize.row)"),
            .attribute("width", width), .role("group"), .aria(.label, say("承接关系图", "Who succeeded whom"))
        ) { html in
            for edge in lineage.edges {
                guard let from = places[edge.from], let to = places[edge.to] else { continue }
                let (x1, y1) = (from.x + LineageSize.box, from.y + LineageSize.height / 2 + 4)
                let (x2, y2) = (to.x, to.y + LineageSize.height / 2 + 4)
                let middle = (x1 + x2) / 2
                html(.path, .attribute("d", "M\(x1) \(y1)C\(middle) \(y1) \(middle) \(y2) \(x2) \(y2)")) { html in
                    html(.title, text: edge.document.description)
                }
            }
            for (place, node) in lineage.nodes.enumerated() {
                guard let at = places[place], let body = register.institutions[node.id] else { continue }
                html(.a, .href(link("bodies", node.id.description))) { html in
                    html(
                        .rect, .classes(node.id == id ? "this" : nil, body.isActive ? nil : "closed"),
                        .attribute("x", at.x), .attribute("y", at.y + 4), .attribute("width", LineageSize.box),
                        .attribute("height", LineageSize.height), .attribute("rx", 4))
                    html(
                        .svgText, .attribute("x", at.x + LineageSize.box / 2), .attribute("y", at.y + 25),
                        .attribute("text-anchor", "middle"),
                        text: body.profile.name.count > 15 ? body.profile.name.prefix(14) + "…" : body.profile.name)
                }
            }
        }
    }
}

/// Sizes of the picture, in its own units.
private enum LineageSize {
    static let column = 300
    static let box = 230
    static let row = 44
    static let height = 32
}
