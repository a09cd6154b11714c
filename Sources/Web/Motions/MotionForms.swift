import Accounts
import Basics
import HTML
import Office
import Procedure
import Registry

extension Visit {
    /// What the viewer can do with a motion, in the order in which it stands on the page.
    private func tasksAtHand(_ view: MotionView) -> [MotionTask] {
        MotionTask.allCases.filter { may($0.right) && $0.fits(view) }
    }

    /// What the motion waits for and the viewer does.
    func dueTasks(_ view: MotionView) -> [MotionTask] {
        tasksAtHand(view).filter { $0.answers(view) }
    }

    /// The forms of what can be done: what is due first, and open.
    func writeTasks(
        _ view: MotionView, _ trouble: MotionTrouble?, isRevealed: Bool, into html: inout Markup
    ) {
        let due = dueTasks(view)
        html(.h2, text: due.isEmpty ? say("办理", "What you can do") : say("请您办理", "Your turn"))
        // What was just refused stays, with all that was typed.
        let tasks = MotionTask.allCases.filter { trouble?.task == $0 || tasksAtHand(view).contains($0) }
            .filter { !(isRevealed && $0 == .reveal) }
        guard !tasks.isEmpty else {
            html(.p, .class("quiet"), text: say("现在没有需要您办理的。", "There is nothing for you to do now."))
            return
        }
        for task in due + tasks.filter({ !due.contains($0) }) {
            let isOpen = trouble?.task == task || (trouble == nil && task == due.first)
            html(.details, .class("task"), .id("task-" + task.rawValue), .open.when(isOpen)) { html in
                html(.summary, text: say(task.name))
                write(task, view, trouble?.task == task ? trouble?.fields : nil, into: &html)
            }
        }
    }

    private func write(_ task: MotionTask, _ view: MotionView, _ typed: [FormField]?, into html: inout Markup) {
        let target = Link.path(["motions", "\(view.motion.number)", task.rawValue])
        html(.form, .method("post"), .action(target), .novalidate) { html in
            writeFormToken(into: &html)
            // Whoever has a say has it on the text that this page shows.
            html(.input, .type("hidden"), .name("text"), .value(view.motion.subject.digest.description))
            if task == .decision {
                if let trial = view.trial {
                    html(.input, .type("hidden"), .name("expected"), .value(trial.digest.description))
                    html(.input, .type("hidden"), .name("seen"), .value("\(asOf.position)"))
                }
                html(
                    .p, .class("quiet"),
                    text: say(
                        "决定的就是本页所列变动；其间结果有变，会先请您再看一次。",
                        "What is decided is what this page shows. If that changes meanwhile, you are shown it again."
                    ))
            }
            if task == .chain, let next = view.nextOffice {
                html(.input, .type("hidden"), .name("chain-organ"), .value(next.rawValue))
                html(.p, text: say("下一环节：", "Next: ") + say(next.name))
            }
            if task == .meeting, let day = view.motion.agenda?.day {
                html(.p) { html in
                    html(
                        .a, .href(.path(["meetings", day.description])),
                        text: say("在会议页上一次登记全部议题", "Enter all items of the meeting at once"))
                }
            }
            for field in typed ?? fields(of: task, view) { write(field, into: &html) }
            html(.div, .class("buttons")) { writeButtons(of: task, isDue: task.answers(view), into: &$0) }
        }
    }

    /// Carries along which text of a motion a draft is to take the place of; where that was moved again meanwhile, what
    /// it says now stands on the page, too.
    func writeReplaced(_ number: Int?, _ refused: OfficeFailure?, into html: inout Markup) {
        guard let number, let now = try? motionShelf()[number]?.motion.subject.digest else { return }
        let isMoved = refused?.code == OfficeFailure.textMoved.code
        let seen = isMoved ? now : seenText ?? now
        html(.input, .type("hidden"), .name("text"), .value(seen.description))
        guard isMoved, let motion = try? motionShelf()[number]?.motion,
            case .daily(let written)? = try? workbench.desk.desk().paper(of: motion)
        else { return }
        // Both are on the page: what was typed in the form below, and what somebody else moved meanwhile.
        html(.section, .class("note warned")) { html in
            html(.h2, text: say("现在的内容（您填写的在下面）", "What it says now (what you typed stands below)"))
            writeForms(written.draft.forms, isRevealed: false, into: &html)
            html(.p) { html in
                html(
                    .a, .href(.path(["motions", "\(number)"])), .attribute("target", "_blank"),
                    text: say("看整件（另开一页）", "See the whole motion (in another window)"))
            }
        }
    }

    /// The buttons of a task: what each sends, and what it is called.
    private func buttons(of task: MotionTask) -> [(value: String, title: String)] {
        switch task {
        case .review:
            [
                ("favour", say("同意", "In favour")), ("against", say("不同意", "Not in favour")),
                ("return", say("退回经办", "Give it back")),
            ]
        case .countersign:
            [("sign", say("会签同意", "Countersign")), ("return", say("不同意，退回", "Refuse and give back"))]
        case .decision: [("", say("决定并写入台账", "Decide and record"))]
        default: [("", say(task.name))]
        }
    }

    /// A task whose form waits to be sent.
    func told(_ task: MotionTask) throws -> SentForm {
        let view = try motionView()
        let number = view.motion.number
        let button = buttons(of: task).first { $0.value == form["then"] ?? "" }?.title ?? say(task.name)
        let title = view.standing.paper?.title ?? ""
        var sent = SentForm(
            say("第\(number)号动议件“\(title)”：\(button)", "motion \(number), “\(title)”: \(button)"),
            page: .path(["motions", "\(number)"]))
        sent.fields = taken(fields(of: task, view))
        if let seen = seenText, seen != view.motion.subject.digest {
            sent.news = say(
                "您打开后，本件又改过。继续提交时会先把现在的内容请您看一遍，不会直接办理。",
                "The motion was changed after you opened it. You are shown what it says now first, and nothing is entered before."
            )
        } else if task == .decision, let seen = form["seen"].flatMap({ Int($0) }), seen < asOf.position {
            sent.news = say(
                "您打开后，台账又登记了\(asOf.position - seen)项决定。结果有变的，会先请您再看一次，不会直接决定。",
                "\(asOf.position - seen) Acts were recorded after you opened it. If the result has changed, you are shown it first, and nothing is decided before."
            )
        }
        if !task.fits(view) {
            sent.obstacle = say(
                "本件现在不能“\(task.name.zh)”：他人可能已经办理，或本件已办结、退回、撤回。内容没有提交，请查看本件现状。",
                "This can't be done with the motion now: somebody else may have done it, or it is decided, given back or withdrawn. Nothing was sent; look how it stands."
            )
        }
        return sent
    }

    private func writeButtons(of task: MotionTask, isDue: Bool, into html: inout Markup) {
        let choices = buttons(of: task)
        for (index, choice) in choices.enumerated() {
            html(
                .button, .type("submit"), .name("then").when(choices.count > 1),
                .value(choice.value).when(choices.count > 1),
                .classes("btn", isDue && index == 0 ? "btn-primary" : "btn-outline"), text: choice.title)
        }
    }
}
