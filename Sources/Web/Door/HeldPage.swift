import Accounts
import Basics
import HTML
import Office

extension Visit {
    /// The form that waits for the sign-in, as it travels from page to page; nil where none does.
    var errand: String? { form.all("held").first.flatMap { $0.isEmpty ? nil : $0 } }

    /// What goes along through the door: where somebody wanted to, and the form that waits.
    func writeErrand(holding held: String? = nil, into html: inout Markup) {
        html(.input, .type("hidden"), .name("back"), .value(back))
        if let held = held ?? errand { html(.input, .type("hidden"), .name("held"), .value(held)) }
    }

    /// The page on which a form that waits goes on: sent by whoever is signed in already, else where they are at the door. So
    /// it is there again in another language, and when the page is loaded again.
    func heldPage() throws -> Reply {
        if let page = resumed() { return page }
        if let challenge = try workbench.accounts.challenge(token: halfway, at: now) { return codePage(challenge) }
        return signInPage(fault: nil, status: 200)
    }

    /// The form that came along, where it is of whoever is signed in.
    func resumed() -> Reply? {
        guard let errand, let viewer, let form = workbench.accounts.release(errand, to: viewer, at: now) else {
            return nil
        }
        return resumePage(errand, form)
    }

    /// A form that was opened in a session which is over, to be sent in the one of now. Whoever sends it sees once more what
    /// it says, and says so once more: time has passed since they did.
    /// - Parameter held: the form, sealed: the page is made of it again.
    func resumePage(_ held: String, _ form: HeldForm, status: Int = 200) -> Reply {
        let sent = told(form)
        let title = say("继续提交", "Go on with what you typed")
        let head = PageHead(title: title, place: "-", isDated: false, keeps: [("held", held)])
        return page(head, status: status) { html in
            html(.div, .class("door wide")) { html in
                html(.div, .class("note noticed"), .role("status")) { html in
                    html(
                        .p,
                        text: say(
                            "您已重新登录。之前填写的内容都在，尚未提交。",
                            "You are signed in again. All that you typed is here, and not sent yet."))
                }
                if let obstacle = sent.obstacle {
                    html(.div, .class("note blocked"), .role("alert"), .id("faults"), .tabindex(-1)) { html in
                        html(.h2, text: say("不能继续提交", "It can't be sent any more"))
                        html(.p, text: obstacle)
                    }
                } else {
                    html(.p) { html in
                        html.text(say("继续提交将办理：", "Sending it will: "))
                        html(.strong, text: sent.deed)
                    }
                    if let news = sent.news { html(.p, .class("note warned"), text: news) }
                }
                write(sent, of: form, into: &html)
                if sent.obstacle == nil {
                    html(.form, .method("post"), .action(Link.within(form.path) ?? .path([]))) { html in
                        writeFormToken(into: &html)
                        for field in form.fields {
                            html(.input, .type("hidden"), .name(field.name), .value(field.value))
                        }
                        html(.div, .class("buttons")) { html in
                            html(
                                .button, .type("submit"), .class("btn btn-primary"), text: say("继续提交", "Send it now"))
                            writeThrowAway(into: &html)
                        }
                    }
                } else {
                    html(.div, .class("buttons")) { html in
                        if let page = sent.page {
                            html(.a, .class("btn btn-primary"), .href(page), text: say("查看现状", "See how it stands"))
                        }
                        writeThrowAway(into: &html)
                    }
                }
                html(
                    .p, .class("quiet"),
                    text: say(
                        "这些内容没有存放在系统中。放弃或离开本页后不能找回。",
                        "None of this is kept in the system: once it is thrown away or this page is left, it is gone."))
            }
        }
    }

    private func writeThrowAway(into html: inout Markup) {
        html(.a, .class("btn btn-quiet"), .href(.path([])), text: say("放弃这些内容", "Throw it away"))
    }

    /// What was typed, each with its label. What is personal stays covered, and what is secret was never kept.
    private func write(_ sent: SentForm, of form: HeldForm, into html: inout Markup) {
        let shown = sent.fields.compactMap { field in text(of: field).map { (field, $0) } }
        guard !shown.isEmpty else { return }
        html(.h2, text: say("填写的内容", "What you typed"))
        html(.dl, .class("facts typed")) { html in
            for (field, text) in shown {
                html(.dt, text: field.label)
                html(.dd, .class("masked").when(field.isPersonal), text: field.isPersonal ? "＊＊＊" : text)
            }
        }
    }

    /// What stands in a field, as a person reads it; nil where there is nothing to be shown.
    private func text(of field: FormField) -> String? {
        guard !field.value.isEmpty else { return nil }
        switch field.kind {
        case .secret, .hidden, .file: return nil
        case .check: return say("是", "yes")
        case .choice(let options): return options.first { $0.value == field.value }?.name ?? field.value
        case .text, .lines, .boxes, .number, .day: return field.value
        }
    }
}
