import Accounts
import Basics
import HTML
import Office
import Papers
import Procedure
import Registry

extension Route {
    /// The meetings of the commission.
    static let meetingRoutes: [Route] = [
        .slowPage("/meetings", .readWhole) { try $0.meetingList() },
        .slowPage("/meetings/{day}", .readWhole) { try $0.meetingPage() },
        .form("/meetings/{day}", .keepMeetings, longest: 262_144, tells: { try $0.toldMeeting() }) {
            try $0.enterMeeting()
        },
    ]
}

/// What went wrong with entering a meeting, with all that was typed.
struct MeetingTrouble {
    /// What was typed, and what is wrong with it.
    let fields: [FormField]
    /// Why it wasn't entered; nil where only fields are wrong.
    var failure: OfficeFailure?
}

extension Visit {
    /// All meetings, the latest first.
    func meetingList() throws -> Reply {
        let meetings = try workbench.desk.desk().listMeetings()
        let head = PageHead(title: say("编委会议", "Meetings"), place: "meetings", isDated: false)
        return page(head) { html in
            guard !meetings.isEmpty else {
                html(
                    .p, .class("empty"),
                    text: say("还没有会议。动议件列入议程后，会议在此列出。", "None yet. A meeting is listed once a motion is on its agenda.")
                )
                return
            }
            html(.table, .class("table dense")) { html in
                html.columns(
                    [say("日期", "Day"), say("情况", "Standing"), say("会议纪要", "Minutes")],
                    numbers: [say("议题", "Items"), say("待审议", "To do"), say("到会", "Present")])
                html(.tbody) { html in for meeting in meetings { writeLine(of: meeting, into: &html) } }
            }
        }
    }

    private func writeLine(of meeting: MeetingRecord, into html: inout Markup) {
        html(.tr) { html in
            html(.th, .scope("row")) { html in
                html(.a, .href(.path(["meetings", meeting.day.description])), text: say(meeting.day))
            }
            html(.td, text: standing(of: meeting))
            html(.td, text: said(meeting.minutes))
            html(.td, .class("number"), text: "\(meeting.items.count)")
            html(.td, .class("number"), text: "\(meeting.items.count { $0.resolution == .pending })")
            html(.td, .class("number"), text: meeting.isHeld ? "\(meeting.present.count)" : "—")
        }
    }

    private func standing(of meeting: MeetingRecord) -> String {
        if !meeting.isHeld { return meeting.day < today ? say("待登记", "to be entered") : say("待召开", "to be held") }
        return meeting.minutes.isEmpty ? say("已召开，待纪要", "held, no minutes yet") : say("已有纪要", "held, minutes out")
    }

    private func said(_ minutes: [Citation]) -> String {
        minutes.isEmpty
            ? say("尚无", "none yet") : minutes.map(\.description).joined(separator: say("、", ", "))
    }

    private func meeting(at desk: Desk) throws -> MeetingRecord {
        guard let day = parameters["day"].flatMap({ Day(iso: $0) }),
            let meeting = try desk.listMeetings().first(where: { $0.day == day })
        else { throw Denial.notFound }
        return meeting
    }

    /// One meeting: its agenda before it, its minutes after it, each to be printed; and the form that enters what came of it.
    func meetingPage(_ trouble: MeetingTrouble? = nil) throws -> Reply {
        let desk = workbench.desk.desk()
        let meeting = try meeting(at: desk)
        let names = try desk.officers()
        let showsAgenda = query["show"].map { $0 == "agenda" } ?? !meeting.isHeld
        let open = may(.keepMeetings) && meeting.day <= today ? meeting.items.filter(\.isOpen) : []
        let fields = try trouble?.fields ?? fields(of: meeting, open, names)
        let head = PageHead(
            title: say("\(say(meeting.day))编委会议", "Meeting of the commission, \(say(meeting.day))"), place: "meetings",
            crumbs: [(say("编委会议", "Meetings"), .path(["meetings"]))], isDated: false)
        let status = trouble.map { $0.failure.map { $0.kind == .input ? 422 : 409 } ?? 422 } ?? 200
        return page(head, status: status) { html in
            if let trouble {
                writeFaults(of: fields, and: trouble.failure.map { [say($0.wording)] } ?? [], into: &html)
            }
            html(.nav, .class("tabs"), .aria(.label, say("会议文件", "Papers"))) { html in
                for (word, title, isShown) in [
                    ("agenda", say("会议议程", "Agenda"), showsAgenda), ("minutes", say("会议纪要", "Minutes"), !showsAgenda),
                ] {
                    html(
                        .a, .href(.path(["meetings", meeting.day.description], query: [("show", word)])),
                        .aria(.current, "page").when(isShown), text: title)
                }
            }
            html(.div, .classes("columns", open.isEmpty ? "single" : nil)) { html in
                html(.section, .class("main-column")) { html in
                    html(.article, .class("paper official")) { html in
                        if showsAgenda {
                            writeAgenda(meeting, names, into: &html)
                        } else {
                            writeMinutes(meeting, names, into: &html)
                        }
                    }
                }
                if !open.isEmpty {
                    html(.section, .class("side-column no-print")) { html in
                        writeForm(meeting, open, fields, into: &html)
                    }
                }
            }
        }
    }

    // MARK: On paper

    private var commission: String {
        say(
            "\(workbench.district ?? "")机构编制委员会",
            "Establishment commission of \(workbench.district ?? workbench.jurisdiction)")
    }

    private func writeAgenda(_ meeting: MeetingRecord, _ names: [Officer.ID: String], into html: inout Markup) {
        html(.h2, .class("paper-title"), text: say("\(commission)会议议程", "\(commission): agenda"))
        html(.p, .class("paper-number"), text: say(meeting.day))
        html(.div, .class("scroll")) { html in
            html(.table, .class("table")) { html in
                html.columns([
                    say("序号", "Item"), say("议题", "About"), say("提出单位", "Moved by"), say("汇报人", "Presented by"),
                    say("会前情况", "So far"),
                ])
                html(.tbody) { html in
                    for item in meeting.items {
                        html(.tr) { html in
                            html(.td, text: "\(item.number)")
                            html(.th, .scope("row")) { writeTitle(of: item, into: &$0) }
                            html(.td, text: item.motion.subject.organ)
                            html(.td, text: names[item.motion.drafter] ?? "—")
                            html(.td, text: soFar(item))
                        }
                    }
                }
            }
        }
        html(.p, .class("signed"), text: commission + say("办公室", ", office"))
    }

    /// What was done with a motion before its meeting.
    private func soFar(_ item: MeetingRecord.Item) -> String {
        if item.isPutOff { return say(item.resolution.name) }
        let done = item.motion.current.filter {
            switch $0.deed {
            case .reviewed, .countersigned: true
            default: false
            }
        }.map { say($0.deed.wording) }
        return done.isEmpty ? "—" : done.joined(separator: say("；", "; "))
    }

    private func writeTitle(of item: MeetingRecord.Item, into html: inout Markup) {
        html(
            .a, .href(.path(["motions", "\(item.motion.number)"])),
            text: item.paper?.title ?? say("文本已删除", "the text is gone"))
    }

    private func writeMinutes(_ meeting: MeetingRecord, _ names: [Officer.ID: String], into html: inout Markup) {
        func people(_ officers: [Officer.ID]) -> String {
            officers.isEmpty ? say("无", "nobody") : officers.map { names[$0] ?? "—" }.joined(separator: say("、", ", "))
        }
        html(.h2, .class("paper-title"), text: say("\(commission)会议纪要", "\(commission): minutes"))
        html(.p, .class("paper-number"), text: said(meeting.minutes))
        guard meeting.isHeld else {
            html(.p, .class("quiet"), text: say("会议情况还没有登记。", "Nothing of this meeting is entered yet."))
            return
        }
        html(.dl, .class("facts")) { html in
            for (name, value) in [
                (say("时间", "Day"), say(meeting.day)),
                (
                    say("出席", "Present"),
                    say(
                        "\(people(meeting.present))（\(meeting.present.count)名）",
                        "\(people(meeting.present)) (\(meeting.present.count))")
                ),
                (say("缺席", "Absent"), people(meeting.absent)),
            ] {
                html(.dt, text: name)
                html(.dd, text: value)
            }
        }
        html(.ol, .class("agenda")) { html in
            for item in meeting.items {
                html(.li, .attribute("value", item.number)) { html in write(item, names, into: &html) }
            }
        }
        html(.p, .class("signed"), text: commission + "　" + say(meeting.day))
    }

    private func write(_ item: MeetingRecord.Item, _ names: [Officer.ID: String], into html: inout Markup) {
        html(.p) { html in
            writeTitle(of: item, into: &html)
            html(
                .span, .class("quiet"),
                text: say(
                    "　\(item.motion.subject.organ)提出，\(names[item.motion.drafter] ?? "—")汇报",
                    "　moved by \(item.motion.subject.organ), presented by \(names[item.motion.drafter] ?? "—")"))
        }
        html(.p) { html in
            html(.strong, text: say(item.resolution.name).capitalisedFirst)
            if let outcome = item.outcome {
                let (present, absent) = (outcome.present.count, outcome.absent.count)
                html.text(
                    say(
                        "：到会\(present)名，缺席\(absent)名，赞成\(outcome.inFavour)名。",
                        ": \(present) present, \(absent) absent, \(outcome.inFavour) in favour."))
            } else {
                html.text(say("。", "."))
            }
        }
        if let note = item.note { html(.p, .class("said"), text: note) }
        if let position = item.motion.enactment?.position {
            let act = workbench.desk.desk().history.entries[position - 1].act
            html(
                .p, .class("quiet"),
                text: say("已以\(act.document.citation)决定。", "Decided by \(act.document.citation)."))
        }
    }

    // MARK: Entering it

    /// Who was there, and of each item how many were in favour and what was said.
    private func fields(
        of meeting: MeetingRecord, _ open: [MeetingRecord.Item], _ names: [Officer.ID: String]
    ) throws(OfficeFailure) -> [FormField] {
        guard !open.isEmpty else { return [] }
        let held = meeting.items.compactMap(\.outcome)
        let fields = attendanceFields(
            held.first { $0.minutes != nil } ?? held.first, try placedMotions(), names)
        return fields
            + open.flatMap { item in
                let title = item.paper?.title ?? ""
                return [
                    FormField(
                        name: "favour-\(item.motion.number)",
                        label: say("第\(item.number)项赞成人数", "Item \(item.number): in favour"), kind: .number,
                        hint: title,
                        isOptional: true, longest: 3, value: item.outcome.map { "\($0.inFavour)" } ?? ""),
                    FormField(
                        name: "note-\(item.motion.number)",
                        label: say("第\(item.number)项审议情况", "Item \(item.number): what was said"), kind: .lines,
                        isOptional: true, longest: 2_000, value: item.note ?? ""),
                ]
            }
    }

    /// A meeting that waits to be entered.
    func toldMeeting() throws -> SentForm {
        // Whoever may not see the meeting hears nothing of its items.
        guard may(.readWhole) else { throw Denial.notFound }
        let desk = workbench.desk.desk()
        let meeting = try meeting(at: desk)
        let open = meeting.items.filter(\.isOpen)
        var sent = SentForm(
            say("登记\(say(meeting.day))编委会议情况", "enter the meeting of \(say(meeting.day))"),
            page: .path(["meetings", meeting.day.description]))
        sent.fields = taken(try fields(of: meeting, open, try desk.officers()))
        if open.isEmpty {
            sent.obstacle = say(
                "这次会议的议题都已办结或改期，没有可登记的。内容没有提交，请查看会议现状。",
                "All items of this meeting are decided or put off: nothing can be entered. Nothing was sent; look how it stands."
            )
        }
        return sent
    }

    private func writeForm(
        _ meeting: MeetingRecord, _ open: [MeetingRecord.Item], _ fields: [FormField], into html: inout Markup
    ) {
        html(.h2, text: say("登记会议情况", "Enter the meeting"))
        html(
            .p, .class("quiet"),
            text: say("赞成人数留空的议题视为还没有审议。", "An item without a number in favour is taken as not deliberated yet."))
        html(
            .form, .method("post"), .action(.path(["meetings", meeting.day.description])), .novalidate
        ) { html in
            writeFormToken(into: &html)
            for item in open {
                html(
                    .input, .type("hidden"), .name("text-\(item.motion.number)"),
                    .value(item.motion.subject.digest.description))
            }
            for field in fields { write(field, into: &html) }
            html(.div, .class("buttons")) { html in
                html(.button, .type("submit"), .class("btn btn-primary"), text: say("登记会议情况", "Enter the meeting"))
            }
        }
    }

    /// Enters what came of a meeting, of all its items that were deliberated at once.
    func enterMeeting() throws -> Reply {
        let desk = workbench.desk.desk()
        let meeting = try meeting(at: desk)
        let open = meeting.items.filter(\.isOpen)
        var fields = taken(try self.fields(of: meeting, open, try desk.officers()))
        for index in fields.indices where fields[index].name == "meeting-minutes" {
            let typed = fields[index]
            guard typed.fault == nil, !typed.value.isEmpty, Citation(typed.value) == nil else { continue }
            fields[index].fault = say("不是文号，应写作 某编〔2020〕12号。", "No document number; write it as ABC[2020]12.")
        }
        guard fields.areRight else { return try meetingPage(MeetingTrouble(fields: fields)) }
        let done = Result { () throws(OfficeFailure) in
            try acting(.motionEvent, what: "meeting \(meeting.day)") { desk, source throws(OfficeFailure) in
                let (present, absent) = try attendance(fields, at: &desk, from: &source)
                let minutes = fields.value("meeting-minutes")
                let document = minutes.isEmpty ? nil : try citation(minutes)
                var outcomes: [MeetingOutcome] = []
                for item in open {
                    let number = item.motion.number
                    guard let inFavour = typedCount(fields.value("favour-\(number)")) else { continue }
                    if let seen = form["text-\(number)"], seen != item.motion.subject.digest.description {
                        throw .textMoved
                    }
                    let held = Meeting(present: present, absent: absent, inFavour: inFavour, minutes: document)
                    let note = fields.value("note-\(number)")
                    // What is as it was entered before is not entered again.
                    if item.outcome != held || (item.note ?? "") != note {
                        outcomes.append(MeetingOutcome(of: number, held, note: note))
                    }
                }
                guard !outcomes.isEmpty else {
                    throw OfficeFailure(
                        .input, "nothing-entered", zh: "没有要登记的：请至少填写一项议题的赞成人数，或改动已登记的内容。",
                        en:
                            "There is nothing to enter: give the number in favour of one item at least, or change what is entered."
                    )
                }
                try desk.recordMeeting(outcomes, try stroke(at: &desk, from: &source, on: meeting.day))
            }
        }
        switch done {
        case .success: return .on(to: .path(["meetings", "\(meeting.day)"]))
        case .failure(let failure):
            guard failure.kind != .failure else { throw failure }
            return try meetingPage(MeetingTrouble(fields: fields, failure: failure))
        }
    }
}

extension MeetingRecord.Item {
    /// Whether what a meeting came to on it can be entered still.
    fileprivate var isOpen: Bool { motion.isOpen && !motion.isReturned && !isPutOff }
}
