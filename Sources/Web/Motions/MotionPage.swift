import Accounts
import Basics
import HTML
import Office
import Procedure
import Registry

/// What went wrong with something that was asked of a motion, with all that was typed.
struct MotionTrouble {
    /// What was asked.
    let task: MotionTask
    /// What was typed, and what is wrong with it.
    let fields: [FormField]
    /// Why it wasn't done; nil where only fields are wrong.
    var failure: OfficeFailure?
}

extension Visit {
    /// A motion: how far it is, what it changes, what was said, and what the viewer can do with it now.
    func motionPage() throws -> Reply { try motionPage(motionView()) }

    func motionPage(_ view: MotionView, _ trouble: MotionTrouble? = nil, isRevealed: Bool = false) throws -> Reply {
        let earlier = try staleTrial(view, trouble)
        let status = trouble.map { $0.failure.map { $0.kind == .input ? 422 : 409 } ?? 422 } ?? 200
        let head = PageHead(
            title: view.standing.paper?.title ?? say("文本已删除", "The text is gone"), place: "motions",
            crumbs: [(say("动议件", "Motions"), .path(["motions"]))], isDated: false)
        return page(head, status: status) { html in
            if let trouble {
                let others = [trouble.failure.map { say($0.wording) }].compactMap { $0 }
                writeFaults(of: trouble.fields, and: others, into: &html)
            }
            if let earlier, let now = view.trial { writeBoth(earlier, now, view, into: &html) }
            writeCourse(of: view, into: &html)
            writeState(of: view, into: &html)
            html(.div, .class("columns")) { html in
                html(.section, .class("main-column")) { html in
                    writeOutcome(of: view, into: &html)
                    writeForms(of: view, isRevealed: isRevealed, into: &html)
                    writeEvents(of: view, into: &html)
                }
                html(.section, .class("side-column no-print")) { html in
                    html(.h2, text: say("办理", "What you can do"))
                    writeTasks(view, trouble, isRevealed: isRevealed, into: &html)
                }
            }
        }
    }

    /// What whoever decides was shown, where it is no longer so.
    private func staleTrial(_ view: MotionView, _ trouble: MotionTrouble?) throws(OfficeFailure) -> DailyTrial? {
        guard trouble?.task == .decision, trouble?.failure != nil, let written = view.written, let trial = view.trial,
            let position = form["seen"].flatMap({ Int($0) }), position < asOf.position
        else { return nil }
        let earlier = try workbench.desk.desk().tryDaily(written, knownAt: position, at: now)
        return earlier.digest == trial.digest && earlier.passes == trial.passes ? nil : earlier
    }

    /// What was shown and what it is now, beside one another.
    private func writeBoth(_ earlier: DailyTrial, _ now: DailyTrial, _ view: MotionView, into html: inout Markup) {
        html(.div, .class("columns both")) { html in
            for (title, trial) in [
                (say("您看到的结果", "What you were shown"), earlier), (say("现在的结果", "What it is now"), now),
            ] {
                html(.section, .class("note")) { html in
                    html(.h2, text: title)
                    writeTrial(trial, of: view.written?.draft.forms ?? [], into: &html)
                }
            }
        }
    }

    // MARK: How far it is

    /// The way of a motion as a line of steps, with who and when.
    private func writeCourse(of view: MotionView, into html: inout Markup) {
        let motion = view.motion
        html(.ol, .class("steps"), .aria(.label, say("办理进程", "Course"))) { html in
            for stage in Motion.Stage.allCases {
                let isDone = stage < motion.stage || (stage == .implementation && motion.enactment != nil)
                let isCurrent = stage == motion.stage && motion.enactment == nil
                html(.li, .class("done").when(isDone), .aria(.current, "step").when(isCurrent)) { html in
                    html.text(say(stage.name).capitalisedFirst)
                    for line in lines(of: stage, view) { html(.small, text: line) }
                }
            }
        }
    }

    private func lines(of stage: Motion.Stage, _ view: MotionView) -> [String] {
        let motion = view.motion
        func who(_ event: MotionEvent) -> String { "\(view.names[event.officer] ?? "—")　\(say(event.day))" }
        switch stage {
        case .motion: return motion.current.first.map { [who($0)] } ?? []
        case .review:
            return motion.current.filter { if case .reviewed = $0.deed { true } else { false } }.suffix(3).map(who)
        case .deliberation:
            return motion.current.filter {
                switch $0.deed {
                case .placed, .met, .countersigned, .approved: true
                default: false
                }
            }.suffix(3).map { say($0.deed.wording) }
        case .implementation:
            guard let act = act(of: view) else { return [] }
            let names = act.deciders.map { view.names[$0] ?? "—" }.joined(separator: say("、", ", "))
            return ["\(names)　\(say(act.document.decided))"]
        }
    }

    private func act(of view: MotionView) -> Act? {
        view.motion.enactment.map { workbench.desk.desk().history.entries[$0.position - 1].act }
    }

    /// Where it stands, and what it waits for.
    private func writeState(of view: MotionView, into html: inout Markup) {
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
        if motion.isWithdrawn {
            html(.p, .class("note"), text: say("已撤回。", "Withdrawn."))
        } else if motion.isReturned {
            html(.div, .class("note warned")) { html in
                let place = motion.events.lastIndex { $0.deed == .returned }
                html(
                    .p,
                    text: say("已退回经办：", "Given back: ") + (place.flatMap { view.texts[$0] } ?? say("（已删除）", "(erased)"))
                )
            }
        }
        let waiting = view.standing.waiting.filter { $0 != .drafter }
        if !waiting.isEmpty {
            html(.div, .class("note noticed")) { html in
                html(.ul) { html in
                    for one in waiting {
                        html(.li) { html in
                            html.text(said(one).capitalisedFirst)
                            if case .step(let step) = one, let table = view.standing.needs?.table.name {
                                html(.span, .class("quiet"), text: "　" + say(step.wording(of: table)))
                            }
                        }
                    }
                }
            }
        }
        if view.motion.isOpen, view.written != nil, view.isMine || (view.motion.isReturned && may(.move)),
            may(.requestHeads), let form = view.written?.draft.forms.first
        {
            html(.p, .class("no-print")) { html in
                html(
                    .a, .classes("btn", view.motion.isReturned ? "btn-primary" : "btn-outline"),
                    .href(.path(["changes", form.code], query: [("again", "\(motion.number)")])),
                    text: say("修改后重新提交", "Mend and move again"))
            }
        }
    }

    // MARK: What it changes

    private func writeOutcome(of view: MotionView, into html: inout Markup) {
        html(.h2, text: say("办理结果", "What comes of it"))
        if let position = view.motion.enactment?.position {
            writeRecorded(position, into: &html)
            writeChain(view.chain, view, into: &html)
        } else if let trial = view.trial {
            writeTrial(trial, of: view.written?.draft.forms ?? [], into: &html)
        } else if view.written == nil, let paper = view.standing.paper {
            html(.details) { html in
                html(.summary, text: say("文本", "Text"))
                html(.pre, text: paper.text)
            }
        } else if view.standing.paper == nil {
            html(.p, .class("quiet"), text: say("文本已依法删除。", "The text was erased."))
        }
    }

    private func writeRecorded(_ position: Int, into html: inout Markup) {
        let contents = workbench.derived.contents(of: position, on: workbench.desk)
        html(.p) { html in
            html.text(say("已决定：", "Decided: "))
            if may(.readWhole) {
                html(
                    .a, .href(.path(["ledger", "acts", "\(position)"])),
                    text: say("第\(position)号决定", "Act \(position)"))
            } else {
                html.text(say("第\(position)号决定", "Act \(position)"))
            }
            html.text(
                say("，", ", ") + workbench.desk.desk().history.entries[position - 1].act.document.citation.description)
        }
        html(.ol, .class("changes")) { html in
            for line in contents.lines.prefix(200) {
                html(.li, .class("reversed").when(line.isReversed), text: say(line.wording))
            }
        }
    }

    /// How far personnel and finance have come.
    private func writeChain(_ chain: [ChainStep], _ view: MotionView, into html: inout Markup) {
        guard !chain.isEmpty else { return }
        html(.h3, text: say("上编、下编手续", "The chain of offices"))
        let next = chain.first { $0.done == nil }?.organ
        html(.ol, .class("steps"), .aria(.label, say("手续", "Chain"))) { html in
            for step in chain {
                html(
                    .li, .class("done").when(step.done != nil), .aria(.current, "step").when(step.organ == next)
                ) { html in
                    html.text(say(step.organ.name).capitalisedFirst)
                    if let done = step.done {
                        html(.small, text: "\(done.document)　\(say(done.day))")
                        if let note = done.note { html(.small, text: note) }
                    } else {
                        html(.small, text: say("待办理", "waits"))
                    }
                }
            }
        }
    }

    /// The forms as they were filled in; personal data only to who said what for.
    private func writeForms(of view: MotionView, isRevealed: Bool, into html: inout Markup) {
        guard let forms = view.written?.draft.forms else { return }
        html(.h2, text: say("填报内容", "As it was filled in"))
        for (place, filled) in forms.enumerated() {
            guard let form = ChangeForm.form(filled.code) else { continue }
            html(.h3, text: (forms.count > 1 ? "\(place + 1). " : "") + say(form.name).capitalisedFirst)
            html(.dl, .class("facts wide")) { html in
                for item in form.items {
                    guard let answer = filled.answers[item.key] else { continue }
                    html(.dt, text: say(item.label).capitalisedFirst)
                    if item.isPersonal, !isRevealed {
                        html(.dd, .class("masked"), text: "＊＊＊")
                    } else {
                        html(.dd) { write(answer, of: item, into: &$0) }
                    }
                }
            }
        }
    }

    private func write(_ answer: String, of item: FormItem, into html: inout Markup) {
        switch item.kind {
        case .person:
            guard let person = Person.ID(answer).flatMap({ register.people[$0] }) else { return html.text(answer) }
            html(.a, .href(.path(["people", answer])), text: shortName(of: person))
        case .reservation: html(.a, .href(.path(["uses", answer])), text: say("通知单", "the notice"))
        case .number where item.key == "act" && may(.readWhole):
            html(.a, .href(.path(["ledger", "acts", answer])), text: answer)
        case .duty:
            html.text(DutyStatement.ID(answer).flatMap { register.duties[$0]?.text } ?? answer)
        default: html.text(shown(answer, of: item))
        }
    }

    /// What happened, the latest first.
    private func writeEvents(of view: MotionView, into html: inout Markup) {
        html(.h2, text: say("办理经过", "What happened"))
        html(.ol, .class("timeline")) { html in
            for (event, text) in zip(view.motion.events, view.texts).reversed() {
                html(.li) { html in
                    html(.p, .class("when")) { html in
                        html.text("\(say(event.day))　\(say(event.deed.wording))")
                    }
                    html(.p) { html in
                        html(
                            .span, .class("quiet"),
                            text: "\(view.names[event.officer] ?? "—")　\(say(event.recorded))")
                    }
                    if case .moved = event.deed { return }
                    if let text, !text.isEmpty { html(.p, text: text) }
                }
            }
        }
    }

    // MARK: What can be done

    private func writeTasks(
        _ view: MotionView, _ trouble: MotionTrouble?, isRevealed: Bool, into html: inout Markup
    ) {
        let tasks = MotionTask.allCases.filter {
            // What was just refused stays, with all that was typed.
            trouble?.task == $0 || (may($0.right) && $0.fits(view) && !($0 == .reveal && isRevealed))
        }
        guard !tasks.isEmpty else {
            html(.p, .class("quiet"), text: say("现在没有需要您办理的。", "There is nothing for you to do now."))
            return
        }
        let due = tasks.filter { $0.answers(view.standing.waiting) || ($0 == .chain) }
        for task in due + tasks.filter({ !due.contains($0) }) {
            let isOpen = trouble?.task == task || (trouble == nil && task == due.first)
            html(.details, .class("task"), .open.when(isOpen)) { html in
                html(.summary, text: say(task.name))
                write(task, view, trouble?.task == task ? trouble?.fields : nil, into: &html)
            }
        }
    }

    private func write(_ task: MotionTask, _ view: MotionView, _ typed: [FormField]?, into html: inout Markup) {
        let target = Link.path(["motions", "\(view.motion.number)", task.rawValue])
        html(.form, .method("post"), .action(target), .novalidate) { html in
            writeFormToken(into: &html)
            if task == .decision {
                if let trial = view.trial {
                    html(.input, .type("hidden"), .name("expected"), .value(trial.digest.description))
                    html(.input, .type("hidden"), .name("seen"), .value("\(asOf.position)"))
                }
                html(
                    .p, .class("quiet"),
                    text: say(
                        "决定的就是左侧所列变动；其间结果有变，会先请您再看一次。",
                        "What is decided is what stands on the left. If that changes meanwhile, you are shown it again."
                    ))
            }
            if task == .chain, let next = view.chain.first(where: { $0.done == nil })?.organ {
                html(.p, text: say("下一环节：", "Next: ") + say(next.name))
            }
            for field in typed ?? fields(of: task, view) { write(field, into: &html) }
            html(.div, .class("buttons")) { html in
                if task == .review {
                    for (value, title, look) in [
                        ("favour", say("同意", "In favour"), "btn btn-primary"),
                        ("against", say("不同意", "Not in favour"), "btn btn-outline"),
                        ("return", say("退回经办", "Give it back"), "btn btn-outline"),
                    ] {
                        html(
                            .button, .type("submit"), .name("then"), .value(value), .class(look), text: title)
                    }
                } else {
                    let look = task == .decision ? "btn btn-primary" : "btn btn-outline"
                    html(
                        .button, .type("submit"), .class(look),
                        text: task == .decision ? say("决定并写入台账", "Decide and record") : say(task.name))
                }
            }
        }
    }
}

extension Motion.Stage {
    fileprivate static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
