import Basics
import Reform
import Registry

extension PlanPaper {
    /// Where heads went: the picture and the table, exchanges of kinds among it.
    var heads: ReportPaper.Part {
        let moved = assessment.movements.balances.compactMap { flow -> (Movements.Flow, EstablishmentKind)? in
            guard case .heads(let kind) = flow.commodity else { return nil }
            return (flow, kind)
        }
        let flows = moved.map { flow, kind in
            SankeyChart.Flow(from: name(flow.from), to: name(flow.to), amount: flow.count, series: .heads(kind))
        }
        let table = balances(
            id: "heads", title: Wording(zh: "编制流向", en: "Flows of heads"), moved.map(\.0), group: .heads)
        return ReportPaper.Part(
            table, lead: lead(table),
            pictures: flows.isEmpty
                ? []
                : [
                    .sankey(
                        SankeyChart(
                            id: "sankey-heads", title: Wording(zh: "编制流向（名）", en: "Flows of heads"), flows: flows))
                ])
    }

    /// Where leader posts went.
    var posts: ReportPaper.Part {
        let moved = assessment.movements.balances.filter { $0.commodity.group == .posts }
        let table = balances(
            id: "posts", title: Wording(zh: "领导职数流向", en: "Flows of leader posts"), moved, group: .posts)
        return ReportPaper.Part(table, lead: lead(table))
    }

    private func balances(
        id: String, title: Wording, _ flows: [Movements.Flow], group: FigureGroup
    ) -> ReportTable {
        let exchanges = assessment.movements.exchanges.filter { $0.give.group == group }
        let rows: [[ReportTable.Cell]] =
            flows.map { flow in
                [.text(name(flow.from)), .text(name(flow.to)), .text(flow.commodity.name), .number(flow.count)]
            }
            + exchanges.map { exchange in
                let swap = Wording(
                    zh: "置换：\(exchange.give.name.zh) ⇄ \(exchange.take.name.zh)",
                    en: "exchanged: \(exchange.give.name.en) ⇄ \(exchange.take.name.en)")
                return [
                    .text(name(exchange.holder)), .text(name(exchange.holder)), .text(swap), .number(exchange.count),
                ]
            }
        return ReportTable(
            id: id, title: title,
            columns: [.from, .to, Wording(zh: "类别", en: "Kind"), Wording(zh: "数量", en: "Count")], rows: rows)
    }

    /// Where people went: the picture and the table.
    var people: ReportPaper.Part {
        let out = Wording(zh: "下编", en: "off the establishment")
        let passages = assessment.movements.people
        let departures = assessment.movements.departures
        func goal(_ departure: Movements.Departure) -> Wording {
            departure.to.map { Wording(zh: "\(name($0))（下编）", en: "\(name($0)) (off the establishment)") } ?? out
        }
        let flows =
            passages.map {
                SankeyChart.Flow(
                    from: name(.institution($0.from)), to: name(.institution($0.to)), amount: $0.count, series: .people)
            }
            + departures.map {
                SankeyChart.Flow(
                    from: name(.institution($0.from)), to: goal($0), amount: $0.count, series: .leaving)
            }
        let table = ReportTable(
            id: "people", title: Wording(zh: "人员流向", en: "Flows of people"),
            columns: [.from, .to, Wording(zh: "人数", en: "People")],
            rows: passages.map { [.name(name($0.from)), .name(name($0.to)), .number($0.count)] }
                + departures.map { [.name(name($0.from)), .text(goal($0)), .number($0.count)] })
        return ReportPaper.Part(
            table, lead: lead(table),
            pictures: flows.isEmpty
                ? []
                : [
                    .sankey(
                        SankeyChart(
                            id: "sankey-people", title: Wording(zh: "人员流向（名）", en: "Flows of people"), flows: flows))
                ])
    }

    /// Where duties went, merged for each pair of bodies.
    var duties: ReportPaper.Part {
        let movements = assessment.movements
        let table = ReportTable(
            id: "duties", title: Wording(zh: "职责流向", en: "Flows of duties"),
            columns: [.from, .to, Wording(zh: "条数", en: "Count"), Wording(zh: "内容", en: "Texts")],
            rows: movements.dutyFlows.filter { $0.from != $0.to }.map { flow in
                let texts = movements.duties.filter { $0.from == flow.from && $0.to == flow.to }.map(\.text)
                return [
                    .name(name(flow.from)),
                    flow.to.map { .name(name($0)) } ?? .text(Wording(zh: "取消", en: "dropped")),
                    .number(flow.count), .name(texts.joined(separator: "；")),
                ]
            })
        return ReportPaper.Part(table, lead: lead(table))
    }

    /// Where name plates, internal units and registrations went; nil when none did.
    var signs: ReportPaper.Part? {
        let passages = assessment.signs.passages
        guard !passages.isEmpty else { return nil }
        let new = Wording(zh: "新增", en: "new")
        return ReportPaper.Part(
            ReportTable(
                id: "signs", title: Wording(zh: "牌子、内设机构和登记", en: "Plates, units and registrations"),
                columns: [.from, .to, Wording(zh: "内容", en: "What")],
                rows: passages.map { passage in
                    [
                        passage.from.map { .name(name($0)) } ?? .text(new),
                        passage.to.map { .name(name($0)) } ?? .text(passage.sign.ended), .text(passage.sign.wording),
                    ]
                }))
    }

    private func lead(_ table: ReportTable) -> [Wording] {
        table.rows.isEmpty ? [Wording(zh: "没有变动。", en: "Nothing moves.")] : []
    }
}

extension Wording {
    /// From.
    static let from = Wording(zh: "从", en: "From")
    /// To.
    static let to = Wording(zh: "到", en: "To")
}
