import Basics
import HTML
import Office
import Papers
import Registry

extension Visit {
    /// The entries behind the balances of one body or pool, the last first; of one kind of heads where the address asks for it.
    func statementPage(_ text: String) throws -> Reply {
        let (name, holder, commodity, lines) = try statement(text)
        var crumbs: [(title: String, link: Link)] = [(say("编制账", "Ledger"), link("ledger"))]
        if let id = holder.institution { crumbs.append((name, link("bodies", id.description))) }
        let page = ListPage(query.page, of: lines.count, size: 200)
        let ofHolder = [(name: "holder", value: text)]
        let head = PageHead(title: say("\(name)的编制账", "Ledger of \(name)"), place: "ledger", crumbs: crumbs)
        return self.page(head, status: commodity.unread.isEmpty ? 200 : 422) { html in
            writeUnread(commodity.unread, into: &html)
            if let name = commodity.name {
                html(.p) { html in
                    html(.span, .class("tag"), text: say(name))
                    html.text(" ")
                    html(.a, .href(link("ledger", query: ofHolder)), text: say("看全部分录", "Show all entries"))
                }
            }
            guard !lines.isEmpty else {
                html(.p, .class("empty"), text: say("账上没有分录。", "There are no entries."))
                return
            }
            html(.div, .class("list-bar")) { html in
                html(
                    .span, .class("count"),
                    text: say("共 \(lines.count.grouped) 笔", "\(lines.count.grouped) entries"))
                writeExport(
                    asOf.link(["ledger", "export"], query: ofHolder + commodity.query), into: &html)
            }
            html(.table, .class("table dense")) { html in
                html.columns(
                    [say("生效日期", "Day"), say("文件", "Document"), say("类别", "What"), say("对方", "Other side")],
                    numbers: [say("增减", "Change"), say("余额", "Balance")])
                html(.tbody) { html in
                    for line in lines[page.range] {
                        html(.tr) { html in
                            html(.td, text: say(line.day))
                            html(.td) { writeAct(line.position, line.document, into: &$0) }
                            html(.td, text: say(line.commodity.name))
                            html(.td) { html in
                                if let id = line.other?.institution {
                                    writeBodies([id], into: &html)
                                } else {
                                    html.text(line.other?.name.map(say) ?? "—")
                                }
                            }
                            html(
                                .td, .class("number"),
                                text: (line.amount < 0 ? "−" : "+") + abs(line.amount).grouped)
                            html(.td, .class("number"), text: (line.balance < 0 ? "−" : "") + abs(line.balance).grouped)
                        }
                    }
                }
            }
            writePager(page, into: &html) { page in
                link("ledger", query: ofHolder + commodity.query + [("page", "\(page)")])
            }
        }
    }

    /// The entries of the holder that an address names, the last first, and what narrows them.
    private func statement(
        _ text: String
    ) throws -> (name: String, holder: Holder, commodity: CommodityFilter, lines: [LedgerStatement.Line]) {
        guard let holder = Holder(code: text) ?? Institution.ID(text).map(Holder.institution) else {
            throw Denial.notFound
        }
        guard let name = self.name(of: holder) else { throw Denial.notFound }
        let commodity = CommodityFilter(query)
        let lines = workbench.derived.statement(of: holder, asOf, on: workbench.desk).lines.reversed().filter { line in
            commodity.holds(for: line.commodity)
        }
        return (name, holder, commodity, lines)
    }

    /// What a holder is called; nil for a body that there isn't.
    private func name(of holder: Holder) -> String? {
        holder.institution.map { register.institutions[$0]?.profile.name } ?? holder.name.map(say)
    }

    /// The entries as a workbook, all pages of them.
    func statementExport() throws -> Reply {
        let (name, holder, _, lines) = try statement(query["holder"] ?? "")
        let reach = reach(of: .export)
        guard holder.institution.map({ reach.holds($0, in: register) }) ?? (reach == .everywhere) else {
            throw Denial.notFound
        }
        return try exported(
            .ledger, say("\(name)编制账", "Ledger of \(name)"), sheet: say("编制账", "Ledger"),
            [
                OutputColumn(say("生效日期", "Day"), width: 14, kind: .day), OutputColumn(say("文件", "Document"), width: 24),
                OutputColumn(say("类别", "What"), width: 28), OutputColumn(say("对方", "Other side"), width: 40),
                OutputColumn(say("增减", "Change"), kind: .integer), OutputColumn(say("余额", "Balance"), kind: .integer),
            ],
            lines.map { line in
                [
                    .day(line.day), .text(line.document.description), .text(say(line.commodity.name)),
                    .text(line.other.flatMap(self.name) ?? ""), .integer(line.amount), .integer(line.balance),
                ]
            })
    }
}
