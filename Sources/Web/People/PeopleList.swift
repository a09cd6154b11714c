import Accounts
import Basics
import HTML
import Office
import Papers
import Registry

extension Visit {
    /// Who is on the establishments or works here, without names.
    func peopleList() throws -> Reply {
        var filter = PeopleFilter(query)
        let body = try filterPick("body", say("机构", "Body"), of: ["people"])
        if let location = body.location { return .on(to: location) }
        filter.body = body.chosen
        let people = people(filter, for: .readRegister)
        let page = ListPage(filter.page, of: people.count, size: PeopleFilter.pageSize)
        let shown = people[page.range]
        let head = PageHead(title: say("人员", "People"), place: "people", paper: .landscape)
        let isRead = filter.unread.isEmpty && body.field.fault == nil
        return self.page(head, status: isRead ? 200 : 422) { html in
            writeUnread(filter.unread, into: &html)
            writeFilter(filter, body.field, into: &html)
            guard !people.isEmpty else {
                if hasNothingThen { return writeNothingThen(into: &html) }
                html(.div, .class("empty")) { html in
                    html(.p, text: say("没有符合条件的人员。", "Nobody fits."))
                    if filter.isNarrowed {
                        html(.p) { $0(.a, .href(link("people")), text: say("清除全部筛选条件", "Clear all filters")) }
                    }
                }
                return
            }
            let places = people.reduce(0) { $0 + filter.places(of: $1) }
            html(.div, .class("list-bar")) { html in
                html(
                    .span, .class("count"),
                    text: say(
                        "第 \(page.range.lowerBound + 1)–\(page.range.upperBound) 人，共 \(people.count.grouped) 人，占编 \(places.grouped) 名",
                        "\(page.range.lowerBound + 1)–\(page.range.upperBound) of \(people.count.grouped), in \(places.grouped) places"
                    ))
                writeExport(asOf.link(["people", "export"], query: filter.query(page: 1)), into: &html)
            }
            html(
                .div, .class("scroll list"), .tabindex(0), .role("region"), .aria(.label, say("人员一览", "People"))
            ) { html in
                html(.table, .class("table dense")) { html in
                    writeHeader(filter, into: &html)
                    html(.tbody) { html in
                        for person in shown { write(person, into: &html) }
                    }
                }
            }
            writePager(page, into: &html) { link("people", query: filter.query(page: $0)) }
        }
    }

    private func people(_ filter: PeopleFilter, for right: Right) -> [Person] {
        let isWhole = reach(of: right) == .everywhere
        let all = workbench.derived.people(of: asOf)
        let kept =
            isWhole && !filter.isNarrowed
            ? all : all.filter { filter.holds(for: $0) && (isWhole || canRead($0, for: right)) }
        return filter.sorted(kept, by: workbench.derived.nameOrder(of: asOf))
    }

    private func writeHeader(_ filter: PeopleFilter, into html: inout Markup) {
        html(.thead) { html in
            html(.tr) { html in
                for column in PeopleFilter.Column.allCases {
                    let next = ListOrder.next(column, after: filter.sort)
                    writeSortHead(
                        say(column.title), descending: filter.sort?.isDescending(by: column),
                        link("people", query: filter.query(sort: next, page: 1)), into: &html)
                }
            }
        }
    }

    /// The people that are listed as a workbook: like the list it has no names, and nothing else that is personal.
    func peopleExport() throws -> Reply {
        let found = people(PeopleFilter(query), for: .export)
        func name(of body: Institution.ID?) -> String { body.flatMap { register.institutions[$0]?.profile.name } ?? "" }
        let comma = say("、", ", ")
        return try exported(
            .people, say("人员一览", "People"),
            [
                OutputColumn(say("人员", "Person"), width: 24), OutputColumn(say("编制所在", "Establishment"), width: 40),
                OutputColumn(say("编制类别", "Kind"), width: 20), OutputColumn(say("职务", "Post"), width: 14),
                OutputColumn(say("身份", "Status"), width: 14), OutputColumn(say("岗位", "Position"), width: 14),
                OutputColumn(say("入编时间", "Entered"), width: 14, kind: .day),
                OutputColumn(say("工作单位", "Works at"), width: 40),
            ],
            found.map { person in
                [
                    .text(shortName(of: person)),
                    .text(person.places.map { name(of: $0.institution) }.joined(separator: comma)),
                    .text(person.places.map { say($0.kind.name) }.joined(separator: comma)),
                    .text(person.places.compactMap { $0.role.map { say($0.name) } }.joined(separator: comma)),
                    .text(say(person.status.name)), .text(person.position.map { say($0.name) } ?? ""),
                    cell(of: person.entered), .text(name(of: person.workplace)),
                ]
            })
    }

    /// A date as a date; one of which only the year or the month is known says no more than that.
    private func cell(of date: FactDate?) -> OutputCell {
        guard let date else { return .empty }
        return date.precision == .day ? .day(date.day) : .text(date.description)
    }

    private func writeFilter(_ filter: PeopleFilter, _ body: FormField, into html: inout Markup) {
        let fields = [
            body,
            choice(
                "kind", say("编制类别", "Kind"), EstablishmentKind.allCases.map { ("\($0.rawValue)", say($0.name)) },
                filter.kind.map { "\($0.rawValue)" }),
            choice(
                "status", say("身份", "Status"), PersonStatus.allCases.map { ("\($0.rawValue)", say($0.name)) },
                filter.status.map { "\($0.rawValue)" }),
            choice(
                "only", say("情况", "Only"), PeopleFilter.Only.allCases.map { ($0.rawValue, say($0.name)) },
                filter.only?.rawValue, none: say("不限", "everybody")),
        ]
        writeFilters(of: ["people"], fields, isNarrowed: filter.isNarrowed, into: &html) { html in
            filter.sort?.write(into: &html)
        }
    }

    private func write(_ person: Person, into html: inout Markup) {
        html(.tr) { html in
            html(.th, .scope("row")) {
                $0(.a, .href(link("people", person.id.description)), text: shortName(of: person))
            }
            html(.td) { writeBodies(person.places.map(\.institution), into: &$0) }
            html(.td, text: person.places.map { say($0.kind.name) }.joined(separator: say("、", ", ")))
            html(
                .td,
                text: person.places.compactMap { $0.role.map { say($0.name) } }.joined(separator: say("、", ", ")))
            html(.td, text: say(person.status.name))
            html(.td, text: person.position.map { say($0.name) } ?? "—")
            html(.td, .class("whole"), text: person.entered?.description ?? "—")
            html(.td) { html in
                if let workplace = person.workplace { writeBodies([workplace], into: &html) }
            }
        }
    }
}
