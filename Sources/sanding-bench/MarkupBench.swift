import Foundation
import HTML

extension Bench {
    /// A table of 100 rows and 10 columns, with attributes, links and text that has to be escaped, written as a page is.
    static func markup(in _: String) throws {
        let rows = (0..<100).map { row in (0..<10).map { "第\(row)行 <\($0)> & “引”" } }
        var bytes = 0
        let timing = Timing(runs: 2_000) { _ in
            let page = Markup.fragment(capacity: 1 << 16) { html in
                html(.table, .class("table dense")) { html in
                    html(.tbody) { html in
                        for (index, row) in rows.enumerated() {
                            html(.tr, .class("closed").when(index % 7 == 0)) { html in
                                for cell in row {
                                    html(.td, .class("number")) { html in
                                        html(
                                            .a, .href(.path(["bodies", "\(index)"], query: [("on", "2026-01-01")])),
                                            text: cell)
                                    }
                                }
                            }
                        }
                    }
                }
            }
            bytes = page.count
        }
        // What a template that reflects took for such a table without links, on another machine.
        let reflecting = 12.5
        say(
            "markup: a table of 100 × 10 with links and escapes (\(bytes / 1024) KiB): \(timing.line); a median of "
                + String(
                    format: "%.3f ms, %.0f times as fast as the 12.5 ms of swift-mustache", timing.median,
                    reflecting / timing.median))
    }
}
