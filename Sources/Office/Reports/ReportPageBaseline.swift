import Basics
import Diagnosis
import HTML

extension ReportPage {
    /// The counts and sums: charts with the tables they are drawn from.
    func writeBaseline(into html: inout Markup) {
        let baseline = report.baseline
        html(.h2, .id("baseline"), text: say("摸清底数", "Baseline"))
        BarChart.definePatterns(into: &html)
        let chart = BarChart("chart-establishment", baseline.establishmentTable.title, baseline.establishment)
        html(.figure, .class("wide"), .aria(.labelledby, "establishment")) { html in
            html(.h3, .id("establishment"), text: say(baseline.establishmentTable.title))
            chart.draw(into: &html, in: language)
            write(baseline.establishmentTable, into: &html)
        }
        html(.div, .class("figures")) { html in
            for (table, chart) in zip(baseline.bodyTables, bodyCharts) {
                html(.figure, .aria(.labelledby, table.id)) { html in
                    html(.h3, .id(table.id), text: say(table.title))
                    chart.draw(into: &html, in: language)
                    html(.details) { html in
                        html(.summary, text: say("数据表", "Table"))
                        write(table, into: &html)
                    }
                }
            }
        }
        for table in [
            baseline.postTable, baseline.peopleTable, baseline.supervisorTable(limit: 15), baseline.sensitivityTable,
        ] where !table.rows.isEmpty {
            html(.section) { html in
                html(.h3, .id(table.id), text: say(table.title))
                write(table, into: &html)
            }
        }
    }

    /// The charts of `BaselineSummary.bodyTables`, in their order.
    private var bodyCharts: [BarChart] {
        let baseline = report.baseline
        let titles = baseline.bodyTables.map(\.title)
        return [
            BarChart("chart-types", titles[0], baseline.types, name: \.name),
            BarChart("chart-ranks", titles[1], baseline.ranks, name: \.name),
            BarChart("chart-classes", titles[2], baseline.categories, name: \.name),
            BarChart("chart-funding", titles[3], baseline.fundings, name: \.name),
            BarChart("chart-sizes", titles[4], baseline.sizes, name: \.name),
        ]
    }

    private func write(_ table: ReportTable, into html: inout Markup) {
        // A table wider than the screen moves by itself, by keyboard too.
        html(
            .div, .class("scroll"), .role("region"), .aria(.label, say(table.title)), .tabindex(0)
        ) { html in
            html(.table, .class("figures-table")) { html in
                writeHead(table.columns.map(say), numbers: Set(1..<table.columns.count), into: &html)
                html(.tbody) { html in
                    for row in table.rows { html(.tr) { write(row, into: &$0) } }
                }
                if let total = table.total {
                    html(.tfoot) { html in html(.tr) { write(total, into: &$0) } }
                }
            }
        }
        for note in table.notes { html(.p, .class("quiet"), text: say(note)) }
    }

    private func write(_ row: [ReportTable.Cell], into html: inout Markup) {
        for (index, cell) in row.enumerated() {
            if index == 0 {
                html(.th, .scope("row"), text: cell.said(in: language))
            } else {
                html(.td, .class("number"), text: cell.said(in: language))
            }
        }
    }
}
