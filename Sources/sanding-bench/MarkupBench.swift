import Foundation
import HTML

extension Bench {
    /// A table of 100 rows and 10 columns, with attributes and text that has to be escaped, written as a page is; and the
    /// same with a link in every cell, whose address is put together and escaped, too.
    static func markup(in _: String) throws {
        let rows = (0..<100).map { row in (0..<10).map { "第\(row)行 <\($0)> & “引”" } }
        func table(_ cell: (inout Markup, Int, String) -> Void) -> [UInt8] {
            Markup.fragment(capacity: 1 << 16) { html in
                html(.table, .class("table dense")) { html in
                    html(.tbody) { html in
                        for (index, row) in rows.enumerated() {
                            html(.tr, .class("closed").when(index % 7 == 0)) { html in
                                for text in row { cell(&html, index, text) }
                            }
                        }
                    }
                }
            }
        }
        var bytes = 0
        let plain = Timing(runs: 2_000) { _ in
            bytes = table { html, _, text in html(.td, .class("number"), text: text) }.count
        }
        // What a template that reflects took for such a table, on another machine.
        let ratio = String(
            format: "%.3f ms, %.0f times as fast as the 12.5 ms of swift-mustache", plain.median, 12.5 / plain.median)
        say("markup: a table of 100 × 10 with escapes (\(bytes / 1024) KiB): \(plain.line); a median of \(ratio)")
        let linked = Timing(runs: 2_000) { _ in
            bytes =
                table { html, index, text in
                    html(.td, .class("number")) { html in
                        html(.a, .href(.path(["bodies", "\(index)"], query: [("on", "2026-01-01")])), text: text)
                    }
                }.count
        }
        say("markup: the same with a link in every cell (\(bytes / 1024) KiB): \(linked.line)")
    }
}
