import Basics
import HTML

/// One field of a form as a page writes it: label, hint, what was typed, what is wrong with it.
struct FormField {
    /// What it is.
    enum Kind {
        /// A line of text.
        case text
        /// Several lines.
        case lines
        /// Several boxes of one line each; what stands in them is one a line in the value.
        case boxes
        /// A whole number.
        case number
        /// A day, typed in any usual shape.
        case day
        /// A passphrase: never shown, never filled in again.
        case secret
        /// One of several, value and name.
        case choice([(value: String, name: String)])
        /// Yes or no.
        case check
        /// A file.
        case file(accept: String)
        /// Carried along.
        case hidden
    }

    /// One thing that may be meant.
    struct Choice {
        /// How it is chosen.
        enum Way {
            /// By a button, which sends the form with this step.
            case step(String)
            /// By an address.
            case link(Link)
        }

        let way: Way
        /// What it is called.
        let title: String
        /// What tells it from others of that name.
        let detail: String
    }

    /// Its name.
    let name: String
    /// What it is called.
    let label: String
    /// What it is.
    var kind = Kind.text
    /// How to fill it in.
    var hint: String?
    /// Whether it may be left empty.
    var isOptional = false
    /// How many characters it takes.
    var longest = 200
    /// What stands in it.
    var value = ""
    /// What is wrong with it.
    var fault: String?
    /// What a browser may fill in.
    var autocomplete = "off"
    /// The identifier of a list of proposals on the page.
    var proposals: String?
    /// Where it is asked what may be meant by what is typed.
    var suggestions: Link?
    /// What may be meant by what was typed, to be chosen with one press.
    var candidates: [Choice] = []
    /// What was taken for what was typed, to be looked at once more.
    var taken: String?
    /// What it means to choose nothing of a list.
    var none: String?
    /// Whether it holds personal data, which are covered where the form is only looked at.
    var isPersonal = false
}

extension Visit {
    /// The faults of a form, on top of it, each leading to its field.
    func writeFaults(
        of fields: [FormField], and others: [String] = [], into html: inout Markup, _ heading: String? = nil
    ) {
        let faulty = fields.filter { $0.fault != nil }
        guard !faulty.isEmpty || !others.isEmpty else { return }
        html(.div, .class("note blocked"), .role("alert"), .tabindex(-1), .id("faults")) { html in
            html(.h2, text: heading ?? say("没有提交，请先改正：", "Nothing was sent. First mend this:"))
            html(.ul) { html in
                for other in others { html(.li, text: other) }
                for field in faulty {
                    html(.li) { html in
                        html(
                            .a, .href(.fragment("field-" + field.name)),
                            text: "\(field.label)\(say("：", ": "))\(field.fault ?? "")")
                    }
                }
            }
        }
    }

    /// A field with its label.
    func write(_ field: FormField, into html: inout Markup) {
        let id = "field-" + field.name
        if case .hidden = field.kind {
            html(.input, .type("hidden"), .name(field.name), .value(field.value))
            return
        }
        html(.div, .classes("field", field.fault == nil ? nil : "faulty")) { html in
            if case .check = field.kind {
                html(.div, .class("form-check")) { html in
                    html(
                        .input, .id(id), .name(field.name), .type("checkbox"), .value("yes"),
                        .class("form-check-input"), .checked.when(field.value == "yes"))
                    html(.label, .for(id), .class("form-check-label"), text: field.label)
                }
            } else {
                html(.label, .for(id)) { html in
                    html.text(field.label)
                    if field.isOptional { html(.span, .class("optional"), text: say("（可不填）", " (optional)")) }
                }
            }
            if let hint = field.hint { html(.p, .class("hint"), .id(id + "-hint"), text: hint) }
            if let fault = field.fault { html(.p, .class("fault"), .id(id + "-fault"), text: fault) }
            if let taken = field.taken { html(.p, .class("taken"), .id(id + "-taken"), text: taken) }
            writeControl(field, id, into: &html)
            writeCandidates(of: field, into: &html)
        }
    }

    private func writeControl(_ field: FormField, _ id: String, into html: inout Markup) {
        let described = [
            field.hint == nil ? nil : id + "-hint", field.fault == nil ? nil : id + "-fault",
            field.taken == nil ? nil : id + "-taken",
        ].compactMap { $0 }.joined(separator: " ")
        let describes = Markup.Attribute.aria(.describedby, described).when(!described.isEmpty)
        let invalid = Markup.Attribute.aria(.invalid, "true").when(field.fault != nil)
        let required = Markup.Attribute.required.when(!field.isOptional)
        switch field.kind {
        case .check, .hidden: break
        case .lines:
            html(
                .textarea, .id(id), .name(field.name), .class("form-control"), .rows(4), .maxlength(field.longest),
                describes, invalid, required, text: field.value)
        case .choice(let options):
            html(.select, .id(id), .name(field.name), .class("form-select"), describes, invalid, required) { html in
                if (field.isOptional || field.value.isEmpty) && !options.contains(where: { $0.value.isEmpty }) {
                    html(
                        .option, .value(""),
                        text: field.none ?? (field.isOptional ? say("（不填）", "(none)") : say("请选择", "Choose")))
                }
                for option in options {
                    html(
                        .option, .value(option.value), .selected.when(option.value == field.value), text: option.name)
                }
            }
        case .file(let accept):
            html(
                .input, .id(id), .name(field.name), .type("file"), .accept(accept), .class("form-control"), describes,
                invalid, required)
        case .secret:
            html(
                .input, .id(id), .name(field.name), .type("password"), .class("form-control"),
                .maxlength(field.longest), .autocomplete(field.autocomplete), describes, invalid, required)
        case .boxes:
            let values = field.value.split(whereSeparator: \.isNewline).map(String.init)
            for index in 0..<max(3, values.count + 1) {
                html(.div, .class("choosing")) { html in
                    html(
                        .input, .id(index == 0 ? id : "\(id)-\(index + 1)"), .name(field.name), .type("text"),
                        .class("form-control"), .maxlength(field.longest),
                        .value(index < values.count ? values[index] : ""), .autocomplete("off"),
                        .link("data-suggest", field.suggestions ?? .path([])).when(field.suggestions != nil),
                        .aria(.label, "\(field.label)\(index + 1)").when(index > 0), describes, invalid,
                        .required.when(!field.isOptional && index == 0))
                }
            }
        case .text, .day, .number:
            guard let suggestions = field.suggestions else {
                html(
                    .input, .id(id), .name(field.name), .type("text"), .class("form-control"),
                    .maxlength(field.longest), .value(field.value), .autocomplete(field.autocomplete),
                    .inputmode(field.kind.keyboard), .list(field.proposals ?? "").when(field.proposals != nil),
                    describes, invalid, required)
                return
            }
            html(.div, .class("choosing")) { html in
                html(
                    .input, .id(id), .name(field.name), .type("text"), .class("form-control"),
                    .maxlength(field.longest), .value(field.value), .autocomplete("off"),
                    .link("data-suggest", suggestions), describes, invalid, required)
            }
        }
    }

    /// What may be meant by what was typed, a press each: nothing typed is lost by it.
    private func writeCandidates(of field: FormField, into html: inout Markup) {
        guard !field.candidates.isEmpty else { return }
        html(.ul, .class("candidates"), .aria(.label, say("可选", "Choose one"))) { html in
            for candidate in field.candidates {
                html(.li) { html in
                    switch candidate.way {
                    case .step(let step):
                        html(
                            .button, .type("submit"), .name("step"), .value(step), .class("btn btn-outline"),
                            text: candidate.title)
                    case .link(let link): html(.a, .class("btn btn-outline"), .href(link), text: candidate.title)
                    }
                    html(.span, .class("quiet"), text: candidate.detail)
                }
            }
        }
    }
}

extension FormField.Kind {
    fileprivate var keyboard: StaticString {
        switch self {
        case .number: "numeric"
        default: "text"
        }
    }
}
