import Accounts
import Basics
import HTML
import Office
import Registry

extension Route {
    /// The headcount ledger: who holds what, the entries behind a balance, the Acts behind the entries.
    static let ledgerRoutes: [Route] = [
        .page("/ledger", .readWhole) { try $0.ledgerPage() },
        .form("/ledger/export", .export) { try $0.statementExport() },
        .page("/ledger/acts", .readWhole) { $0.actList() },
        .slowPage("/ledger/acts/{position}", .readWhole) { try $0.actPage() },
    ]
}

extension Visit {
    func ledgerPage() throws -> Reply {
        let holder = try filterPick(
            "holder", say("查看账户（机构、统筹池等）", "Account of a body or pool"), .holders, of: ["ledger"])
        if let location = holder.location { return .on(to: location) }
        if let text = query["holder"], holder.field.fault == nil { return try statementPage(text) }
        let holders: [Holder] = [.grant, .districtPool, .turnoverPool, .returned]
        let head = PageHead(title: say("编制账", "Headcount ledger"), place: "ledger")
        return page(head, status: holder.field.fault == nil ? 200 : 422) { html in
            html(
                .p, .class("lead"),
                text: say(
                    "核定数不单独存放，都是账上的余额：上级下达、统筹池、周转池、各机构、上缴之间一笔一笔转出转入，每一笔都有文件。",
                    "Approved figures are stored nowhere: they are balances, moved between grant, pools, bodies and what was returned, each by a document."
                ))
            writeFilters(of: ["ledger"], [holder.field], isNarrowed: false, into: &html, button: say("查看", "Look"))
            html(.table, .class("table dense")) { html in
                html.columns(
                    [say("编制类别", "Kind")],
                    numbers: [
                        say("上级总量上限", "Ceiling"), say("上级下达", "Granted"), say("统筹池", "District pool"),
                        say("周转池", "Turnover pool"),
                        say("已上缴", "Returned"), say("各机构核定", "Bodies, approved"), say("实有", "Occupied"),
                    ])
                html(.tbody) { html in
                    for figures in workbench.derived.district(of: asOf) {
                        let commodity = Commodity.heads(figures.kind)
                        let ofKind = [(name: "kind", value: "\(figures.kind.rawValue)")]
                        html(.tr) { html in
                            html(.th, .scope("row"), text: say(figures.kind.name))
                            html(.td, .class("number")) { html in
                                if let ceiling = register.ledger.ceilings[commodity] {
                                    html.text(ceiling.grouped)
                                } else {
                                    html(.span, .class("unknown"), text: say("未知", "unknown"))
                                }
                            }
                            for holder in holders {
                                let balance = register.ledger.balance(of: Account(holder, commodity))
                                number(
                                    holder == .grant ? -balance : balance,
                                    link("ledger", query: [("holder", holder.code)] + ofKind), into: &html)
                            }
                            number(
                                figures.approved, link("bodies", query: ofKind + [("sort", "-approved")]), into: &html)
                            number(figures.occupied, link("people", query: ofKind), into: &html)
                        }
                    }
                }
            }
            html(.h2) { html in
                html.text(say("最近的决定", "Latest Acts") + " ")
                html(.a, .class("count"), .href(link("ledger", "acts")), text: asOf.position.grouped)
            }
            writeActs(workbench.desk.entries(last: 40, through: asOf.position), into: &html)
        }
    }

    /// One Act: its document, who drafted and decided it, what it changed.
    func actPage() throws -> Reply {
        guard let position = parameters["position"].flatMap({ Int($0) }), position >= 1, position <= asOf.position
        else { throw Denial.notFound }
        let desk = workbench.desk.desk()
        let entry = desk.history.entries[position - 1]
        let names = try desk.officers()
        let title = try desk.title(of: entry.act.document)
        let contents = workbench.derived.contents(of: position, on: workbench.desk)
        let page = ListPage(query.page, of: contents.lines.count, size: 500)
        var head = PageHead(
            title: entry.act.document.citation.description, place: "ledger",
            crumbs: [(say("编制账", "Ledger"), link("ledger"))])
        let isWholeToTakeBack = entry.act.basis != .plan && entry.act.basis != .counter
        if mayTakeBack, isWholeToTakeBack, contents.lines.contains(where: \.canBeTakenBack) {
            head.action = (say("撤销本决定的变动", "Take its changes back"), takingBack(of: position))
        }
        return self.page(head) { html in
            html(.dl, .class("facts wide")) { html in
                for (name, value) in [
                    (say("标题", "Title"), title ?? say("（已删除）", "(erased)")),
                    (say("作出日期", "Decided"), say(entry.act.document.decided)),
                    (
                        say("登记", "Recorded"),
                        say("第\(position)号，\(say(entry.recorded))", "no. \(position), \(say(entry.recorded))")
                    ),
                    (say("性质", "Kind"), say(entry.act.basis.name)),
                    (say("经办", "Drafted by"), names[entry.act.drafter] ?? "—"),
                    (
                        say("决定", "Decided by"),
                        entry.act.deciders.map { names[$0] ?? "—" }.joined(separator: say("、", ", "))
                    ),
                    (say("摘要值", "Digest"), entry.digest.description),
                ] {
                    html(.dt, text: name)
                    html(.dd, .class("digest").when(value.count == 64), text: value.isEmpty ? "—" : value)
                }
            }
            html(.h2, text: say("变动（\(contents.lines.count.grouped) 项）", "Changes (\(contents.lines.count.grouped))"))
            html(.ol, .class("changes")) { html in
                for line in contents.lines[page.range] {
                    html(.li, .attribute("value", line.index + 1)) { html in
                        html(.span, .class("quiet"), text: say(line.day) + "　")
                        write(line, of: position, into: &html)
                    }
                }
            }
            writePager(page, into: &html) { page in
                link("ledger", "acts", "\(position)", query: page > 1 ? [("page", "\(page)")] : [])
            }
        }
    }
}

extension Visit {
    /// A change of an Act: what it does, what takes it back, and the way to take it back.
    func write(_ line: ActContents.Line, of position: Int, into html: inout Markup) {
        // As known before it was taken back, it stands.
        let reversal = line.reversedBy.flatMap { $0 <= asOf.position ? $0 : nil }
        html(.span, .class("reversed").when(reversal != nil), text: say(line.wording))
        if let reversal {
            html.text(say("（已由", " (taken back by "))
            writeActNumber(reversal, into: &html)
            html.text(say("撤销）", ")"))
        }
        if let other = line.takesBackOf {
            html.text("　")
            writeActNumber(other, into: &html)
        }
        guard mayTakeBack, line.canBeTakenBack else { return }
        html.text("　")
        html(
            .a, .class("no-print quiet"), .href(takingBack(of: position, line.index)),
            text: say("撤销第\(line.index + 1)项", "Take change \(line.index + 1) back"))
    }

    /// Whether the viewer drafts corrections, on the register as it is now.
    private var mayTakeBack: Bool { may(.move) && asOf.isPresent }

    /// Where changes of an Act are taken back: one of them, or all.
    private func takingBack(of position: Int, _ index: Int? = nil) -> Link {
        .path(
            ["changes", "reverse"],
            query: [("act", "\(position)")] + (index.map { [("changes", "\($0 + 1)")] } ?? []))
    }

    private func writeActNumber(_ position: Int, into html: inout Markup) {
        let text = say("第\(position)号决定", "Act \(position)")
        if may(.readWhole) {
            html(.a, .href(link("ledger", "acts", "\(position)")), text: text)
        } else {
            html.text(text)
        }
    }
}

extension Holder {
    /// How the address of a page names a holder that is no body.
    var code: String {
        switch self {
        case .grant: "grant"
        case .districtPool: "district-pool"
        case .turnoverPool: "turnover-pool"
        case .returned: "returned"
        case .institution(let id): id.description
        }
    }

    init?(code: String) {
        guard let holder = [Holder.grant, .districtPool, .turnoverPool, .returned].first(where: { $0.code == code })
        else { return nil }
        self = holder
    }
}
