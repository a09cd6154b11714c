import Accounts
import Basics
import HTML
import Office
import Registry

extension Visit {
    /// Who is on a body's establishment and who works there: without names, which stand behind a reveal.
    func bodyPeoplePage() throws -> Reply {
        let body = try body()
        let presence = register.presence(of: body.id)
        let kind: EstablishmentKind? = query.coded("kind")
        let role: LeaderRole? = query.coded("role")
        let unread = query.unread([
            ("kind", Wording(zh: "编制类别", en: "Kind"), kind != nil),
            ("role", Wording(zh: "职务", en: "Post"), role != nil),
        ])
        let present: [Person] = (Array(presence.staff) + Array(presence.visitors)).compactMap { register.people[$0] }
        let wanted = present.filter { person in
            guard kind != nil || role != nil else { return true }
            return person.places.contains { place in
                place.institution == body.id && (kind.map { place.kind == $0 } ?? true)
                    && (role.map { place.role == $0 } ?? true)
            }
        }
        let people = wanted.sorted { left, right in
            order(of: left, in: body.id).lexicographicallyPrecedes(order(of: right, in: body.id))
        }
        return page(bodyHead(body), status: unread.isEmpty ? 200 : 422) { html in
            writeTabs(of: body, "people", into: &html)
            writeUnread(unread, into: &html)
            if kind != nil || role != nil {
                html(.p) { html in
                    for name in [kind.map { say($0.name) }, role.map { say($0.name) }].compactMap({ $0 }) {
                        html(.span, .class("tag"), text: name)
                        html.text(" ")
                    }
                    html(.a, .href(link("bodies", body.id.description, "people")), text: say("看全部人员", "Show everybody"))
                }
            }
            guard !people.isEmpty else {
                html(.p, .class("empty"), text: say("没有人员。", "Nobody."))
                return
            }
            html(
                .p, .class("quiet"),
                text: say(
                    "姓名不在此显示；有权限的人可在个人页写明事由后查看，查看留有记录。",
                    "Names aren't shown here; who may, can have one shown on the person's page, for a reason and on record."
                ))
            html(.table, .class("table dense")) { html in
                html.columns([
                    say("人员", "Person"), say("编制类别", "Kind"), say("职务", "Post"), say("身份", "Status"),
                    say("岗位", "Position"), say("入编时间", "Entered"), say("情况", "Remarks"),
                ])
                html(.tbody) { html in
                    for person in people { write(person, in: body.id, into: &html) }
                }
            }
        }
    }

    /// Leaders first, then by kind, then as the office's table lists them; who is not on the establishment comes last.
    private func order(of person: Person, in body: Institution.ID) -> [Int] {
        guard let place = person.places.first(where: { $0.institution == body }) else { return [1] }
        let role = place.role.map { Int($0.rawValue) } ?? 99
        return [0, role, Int(place.kind.rawValue), place.origin?.row ?? 0]
    }

    private func write(_ person: Person, in body: Institution.ID, into html: inout Markup) {
        let place = person.places.first { $0.institution == body }
        html(.tr) { html in
            html(.th, .scope("row")) {
                $0(.a, .href(link("people", person.id.description)), text: shortName(of: person))
            }
            html(.td, text: place.map { say($0.kind.name) } ?? say("不在编", "not on it"))
            html(.td, text: place?.role.map { say($0.name) } ?? "—")
            html(.td, text: say(person.status.name))
            html(.td, text: person.position.map { say($0.name) } ?? "—")
            html(.td, text: person.entered?.description ?? "—")
            html(.td) { html in
                if let elsewhere = person.workplace, elsewhere != body {
                    html.text(say("在岗于", "works at "))
                    writeBodies([elsewhere], into: &html)
                } else if place == nil {
                    html.text(say("编制不在本单位", "on another establishment"))
                }
                if person.isDisputed { html(.span, .class("tag warned"), text: say("身份存疑", "identity disputed")) }
            }
        }
    }

    /// What a person is called where no name is shown.
    func shortName(of person: Person) -> String {
        person.places.first?.origin.map { say("\($0)", "\($0)") } ?? "#" + person.id.description.prefix(8)
    }

    /// The history of a body, each line with its document.
    func bodyHistoryPage() throws -> Reply {
        let body = try body()
        let history = workbench.derived.history(of: body.id, on: workbench.desk)
        return page(bodyHead(body)) { html in
            writeTabs(of: body, "history", into: &html)
            draw(workbench.derived.lineage(of: body.id, on: workbench.desk), of: body.id, into: &html)
            for (title, kin) in [
                (say("前身", "Came out of"), history.predecessors), (say("承接机构", "Went into"), history.successors),
            ] where !kin.isEmpty {
                html(.h2, text: title)
                html(.ul, .class("plain")) { html in
                    for one in kin {
                        html(.li) { html in
                            writeBodies([one.id], into: &html)
                            html.text(say("，", ", "))
                            writeAct(one.position, one.document, into: &html)
                        }
                    }
                }
            }
            html(.h2, text: say("历次变动", "What happened"))
            let whole = query["act"].flatMap { Int($0) }
            write(history.chapters, whole: whole, into: &html) { position in
                link(
                    "bodies", body.id.description, "history", query: [("act", "\(position)")],
                    fragment: "act-\(position)")
            }
        }
    }

    /// What Acts did, one after another, up to what was known; of a long one the beginning, and the way to all of it.
    /// - Parameter whole: the number of an Act of which all is shown.
    func write(
        _ chapters: [BodyHistory.Chapter], whole: Int? = nil, into html: inout Markup, more: ((Int) -> Link)? = nil
    ) {
        html(.ol, .class("timeline")) { html in
            for chapter in chapters where chapter.position <= asOf.position {
                html(.li, .id("act-\(chapter.position)")) { html in
                    html(.p, .class("when")) { html in
                        html(.time, .datetime(chapter.lines[0].day.description), text: say(chapter.lines[0].day))
                        html.text("　")
                        writeAct(chapter.position, chapter.document, into: &html)
                    }
                    html(.ul) { html in
                        let shown = chapter.lines.prefix(chapter.position == whole ? .max : 60)
                        for line in shown {
                            html(.li) { write(line, of: chapter.position, into: &$0) }
                        }
                        let left = chapter.lines.count - shown.count
                        if left > 0 {
                            html(.li) { html in
                                let text = say("另有 \(left) 项", "\(left) more")
                                if let more {
                                    html(.a, .href(more(chapter.position)), text: text)
                                } else {
                                    html(.span, .class("quiet"), text: text)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// An Act by its number, with the document it stands on.
    func writeAct(_ position: Int, _ document: Citation, into html: inout Markup) {
        html(.a, .href(link("ledger", "acts", "\(position)")), text: document.description)
    }

    /// What was found of a body.
    func bodyFindingsPage() throws -> Reply {
        let body = try body()
        let found = try workbench.derived.findings(of: asOf, touching: body.id, on: workbench.desk)
        return page(bodyHead(body)) { html in
            writeTabs(of: body, "findings", into: &html)
            if found.isEmpty {
                html(.p, .class("empty"), text: say("没有发现问题。", "Nothing was found."))
            }
            for finding in found { write(finding, into: &html) }
        }
    }
}
