import Basics
import Diagnosis
import HTML

/// Bars with their labels above them, so that long labels and narrow screens both have room.
struct BarChart: Sendable {
    /// What it is called in links.
    let id: String
    /// What it shows.
    let title: Wording
    /// The bars from the top.
    let bars: [Bar]

    /// One bar.
    struct Bar: Sendable {
        /// What it stands for.
        let label: Wording
        /// What is written at its right end.
        let value: Wording
        /// Its parts from the left.
        let parts: [(series: Series, amount: Int)]

        var length: Int { parts.reduce(0) { $0 + $1.amount } }
    }

    /// What a part of a bar stands for. Each has a colour of its own and, where it stands beside others, a pattern.
    enum Series: String, Sendable, CaseIterable {
        case count
        case occupied
        case reserved
        case vacant
        case over
        case uncompared

        var name: Wording {
            switch self {
            case .count: Wording(zh: "机构数", en: "Bodies")
            case .occupied: Wording(zh: "实有（核定数内）", en: "In place, within approved")
            case .reserved: Wording(zh: "预留", en: "Reserved")
            case .vacant: Wording(zh: "空编", en: "Vacant")
            case .over: Wording(zh: "超编", en: "Over")
            case .uncompared: Wording(zh: "实有（核定数未知）", en: "In place, approved unknown")
            }
        }
    }

    /// The series that occur, in order.
    var series: [Series] {
        Series.allCases.filter { series in bars.contains { $0.parts.contains { $0.series == series && $0.amount > 0 } }
        }
    }
}

extension BarChart {
    /// Bodies of a breakdown.
    init<Key>(_ id: String, _ title: Wording, _ breakdown: Breakdown<Key>, name: (Key) -> Wording) {
        self.id = id
        self.title = title
        bars = breakdown.rows.map { row in
            let count = row.bodies.grouped
            return Bar(
                label: (row.key.map(name) ?? .unknown).capitalised, value: Wording(zh: count, en: count),
                parts: [(.count, row.bodies)])
        }
    }

    /// Heads of each kind: filled, reserved, vacant, over.
    init(_ id: String, _ title: Wording, _ kinds: [EstablishmentFigures]) {
        self.id = id
        self.title = title
        bars = kinds.map { row in
            let approved = (row.approved.isWhole ? "" : "≥") + row.approved.known.grouped
            return Bar(
                label: (row.kind?.name ?? .total).capitalised,
                value: Wording(
                    zh: "实有\(row.occupied.grouped) / 核定\(approved)", en: "\(row.occupied.grouped) of \(approved)"),
                parts: [
                    (.occupied, row.occupied - row.over - row.occupiedWhereUnknown), (.reserved, row.reserved),
                    (.vacant, row.vacant), (.over, row.over), (.uncompared, row.occupiedWhereUnknown),
                ])
        }
    }

    private static let rowHeight = 40
    private static let barHeight = 12

    /// Draws it as wide as there is room. Lengths are shares of the width, so that text keeps its size.
    func draw(into html: inout Markup, in language: Language) {
        let longest = max(1, bars.map(\.length).max() ?? 1)
        let told = bars.map { "\($0.label.said(in: language)) \($0.value.said(in: language))" }
            .joined(separator: language == .zh ? "；" : "; ")
        html(
            .svg, .class("bars"), .attribute("width", "100%"), .attribute("height", bars.count * Self.rowHeight),
            .role("img"), .aria(.labelledby, "\(id)-name \(id)-told")
        ) { html in
            html(.title, .id("\(id)-name"), text: title.said(in: language))
            html(.desc, .id("\(id)-told"), text: told)
            for (index, bar) in bars.enumerated() {
                bar.draw(into: &html, top: index * Self.rowHeight, longest: longest, language)
            }
        }
        if series.count > 1 { drawLegend(into: &html, language) }
    }

    private func drawLegend(into html: inout Markup, _ language: Language) {
        html(.ul, .class("legend"), .aria(.label, language == .zh ? "图例" : "Legend")) { html in
            for series in series {
                html(.li) { html in
                    html(
                        .svg, .attribute("width", 14), .attribute("height", 12), .aria(.hidden, "true")
                    ) {
                        $0(.rect, .class(series.rawValue), .attribute("width", 14), .attribute("height", 12))
                    }
                    html.text(series.name.said(in: language))
                }
            }
        }
    }

    /// The patterns that the parts of bars are filled with; once a page, before the first chart.
    static func definePatterns(into html: inout Markup) {
        html(.svg, .class("patterns"), .attribute("width", 0), .attribute("height", 0), .aria(.hidden, "true")) {
            html in
            html(.defs) { html in
                pattern("hatch", "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2", into: &html)
                pattern("cross", "M0,3 h6 M3,0 v6", into: &html)
                pattern("back", "M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2", into: &html)
            }
        }
    }

    private static func pattern(_ id: String, _ path: String, into html: inout Markup) {
        html(
            .pattern, .id(id), .attribute("patternUnits", "userSpaceOnUse"), .attribute("width", 6),
            .attribute("height", 6)
        ) { html in
            html(.rect, .class("\(id)-ground"), .attribute("width", 6), .attribute("height", 6))
            html(.path, .class("\(id)-lines"), .attribute("d", path))
        }
    }
}

extension BarChart.Bar {
    fileprivate func draw(into html: inout Markup, top: Int, longest: Int, _ language: Language) {
        html(.svgText, .attribute("x", 0), .attribute("y", top + 14), text: label.said(in: language))
        html(
            .svgText, .class("value"), .attribute("x", "100%"), .attribute("y", top + 14),
            .attribute("text-anchor", "end"), text: value.said(in: language))
        html(
            .rect, .class("track"), .attribute("y", top + 20), .attribute("width", "100%"), .attribute("height", 12))
        var start = 0
        for part in parts where part.amount > 0 {
            html(
                .rect, .class(part.series.rawValue), .attribute("x", share(start, of: longest)),
                .attribute("y", top + 20), .attribute("width", share(part.amount, of: longest)),
                .attribute("height", 12)
            ) { html in
                if parts.count > 1 {
                    html(.title, text: "\(part.series.name.said(in: language)) \(part.amount.grouped)")
                }
            }
            start += part.amount
        }
    }

    /// A share of the width with two decimals: 12.34%.
    private func share(_ amount: Int, of longest: Int) -> String {
        let hundredths = amount * 10_000 / longest
        let rest = String(hundredths % 100)
        return "\(hundredths / 100).\(rest.utf8.count == 1 ? "0" : "")\(rest)%"
    }
}
