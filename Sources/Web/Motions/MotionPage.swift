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
        let before = trouble == nil ? nil : staleText(view)
        let status = trouble.map { $0.failure.map { $0.kind == .input ? 422 : 409 } ?? 422 } ?? 200
        let head = PageHead(
            title: view.standing.paper?.title ?? say("文本已删除", "The text is gone"), place: "motions",
            crumbs: [(say("动议件", "Motions"), .path(["motions"]))], isDated: false)
        return page(head, status: status) { html in
            if let trouble {
                var others = [trouble.failure.map { say($0.wording) }].compactMap { $0 }
                if before != nil, trouble.failure?.code != OfficeFailure.textMoved.code {
                    others.append(say(OfficeFailure.textMoved.wording))
                }
                if earlier != nil, trouble.failure == nil {
                    others.append(
                        say("其间台账有变动，办理结果与您所见不同。", "The register moved: it comes to something else now than you saw."))
                }
                writeFaults(of: trouble.fields, and: others, into: &html)
            }
            if let before { writeBoth(before, view, into: &html) }
            if let earlier, let now = view.trial { writeBoth(earlier, now, view, into: &html) }
            writeRecordHead(of: view, into: &html)
            writeCourse(of: view, into: &html)
            writeNext(of: view, into: &html)
            html(.div, .class("columns")) { html in
                html(.section, .class("main-column")) { html in
                    writeState(of: view, into: &html)
                    writeOutcome(of: view, into: &html)
                    if let forms = view.written?.draft.forms {
                        html(.h2, text: say("填报内容", "As it was filled in"))
                        writeForms(forms, isRevealed: isRevealed, into: &html)
                    }
                    writeEvents(of: view, into: &html)
                }
                html(.section, .class("side-column no-print")) { html in
                    writeTasks(view, trouble, isRevealed: isRevealed, into: &html)
                }
            }
        }
    }

    /// What whoever decides was shown, where it is no longer so.
    private func staleTrial(_ view: MotionView, _ trouble: MotionTrouble?) throws(OfficeFailure) -> DailyTrial? {
        guard trouble?.task == .decision, let written = view.written, let trial = view.trial,
            let position = form["seen"].flatMap({ Int($0) }), position < asOf.position
        else { return nil }
        let earlier = try workbench.desk.desk().tryDaily(written, knownAt: position, at: now)
        return earlier.digest == trial.digest && earlier.passes == trial.passes ? nil : earlier
    }

    /// The text that whoever sent the form was shown, where it was moved again since.
    private func staleText(_ view: MotionView) -> MotionPaper? {
        guard let seen = seenText, seen != view.motion.subject.digest else { return nil }
        let place = view.motion.events.lastIndex { $0.deed.subject?.digest == seen }
        return place.flatMap { view.texts[$0] }.flatMap { try? MotionPaper($0) }
    }

    /// The digest of the text that the page of a form showed.
    var seenText: Digest? { form.all("text").first.map { Digest(hex: $0) ?? .none } }

    /// The text that was shown and the one that is moved now, beside one another.
    private func writeBoth(_ earlier: MotionPaper, _ view: MotionView, into html: inout Markup) {
        html(.div, .class("columns both")) { html in
            for (title, paper) in [
                (say("您看到的内容", "What you were shown"), earlier),
                (say("现在的内容", "What it says now"), view.standing.paper),
            ] {
                html(.section, .class("note")) { html in
                    html(.h2, text: title)
                    switch paper {
                    case .daily(let written): writeForms(written.draft.forms, isRevealed: false, into: &html)
                    case let other?: html(.pre, text: other.text)
                    case nil: html(.p, .class("quiet"), text: say("文本已依法删除。", "The text was erased."))
                    }
                }
            }
        }
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
    func writeForms(_ forms: [FilledForm], isRevealed: Bool, into html: inout Markup) {
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

    /// What happened, the latest first; the decision among it.
    private func writeEvents(of view: MotionView, into html: inout Markup) {
        let motion = view.motion
        html(.h2, text: say("办理经过", "What happened"))
        html(.ol, .class("timeline")) { html in
            for place in motion.events.indices.reversed() {
                let event = motion.events[place]
                if let enactment = motion.enactment, enactment.events == place + 1 {
                    writeDecision(enactment.position, view, into: &html)
                }
                html(.li) { html in
                    html(.p, .class("when"), text: "\(say(event.day))　\(said(event, in: motion).capitalisedFirst)")
                    html(.p, .class("quiet"), text: "\(view.names[event.officer] ?? "—")　\(say(event.recorded))")
                    if event.deed.subject != nil { return }
                    if let text = view.texts[place], !text.isEmpty { html(.p, text: text) }
                }
            }
        }
    }

    private func writeDecision(_ position: Int, _ view: MotionView, into html: inout Markup) {
        let entry = workbench.desk.desk().history.entries[position - 1]
        let (document, names) = (entry.act.document, entry.act.deciders.map { view.names[$0] ?? "—" })
        html(.li) { html in
            html(
                .p, .class("when"),
                text: "\(say(document.decided))　" + say("决定（\(document.citation)）", "Decided (\(document.citation))"))
            html(
                .p, .class("quiet"),
                text: names.joined(separator: say("、", ", ")) + "　\(say(entry.recorded))")
        }
    }
}
