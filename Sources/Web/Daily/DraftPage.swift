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
        return page(head, status: status(of: trial, isFaulty: isFaulty, refused)) { html in
            html(.p, .class("lead"), text: say(form.purpose))
            var others = [refused.map { say($0.wording) }].compactMap { $0 } + elsewhere(in: bench, trial)
            if isSent, case .tried(let found) = trial, let refusal = found.refusal {
                others.append(say(refusal.wording) + say("", " ") + say(refusal.wayOut))
            }
            writeFaults(of: fields + items, and: others, into: &html)
            let target = Link.path(["changes", form.code])
            html(
                .form, .method("post"), .action(target), .novalidate, .link("data-hx-post", target),
                .data("data-hx-trigger", "change delay:300ms"), .data("data-hx-target", "#trial"),
                .data("data-hx-swap", "innerHTML"), .data("data-hx-sync", "this:replace")
            ) { html in
                writeFormToken(into: &html)
                writeCarried(bench, into: &html)
                writeForms(of: bench, into: &html)
                html(.div, .class("columns")) { html in
                    html(.section, .class("main-column")) { html in
                        for field in fields { write(field, into: &html) }
                        html(.h2, text: say(form.name).capitalisedFirst)
                        for item in items { write(item, into: &html) }
                        writeProposals(for: form, into: &html)
                        writeButtons(into: &html)
                        if bench.forms.count < DailyDraft.mostForms { writeNext(into: &html) }
                    }
                    html(.section, .class("side-column"), .aria(.live, "polite")) { html in
                        html(.h2, text: say("检查结果", "What would come of it"))
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
        let form = ChangeForm.form(forms[problem.form].code)
        let name = form.map { say($0.name) } ?? forms[problem.form].code
        let field = problem.field.flatMap { form?.item($0) }.map { say($0.label) }
        let place = forms.count > 1 ? say("第\(problem.form + 1)项", "Form \(problem.form + 1), ") + name : ""
        let whole = [place, field ?? ""].filter { !$0.isEmpty }.joined(separator: say("，", ", "))
        return whole.isEmpty ? say(problem.wording) : whole + say("：", ": ") + say(problem.wording)
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
                name: "day", label: say("生效日期", "In effect from"), kind: .day, longest: 20, value: bench.day,
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
        var fault: String?
        if case .tried(let found) = trial {
            fault = found.problems.first { $0.form == bench.place && $0.field == item.key }.map { say($0.wording) }
        }
        if bench.repeated.contains(name) { fault = say("填了两次，请核对。", "It came twice; check it.") }
        let kind = kind(of: item, in: bench)
        let value = shown(answer, of: item)
        if case .choice(let options) = kind, !value.isEmpty, !options.contains(where: { $0.value == value }) {
            // What was typed elsewhere than here is kept, and said to be wrong.
            return FormField(
                name: name, label: say(item.label).capitalisedFirst, hint: item.hint.map(say),
                isOptional: !item.isRequired,
                longest: item.longest, value: value, fault: fault)
        }
        return FormField(
            name: name, label: say(item.label).capitalisedFirst, kind: kind, hint: item.hint.map(say),
            isOptional: !item.isRequired, longest: item.longest, value: value, fault: fault,
            proposals: proposals(of: item))
    }

    /// An answer in the reader's language where it is one of several.
    func shown(_ answer: String, of item: FormItem) -> String {
        item.kind.choices?.first { $0.zh == answer || $0.en == answer }.map(say) ?? answer
    }

    private func kind(of item: FormItem, in bench: DraftBench) -> FormField.Kind {
        if let choices = item.kind.choices { return .choice(choices.map { (value: say($0), name: say($0)) }) }
        switch item.kind {
        case .text, .bodies: return .lines
        case .number: return .number
        case .day, .date: return .day
        case .reservation: return .choice(reservationsAtHand)
        case .tolerance: return .choice(tolerancesAtHand)
        case .rules:
            return .choice(register.rules.keys.filter { $0 != CompetenceTable.code }.sorted().map { ($0, $0) })
        case .duty:
            let own = bench.about.map { register.duties(of: $0) } ?? []
            guard !own.isEmpty else { return .text }
            return .choice(own.map { ($0.id.description, "\($0.number). \($0.text.prefix(60))") })
        default: return .text
        }
    }

    /// What is put aside and the viewer may use.
    private var reservationsAtHand: [(value: String, name: String)] {
        let reach = reach(of: .requestHeads)
        let found = register.ledger.reservations.values.filter { reservation in
            reservation.account.holder.institution.map { reach.holds($0, in: register) } ?? may(.move)
        }.sorted { ($0.lastDay, $0.id) < ($1.lastDay, $1.id) }
        return found.map { reservation in
            let (count, kind) = (reservation.count, say(reservation.account.commodity.name))
            return (
                value: reservation.id.description,
                name: name(of: reservation.account.holder)
                    + say(
                        "：\(kind)\(count)名，至\(say(reservation.lastDay))",
                        ": \(count) \(kind), until \(say(reservation.lastDay))")
            )
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

    /// The list of what a text box proposes.
    private func proposals(of item: FormItem) -> String? {
        switch item.kind {
        case .body: "names-of-bodies"
        case .holder: "names-of-holders"
        case .matter: "names-of-matters"
        default: nil
        }
    }

    /// What text boxes propose, each list once: the names of three hundred bodies weigh less than asking for each.
    private func writeProposals(for form: ChangeForm, into html: inout Markup) {
        let lists = Set(form.items.compactMap(proposals))
        let reach = reach(of: .requestHeads)
        let names = bodyLines.filter { $0.isActive && reach.holds($0.id, in: register) }.map(\.name)
        for list in lists.sorted() {
            var options = names
            if list == "names-of-matters" { options = register.matters.values.map(\.name).sorted() }
            if list == "names-of-holders" {
                options = [Holder.districtPool, .turnoverPool, .grant, .returned].compactMap(\.name).map(say) + names
            }
            html(.datalist, .id(list)) { html in
                for option in options { html(.option, .value(option)) }
            }
        }
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
            for (key, answer) in filled.answers.sorted(by: { $0.key < $1.key }) {
                html(.input, .type("hidden"), .name(DraftBench.name(place, key)), .value(answer))
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
