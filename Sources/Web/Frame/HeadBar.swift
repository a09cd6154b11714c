import Basics
import HTML
import Office

extension Visit {
    /// Heads as one bar (编制条): filled, put aside, free, and what is filled beyond what is approved. The numbers stand in
    /// words beside it; the picture is for a glance.
    func writeBar(_ figures: [HeadFigures], into html: inout Markup) {
        let occupied = figures.reduce(0) { $0 + $1.occupied }
        let reserved = figures.reduce(0) { $0 + $1.reserved }
        let vacant = figures.reduce(0) { $0 + ($1.vacant ?? 0) }
        let over = figures.reduce(0) { $0 + ($1.over ?? 0) }
        let whole = max(occupied + reserved + vacant, 1)
        let parts = [
            (occupied - over, "bar-occupied", say("实有", "occupied")), (over, "bar-over", say("超编", "over")),
            (reserved, "bar-reserved", say("预留", "reserved")),
            (vacant, "bar-free", say("空编", "vacant")),
        ]
        html(
            .svg, .class("bar"), .attribute("viewBox", "0 0 1000 20"), .attribute("preserveAspectRatio", "none"),
            .role("img"),
            .aria(
                .label,
                parts.filter { $0.0 > 0 }.map { "\($0.2) \($0.0)" }.joined(separator: say("，", ", ")))
        ) { html in
            var start = 0
            for part in parts where part.0 > 0 {
                let left = 1000 * start / whole
                let width = 1000 * (start + part.0) / whole - left
                html(
                    .rect, .class(part.1), .attribute("x", left), .attribute("y", 0), .attribute("width", width),
                    .attribute("height", 20))
                start += part.0
            }
        }
    }

    /// The head of a column of figures, with the colour that they have in the bar.
    func writeFigureHead(_ column: BodyFilter.Column, into html: inout Markup) {
        let key: String? =
            switch column {
            case .occupied: "key-occupied"
            case .reserved: "key-reserved"
            case .vacant: "key-free"
            case .over: "key-over"
            default: nil
            }
        html(.th, .scope("col"), .classes("number", key), text: say(column.title))
    }

    /// A figure with its name, leading to the records behind it where there are any.
    func writeFigure(_ name: String, _ value: Int?, _ link: Link?, into html: inout Markup, isOver: Bool = false) {
        html(.div, .classes("figure", isOver ? "over" : nil)) { html in
            html(.dt, text: name)
            html(.dd) { html in
                let text = value.map { ($0 < 0 ? "−" : "") + abs($0).grouped } ?? say("未知", "unknown")
                if let link, value != 0 { html(.a, .href(link), text: text) } else { html.text(text) }
            }
        }
    }
}
