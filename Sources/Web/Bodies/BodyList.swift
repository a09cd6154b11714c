import Accounts
import Basics
import HTML
import Office
import Papers
import Registry

extension Route {
    /// Bodies: the list, its export, one body.
    static let bodyRoutes: [Route] = [
        .page("/bodies", .readRegister) { try $0.bodyList() },
        .form("/bodies/export", .export) { try $0.bodyExport() },
        .page("/bodies/{id}", .readRegister) { try $0.bodyPage() },
        .page("/bodies/{id}/people", .readRegister) { try $0.bodyPeoplePage() },
        .page("/bodies/{id}/history", .readRegister) { try $0.bodyHistoryPage() },
        .slowPage("/bodies/{id}/findings", .readRegister) { try $0.bodyFindingsPage() },
        .slowPage("/bodies/{id}/motions", .readRegister) { try $0.bodyMotions() },
    ]
}

extension Visit {
    /// The lines of the register that is looked at.
    var bodyLines: [BodyLine] { workbench.derived.bodyLines(of: asOf) }

    func bodyList() throws -> Reply {
        var filter = BodyFilter(query)
        let supervisor = try filterPick("supervisor", say("主管部门", "Under"), of: ["bodies"])
        if let location = supervisor.location { return .on(to: location) }
        filter.supervisor = supervisor.chosen
        let found = filter.apply(
            to: bodyLines, within: reach(of: .readRegister), in: register, by: workbench.derived.nameOrder(of: asOf))
        let page = ListPage(filter.page, of: found.count, size: BodyFilter.pageSize)
        let shown = found[page.range]
        let head = PageHead(title: say("机构", "Bodies"), place: "bodies", paper: .landscape)
        let isRead = filter.unread.isEmpty && supervisor.field.fault == nil
        return self.page(head, status: isRead ? 200 : 422) { html in
            writeUnread(filter.unread, into: &html)
            writeFilter(filter, supervisor.field, into: &html)
            guard !found.isEmpty else {
                if hasNothingThen { return writeNothingThen(into: &html) }
                html(.div, .class("empty")) { html in
                    html(.p, text: say("没有符合条件的机构。", "No body fits."))
                    if filter.isNarrowed {
                        html(.p) { $0(.a, .href(link("bodies")), text: say("清除全部筛选条件", "Clear all filters")) }
                    } else if may(.importWorkbook) {
                        html(.p) { $0(.a, .href(link("imports")), text: say("从工作簿导入台账", "Import a workbook")) }
                    }
                }
                return
            }
            writeListBar(filter, page, of: found.count, into: &html)
            html(
                .div, .class("scroll list"), .tabindex(0), .role("region"), .aria(.label, say("机构一览", "Bodies"))
            ) { html in
                html(.table, .class("table dense")) { html in
                    writeHeader(filter, into: &html)
                    html(.tbody) { html in
                        for line in shown { write(line, filter.columns, into: &html) }
                    }
                    writeTotals(found, filter.columns, into: &html)
                }
            }
            writePager(page, into: &html) { link("bodies", query: filter.query(page: $0)) }
        }
    }

    private func writeFilter(_ filter: BodyFilter, _ supervisor: FormField, into html: inout Markup) {
        let fields = [
            part("name", say("名称含", "Name has"), filter.name), supervisor,
            choice(
                "type", say("类型", "Type"), InstitutionType.allCases.map { ("\($0.rawValue)", say($0.name)) },
                filter.type.map { "\($0.rawValue)" }),
            choice(
                "rank", say("级别", "Rank"), Rank.allCases.map { ("\($0.rawValue)", say($0.name)) },
                filter.rank.map { "\($0.rawValue)" }),
            choice(
                "funding", say("经费", "Funding"), Funding.allCases.map { ("\($0.rawValue)", say($0.name)) },
                filter.funding.map { "\($0.rawValue)" }),
            choice(
                "kind", say("编制类别", "Kind"), EstablishmentKind.allCases.map { ("\($0.rawValue)", say($0.name)) },
                filter.kind.map { "\($0.rawValue)" }),
            choice(
                "figures", say("编制情况", "Heads"),
                BodyFilter.Figures.allCases.dropFirst().map { ($0.rawValue, say(name(of: $0))) },
                filter.figures == .all ? nil : filter.figures.rawValue),
            choice(
                "lacking", say("缺项", "Unknown"), BodyFilter.Lacking.allCases.map { ($0.rawValue, say($0.name)) },
                filter.lacking?.rawValue),
            choice(
                "state", say("状态", "State"),
                [("closed", say("已撤销", "closed")), ("both", say("在册和已撤销", "living and closed"))],
                filter.state == .active ? nil : filter.state.rawValue, none: say("在册", "living")),
        ]
        writeFilters(of: ["bodies"], fields, isNarrowed: filter.isNarrowed, into: &html) { html in
            filter.sort?.write(into: &html)
            html(.details, .class("filter columns")) { html in
                html(.summary, text: say("选择列", "Columns"))
                html(.div, .class("panel")) { html in
                    for column in BodyFilter.Column.allCases where column != .name {
                        html(.label, .class("form-check-label")) { html in
                            html(
                                .input, .type("checkbox"), .class("form-check-input"), .name("column"),
                                .value(column.rawValue), .checked.when(filter.columns.contains(column)))
                            html.text(" " + say(column.title))
                        }
                    }
                }
            }
        }
    }

    private func name(of figures: BodyFilter.Figures) -> Wording {
        switch figures {
        case .all: Wording(zh: "不限", en: "any")
        case .vacant: Wording(zh: "有空编", en: "with vacant heads")
        case .over: Wording(zh: "超编", en: "over headcount")
        case .unknown: Wording(zh: "核定数未知", en: "approved unknown")
        case .reserved: Wording(zh: "有预留", en: "with reserved heads")
        }
    }

    private func writeListBar(
        _ filter: BodyFilter, _ page: ListPage, of count: Int, into html: inout Markup
    ) {
        let (first, last) = (page.range.lowerBound + 1, page.range.upperBound)
        html(.div, .class("list-bar")) { html in
            html(.span, .class("count"), text: say("第 \(first)–\(last) 个，共 \(count) 个", "\(first)–\(last) of \(count)"))
            writeExport(asOf.link(["bodies", "export"], query: filter.query(page: 1)), into: &html)
        }
    }

    private func writeHeader(_ filter: BodyFilter, into html: inout Markup) {
        html(.thead) { html in
            html(.tr) { html in
                for column in filter.columns {
                    let next = ListOrder.next(column, after: filter.sort)
                    writeSortHead(
                        say(column.title), isNumber: column.isNumber,
                        descending: filter.sort?.isDescending(by: column),
                        link("bodies", query: filter.query(sort: next, page: 1)), into: &html)
                }
            }
        }
    }

    private func write(_ line: BodyLine, _ columns: [BodyFilter.Column], into html: inout Markup) {
        html(.tr, .class("closed").when(!line.isActive)) { html in
            for column in columns {
                switch column {
                case .name:
                    html(.th, .scope("row")) { $0(.a, .href(link("bodies", line.id.description)), text: line.name) }
                case .type: html(.td, text: say(line.type.name))
                case .rank: html(.td, text: line.rank.map { say($0.name) } ?? "—")
                case .category: html(.td, text: line.category.map { say($0.name) } ?? "—")
                case .funding: html(.td, text: line.funding.map { say($0.name) } ?? "—")
                case .supervisor:
                    html(.td) { html in
                        if let id = line.supervisor, let name = line.supervisorName {
                            html(.a, .href(link("bodies", id.description)), text: name)
                        } else {
                            html.text("—")
                        }
                    }
                case .approved: number(line.approved, into: &html)
                case .occupied: number(line.occupied, into: &html)
                case .reserved: number(line.reserved, into: &html)
                case .vacant: number(line.vacant, into: &html)
                case .over: number(line.over, into: &html, isOver: true)
                }
            }
        }
    }

    /// A cell with a number that may lead to its records; what is unknown is said. What is over stands out where it is
    /// more than nothing.
    func number(_ value: Int?, _ link: Link? = nil, into html: inout Markup, isOver: Bool = false) {
        html(.td, .classes("number", isOver && (value ?? 0) > 0 ? "over" : nil)) { html in
            guard let value else { return html(.span, .class("unknown"), text: say("未知", "unknown")) }
            let text = (value < 0 ? "−" : "") + abs(value).grouped
            if let link, value != 0 { html(.a, .href(link), text: text) } else { html.text(text) }
        }
    }

    private func writeTotals(_ lines: [BodyLine], _ columns: [BodyFilter.Column], into html: inout Markup) {
        let unknown = lines.count { $0.approved == nil }
        html(.tfoot) { html in
            html(.tr) { html in
                for column in columns {
                    switch column {
                    case .name:
                        html(.th, .scope("row")) { html in
                            html.text(say("合计", "Total"))
                            if unknown > 0 {
                                html(
                                    .span, .class("quiet"),
                                    text: say("（\(unknown)个未知未计）", " (\(unknown) unknown left out)"))
                            }
                        }
                    case .approved: number(lines.reduce(0) { $0 + ($1.approved ?? 0) }, into: &html)
                    case .occupied: number(lines.reduce(0) { $0 + $1.occupied }, into: &html)
                    case .reserved: number(lines.reduce(0) { $0 + $1.reserved }, into: &html)
                    case .vacant: number(lines.reduce(0) { $0 + ($1.vacant ?? 0) }, into: &html)
                    case .over: number(lines.reduce(0) { $0 + ($1.over ?? 0) }, into: &html, isOver: true)
                    default: html(.td)
                    }
                }
            }
        }
    }

    /// What is seen as a workbook: the same filter, order and columns, all pages of it.
    func bodyExport() throws -> Reply {
        let filter = BodyFilter(query)
        let found = filter.apply(
            to: bodyLines, within: reach(of: .export), in: register, by: workbench.derived.nameOrder(of: asOf))
        let columns = filter.columns.map {
            OutputColumn(
                say($0.title), width: $0 == .name ? 40 : $0 == .supervisor ? 28 : 14,
                kind: $0.isNumber ? .integer : .text)
        }
        return try exported(
            .bodies, say("机构一览", "Bodies"), columns, found.map { line in filter.columns.map { cell(of: line, $0) } })
    }

    private func cell(of line: BodyLine, _ column: BodyFilter.Column) -> OutputCell {
        switch column {
        case .name: .text(line.name)
        case .type: .text(say(line.type.name))
        case .rank: .text(line.rank.map { say($0.name) } ?? "")
        case .category: .text(line.category.map { say($0.name) } ?? "")
        case .funding: .text(line.funding.map { say($0.name) } ?? "")
        case .supervisor: .text(line.supervisorName ?? "")
        case .approved: line.approved.map(OutputCell.integer) ?? .text(say("未知", "unknown"))
        case .occupied: .integer(line.occupied)
        case .reserved: .integer(line.reserved)
        case .vacant: line.vacant.map(OutputCell.integer) ?? .text(say("未知", "unknown"))
        case .over: line.over.map(OutputCell.integer) ?? .text(say("未知", "unknown"))
        }
    }
}
