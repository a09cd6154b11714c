import Basics
import HTML
import Office
import Registry

extension Visit {
    /// The entries behind the balances of one body or pool, the last first; of one kind of heads where the address asks for it.
    func statementPage(_ text: String) throws -> Reply {
        guard let holder = Holder(code: text) ?? Institution.ID(text).map(Holder.institution) else {
            throw Denial.notFound
        }
        let name: String
        if let id = holder.institution {
            guard let body = register.institutions[id] else { throw Denial.notFound }
            name = body.profile.name
        } else {
            name = holder.name.map(say) ?? ""
        }
        let statement = workbench.derived.statement(of: holder, asOf, on: workbench.desk)
        var crumbs: [(title: String, link: Link)] = [(say("编制账", "Ledger"), link("ledger"))]
        if let id = holder.institution { crumbs.append((name, link("bodies", id.description))) }
        let kind = query["kind"].flatMap { UInt8($0) }.flatMap(EstablishmentKind.init(rawValue:))
        let lines = statement.lines.reversed().filter { line in kind.map { line.commodity == .heads($0) } ?? true }
        let pages = max(1, (lines.count + 199) / 200)
        let page = min(pages, max(1, query["page"].flatMap { Int($0) } ?? 1))
        let ofHolder = [(name: "holder", value: text)]
        let head = PageHead(title: say("\(name)的编制账", "Ledger of \(name)"), place: "ledger", crumbs: crumbs)
        return self.page(head) { html in
            if let kind {
                html(.p) { html in
                    html(.span, .class("tag"), text: say(kind.name))
                    html.text(" ")
                    html(.a, .href(link("ledger", query: ofHolder)), text: say("看全部分录", "Show all entries"))
                }
            }
            guard !lines.isEmpty else {
                html(.p, .class("empty"), text: say("账上没有分录。", "There are no entries."))
                return
            }
            html(.table, .class("table dense")) { html in
                html.columns(
                    [say("生效日期", "Day"), say("文件", "Document"), say("类别", "What"), say("对方", "Other side")],
                    numbers: [say("增减", "Change"), say("余额", "Balance")])
                html(.tbody) { html in
                    for line in lines[(page - 1) * 200..<min(lines.count, page * 200)] {
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
            writePager(page, of: pages, into: &html) { page in
                let ofKind = kind.map { [(name: "kind", value: "\($0.rawValue)")] } ?? []
                return link("ledger", query: ofHolder + ofKind + [("page", "\(page)")])
            }
        }
    }
}
