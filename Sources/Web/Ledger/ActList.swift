import Basics
import HTML
import Office
import Registry
import Search

extension Visit {
    /// Every Act that was recorded, the last first.
    func actList() -> Reply {
        let wanted = query["name"].map { String($0.prefix(100)) }
        let typed = wanted.map(TypedPart.init)
        let basis: Act.Basis? = query.coded("basis")
        let unread = query.unread([
            ("name", Wording(zh: "文号含", en: "Document has"), wanted != nil),
            ("basis", Wording(zh: "性质", en: "Kind"), basis != nil),
        ])
        let found = workbench.desk.entries(last: asOf.position, through: asOf.position).filter { entry in
            if let basis, entry.act.basis != basis { return false }
            return typed?.isIn(entry.act.document.citation.description) ?? true
        }
        let page = ListPage(query.page, of: found.count, size: 80)
        let head = PageHead(
            title: say("全部决定", "Acts"), place: "ledger", crumbs: [(say("编制账", "Ledger"), link("ledger"))])
        return self.page(head, status: unread.isEmpty ? 200 : 422) { html in
            writeUnread(unread, into: &html)
            let fields = [
                part("name", say("文号含", "Document has"), wanted),
                choice(
                    "basis", say("性质", "Kind"), Act.Basis.allCases.map { ("\($0.rawValue)", say($0.name)) },
                    basis.map { "\($0.rawValue)" }),
            ]
            writeFilters(of: ["ledger", "acts"], fields, isNarrowed: wanted != nil || basis != nil, into: &html)
            guard !found.isEmpty else {
                html(
                    .p, .class("empty"),
                    text: wanted == nil && basis == nil
                        ? say("还没有登记任何决定。", "No Act is recorded yet.") : say("没有符合条件的决定。", "No Act fits."))
                return
            }
            let shown = found[page.range]
            html(.div, .class("list-bar")) { html in
                html(
                    .span, .class("count"),
                    text: say(
                        "第 \(shown.startIndex + 1)–\(shown.endIndex) 个，共 \(found.count.grouped) 个",
                        "\(shown.startIndex + 1)–\(shown.endIndex) of \(found.count.grouped)"))
            }
            writeActs(Array(shown), into: &html)
            writePager(page, into: &html) { page in
                link(
                    "ledger", "acts",
                    query: (wanted.map { [("name", $0)] } ?? []) + (basis.map { [("basis", "\($0.rawValue)")] } ?? [])
                        + [("page", "\(page)")])
            }
        }
    }

    /// A table of Acts, each leading to what it did.
    func writeActs(_ entries: [Entry], into html: inout Markup) {
        html(.table, .class("table dense")) { html in
            html(.thead) { html in
                html(.tr) { html in
                    html(.th, .scope("col"), .class("number"), text: say("号", "No."))
                    for title in [
                        say("文件", "Document"), say("作出日期", "Decided"), say("登记时间", "Recorded"), say("性质", "Kind"),
                    ] {
                        html(.th, .scope("col"), text: title)
                    }
                    html(.th, .scope("col"), .class("number"), text: say("变动数", "Changes"))
                }
            }
            html(.tbody) { html in
                for entry in entries {
                    html(.tr) { html in
                        html(.td, .class("number")) {
                            $0(.a, .href(link("ledger", "acts", "\(entry.position)")), text: "\(entry.position)")
                        }
                        html(.td) { writeAct(entry.position, entry.act.document.citation, into: &$0) }
                        html(.td, text: say(entry.act.document.decided))
                        html(.td, text: say(entry.recorded))
                        html(.td, text: say(entry.act.basis.name))
                        html(.td, .class("number"), text: entry.act.changes.count.grouped)
                    }
                }
            }
        }
    }
}
