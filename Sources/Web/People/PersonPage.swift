import Accounts
import Basics
import HTML
import Office
import Registry

extension Route {
    /// People: without names, until somebody says for what they need one.
    static let personRoutes: [Route] = [
        .page("/people", .readRegister) { $0.peopleList() },
        .page("/people/{id}", .readRegister) { try $0.personPage(revealing: nil) },
        .form("/people/{id}", .revealPersonal, longest: 16_384) { try $0.revealPerson() },
    ]
}

extension Visit {
    /// The person that the path names, if the viewer may read of a body they belong to.
    private func person() throws(Denial) -> Person {
        guard let id = parameters["id"].flatMap({ Person.ID($0) }), let person = register.people[id],
            canRead(person)
        else { throw .notFound }
        return person
    }

    private func canRead(_ person: Person) -> Bool {
        let reach = reach(of: .readRegister)
        if reach == .everywhere { return true }
        return (person.places.map(\.institution) + [person.workplace].compactMap { $0 }).contains {
            reach.holds($0, in: register)
        }
    }

    /// Shows a person's data once it is on record who looks and for what.
    func revealPerson() throws -> Reply {
        let person = try person()
        guard let purpose = form["purpose"], purpose.count <= 200, purpose.count >= 2 else {
            return try personPage(
                revealing: nil,
                fault: form["purpose"].map { $0.count > 200 } ?? false
                    ? say("事由最多200字。", "A reason has 200 characters at most.")
                    : say("请写明查看事由，如“核对转隶名册”。", "Say for what you need it, such as “check the transfer roll”."))
        }
        let file = try lookAt(person, for: purpose)
        return try personPage(revealing: file, purpose: purpose)
    }

    /// A person's page.
    func personPage(revealing file: PersonFile?, purpose: String = "", fault: String? = nil) throws -> Reply {
        let person = try person()
        let home = person.places.first?.institution ?? person.workplace
        var crumbs: [(title: String, link: Link)] = [(say("人员", "People"), link("people"))]
        if let home, let body = register.institutions[home] {
            crumbs.append((body.profile.name, link("bodies", home.description, "people")))
        }
        var head = PageHead(
            title: file?.record?.name ?? say("个人档案 ", "Person ") + shortName(of: person), place: "people",
            crumbs: crumbs)
        if asOf.isPresent, may(.requestHeads) {
            head.action = (
                say("办理变动", "Change something"), .path(["changes"], query: [("person", person.id.description)])
            )
        }
        return page(head, status: fault == nil ? 200 : 422) { html in
            if person.isDisputed {
                html(
                    .div, .class("note blocked"),
                    text: say(
                        "身份存疑：另有一人使用同一身份证号。核清之前不能变动。",
                        "Identity disputed: somebody else has the same identity number. Nothing moves until that is settled."
                    ))
            }
            html(.div, .class("columns")) { html in
                html(.section, .class("main-column")) { html in
                    html(.h2, text: say("在编和在岗", "Places and work"))
                    html(.dl, .class("facts")) { html in
                        for place in person.places {
                            html(.dt, text: say("编制所在", "On the establishment of"))
                            html(.dd) { html in
                                writeBodies([place.institution], into: &html)
                                html.text("　" + say(place.kind.name))
                                if let role = place.role { html.text("　" + say(role.name)) }
                            }
                        }
                        if person.places.isEmpty {
                            html(.dt, text: say("编制所在", "On the establishment of"))
                            html(
                                .dd,
                                text: person.exit.map { say("已下编（\(say($0.name))）", "left (\(say($0.name)))") }
                                    ?? say("不在编", "none"))
                        }
                        if let workplace = person.workplace {
                            html(.dt, text: say("工作单位", "Works at"))
                            html(.dd) { writeBodies([workplace], into: &$0) }
                        }
                        html(.dt, text: say("身份", "Status"))
                        html(.dd, text: say(person.status.name))
                        html(.dt, text: say("岗位", "Position"))
                        html(.dd, text: person.position.map { say($0.name) } ?? say("未知", "unknown"))
                        html(.dt, text: say("入编时间", "Entered"))
                        html(.dd, text: person.entered?.description ?? say("未知", "unknown"))
                    }
                    if let file { writeChapters(file, into: &html) }
                }
                html(.section, .class("side-column")) { html in
                    html(.h2, text: say("个人信息", "Personal data"))
                    if let file {
                        writeRecord(file, purpose, into: &html)
                    } else if may(.revealPersonal) {
                        html(.dl, .class("facts")) { html in
                            for title in [say("姓名", "Name"), say("身份证号", "Identity number"), say("出生日期", "Born")] {
                                html(.dt, text: title)
                                html(.dd, .class("masked"), text: "＊＊＊")
                            }
                        }
                        html(.form, .method("post"), .action(link("people", person.id.description))) { html in
                            writeFormToken(into: &html)
                            write(
                                FormField(
                                    name: "purpose", label: say("查看事由", "What for"),
                                    hint: say("谁、何时、为何查看都留有记录。", "Who looks, when and for what stays on record."),
                                    longest: 200, value: form["purpose"] ?? "", fault: fault), into: &html)
                            html(
                                .button, .type("submit"), .class("btn btn-outline"),
                                text: say("显示个人信息", "Show personal data"))
                        }
                    } else {
                        html(.p, .class("quiet"), text: say("您的角色不能查看个人信息。", "Your role doesn't show personal data."))
                    }
                }
            }
        }
    }

    private func writeRecord(_ file: PersonFile, _ purpose: String, into html: inout Markup) {
        guard let record = file.record else {
            html(.p, text: say("个人信息已依法删除。", "The personal data were erased."))
            return
        }
        html(.dl, .class("facts")) { html in
            for (title, value) in [
                (say("姓名", "Name"), record.name), (say("性别", "Sex"), record.sex),
                (say("身份证号", "Identity number"), record.number), (say("出生日期", "Born"), record.birth),
                (say("进入形式", "Came by"), record.entryForm), (say("备注", "Remark"), record.remark),
            ] {
                guard let value else { continue }
                html(.dt, text: title)
                html(.dd, text: value)
            }
        }
        html(.p, .class("quiet"), text: say("已记录本次查看，事由：\(purpose)", "This look is on record, for: \(purpose)"))
    }

    private func writeChapters(_ file: PersonFile, into html: inout Markup) {
        html(.h2, text: say("历次变动", "What happened"))
        write(file.chapters, into: &html)
    }

    /// How many people there are by status, and those of whom there is something to look into.
    func peopleList() -> Reply {
        let status = query["status"].flatMap { UInt8($0) }.flatMap(PersonStatus.init(rawValue:))
        let wanted = query["only"]
        let reach = reach(of: .readRegister)
        let people = register.people.values.filter { person in
            if person.exit != nil { return false }
            if let status, person.status != status { return false }
            switch wanted {
            case "unsettled": if !person.isUnsettled { return false }
            case "elsewhere": if person.workplace == nil { return false }
            case "disputed": if !person.isDisputed { return false }
            case "double": if person.places.count < 2 { return false }
            default: break
            }
            return reach == .everywhere || canRead(person)
        }.sorted { left, right in
            guard let one = left.origin, let other = right.origin, one != other else { return left.id < right.id }
            return one < other
        }
        let pages = max(1, (people.count + 79) / 80)
        let page = min(pages, max(1, query["page"].flatMap { Int($0) } ?? 1))
        let shown = people[(page - 1) * 80..<min(people.count, page * 80)]
        func address(page: Int) -> Link {
            var pairs: [(name: String, value: String)] = []
            if let status { pairs.append(("status", "\(status.rawValue)")) }
            if let wanted { pairs.append(("only", wanted)) }
            if page > 1 { pairs.append(("page", "\(page)")) }
            return link("people", query: pairs)
        }
        return self.page(PageHead(title: say("人员", "People"), place: "people")) { html in
            html(.form, .method("get"), .action(.path(["people"])), .class("filters")) { html in
                for pair in asOf.query { html(.input, .type("hidden"), .name(pair.name), .value(pair.value)) }
                html(.div, .class("filter")) { html in
                    html(.label, .for("f-status"), text: say("身份", "Status"))
                    html(.select, .id("f-status"), .name("status"), .class("form-select")) { html in
                        html(.option, .value(""), text: say("不限", "any"))
                        for one in PersonStatus.allCases {
                            html(.option, .value("\(one.rawValue)"), .selected.when(one == status), text: say(one.name))
                        }
                    }
                }
                html(.div, .class("filter")) { html in
                    html(.label, .for("f-only"), text: say("情况", "Only"))
                    html(.select, .id("f-only"), .name("only"), .class("form-select")) { html in
                        html(.option, .value(""), text: say("不限", "everybody"))
                        for (value, name) in [
                            ("unsettled", say("有待核实", "to be looked into")),
                            ("elsewhere", say("在编不在岗", "working elsewhere")),
                            ("double", say("重复占编", "more than one place")),
                            ("disputed", say("身份存疑", "identity disputed")),
                        ] { html(.option, .value(value), .selected.when(value == wanted), text: name) }
                    }
                }
                html(.div, .class("filter")) { html in
                    html(.button, .type("submit"), .class("btn btn-outline"), text: say("筛选", "Filter"))
                }
            }
            guard !people.isEmpty else {
                html(.p, .class("empty"), text: say("没有符合条件的人员。", "Nobody fits."))
                return
            }
            html(.div, .class("list-bar")) { html in
                html(
                    .span, .class("count"),
                    text: say(
                        "第 \((page - 1) * 80 + 1)–\((page - 1) * 80 + shown.count) 人，共 \(people.count.grouped) 人",
                        "\((page - 1) * 80 + 1)–\((page - 1) * 80 + shown.count) of \(people.count.grouped)"))
            }
            html(.table, .class("table dense")) { html in
                html.columns([
                    say("人员", "Person"), say("编制所在", "Establishment"), say("编制类别", "Kind"), say("职务", "Post"),
                    say("身份", "Status"), say("岗位", "Position"), say("工作单位", "Works at"),
                ])
                html(.tbody) { html in
                    for person in shown {
                        html(.tr) { html in
                            html(.th, .scope("row")) {
                                $0(.a, .href(link("people", person.id.description)), text: shortName(of: person))
                            }
                            html(.td) { writeBodies(person.places.map(\.institution), into: &$0) }
                            html(.td, text: person.places.map { say($0.kind.name) }.joined(separator: say("、", ", ")))
                            html(
                                .td,
                                text: person.places.compactMap { $0.role.map { say($0.name) } }.joined(
                                    separator: say("、", ", ")))
                            html(.td, text: say(person.status.name))
                            html(.td, text: person.position.map { say($0.name) } ?? "—")
                            html(.td) { html in
                                if let workplace = person.workplace { writeBodies([workplace], into: &html) }
                            }
                        }
                    }
                }
            }
            writePager(page, of: pages, into: &html, address)
        }
    }
}
