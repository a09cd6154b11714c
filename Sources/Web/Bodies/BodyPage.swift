import Accounts
import Basics
import Diagnosis
import HTML
import Office
import Registry

extension Visit {
    /// The head of a body's pages, with the bodies above it.
    func bodyHead(_ body: Institution, _ tab: String? = nil) -> PageHead {
        var crumbs: [(title: String, link: Link)] = [(say("机构", "Bodies"), link("bodies"))]
        if let id = body.profile.supervisor, let above = register.institutions[id] {
            crumbs.append((above.profile.name, link("bodies", id.description)))
        }
        var head = PageHead(title: body.profile.name, place: "bodies", crumbs: crumbs)
        if body.isActive, asOf.isPresent {
            if may(.move) {
                head.action = (
                    say("办理变动", "Change something"),
                    .path(["changes"], query: [("body", body.id.description)])
                )
            } else if may(.requestHeads) {
                head.action = (
                    say("申请用编", "Request headcount"),
                    .path(["changes", "use"], query: [("body", body.id.description)])
                )
            }
        }
        return head
    }

    /// The tabs of a body's pages.
    func writeTabs(of body: Institution, _ current: String, into html: inout Markup) {
        let id = body.id.description
        let presence = register.presence(of: body.id)
        let count = presence.staff.count + presence.visitors.count
        let found = workbench.derived.knownFindings(of: asOf, touching: body.id)?.count
        html(.nav, .class("tabs"), .aria(.label, say("机构的各页", "Pages of this body"))) { html in
            for (name, title, link) in [
                ("facts", say("概况", "Facts"), link("bodies", id)),
                ("people", say("人员", "People") + " \(count)", link("bodies", id, "people")),
                ("history", say("沿革", "History"), link("bodies", id, "history")),
                (
                    "findings", say("问题", "Findings") + (found.map { " \($0)" } ?? ""),
                    link("bodies", id, "findings")
                ),
                ("motions", say("动议件", "Motions"), link("bodies", id, "motions")),
            ] {
                html(.a, .href(link), .aria(.current, "page").when(name == current), text: title)
            }
            if may(.readWhole) {
                html(.a, .href(self.link("ledger", query: [("holder", id)])), text: say("编制账", "Ledger"))
            }
        }
    }

    func bodyPage() throws -> Reply {
        let body = try body()
        return page(bodyHead(body)) { html in
            writeState(of: body, into: &html)
            writeTabs(of: body, "facts", into: &html)
            html(.div, .class("columns")) { html in
                html(.section, .class("main-column")) { html in
                    writeHeads(of: body, into: &html)
                    writeWrongs(of: body, into: &html)
                    writePosts(of: body, into: &html)
                    writeDuties(of: body, into: &html)
                }
                html(.section, .class("side-column")) { html in
                    writeFacts(of: body, into: &html)
                    writeUnits(of: body, into: &html)
                    writeKin(of: body, into: &html)
                }
            }
        }
    }

    private func writeState(of body: Institution, into html: inout Markup) {
        if case .closed(let position, let successors) = body.status {
            html(.div, .class("note warned")) { html in
                html(.strong, text: say("已撤销", "Closed"))
                html.text(say("，依据", " by "))
                html(.a, .href(link("ledger", "acts", "\(position)")), text: say("第\(position)号决定", "Act \(position)"))
                if !successors.isEmpty {
                    html.text(say("，由以下机构承接：", ", succeeded by: "))
                    writeBodies(successors, into: &html)
                }
            }
        }
        if let lock = body.lock {
            html(.div, .class("note warned")) { html in
                html(.strong, text: say("编制和人员已锁定", "Heads and people are locked"))
                html.text(say("（\(lock)）", " (\(lock))"))
            }
        }
    }

    /// The names of bodies, each leading to its page.
    func writeBodies(_ ids: [Institution.ID], into html: inout Markup) {
        for (index, id) in ids.enumerated() {
            if index > 0 { html.text(say("、", ", ")) }
            html(.a, .href(link("bodies", id.description)), text: register.institutions[id]?.profile.name ?? "—")
        }
    }

    private func writeHeads(of body: Institution, into html: inout Markup) {
        let figures = HeadFigures.of(body.id, in: register)
        html(.h2, text: say("编制", "Headcount"))
        guard body.profile.type.holdsAccounts else {
            html(.p, .class("quiet"), text: say("此类机构不单列编制。", "Bodies of this type hold no headcount."))
            return
        }
        guard !figures.isEmpty else {
            html(
                .p, .class("quiet"),
                text: say("未核定编制，也没有在编人员。", "No heads are approved and nobody is on the establishment."))
            return
        }
        writeBar(figures, into: &html)
        html(.table, .class("table dense heads")) { html in
            html(.thead) { html in
                html(.tr) { html in
                    html(.th, .scope("col"), text: say("编制类别", "Kind"))
                    for column in BodyFilter.Column.figures { writeFigureHead(column, into: &html) }
                }
            }
            html(.tbody) { html in
                for line in figures {
                    html(.tr) { html in
                        html(.th, .scope("row"), text: say(line.kind.name))
                        let ofKind = [(name: "kind", value: "\(line.kind.rawValue)")]
                        number(
                            line.approved,
                            may(.readWhole)
                                ? link("ledger", query: [("holder", body.id.description)] + ofKind) : nil, into: &html)
                        number(
                            line.occupied, link("bodies", body.id.description, "people", query: ofKind), into: &html)
                        number(line.reserved, .fragment("reserved"), into: &html)
                        number(line.vacant, into: &html)
                        number(line.over, into: &html, isOver: true)
                    }
                }
            }
        }
        writeReservations(of: body, into: &html)
    }

    private func writeReservations(of body: Institution, into html: inout Markup) {
        let open = register.reservations(touching: body.id)
        guard !open.isEmpty else { return }
        html(.h3, .id("reserved"), text: say("预留和周转", "Reserved and lent"))
        html(.ul, .class("plain")) { html in
            for reservation in open {
                html(.li) { html in
                    let name =
                        reservation.account.holder.institution.flatMap {
                            register.institutions[$0]?.profile.name
                        } ?? reservation.account.holder.name.map(say) ?? ""
                    html.text(
                        say(
                            "\(name)：\(say(reservation.account.commodity.name)) \(reservation.count) 名，截至\(say(reservation.lastDay))",
                            "\(name): \(reservation.count) \(say(reservation.account.commodity.name)), until \(say(reservation.lastDay))"
                        ))
                }
            }
        }
    }

    /// What is wrong with a body at a glance, the gravest first, where somebody has looked.
    private func writeWrongs(of body: Institution, into html: inout Markup) {
        guard let found = workbench.derived.knownFindings(of: asOf, touching: body.id), !found.isEmpty
        else { return }
        let place = link("bodies", body.id.description, "findings")
        html(.h2) { html in
            html.text(say("问题", "Findings") + " ")
            html(.a, .class("count"), .href(place), text: found.count.grouped)
        }
        let ofChecks = Dictionary(grouping: found, by: \.check)
        html(.ul, .class("plain")) { html in
            for severity in Severity.allCases.reversed() {
                for check in Check.all {
                    guard let some = ofChecks[check.code], some.map(\.severity).max() == severity else { continue }
                    html(.li) { html in
                        html(.span, .classes("severity", severity.mark), text: say(severity.name))
                        html(.a, .href(place), text: say(check.title))
                        if some.count > 1 { html(.span, .class("quiet"), text: " \(some.count.grouped)") }
                    }
                }
            }
        }
    }

    private func writePosts(of body: Institution, into html: inout Markup) {
        let presence = register.presence(of: body.id)
        let roles = LeaderRole.allCases.filter {
            register.approvedPosts($0, of: body.id) > 0 || presence.leading($0) > 0
        }
        guard !roles.isEmpty else { return }
        html(.h2, text: say("领导职数", "Leader posts"))
        html(.table, .class("table dense")) { html in
            html.columns(
                [say("职务", "Role")],
                numbers: [
                    say("核定", "Approved"), say("实配", "In place"), say("空缺", "Free"), say("超配", "Over"),
                ])
            html(.tbody) { html in
                for role in roles {
                    let approved = register.approvedPosts(role, of: body.id)
                    let isUnknown = register.ledger.isUnknown(.posts, of: body.id)
                    let leading = presence.leading(role)
                    html(.tr) { html in
                        html(.th, .scope("row"), text: say(role.name))
                        let ofRole = [(name: "role", value: "\(role.rawValue)")]
                        number(
                            isUnknown ? nil : approved,
                            may(.readWhole)
                                ? link("ledger", query: [("holder", body.id.description)] + ofRole) : nil, into: &html)
                        number(leading, link("bodies", body.id.description, "people", query: ofRole), into: &html)
                        let free = approved - leading - register.reservedPosts(role, of: body.id)
                        number(isUnknown ? nil : max(0, free), into: &html)
                        number(isUnknown ? nil : max(0, leading - approved), into: &html, isOver: true)
                    }
                }
            }
        }
    }

    private func writeDuties(of body: Institution, into html: inout Markup) {
        let duties = register.duties(of: body.id)
        html(.h2, text: say("职责", "Duties"))
        guard !duties.isEmpty else {
            html(.p, .class("quiet"), text: say("台账中没有其职责条文。", "The register has no duty statements of it."))
            return
        }
        html(.ol, .class("duties")) { html in
            for duty in duties {
                html(.li, .id("duty-" + duty.id.description), .attribute("value", duty.number)) { html in
                    html.text(duty.text)
                    for id in register.matters(of: duty.id) {
                        guard let matter = register.matters[id],
                            let part = matter.parts.first(where: { $0.statement == duty.id })
                        else { continue }
                        html.text(" ")
                        html(.span, .class("tag"), text: "\(say(part.role.name)) \(matter.name)")
                    }
                }
            }
        }
    }

    private func writeFacts(of body: Institution, into html: inout Markup) {
        let profile = body.profile
        html(.h2, text: say("基本情况", "Facts"))
        html(.dl, .class("facts")) { html in
            func line(_ title: String, _ value: String?) {
                html(.dt, text: title)
                html(.dd, text: value ?? say("未知", "unknown"))
            }
            line(say("类型", "Type"), say(profile.type.name))
            line(say("级别", "Rank"), profile.rank.map { say($0.name) })
            if profile.type == .publicInstitution {
                line(say("类别", "Class"), profile.category.map { say($0.name) })
                line(say("经费形式", "Funding"), profile.funding.map { say($0.name) })
            }
            for (title, id) in [
                (say("主管部门", "Supervisor"), profile.supervisor), (say("举办单位", "Sponsor"), profile.sponsor),
                (say("合署单位", "Joint office of"), profile.host),
            ] {
                guard let id else { continue }
                html(.dt, text: title)
                html(.dd) { writeBodies([id], into: &$0) }
            }
            if let short = profile.shortName { line(say("简称", "Short name"), short) }
            if !body.plates.isEmpty { line(say("加挂牌子", "Plates"), body.plates.joined(separator: say("、", ", "))) }
            if let code = profile.officeCode { line(say("机构编码", "Office code"), code) }
            if let code = profile.registrationCode { line(say("统一社会信用代码", "Credit code"), code) }
            if let founding = profile.founding {
                line(
                    say("批准设立", "Founded by"),
                    [founding.document, founding.date?.description].compactMap { $0 }.joined(separator: " "))
            }
            for fact in profile.facts { line(say(fact.measure.name), say(fact.measure.said(fact.value))) }
            if let origin = body.origin { line(say("来源", "Source"), origin.description) }
        }
    }

    private func writeUnits(of body: Institution, into html: inout Markup) {
        guard !body.units.isEmpty else { return }
        html(.h2, text: say("内设机构", "Internal units"))
        html(.ul, .class("plain")) { html in
            for unit in body.units {
                html(.li) { html in
                    html.text(unit.name)
                    if let rank = unit.rank { html(.span, .class("quiet"), text: " " + say(rank.name)) }
                }
            }
        }
    }

    private func writeKin(of body: Institution, into html: inout Markup) {
        let below = register.dependents(of: body.id)
        if !below.isEmpty {
            html(.h2) { html in
                html.text(say("所属机构", "Bodies below"))
                html.text(" ")
                html(
                    .a, .class("count"), .href(link("bodies", query: [("supervisor", body.id.description)])),
                    text: "\(below.count)")
            }
            html(.ul, .class("plain")) { html in
                for id in below.prefix(12) { html(.li) { writeBodies([id], into: &$0) } }
            }
            if below.count > 12 {
                html(.p) { html in
                    html(
                        .a, .href(link("bodies", query: [("supervisor", body.id.description)])),
                        text: say("全部 \(below.count) 个", "All \(below.count)"))
                }
            }
        }
        let guests = register.guests(of: body.id)
        if !guests.isEmpty {
            html(.h2, text: say("举办和合署", "Sponsored and joint"))
            html(.ul, .class("plain")) { html in
                for id in guests.prefix(12) { html(.li) { writeBodies([id], into: &$0) } }
            }
        }
    }
}
