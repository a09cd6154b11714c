import Accounts
import Basics
import HTML
import Office
import Procedure
import Registry

extension Route {
    /// Heads that may be filled by a notice: asked for, used person by person, lapsing.
    static let useRoutes: [Route] = [
        .slowPage("/uses", .readRegister) { try $0.useList() },
        .slowPage("/uses/{id}", .readRegister) { try $0.usePage() },
        .form(
            "/uses/lapse", .move, longest: 16_384,
            tells: { SentForm($0.say("办理到期失效", "end what has lapsed"), page: .path(["uses"])) }
        ) { try $0.lapseUses() },
    ]
}

extension Visit {
    private func usesInReach() -> [HeadcountUse] {
        let reach = reach(of: .readRegister)
        return workbench.desk.desk().headcountUses(on: today).filter { reach.holds($0.body, in: register) }
    }

    /// The uses, with how many of each are left.
    func useList(_ failure: OfficeFailure? = nil) throws -> Reply {
        let body = try filterPick("body", say("机构", "Body"), of: ["uses"])
        if let location = body.location { return .on(to: location) }
        let narrowedTo = body.chosen
        let all = usesInReach().filter { narrowedTo == nil || $0.body == narrowedTo }
        let motions = try motionNumbers()
        let states: [(word: String, name: String, holds: (HeadcountUse.State) -> Bool)] = [
            ("open", say("使用中", "In use"), { $0 == .open || $0 == .overdue }),
            ("used", say("已用完", "Used up"), { $0 == .usedUp }),
            ("ended", say("已失效、取消", "Lapsed or given up"), { $0 == .lapsed || $0 == .givenUp }),
            ("all", say("全部", "All"), { _ in true }),
        ]
        let chosen = states.first { $0.word == query["show"] } ?? states[0]
        let shown = all.filter { chosen.holds($0.state) }
        let ofBody = narrowedTo.map { [(name: "body", value: $0.description)] } ?? []
        var head = PageHead(title: say("用编", "Headcount use"), place: "uses", isDated: false)
        if may(.requestHeads) {
            head.action = (say("申请用编", "Request headcount"), .path(["changes", "use"]))
        }
        let isRight = body.field.fault == nil
        return page(head, status: failure == nil ? isRight ? 200 : 422 : 409) { html in
            if let failure { writeFaults(of: [], and: [say(failure.wording)], into: &html) }
            html(.nav, .class("tabs"), .aria(.label, say("状态", "State"))) { html in
                for state in states {
                    html(
                        .a, .href(.path(["uses"], query: [("show", state.word)] + ofBody)),
                        .aria(.current, "page").when(state.word == chosen.word),
                        text: "\(state.name) \(all.count { state.holds($0.state) }.grouped)")
                }
            }
            writeFilters(of: ["uses"], [body.field], isNarrowed: narrowedTo != nil, into: &html) { html in
                html(.input, .type("hidden"), .name("show"), .value(chosen.word))
            }
            writeOverdue(all.filter { $0.state == .overdue }, into: &html)
            guard !shown.isEmpty else {
                html(.p, .class("empty"), text: say("没有用编。", "There are none."))
                return
            }
            writeUses(shown, motions, into: &html)
        }
    }

    /// Which motion each Act was decided on.
    private func motionNumbers() throws(OfficeFailure) -> [Int: Int] {
        var numbers: [Int: Int] = [:]
        for line in try motionLines() {
            if let position = line.motion.enactment?.position { numbers[position] = line.motion.number }
        }
        return numbers
    }

    private func writeOverdue(_ overdue: [HeadcountUse], into html: inout Markup) {
        guard !overdue.isEmpty, may(.move) else { return }
        html(.form, .method("post"), .action(.path(["uses", "lapse"])), .class("note warned")) { html in
            writeFormToken(into: &html)
            html(
                .p,
                text: say(
                    "有\(overdue.count)项已到期，日终处理会自动失效，也可现在办理。",
                    "\(overdue.count) are overdue. The daily run ends them by itself, or do it now."))
            html(.button, .type("submit"), .class("btn btn-outline"), text: say("办理到期失效", "End what has lapsed"))
        }
    }

    private func writeUses(_ uses: [HeadcountUse], _ motions: [Int: Int], into html: inout Markup) {
        html(.div, .class("scroll")) { html in
            html(.table, .class("table dense")) { html in
                html(.thead) { html in
                    html(.tr) { html in
                        for title in [say("通知单", "Notice"), say("机构", "Body"), say("编制类别", "Kind")] {
                            html(.th, .scope("col"), text: title)
                        }
                        for title in [say("批准", "Approved"), say("已用", "Used"), say("剩余", "Left")] {
                            html(.th, .scope("col"), .class("number"), text: title)
                        }
                        for title in [say("截止日期", "Until"), say("状态", "State"), say("动议件", "Motion")] {
                            html(.th, .scope("col"), text: title)
                        }
                    }
                }
                html(.tbody) { html in
                    for use in uses { write(use, motions[use.position], into: &html) }
                }
            }
        }
    }

    private func write(_ use: HeadcountUse, _ motion: Int?, into html: inout Markup) {
        html(.tr) { html in
            html(.th, .scope("row")) { html in
                html(
                    .a, .href(.path(["uses", use.id.description])),
                    text: "\(use.document.citation)" + (use.item > 1 ? say("之\(use.item)", " (\(use.item))") : ""))
            }
            html(.td) { writeBodies([use.body], into: &$0) }
            html(.td, text: say(use.kind.name))
            html(.td, .class("number"), text: use.approved.grouped)
            html(.td, .class("number"), text: use.used.grouped)
            html(.td, .class("number"), text: use.left.grouped)
            html(.td, text: say(use.lastDay))
            html(.td, text: say(use.state.name))
            html(.td) { html in
                if let motion {
                    html(.a, .href(.path(["motions", "\(motion)"])), text: say("第\(motion)号", "no. \(motion)"))
                }
            }
        }
    }

    /// One use as its notice, to be printed, and the way to use it.
    func usePage() throws -> Reply {
        guard let id = parameters["id"].flatMap({ Reservation.ID($0) }), usesInReach().contains(where: { $0.id == id })
        else { throw Denial.notFound }
        let notice = try workbench.desk.desk().headcountNotice(of: id, on: today)
        let use = notice.use
        let head = PageHead(
            title: say("编制使用通知单", "Notice to use heads"), place: "uses",
            crumbs: [(say("用编", "Headcount use"), .path(["uses"]))], isDated: false)
        return page(head) { html in
            html(.article, .class("paper")) { html in
                html(.p, .class("slip-number"), text: say("编号：", "No. ") + notice.number)
                html(.p, text: say("\(notice.body)：", "To \(notice.body):"))
                html(
                    .p,
                    text: say(
                        "经研究，同意你单位使用\(say(use.kind.name))\(use.approved.grouped)名，有效期至\(say(use.lastDay))，逾期未用自动失效。",
                        "\(use.approved.grouped) of \(say(use.kind.name)) may be filled until \(say(use.lastDay)). What is not used by then lapses."
                    ))
                writeSlip(of: notice, into: &html)
                html(.div, .class("signatures")) { html in
                    html(.p, text: say("经办人：　　　　　　　　签收人：", "Drafted by:　　　　　　Received by:"))
                    html(.div, .class("stamp")) { html in
                        let place = workbench.district ?? workbench.jurisdiction
                        html(.p, text: say("\(place)编办（盖章）", "Establishment office of \(place) (stamp)"))
                        html(.p, text: say(notice.decided))
                    }
                }
            }
            writeUsed(use, into: &html)
        }
    }

    /// What a notice says, row by row, with the digest of the Act by which it is checked.
    private func writeSlip(of notice: HeadcountNotice, into html: inout Markup) {
        let use = notice.use
        let figures = notice.figures
        html(.table, .class("slip")) { html in
            html(.tbody) { html in
                row(say("使用单位", "Body"), into: &html) { writeBodies([use.body], into: &$0) }
                for (name, value) in [
                    (say("主管部门", "Supervisor"), notice.supervisor ?? "—"),
                    (say("编制类别", "Kind"), say(use.kind.name)),
                    (say("使用名额", "How many"), say("\(use.approved.grouped)名", use.approved.grouped)),
                    (say("有效期", "Until"), say(use.lastDay)),
                    (
                        say("批准时编制", "Heads then"),
                        say(
                            "核定\(number(figures.approved))，实有\(figures.occupied.grouped)，预留\(figures.reserved.grouped)",
                            "\(number(figures.approved)) approved, \(figures.occupied.grouped) occupied, \(figures.reserved.grouped) reserved"
                        )
                    ),
                    (
                        say("依据", "Document"),
                        "\(notice.document)　\(notice.title ?? say("（标题已删除）", "(title erased)"))"
                    ),
                    (say("批准", "Decided by"), notice.deciders.joined(separator: say("、", ", "))),
                    (say("状态", "State"), say(use.state.name)),
                ] { row(name, into: &html) { $0.text(value) } }
                if let motion = notice.motion {
                    row(say("动议件", "Motion"), into: &html) { html in
                        html(.a, .href(.path(["motions", "\(motion)"])), text: say("第\(motion)号", "no. \(motion)"))
                    }
                }
                if let entry = workbench.desk.entries(last: 1, through: use.position).first {
                    row(say("决定摘要值", "Digest"), into: &html) {
                        $0(.span, .class("digest"), text: entry.digest.description)
                    }
                }
            }
        }
    }

    private func row(_ name: String, into html: inout Markup, _ value: (inout Markup) -> Void) {
        html(.tr) { html in
            html(.th, .scope("row"), text: name)
            html(.td) { value(&$0) }
        }
    }

    private func number(_ value: Int?) -> String { value.map(\.grouped) ?? say("未知", "unknown") }

    /// Who came by it, and the way to use what is left.
    private func writeUsed(_ use: HeadcountUse, into html: inout Markup) {
        html(
            .h2,
            text: say(
                "使用情况：已用\(use.used.grouped)名，剩余\(use.left.grouped)名",
                "Used: \(use.used.grouped), left: \(use.left.grouped)"))
        if !use.uses.isEmpty {
            html(.ul, .class("plain")) { html in
                for one in use.uses {
                    html(.li) { html in
                        html.text(say("\(say(one.day))，\(one.count)名", "\(say(one.day)), \(one.count)"))
                        if let person = one.person.flatMap({ register.people[$0] }) {
                            html.text("　")
                            html(.a, .href(.path(["people", person.id.description])), text: shortName(of: person))
                        }
                    }
                }
            }
        }
        guard use.isOpen, may(.requestHeads) else { return }
        html(.div, .class("buttons")) { html in
            let of = [(name: "use", value: use.id.description)]
            html(
                .a, .class("btn btn-primary"), .href(.path(["changes", "enrol-new"], query: of)),
                text: say("新进人员上编", "Enrol somebody new"))
            html(
                .a, .class("btn btn-outline"), .href(.path(["changes", "enrol"], query: of)),
                text: say("台账中的人员上编", "Enrol somebody known"))
            if may(.move) {
                html(
                    .a, .class("btn btn-outline"), .href(.path(["changes", "void"], query: of)),
                    text: say("取消剩余", "Give up what is left"))
            }
        }
    }

    /// Ends what has lapsed.
    func lapseUses() throws -> Reply {
        let lapsed = Result { () throws(OfficeFailure) in
            try acting(.registerAct, what: "lapse") { desk, source throws(OfficeFailure) in
                let officer = try officer(at: &desk, from: &source)
                return try desk.lapseReservations(on: today, by: officer, at: now)
            }
        }
        switch lapsed {
        case .success(let done):
            if let first = done.kept.first { return try useList(first.1) }
            return .on(to: .path(["uses"], query: [("show", "ended")]))
        case .failure(let failure):
            guard failure.kind == .refusal else { throw failure }
            return try useList(failure)
        }
    }
}
