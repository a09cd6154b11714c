import Accounts
import Basics
import HTML
import Office
import Procedure
import Registry

extension Visit {
    /// A draft with the form that is being filled in, what is wrong with it, and what would come of it.
    func draftPage(
        _ bench: DraftBench, _ trial: BenchTrial, isSent: Bool = false, refused: OfficeFailure? = nil
    ) throws -> Reply {
        guard let form = bench.form else { throw Denial.notFound }
        let fields = headFields(of: bench, isSent: isSent)
        let items = form.items.map { field(for: $0, in: bench, trial) }
        let isFaulty = (fields + items).contains { $0.fault != nil }
        let head = PageHead(
            title: say(form.name).capitalisedFirst, place: "changes",
            crumbs: [(say("办理变动", "Changes"), .path(["changes"]))], isDated: false)
        let isUnread = isSent && !bench.taken.isEmpty
        return page(head, status: isUnread ? 422 : status(of: trial, isFaulty: isFaulty, refused)) { html in
            html(.p, .class("lead"), text: say(form.purpose))
            html(.p, .class("quiet")) { html in
                html.text(say("除注明“可不填”的以外，都要填写。", "All must be filled in but what is marked optional."))
                if form.items.contains(where: { $0.kind.pick != nil }) {
                    html.text(
                        say(
                            "机构、人员等输入名称的一部分或拼音首字母，从列出的选。",
                            " Bodies, people and the like are chosen by typing part of the name or its pinyin initials."
                        ))
                }
            }
            var others = [refused.map { say($0.wording) }].compactMap { $0 } + elsewhere(in: bench, trial)
            if isSent { others += bench.taken.sorted { $0.key < $1.key }.map(\.value) }
            if isSent, case .tried(let found) = trial, let refusal = found.refusal {
                others.append(say(refusal.wording) + say("", " ") + say(refusal.wayOut))
            }
            writeFaults(
                of: items + fields, and: others, into: &html,
                isSent
                    ? nil
                    : say("还不能提交，请先改正：", "This can't be sent yet. First mend this:"))
            let target = Link.path(["changes", form.code])
            html(
                .form, .method("post"), .action(target), .novalidate, .link("data-hx-post", target),
                .data("data-hx-trigger", "change delay:300ms"), .data("data-hx-target", "#trial"),
                .data("data-hx-swap", "innerHTML"), .data("data-hx-sync", "this:replace")
            ) { html in
                writeFormToken(into: &html)
                // So that Enter checks the form, and takes none out of the draft.
                html(
                    .button, .type("submit"), .name("step"), .value("check"), .class("visually-hidden"), .tabindex(-1),
                    .aria(.hidden, "true"), text: say("检查", "Check"))
                writeCarried(bench, into: &html)
                writeReplaced(bench.again, refused, into: &html)
                writeForms(of: bench, into: &html)
                html(.div, .class("columns")) { html in
                    html(.section, .class("main-column")) { html in
                        html(.h2, .class("visually-hidden"), text: say(form.name).capitalisedFirst)
                        for item in items { write(item, into: &html) }
                        html(.h2, text: say("事由和日期", "What it is about, and from when"))
                        for field in fields { write(field, into: &html) }
                        writeButtons(into: &html)
                        if bench.forms.count < DailyDraft.mostForms { writeNext(into: &html) }
                    }
                    html(.section, .class("side-column")) { html in
                        html(.h2, text: say("检查结果", "What would come of it"))
                        // Said when a field is left: its fault, or how it stands. The whole would be too much to listen to.
                        html(.p, .class("visually-hidden"), .role("status"), .id("trial-said"))
                        html(.div, .id("trial")) { writeTrial(trial, of: bench, into: &$0) }
                    }
                }
            }
        }
    }

    private func status(of trial: BenchTrial, isFaulty: Bool, _ refused: OfficeFailure?) -> Int {
        if isFaulty { return 422 }
        if let refused { return refused.kind == .input ? 422 : 409 }
        switch trial {
        case .none: return 200
        case .outside: return 409
        case .tried(let found): return found.passes ? 200 : found.problems.isEmpty ? 409 : 422
        }
    }

    /// What is wrong with other forms than the one that is looked at.
    private func elsewhere(in bench: DraftBench, _ trial: BenchTrial) -> [String] {
        guard case .tried(let found) = trial else { return [] }
        return found.problems.filter { $0.form != bench.place || $0.field == nil }.map { said($0, bench.forms) }
    }

    /// A problem with the form and field it is about.
    func said(_ problem: FieldProblem, _ forms: [FilledForm]) -> String {
        let whole = place(of: problem, forms)
        return whole.isEmpty ? say(problem.wording) : whole + say("：", ": ") + say(problem.wording)
    }

    /// The form, where there are several, and the field that a problem is about.
    func place(of problem: FieldProblem, _ forms: [FilledForm]) -> String {
        let form = ChangeForm.form(forms[problem.form].code)
        let name = form.map { say($0.name) } ?? forms[problem.form].code
        let field = problem.field.flatMap { form?.item($0) }.map { say($0.label) }
        let place = forms.count > 1 ? say("第\(problem.form + 1)项", "Form \(problem.form + 1), ") + name : ""
        return [place, field ?? ""].filter { !$0.isEmpty }.joined(separator: say("，", ", "))
    }

    private func headFields(of bench: DraftBench, isSent: Bool) -> [FormField] {
        // Whoever only checks may name it afterwards.
        let faults = headFaults(of: bench).filter { name, _ in
            isSent || bench.repeated.contains(name) || (name == "title" && !bench.title.isEmpty)
                || (name == "day" && !bench.day.isEmpty) || name == "reform"
        }
        var fields = [
            FormField(
                name: "title", label: say("事由", "What it is about"),
                hint: say("例：某单位招聘用编2名。不写姓名、身份证号。", "In a line, without names or numbers of people."),
                longest: DailyDraft.longestTitle, value: bench.title, fault: faults["title"]),
            FormField(
                name: "day", label: say("生效日期", "In effect from"), kind: .day,
                hint: say("如 2026-05-31、20260531、2026年5月31日。", "Such as 2026-05-31, 2026/5/31 or 20260531."),
                longest: 40, value: bench.day,
                fault: faults["day"]),
            FormField(
                name: "organ", label: say("提出单位", "Moved by"), longest: 50, value: bench.organ,
                fault: faults["organ"]),
        ]
        if may(.move) {
            fields.append(
                FormField(
                    name: "reform", label: say("改革文件", "Document of a reform"),
                    hint: say("只在属于某项改革时填写。", "Only where it is part of a reform."), isOptional: true,
                    longest: 100, value: bench.reform, fault: faults["reform"]))
        }
        return fields
    }

    private func field(for item: FormItem, in bench: DraftBench, _ trial: BenchTrial) -> FormField {
        let answer = bench.forms[bench.place].answers[item.key] ?? ""
        let name = DraftBench.name(bench.place, item.key)
        let fault = fault(of: item, in: bench, trial)
        let kind = kind(of: item)
        let value = item.kind.pick.map { shown(answer, $0, name, in: bench) } ?? shown(answer, of: item)
        if case .choice(let options) = kind, !value.isEmpty, !options.contains(where: { $0.value == value }) {
            // What was typed elsewhere than here is kept, and said to be wrong.
            return FormField(
                name: name, label: say(item.label).capitalisedFirst, hint: item.hint.map(say),
                isOptional: !item.isRequired,
                longest: item.longest, value: value, fault: fault)
        }
        return FormField(
            name: name, label: say(item.label).capitalisedFirst, kind: kind, hint: hint(of: item, in: bench),
            isOptional: !item.isRequired, longest: item.kind.pick == nil ? item.longest : max(item.longest, 200),
            value: value, fault: fault,
            suggestions: item.kind.pick.map { pick in
                .path(
                    ["choose", pick.rawValue],
                    query: [("for", bench.forms[bench.place].code)]
                        + (bench.about.map { [("about", $0.description)] } ?? []))
            },
            candidates: (bench.unsettled[name] ?? []).flatMap { unsettled in
                unsettled.found.map { one in
                    .init(
                        way: .step("take:\(name):\(unsettled.line):\(one.value)"), title: one.title, detail: one.detail)
                }
            },
            taken: bench.taken[name])
    }

    /// What is wrong with a field, as far as it was tried.
    private func fault(of item: FormItem, in bench: DraftBench, _ trial: BenchTrial) -> String? {
        let name = DraftBench.name(bench.place, item.key)
        if bench.repeated.contains(name) { return say("填了两次，请核对。", "It came twice; check it.") }
        if let unsettled = bench.unsettled[name]?.first {
            let (typed, total) = (unsettled.typed, unsettled.total)
            if total > unsettled.found.count {
                return say(
                    "与“\(typed)”相符的有\(total)个，请再写几个字，或从下面选一个。",
                    "\(total) fit “\(typed)”: write more of it, or choose one of those below.")
            }
            if total > 0 {
                return say("与“\(typed)”相符的有\(total)个，请从下面选一个。", "\(total) fit “\(typed)”: choose one of those below.")
            }
        }
        guard case .tried(let found) = trial else { return nil }
        return found.problems.first { $0.form == bench.place && $0.field == item.key }.map { say($0.wording) }
    }

    /// How to fill a field in. Where something is chosen, that is said once for all forms.
    private func hint(of item: FormItem, in bench: DraftBench) -> String? {
        let own = item.hint.map { say($0) }
        switch item.kind.pick {
        case nil: return own
        // Chosen by what it is for, never by its identifier.
        case .reservations:
            let how = say("按机构找。", "By its body.")
            return item.isRequired ? how : how + say("不凭编制使用通知单的不填。", " Empty where no notice is drawn on.")
        case .people:
            let how =
                may(.revealPersonal)
                ? say(
                    "按单位或姓名找；按姓名查找留有记录。",
                    "By their body or their name; looking up names stays on record.")
                : say("按单位找。", "By their body.")
            return bench.forms.count > 1
                ? how + say("本件第2项登记的新人员写作 #2。", " Whoever form 2 of this draft registers is #2.") : how
        case .bodies where item.isOfSeveral: return say("每格一个。", "One in each box.")
        case .holders, .bodies, .closedBodies, .matters, .duties: return own
        }
    }

    /// What was chosen as it is called.
    func shown(_ answer: String, _ pick: Pick, _ name: String, in bench: DraftBench) -> String {
        if let shown = bench.shown[name] { return shown }
        let register = register(of: bench).register
        return candidate(pick, answer, in: register, within: reach(of: .requestHeads))?.value ?? answer
    }

    /// What would come of it while it is being filled in, with the faults of its fields for those that were left.
    func trialPart(_ trial: BenchTrial, of bench: DraftBench) -> Reply {
        let faults = headFaults(of: bench)
        let items = bench.form?.items ?? []
        return part { html in
            for taken in bench.taken.sorted(by: { $0.key < $1.key }) {
                html(.p, .class("note noticed"), text: taken.value)
            }
            writeTrial(trial, of: bench, into: &html)
            html(.div, .hidden) { html in
                for name in ["title", "day", "organ", "reform"] {
                    html(.p, .data("data-field", "field-" + name), text: faults[name] ?? "")
                }
                for item in items {
                    html(
                        .p, .data("data-field", "field-" + DraftBench.name(bench.place, item.key)),
                        text: fault(of: item, in: bench, trial) ?? "")
                }
            }
        }
    }

    /// An answer in the reader's language where it is one of several.
    func shown(_ answer: String, of item: FormItem) -> String {
        item.kind.choices?.first { $0.zh == answer || $0.en == answer }.map(say) ?? answer
    }

    private func kind(of item: FormItem) -> FormField.Kind {
        if let choices = item.kind.choices { return .choice(choices.map { (value: say($0), name: say($0)) }) }
        switch item.kind {
        case .text: return .lines
        case .bodies: return .boxes
        case .number: return .number
        case .day, .date: return .day
        case .tolerance: return .choice(tolerancesAtHand)
        case .rules:
            return .choice(register.rules.keys.filter { $0 != CompetenceTable.code }.sorted().map { ($0, $0) })
        default: return .text
        }
    }

    /// The breaches that are put up with, by whom they are about.
    private var tolerancesAtHand: [(value: String, name: String)] {
        register.tolerances.values.sorted { $0.invariant < $1.invariant }.map { tolerance in
            let subject = tolerance.invariant.subject(in: register)
            return (
                value: subject.zh,
                name: say(subject) + say("：容忍超出\(tolerance.measure)", ": \(tolerance.measure) over put up with")
            )
        }
    }

    /// The name of a holder of heads or posts.
    func name(of holder: Holder) -> String {
        holder.institution.flatMap { register.institutions[$0]?.profile.name } ?? holder.name.map(say) ?? "—"
    }

    private func writeCarried(_ bench: DraftBench, into html: inout Markup) {
        let carried = [
            ("place", "\(bench.place)"), ("against", "\(bench.against)"), ("seed", bench.seed.description),
            ("again", bench.again.map(String.init) ?? ""), ("about", bench.about?.description ?? ""),
        ]
        for (name, value) in carried { html(.input, .type("hidden"), .name(name), .value(value)) }
        for (place, filled) in bench.forms.enumerated() {
            html(.input, .type("hidden"), .name("f"), .value(filled.code))
            guard place != bench.place else { continue }
            for key in filled.answers.keys.sorted() {
                html(
                    .input, .type("hidden"), .name(DraftBench.name(place, key)), .value(bench.wire(place, key)))
            }
        }
    }

    /// The forms of the draft, each with a way to mend or take it out.
    private func writeForms(of bench: DraftBench, into html: inout Markup) {
        if let again = bench.again {
            html(.p, .class("note noticed")) { html in
                html.text(say("修改后重新提交", "To be mended and moved again: "))
                html(
                    .a, .href(.path(["motions", "\(again)"])), text: say("第\(again)号动议件", "motion \(again)"))
            }
        }
        guard bench.forms.count > 1 else { return }
        html(.h2, text: say("本件各项", "What is done together"))
        html(.ol, .class("parts")) { html in
            for (place, filled) in bench.forms.enumerated() {
                let name = ChangeForm.form(filled.code).map { say($0.name) } ?? filled.code
                html(.li, .aria(.current, "step").when(place == bench.place)) { html in
                    html.text(name.capitalisedFirst + " ")
                    if place != bench.place {
                        html(
                            .button, .type("submit"), .name("step"), .value("edit:\(place)"),
                            .class("btn btn-quiet"), text: say("修改第\(place + 1)项", "Edit form \(place + 1)"))
                    }
                    html(
                        .button, .type("submit"), .name("step"), .value("drop:\(place)"), .class("btn btn-quiet"),
                        text: say("去掉第\(place + 1)项", "Take form \(place + 1) out"))
                }
            }
        }
    }

    private func writeButtons(into html: inout Markup) {
        html(.div, .class("buttons")) { html in
            html(
                .button, .type("submit"), .name("step"), .value("check"), .class("btn btn-outline"),
                text: say("检查", "Check"))
            html(
                .button, .type("submit"), .name("step"), .value("send"), .class("btn btn-primary"),
                text: may(.move) ? say("提交动议", "Send as a motion") : say("提交申报", "File the request"))
        }
    }

    /// To do something else in the same draft.
    private func writeNext(into html: inout Markup) {
        html(.details, .class("no-print")) { html in
            html(.summary, text: say("同一件中再办一项", "Do something else in the same draft"))
            html(.div, .class("field")) { html in
                html(.label, .for("next"), text: say("再办", "What"))
                html(.select, .id("next"), .name("next"), .class("form-select")) { html in
                    for group in FormGroup.allCases {
                        let forms = formsAtHand.filter { $0.group == group }
                        if !forms.isEmpty {
                            html(.optgroup, .label(say(group.name))) { html in
                                for form in forms {
                                    html(.option, .value(form.code), text: say(form.name).capitalisedFirst)
                                }
                            }
                        }
                    }
                }
            }
            html(
                .button, .type("submit"), .name("step"), .value("add"), .class("btn btn-outline"),
                text: say("添加", "Add"))
        }
    }
}
