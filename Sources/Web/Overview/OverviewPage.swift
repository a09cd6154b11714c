import Accounts
import Basics
import Diagnosis
import HTML
import Office
import Registry

extension Route {
    /// The overview, and the findings behind its numbers.
    static let overviewRoutes: [Route] = [
        .slowPage("/", .haveAccount) { try $0.overviewPage() },
        .slowPage("/findings", .readWhole) { try $0.findingsPage() },
    ]
}

extension Visit {
    /// What there is and what waits: each figure leads to its records.
    func overviewPage() throws -> Reply {
        guard may(.readRegister) else { return startPage() }
        let lines = bodyLines.filter { $0.isActive && reach(of: .readRegister).holds($0.id, in: register) }
        var head = PageHead(title: say("总览", "Overview"), place: "")
        let isWhole = reach(of: .readRegister) == .everywhere
        let waiting = try waitingForMe()
        let requests = !isWhole && may(.requestHeads) ? try motionsInReach().map(\.line) : []
        let plans = isWhole ? try workbench.desk.desk().listDrafts(at: now) : []
        if !isWhole, may(.requestHeads) {
            head.action = (say("申请用编", "Request headcount"), .path(["changes", "use"]))
        }
        return page(head) { html in
            if hasNothingThen { return writeNothingThen(into: &html) }
            if lines.isEmpty {
                // The first workbook waits for its decision while the register is empty still.
                if !waiting.isEmpty { writeWaiting(waiting, into: &html) }
                html(.div, .class("empty")) { html in
                    html(.p, text: say("台账还是空的。", "The register is empty yet."))
                    if may(.importWorkbook) {
                        html(.p) {
                            $0(
                                .a, .class("btn btn-primary"), .href(.path(["imports"])),
                                text: say("从工作簿导入台账", "Import a workbook"))
                        }
                    }
                }
                return
            }
            html(.div, .class("columns")) { html in
                html(.section, .class("main-column")) { html in
                    writeHeadcount(lines, isWhole, into: &html)
                    if isWhole {
                        writeBodyCounts(lines, into: &html)
                    } else {
                        writeOwnBodies(lines, into: &html)
                        writeRequests(requests, into: &html)
                    }
                }
                html(.section, .class("side-column")) { html in
                    writeWaiting(waiting, into: &html)
                    if isWhole {
                        writeFindings(into: &html)
                        writePlans(plans, into: &html)
                    }
                }
            }
        }
    }

    /// The start of those who have no business with the register.
    private func startPage() -> Reply {
        page(PageHead(title: say("首页", "Start"), place: "", isDated: false)) { html in
            html(
                .p,
                text: say(
                    "您好，\(viewer?.account.name ?? "")。请从左侧栏目进入。",
                    "Hello, \(viewer?.account.name ?? ""). Start from the places on the left."))
        }
    }

    private func writeHeadcount(_ lines: [BodyLine], _ isWhole: Bool, into html: inout Markup) {
        html(.h2, text: say("编制", "Headcount"))
        let figures =
            isWhole
            ? workbench.derived.district(of: asOf)
            : HeadFigures.sum(lines.map { HeadFigures.of($0.id, in: register) })
        let unknown = lines.count { $0.approved == nil }
        writeBar(figures, into: &html)
        html(.dl, .class("figures")) { html in
            for column in BodyFilter.Column.figures {
                let sum = figures.reduce(0) { $0 + (column.figure(of: $1) ?? 0) }
                writeFigure(
                    say(column.title), sum, records(of: column, nil), into: &html, isOver: column == .over && sum > 0)
            }
            if unknown > 0 {
                writeFigure(
                    say("核定数未知的机构", "Bodies with unknown figures"), unknown,
                    link("bodies", query: [("figures", "unknown")]), into: &html)
            }
        }
        html(.table, .class("table dense")) { html in
            html(.thead) { html in
                html(.tr) { html in
                    html(.th, .scope("col"), text: say("编制类别", "Kind"))
                    for column in BodyFilter.Column.figures { writeFigureHead(column, into: &html) }
                }
            }
            html(.tbody) { html in
                for line in figures {
                    html(.tr) { html in
                        html(.th, .scope("row")) { html in
                            html(
                                .a, .href(link("bodies", query: [("kind", "\(line.kind.rawValue)")])),
                                text: say(line.kind.name))
                        }
                        for column in BodyFilter.Column.figures {
                            number(
                                column.figure(of: line), records(of: column, line.kind), into: &html,
                                isOver: column == .over)
                        }
                    }
                }
            }
        }
    }

    /// The records that a figure of headcount is the sum of: the total of that list is the figure.
    private func records(of column: BodyFilter.Column, _ kind: EstablishmentKind?) -> Link {
        let ofKind = kind.map { [(name: "kind", value: "\($0.rawValue)")] } ?? []
        switch column {
        case .occupied: return link("people", query: ofKind)
        case .reserved, .vacant, .over:
            return link("bodies", query: ofKind + [("figures", column.rawValue), ("sort", "-" + column.rawValue)])
        default: return link("bodies", query: ofKind + [("sort", "-approved")])
        }
    }

    private func writeBodyCounts(_ lines: [BodyLine], into html: inout Markup) {
        html(.h2) { html in
            html.text(say("机构", "Bodies") + " ")
            html(.a, .class("count"), .href(link("bodies")), text: lines.count.grouped)
        }
        html(.div, .class("count-groups")) { html in
            group(
                say("按类型", "By type"),
                InstitutionType.allCases.map { type in
                    (say(type.name), lines.count { $0.type == type }, [("type", "\(type.rawValue)")])
                }, into: &html)
            group(
                say("按级别", "By rank"),
                Rank.allCases.reversed().map { rank in
                    (say(rank.name), lines.count { $0.rank == rank }, [("rank", "\(rank.rawValue)")])
                } + [lacking(.rank, lines)], into: &html)
            group(
                say("事业单位类别", "Class"),
                InstitutionCategory.allCases.map { category in
                    (
                        say(category.name), lines.count { $0.category == category },
                        [("category", "\(category.rawValue)")]
                    )
                } + [lacking(.category, lines)], into: &html)
            group(
                say("经费形式", "Funding"),
                Funding.allCases.map { funding in
                    (say(funding.name), lines.count { $0.funding == funding }, [("funding", "\(funding.rawValue)")])
                } + [lacking(.funding, lines)], into: &html)
        }
    }

    /// Those of which the register doesn't have a fact, so that a group adds up to all there are.
    private func lacking(
        _ fact: BodyFilter.Lacking, _ lines: [BodyLine]
    ) -> (name: String, count: Int, query: [(name: String, value: String)]) {
        (say("未知", "unknown"), lines.count(where: fact.holds), [("lacking", fact.rawValue)])
    }

    private func group(
        _ title: String, _ counts: [(name: String, count: Int, query: [(name: String, value: String)])],
        into html: inout Markup
    ) {
        let some = counts.filter { $0.count > 0 }
        guard !some.isEmpty else { return }
        html(.table, .class("table dense")) { html in
            html.columns([title], numbers: [say("个数", "Count")])
            html(.tbody) { html in
                for one in some {
                    html(.tr) { html in
                        html(.th, .scope("row"), text: one.name)
                        html(.td, .class("number")) {
                            $0(.a, .href(link("bodies", query: one.query)), text: one.count.grouped)
                        }
                    }
                }
            }
        }
    }

    private func writeWaiting(_ waiting: [(title: String, detail: String, link: Link)], into html: inout Markup) {
        html(.h2, text: say("等我办理", "Waiting for me"))
        guard !waiting.isEmpty else {
            html(.p, .class("quiet"), text: say("没有待办。", "Nothing waits for you."))
            return
        }
        html(.ul, .class("waiting")) { html in
            for item in waiting.prefix(12) {
                html(.li) { html in
                    html(.a, .href(item.link), text: item.title)
                    html(.span, .class("quiet"), text: " " + item.detail)
                }
            }
        }
    }

    private func writeFindings(into html: inout Markup) {
        html(.h2, text: say("问题", "Findings"))
        guard let found = workbench.derived.knownFindings(of: asOf) else {
            html(.p, .class("quiet")) { html in
                html(
                    .a, .href(link("findings")),
                    text: asOf.isPresent ? say("现在诊断", "Look now") : say("诊断该日台账", "Look at that day’s register"))
            }
            return
        }
        html(.dl, .class("figures small")) { html in
            for severity in Severity.allCases.reversed() {
                writeFigure(
                    say(severity.name), found.count { $0.severity == severity },
                    link("findings", query: [("severity", "\(severity.rawValue)")]), into: &html)
            }
        }
        if let points = workbench.derived.knownTrend(of: asOf), points.count > 1 {
            drawTrend(points, into: &html)
        }
    }

    /// The plans there are and how they stand.
    private func writePlans(_ plans: [ListedDraft], into html: inout Markup) {
        html(.h2, text: say("改革方案", "Reform plans"))
        guard !plans.isEmpty else {
            html(.p, .class("quiet"), text: say("没有方案稿。", "There are no drafts of plans."))
            return
        }
        html(.ul, .class("plain")) { html in
            for plan in plans.prefix(10) {
                html(.li) { html in
                    html.text(plan.draft.name)
                    html.text(" ")
                    if let position = plan.decided.last {
                        html(.a, .href(link("ledger", "acts", "\(position)")), text: say("已决定", "decided"))
                    } else {
                        html(
                            .span, .class("tag"),
                            text: say("草拟，第\(plan.draft.last.revision)稿", "open, revision \(plan.draft.last.revision)"))
                    }
                }
            }
        }
    }

    /// How many findings there were at the ends of past quarters, drawn; each number below leads to the findings of its day.
    private func drawTrend(_ points: [FindingTrend.Point], into html: inout Markup) {
        let most = max(1, points.map(\.total).max() ?? 1)
        html(.h3, text: say("变化", "Trend"))
        html(
            .svg, .class("trend"), .attribute("viewBox", "0 0 \(points.count * 60) 64"), .aria(.hidden, "true")
        ) { html in
            for (index, point) in points.enumerated() {
                let height = max(1, 60 * point.total / most)
                html(
                    .rect, .attribute("x", index * 60 + 12), .attribute("y", 62 - height), .attribute("width", 36),
                    .attribute("height", height))
            }
        }
        html(.ol, .class("trend-days")) { html in
            for point in points {
                html(.li) { html in
                    html(
                        .a, .href(.path(["findings"], query: point.day == today ? [] : [("on", "\(point.day)")])),
                        text: point.total.grouped)
                    let (year, month, _) = point.day.components
                    html(
                        .span, .class("quiet"),
                        text: point.day == today ? say("今日", "today") : "\(year)-\(month < 10 ? "0" : "")\(month)")
                }
            }
        }
    }
}
