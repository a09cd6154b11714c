import Accounts
import Basics
import HTML
import Office
import Papers
import Registry

extension Route {
    /// Daily work: a form chosen, filled in, checked and sent.
    static let changeRoutes: [Route] = [
        .page("/changes", .requestHeads) { try $0.changeList() },
        .slowPage("/changes/{form}", .requestHeads) { try $0.changePage() },
        .form("/changes/{form}", .requestHeads, tells: { try $0.toldChange() }) { try $0.sendChange() },
    ]
}

/// What would come of a bench, as far as whoever fills it in may know.
enum BenchTrial {
    /// Nobody asked.
    case none
    /// Tried.
    case tried(DailyTrial)
    /// It is about others than the viewer answers for: what would come of it is not theirs to see.
    case outside(OfficeFailure)
}

extension Visit {
    /// What can be done, by what it is about.
    func changeList() throws -> Reply {
        let kept = ["body", "person", "use", "duty", "matter"].compactMap { name in
            query[name].map { (name: name, value: $0) }
        }
        let about = query["body"].flatMap { Institution.ID($0) }.flatMap { register.institutions[$0] }
        let typed = String((query["q"] ?? "").prefix(100))
        let found = try ChangeForm.meant(by: typed).filter { form in
            fits(form) && formsAtHand.contains { $0.code == form.code }
        }
        if isPart { return part { writeForms(found, typed, kept, into: &$0) } }
        let head = PageHead(title: say("办理变动", "Change something"), place: "changes", isDated: false)
        return page(head) { html in
            if let about, reach(of: .readRegister).holds(about.id, in: register) {
                html(.p, .class("lead")) { html in
                    html.text(say("机构：", "Body: "))
                    html(.a, .href(.path(["bodies", about.id.description])), text: about.profile.name)
                }
            }
            html(
                .form, .method("get"), .action(.path(["changes"])), .class("filters"), .role("search"),
                .link("data-hx-get", .path(["changes"])), .data("data-hx-trigger", "input delay:200ms, submit"),
                .data("data-hx-target", "#forms"), .data("data-hx-sync", "this:replace")
            ) { html in
                for (name, value) in kept { html(.input, .type("hidden"), .name(name), .value(value)) }
                html(.div, .class("filter wide")) { html in
                    html(
                        .label, .for("form-q"),
                        text: say("要办什么（如 退休、更名、划转，或拼音首字母）", "What is to be done (such as leave, rename, move)"))
                    html(
                        .input, .id("form-q"), .name("q"), .type("search"), .class("form-control"), .maxlength(100),
                        .value(typed), .autocomplete("off"))
                }
                html(.div, .class("filter")) { html in
                    html(.button, .type("submit"), .class("btn btn-outline"), text: say("查找", "Find"))
                }
            }
            html(.div, .id("forms"), .aria(.live, "polite")) { writeForms(found, typed, kept, into: &$0) }
        }
    }

    /// Forms by what they are about, each with what it is for.
    private func writeForms(
        _ found: [ChangeForm], _ typed: String, _ kept: [(name: String, value: String)], into html: inout Markup
    ) {
        guard !found.isEmpty else {
            html(
                .p, .class("empty"), text: say("没有与“\(typed)”相符的事项，请换个说法。", "No form fits “\(typed)”. Try other words.")
            )
            return
        }
        html(.div, .class("form-groups")) { html in
            for group in FormGroup.allCases {
                let forms = found.filter { $0.group == group }
                if !forms.isEmpty {
                    html(.section) { html in
                        html(.h2, text: say(group.name))
                        html(.ul, .class("plain")) { html in
                            for form in forms {
                                html(.li) { html in
                                    html(
                                        .a, .href(.path(["changes", form.code], query: kept)),
                                        text: say(form.name).capitalisedFirst)
                                    // What only says the name again says nothing.
                                    if !say(form.purpose).hasPrefix(say(form.name)) {
                                        html(.p, .class("quiet hint"), text: say(form.purpose))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Whether a form is about what the address names: of a person only what happens to people.
    private func fits(_ form: ChangeForm) -> Bool {
        query["person"] == nil || form.items.contains { if case .person = $0.kind { true } else { false } }
    }

    /// A form to be filled in.
    func changePage() throws -> Reply {
        // A short address for what is asked for most.
        let code = parameters["form"] == "use" ? "headcount-use" : parameters["form"] ?? ""
        guard let form = ChangeForm.form(code) else { throw Denial.notFound }
        guard formsAtHand.contains(where: { $0.code == code }) else { throw Denial.forbidden }
        if let again = query["again"] {
            guard let number = Int(again) else { throw Denial.notFound }
            return try draftPage(bench(again: number), .none)
        }
        return try draftPage(newBench(form), .none)
    }

    /// What was typed: checked, carried on to another form, or sent as a motion.
    func sendChange() throws -> Reply {
        var bench = try sentBench()
        guard bench.forms.allSatisfy({ filled in formsAtHand.contains { $0.code == filled.code } }) else {
            throw Denial.forbidden
        }
        let step = form["step"] ?? "check"
        if move(&bench, by: step) { return try draftPage(bench, .none) }
        let isChosen = take(&bench, by: step)
        // While something is typed nobody is looked up by name.
        try settle(&bench, people: !isPart)
        let trial = try tried(bench)
        if isPart { return trialPart(trial, of: bench) }
        if isChosen { return try draftPage(bench, trial) }
        guard step == "send", case .tried(let found) = trial, found.passes, headFaults(of: bench).isEmpty,
            bench.repeated.isEmpty, bench.taken.isEmpty
        else { return try draftPage(bench, trial, isSent: step == "send") }
        switch sent(bench) {
        case .success(let number): return .on(to: .path(["motions", "\(number)"]))
        case .failure(let failure):
            guard failure.kind != .failure else { throw failure }
            // Somebody was faster: what was typed stays on the page.
            return try draftPage(bench, tried(bench), isSent: true, refused: failure)
        }
    }

    /// Goes to another form of the draft, adds one or takes one out; whether that was asked for.
    private func move(_ bench: inout DraftBench, by step: String) -> Bool {
        if step == "add", let next = formsAtHand.first(where: { $0.code == form["next"] }),
            bench.forms.count < DailyDraft.mostForms
        {
            bench.forms.append(FilledForm(next.code, carried(into: next, from: bench)))
            bench.place = bench.forms.count - 1
            return true
        }
        guard let place = step.split(separator: ":").last.flatMap({ Int($0) }), bench.forms.indices.contains(place)
        else { return false }
        if step.hasPrefix("edit:") {
            bench.place = place
            return true
        }
        guard step.hasPrefix("drop:"), bench.forms.count > 1 else { return false }
        bench.forms.remove(at: place)
        if bench.place >= place { bench.place = max(0, bench.place - 1) }
        return true
    }

    /// Takes what was chosen of what may be meant: `take:FIELD:LINE:VALUE`; whether that was asked for.
    private func take(_ bench: inout DraftBench, by step: String) -> Bool {
        let parts = step.split(separator: ":", maxSplits: 3).map(String.init)
        guard parts.count == 4, parts[0] == "take", let line = Int(parts[2]),
            let item = bench.form?.items.first(where: { DraftBench.name(bench.place, $0.key) == parts[1] })
        else { return false }
        var lines = item.isOfSeveral ? DraftBench.lines(bench.wire(bench.place, item.key)) : [""]
        guard lines.indices.contains(line) else { return false }
        lines[line] = parts[3]
        put(lines.joined(separator: "\n"), item, into: &bench, register(of: bench).register)
        return true
    }

    /// The body stays the same from form to form, until another is typed.
    private func carried(into form: ChangeForm, from bench: DraftBench) -> [String: String] {
        guard form.item("body") != nil, let body = bench.forms[bench.place].answers["body"] else { return [:] }
        return ["body": body]
    }

    /// What would come of a bench; of what is not the viewer's to see, only that.
    private func tried(_ bench: DraftBench) throws(OfficeFailure) -> BenchTrial {
        let desk = workbench.desk.desk()
        let draft = bench.draft(orOn: today)
        let trial = try desk.tryDraft(draft, at: now)
        guard !may(.move), trial.problems.isEmpty else { return .tried(trial) }
        do throws(OfficeFailure) {
            try desk.permitRequest(WrittenDaily(draft), within: reach(of: .requestHeads))
        } catch {
            guard error.kind == .refusal else { throw error }
            return .outside(error)
        }
        return .tried(trial)
    }

    /// Moves the draft in the name of whoever filled it in: the number of its motion, or why not.
    private func sent(_ bench: DraftBench) -> Result<Int, OfficeFailure> {
        Result { () throws(OfficeFailure) in
            // By its forms: a title may name somebody, and what the audit has can't be erased with them.
            let what = bench.forms.map(\.code).joined(separator: " ")
            return try acting(.motionEvent, what: "motion: \(what)") { desk, source throws(OfficeFailure) in
                let stroke = try stroke(at: &desk, from: &source)
                let draft = bench.draft(orOn: today)
                guard may(.move) else {
                    return try desk.fileRequest(
                        draft, by: bench.organ, within: reach(of: .requestHeads), again: bench.again, stroke
                    ).number
                }
                return try desk.openMotion(.daily(WrittenDaily(draft)), by: bench.organ, again: bench.again, stroke)
                    .number
            }
        }
    }

    /// What is wrong with what stands around the forms.
    func headFaults(of bench: DraftBench) -> [String: String] {
        var faults: [String: String] = [:]
        for name in ["title", "day", "organ", "reform"] where bench.repeated.contains(name) {
            faults[name] = say("填了两次，请核对。", "It came twice; check it.")
        }
        func limit(_ name: String, _ text: String, _ longest: Int) {
            if text.isEmpty { faults[name] = say("必填。", "This must be filled in.") }
            if text.count > longest {
                faults[name] = say(
                    "最多\(longest)个字，现为\(text.count)个。", "At most \(longest) characters; this has \(text.count).")
            }
        }
        limit("title", bench.title, DailyDraft.longestTitle)
        if namesIdentity(bench.title) { faults["title"] = noIdentityHere }
        limit("organ", bench.organ, 50)
        if typedDay(bench.day) == nil {
            faults["day"] = say("不是日期，应写作 2026-05-31。", "No day of the calendar; write 2026-05-31.")
        }
        if !bench.reform.isEmpty, Citation(bench.reform) == nil || bench.reform.count > 100 {
            faults["reform"] = say(
                "不是文号，应写作 某编〔2020〕12号。", "No document number; write it as 某编〔2020〕12号.")
        }
        return faults
    }
}

extension String {
    /// The text with its first letter large: names of forms stand in sentences elsewhere.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
