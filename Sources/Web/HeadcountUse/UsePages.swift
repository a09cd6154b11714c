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
        .form("/uses/lapse", .move, longest: 16_384) { try $0.lapseUses() },
    ]
}

extension Visit {
    private func usesInReach() -> [HeadcountUse] {
        let reach = reach(of: .readRegister)
        return workbench.desk.desk().headcountUses(on: today).filter { reach.holds($0.body, in: register) }
    }

    /// The uses, with how many of each are left.
    func useList(_ failure: OfficeFailure? = nil) throws -> Reply {
        let all = usesInReach()
        let motions = try motionNumbers()
        let states: [(word: String, name: String, holds: (HeadcountUse.State) -> Bool)] = [
            ("open", say("使用中", "In use"), { $0 == .open || $0 == .overdue }),
            ("used", say("已用完", "Used up"), { $0 == .usedUp }),
            ("ended", say("已失效、取消", "Lapsed or given up"), { $0 == .lapsed || $0 == .givenUp }),
            ("all", say("全部", "All"), { _ in true }),
        ]
        let chosen = states.first { $0.word == query["show"] } ?? states[0]
        let shown = all.filter { chosen.holds($0.state) }
        var head = PageHead(title: say("用编", "Headcount use"), place: "uses", isDated: false)
        if may(.requestHeads) {
            head.action = (say("申请用编", "Request headcount"), .path(["changes", "use"]))
        }
        return page(head, status: failure == nil ? 200 : 409) { html in
            if let failure { writeFaults(of: [], and: [say(failure.wording)], into: &html) }
            html(.nav, .class("tabs"), .aria(.label, say("状态", "State"))) { html in
                for state in states {
                    html(
                        .a, .href(.path(["uses"], query: [("show", state.word)])),
                        .aria(.current, "page").when(state.word == chosen.word),
                        text: "\(state.name) \(all.count { state.holds($0.state) }.grouped)")
                }
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
                html(.p, .class("quiet"), text: notice.number)
                html(
                    .p,
                    text: say(
                        "\(notice.body)：经研究，同意你单位使用\(say(use.kind.name))\(use.approved)名，有效期至\(say(use.lastDay))，逾期未用自动失效。",
                        "To \(notice.body): \(use.approved) of \(say(use.kind.name)) may be filled until \(say(use.lastDay)). What is not used by then lapses."
                    ))
                writeNotice(notice, into: &html)
                html(.p, .class("signed")) { html in
                    html.text(workbench.district ?? workbench.jurisdiction)
                    html.text("　" + say(notice.decided))
                }
            }
            writeUsed(use, into: &html)
        }
    }

    private func writeNotice(_ notice: HeadcountNotice, into html: inout Markup) {
        html(.dl, .class("facts wide")) { html in
            var lines = [
                (say("依据", "Document"), "\(notice.document)　\(notice.title ?? say("（标题已删除）", "(title erased)"))"),
                (say("主管部门", "Supervisor"), notice.supervisor ?? "—"),
                (say("状态", "State"), say(notice.use.state.name)),
                (
                    say("批准时编制", "Heads then"),
                    say(
                        "核定\(number(notice.figures.approved))，实有\(notice.figures.occupied)，预留\(notice.figures.reserved)",
                        "\(number(notice.figures.approved)) approved, \(notice.figures.occupied) occupied, \(notice.figures.reserved) reserved"
                    )
                ),
            ]
            lines.append((say("批准", "Decided by"), notice.deciders.joined(separator: say("、", ", "))))
            for (name, value) in lines {
                html(.dt, text: name)
                html(.dd, text: value)
            }
            html(.dt, text: say("机构", "Body"))
            html(.dd) { writeBodies([notice.use.body], into: &$0) }
            if let motion = notice.motion {
                html(.dt, text: say("动议件", "Motion"))
                html(.dd) { html in
                    html(.a, .href(.path(["motions", "\(motion)"])), text: say("第\(motion)号", "no. \(motion)"))
                }
            }
        }
    }

    private func number(_ value: Int?) -> String { value.map(\.grouped) ?? say("未知", "unknown") }

    /// Who came by it, and the way to use what is left.
    private func writeUsed(_ use: HeadcountUse, into html: inout Markup) {
        html(.h2, text: say("使用情况：已用\(use.used)名，剩余\(use.left)名", "Used: \(use.used), left: \(use.left)"))
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
