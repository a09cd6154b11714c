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

    /// A form that was opened in a session which is over, to be sent in the one of now. Whoever sends it says so once more:
    /// time has passed since they did.
    func resumePage(_ held: HeldForm, status: Int = 200) -> Reply {
        let title = say("继续提交", "Go on with what you typed")
        return page(PageHead(title: title, place: "-", isDated: false), status: status) { html in
            html(.div, .class("door")) { html in
                html(.div, .class("note noticed"), .role("status")) { html in
                    html(
                        .p,
                        text: say(
                            "您已重新登录。之前填写的内容都在，尚未提交。",
                            "You are signed in again. All that you typed is here, and not sent yet."))
                }
                html(.form, .method("post"), .action(Link.within(held.path) ?? .path([]))) { html in
                    writeFormToken(into: &html)
                    for field in held.fields { html(.input, .type("hidden"), .name(field.name), .value(field.value)) }
                    html(.div, .class("buttons")) { html in
                        html(.button, .type("submit"), .class("btn btn-primary"), text: say("继续提交", "Send it now"))
                        html(.a, .class("btn btn-quiet"), .href(.path([])), text: say("不提交了", "Don't send it"))
                    }
                }
            }
        }
    }

    /// The same request, by whoever has signed in with it.
    func signedIn(as viewer: Viewer, token: String) -> Visit {
        Visit(
            workbench: workbench, viewer: viewer, token: token, halfway: "", language: language, asOf: asOf, path: path,
            parameters: parameters, query: query, form: form, files: [], now: now, address: address, isPart: false,
            host: host)
    }
}
