import Accounts
import Basics
import HTML
import Office
import Procedure
import Registry

extension Visit {
    /// The way of a motion as a line of steps, with who and when.
    func writeCourse(of view: MotionView, into html: inout Markup) {
        let motion = view.motion
        let now = motion.stage(awaiting: view.standing.waiting)
        html(.ol, .class("steps"), .aria(.label, say("办理进程", "Course"))) { html in
            for stage in Motion.Stage.allCases {
                let isDone = stage < now || (stage == .implementation && view.isDone)
                let isCurrent = stage == now && !isDone && !motion.isWithdrawn
                html(.li, .class("done").when(isDone), .aria(.current, "step").when(isCurrent)) { html in
                    html.text(say(stage.name).capitalisedFirst)
                    var lines = lines(of: stage, view)
                    if stage == .review, isDone, lines.isEmpty { lines = [say("本件不需要", "not asked for")] }
                    for line in lines { html(.small, text: line) }
                }
            }
        }
    }

    private func lines(of stage: Motion.Stage, _ view: MotionView) -> [String] {
        let motion = view.motion
        func line(_ event: MotionEvent) -> String {
            "\(said(event, in: motion).capitalisedFirst)　\(view.names[event.officer] ?? "—")　\(say(event.day))"
        }
        switch stage {
        case .motion:
            // Who filed it stands there beside who took it on.
            let asked =
                motion.isRequest ? nil : motion.events.last { if case .requested = $0.deed { true } else { false } }
            return ([asked] + [motion.current.first]).compactMap { $0 }.map(line)
        case .review:
            return motion.current.filter { if case .reviewed = $0.deed { true } else { false } }.suffix(3).map(line)
        case .deliberation:
            let events = motion.current.prefix(upTo: motion.eventsUntilDecision)
            // A meeting that was entered again is one meeting.
            let met = events.last { if case .met = $0.deed { true } else { false } }
            let steps = events.filter {
                switch $0.deed {
                case .placed, .countersigned, .approved, .filed: true
                case .met: $0 == met
                default: false
                }
            }.suffix(4).map { said($0, in: motion).capitalisedFirst }
            guard let act = act(of: view) else { return steps }
            let names = act.deciders.map { view.names[$0] ?? "—" }.joined(separator: say("、", ", "))
            return steps + [
                say("决定　\(names)　\(say(act.document.decided))", "Decided　\(names)　\(say(act.document.decided))")
            ]
        case .implementation:
            guard let act = act(of: view) else { return [] }
            let later = motion.events.dropFirst(motion.eventsUntilDecision).filter {
                if case .filed = $0.deed { true } else { false }
            }
            return [act.document.citation.description] + later.suffix(3).map { said($0, in: motion).capitalisedFirst }
        }
    }

    /// Why a step is asked for.
    private func said(_ step: MissingStep, by needs: Needs) -> String {
        guard let ruling = step.need.rulings.first else { return "" }
        return say(ruling.wording).capitalisedFirst + say("，", ", ") + say(needs.basis(of: ruling.row)) + say("。", ".")
    }

    /// What happened, as a page says it: that a request was taken on, and that an office of the chain did its part.
    func said(_ event: MotionEvent, in motion: Motion) -> String {
        switch event.deed {
        case .moved(_, _, let organ):
            let before = motion.events.prefix { $0 != event }.last { $0.deed.subject != nil }
            if case .requested? = before?.deed { return say("受理，\(organ)动议", "taken on, moved by \(organ)") }
        case .placed(let day, let item):
            return say("列入\(say(day))会议第\(item)项议程", "item \(item) of the meeting on \(say(day))")
        case .filed(let organ, let document):
            if let office = ChainOrgan.allCases.first(where: { $0.name.zh == organ }) {
                return say("\(organ)已办理（\(document)）", "\(office.name.en) did its part (\(document))")
            }
        default: break
        }
        return say(event.deed.wording)
    }

    private func act(of view: MotionView) -> Act? {
        view.motion.enactment.map { workbench.desk.desk().history.entries[$0.position - 1].act }
    }

    /// What comes next and whose turn it is; what the viewer does about it stands beside.
    func writeNext(of view: MotionView, into html: inout Markup) {
        let motion = view.motion
        if motion.isWithdrawn {
            let reason = motion.events.last { $0.deed == .withdrawn }
            return writeNote("note", say("已撤回", "Withdrawn"), reason, view, into: &html)
        }
        if motion.isReturned {
            let event = motion.events.last { $0.deed == .returned }
            return writeNote("note warned", say("已退回，待经办修改", "Given back to be mended"), event, view, into: &html)
        }
        let steps = view.standing.waiting.filter { $0 != .drafter }
        guard !steps.isEmpty || view.nextOffice != nil else {
            if motion.enactment != nil { html(.p, .class("note ok"), text: say("已办结。", "All of it is done.")) }
            return
        }
        html(.div, .class("note noticed")) { html in
            html(.h2, text: say("下一步", "What comes next"))
            html(.ul) { html in
                for one in steps {
                    html(.li) { html in
                        html.text(said(one).capitalisedFirst)
                        if case .step(let step) = one, let needs = view.standing.needs {
                            html(.span, .class("quiet"), text: "　" + said(step, by: needs))
                        }
                    }
                }
                if let next = view.nextOffice {
                    html(.li, text: say("待\(next.name.zh)办理", "Waits for \(next.name.en)"))
                }
            }
            writeWays(view, into: &html)
        }
    }

    private func writeNote(
        _ look: String, _ title: String, _ event: MotionEvent?, _ view: MotionView, into html: inout Markup
    ) {
        html(.div, .class(look)) { html in
            html(.h2, text: title)
            if let event {
                let place = view.motion.events.lastIndex(of: event)
                html(.p, text: place.flatMap { view.texts[$0] } ?? say("（理由已删除）", "(the reason was erased)"))
                html(
                    .p, .class("quiet"),
                    text: "\(view.names[event.officer] ?? "—")　\(say(event.recorded))")
            }
            writeWays(view, into: &html)
        }
    }

    /// The way to what the viewer can do about it at once.
    private func writeWays(_ view: MotionView, into html: inout Markup) {
        let due = dueTasks(view).prefix(1)
        let again = wayToMend(view)
        guard again != nil || !due.isEmpty else { return }
        html(.p, .class("buttons no-print")) { html in
            // On a wide page the form stands beside.
            for task in due {
                html(
                    .a, .class("btn btn-primary narrow-only"), .href(.fragment("task-" + task.rawValue)),
                    text: say(task.name))
            }
            if let again {
                html(
                    .a, .classes("btn", view.motion.isReturned ? "btn-primary" : "btn-outline"), .href(again),
                    text: say("修改后重新提交", "Mend and move again"))
            }
        }
    }

    private func wayToMend(_ view: MotionView) -> Link? {
        guard view.motion.isOpen, let form = view.written?.draft.forms.first, may(.requestHeads),
            view.isMine || (view.motion.isReturned && may(.move))
        else { return nil }
        return .path(["changes", form.code], query: [("again", "\(view.motion.number)")])
    }

    /// The head of the record that is printed: whose, which, about what, on which text; and who had a part in it.
    func writeRecordHead(of view: MotionView, into html: inout Markup) {
        let motion = view.motion
        html(.div, .class("print-only record")) { html in
            html(
                .p, .class("paper-title"),
                text: say("\(workbench.district ?? "")机构编制事项办理单", "\(workbench.district ?? ""): record of a motion"))
            html(
                .p, .class("paper-number"),
                text: say(
                    "第\(motion.number)号　台账第\(asOf.position)号　\(say(today))",
                    "No. \(motion.number), register no. \(asOf.position), \(say(today))"))
            html(.dl, .class("facts")) { html in
                for (name, value) in [
                    (say("事由", "About"), view.standing.paper?.title ?? say("文本已删除", "the text is gone")),
                    (say("文本摘要", "Text"), motion.subject.digest.description),
                ] + hands(in: view) {
                    html(.dt, text: name)
                    html(.dd, text: value)
                }
            }
        }
    }

    /// Who drafted, reviewed and decided it.
    private func hands(in view: MotionView) -> [(String, String)] {
        func names(_ officers: [Officer.ID]) -> String {
            officers.map { view.names[$0] ?? "—" }.joined(separator: say("、", ", "))
        }
        var reviewers: [Officer.ID] = []
        for event in view.motion.current {
            if case .reviewed = event.deed, !reviewers.contains(event.officer) { reviewers.append(event.officer) }
        }
        return [
            (say("经办", "Drafted by"), names([view.motion.drafter])),
            (say("论证", "Reviewed by"), reviewers.isEmpty ? "—" : names(reviewers)),
            (say("决定", "Decided by"), act(of: view).map { names($0.deciders) } ?? "—"),
        ]
    }

    /// What the motion is, in short.
    func writeState(of view: MotionView, into html: inout Markup) {
        let motion = view.motion
        html(.dl, .class("facts wide")) { html in
            for (name, value) in [
                (say("编号", "Number"), say("第\(motion.number)号动议件", "motion \(motion.number)")),
                (say("类别", "Kind"), say(motion.subject.matter.name)),
                (say("提出单位", "Moved by"), motion.subject.organ),
            ] {
                html(.dt, text: name)
                html(.dd, text: value)
            }
            if let draft = view.written?.draft {
                html(.dt, text: say("生效日期", "In effect from"))
                html(.dd, text: say(draft.day))
                if let reform = draft.reform {
                    html(.dt, text: say("改革文件", "Reform"))
                    html(.dd, text: reform.description)
                }
            }
        }
    }
}

extension Motion {
    /// How many of its events came before its decision: all of them while there is none.
    fileprivate var eventsUntilDecision: Int { enactment?.events ?? events.count }
}

extension Motion.Stage {
    fileprivate static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
