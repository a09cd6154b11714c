import Accounts
import Basics
import HTML
import Office
import Registry

extension Route {
    /// People: without names, until somebody says for what they need one.
    static let personRoutes: [Route] = [
        .page("/people", .readRegister) { try $0.peopleList() },
        .form("/people/export", .export) { try $0.peopleExport() },
        .page("/people/{id}", .readRegister) { try $0.personPage(revealing: nil) },
        .form("/people/{id}", .revealPersonal, longest: 16_384, tells: { try $0.toldReveal() }) {
            try $0.revealPerson()
        },
    ]
}

extension Visit {
    /// The person that the path names, if the viewer may read of a body they belong to.
    private func person() throws(Denial) -> Person {
        guard let id = parameters["id"].flatMap({ Person.ID($0) }) else { throw .notFound }
        guard let person = register.people[id], canRead(person) else {
            throw isToday { today in today.people[id].map { canRead($0, in: today) } ?? false }
                ? .notThen(asOf, path: path) : .notFound
        }
        return person
    }

    /// Whether somebody is of a body within reach of a right.
    func canRead(_ person: Person, for right: Right = .readRegister, in other: Register? = nil) -> Bool {
        let reach = reach(of: right)
        if reach == .everywhere { return true }
        return (person.places.map(\.institution) + [person.workplace].compactMap { $0 }).contains {
            reach.holds($0, in: other ?? register)
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
        let look = Result { () throws(OfficeFailure) in try lookAt(person, for: purpose) }
        switch look {
        case .success(let file): return try personPage(revealing: file, purpose: purpose)
        case .failure(let failure):
            guard failure.kind == .input else { throw failure }
            return try personPage(revealing: nil, fault: say(failure.wording))
        }
    }

    /// What is said where somebody is asked for what they need personal data: the answer is never erased.
    var lookingHint: String {
        say(
            "只写公务事由，不写姓名和证件号。谁、何时、为何查看永久留有记录。",
            "The business only, without names or numbers. Who looks, when and for what stays on record for good.")
    }

    /// A look at a person's data that waits, with what it is for.
    func toldReveal() throws -> SentForm {
        let person = try person()
        var sent = SentForm(
            say("显示个人信息（留有记录）：\(shortName(of: person))", "show personal data, on record: \(shortName(of: person))"),
            page: .path(["people", person.id.description]))
        sent.fields = [FormField(name: "purpose", label: say("查看事由", "What for"), value: form["purpose"] ?? "")]
        return sent
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
                                    hint: lookingHint,
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
}
