import Accounts
import Basics
import HTML
import Office

extension Visit {
    /// The form of somebody's roles as it was typed, with what is wrong.
    func grantPage(_ line: AccountLine, _ typed: GrantForm, status: Int) -> Reply {
        let account = line.account
        let head = PageHead(
            title: say("\(account.name)的角色", "Roles of \(account.name)"), place: "grants",
            crumbs: [(say("授权", "Roles"), .path(["grants"]))], isDated: false)
        return page(head, status: status) { html in
            if query["saved"] != nil, status == 200, !typed.isGrowing {
                html(
                    .p, .class("note ok"), .role("status"),
                    text: say("已保存。其会话已结束，须重新登录。", "Saved. The sessions of the account have ended."))
            }
            writeFaults(of: [], and: typed.faults, into: &html)
            if typed.isStale {
                html(.div, .class("note warned"), .role("alert"), .tabindex(-1), .id("faults")) { html in
                    html(
                        .p,
                        text: say(
                            "没有保存：您打开此页后，他人变更了这些角色。",
                            "Not saved: somebody else changed these roles after you opened this page."))
                    html(.p, text: say("现在的角色：", "They are now: ") + say(account.grants))
                    html(
                        .p,
                        text: say(
                            "您填写的仍在下面；再次提交，将以其取代现在的角色。",
                            "What you chose stands below; sent again, it takes their place."))
                }
            }
            html(.dl, .class("facts")) { html in
                for (name, value) in [
                    (say("登录名", "Login"), account.login), (say("状态", "State"), say(line.state)),
                    (say("现有角色", "Roles now"), say(account.grants)), (say("动态口令", "Second factor"), factor(of: line)),
                ] {
                    html(.dt, text: name)
                    html(.dd, text: value)
                }
            }
            if isOwn(account), status == 200 {
                html(
                    .p, .class("note noticed"),
                    text: say(
                        "不能变更本人的角色，请由另一位安全保密管理员办理。",
                        "You can't change your own roles: ask another security administrator."))
                return
            }
            html(
                .form, .method("post"), .action(.path(["grants", account.id.description])), .class("stack")
            ) { writeGrants(typed, into: &$0) }
        }
    }

    private func writeGrants(_ typed: GrantForm, into html: inout Markup) {
        writeFormToken(into: &html)
        html(.input, .type("hidden"), .name("basis"), .value(typed.basis))
        // So that Enter sends the form, and doesn't ask for more room.
        html(.button, .type("submit"), .class("visually-hidden"), .tabindex(-1), text: say("保存", "Save"))
        html(.fieldset, .class("choices")) { html in
            html(.legend, text: say("业务角色", "Business"))
            for role in Role.allCases where !role.isAdministrator { write(role, typed, into: &html) }
        }
        writeBodies(typed, into: &html)
        html(.fieldset, .class("choices")) { html in
            html(.legend, text: say("三员（互斥，不兼业务）", "Administrators (each alone, without business)"))
            for role in Role.allCases where role.isAdministrator { write(role, typed, into: &html) }
        }
        html(.div, .class("buttons")) { html in
            html(.button, .type("submit"), .class("btn btn-primary"), text: say("保存角色", "Save roles"))
            html(.a, .class("btn btn-quiet"), .href(.path(["grants"])), text: say("返回", "Back"))
        }
    }

    private func write(_ role: Role, _ typed: GrantForm, into html: inout Markup) {
        let id = "role-\(role.rawValue)"
        html(.div, .class("form-check")) { html in
            html(
                .input, .id(id), .name("role"), .type("checkbox"), .value("\(role.rawValue)"),
                .class("form-check-input"), .checked.when(typed.roles.contains("\(role.rawValue)")),
                .aria(.describedby, id + "-hint"))
            html(.label, .for(id), .class("form-check-label"), text: say(role.name))
            if role.needsSecondFactor {
                html.text(" ")
                html(.span, .class("tag"), text: say("须动态口令", "second factor"))
            }
            let rights = Right.allCases.filter { $0 != .haveAccount && $0.roles.contains(role) }
            html(
                .p, .class("hint"), .id(id + "-hint"),
                text: rights.isEmpty
                    ? say("目前没有供其办理的事项", "nothing to do here yet")
                    : rights.map { say($0.name) }.joined(separator: say("；", "; ")))
        }
    }

    private func writeBodies(_ typed: GrantForm, into html: inout Markup) {
        html(.fieldset, .class("choices")) { html in
            html(.legend, text: say("部门联络员所在机构", "Bodies of the department contact"))
            html(
                .p, .class("hint"), .id("bodies-hint"),
                text: say(
                    "每格一个机构，含其下属机构；输入名称的一部分或拼音首字母，从列出的选。",
                    "One body in each, which counts with all below it: type part of its name or pinyin initials, and choose."
                ))
            let count = min(max(3, typed.bodies.count + (typed.isGrowing ? 5 : 1)), GrantForm.most + 1)
            for index in 0..<count {
                let name = index < typed.bodies.count ? typed.bodies[index] : ""
                html(.div, .class("choosing")) { html in
                    html(
                        .input, .id("body-\(index + 1)"), .type("text"), .name("body"), .class("form-control"),
                        .maxlength(200), .value(name), .autocomplete("off"),
                        .aria(.label, say("机构\(index + 1)", "Body \(index + 1)")),
                        .aria(.describedby, "bodies-hint"), .aria(.invalid, "true").when(typed.unknown.contains(name)),
                        .link("data-suggest", .path(["grants", "suggest"])))
                }
            }
            html(
                .button, .type("submit"), .name("more"), .value("yes"), .class("btn btn-outline"),
                text: say("再加几格", "More room"))
        }
    }
}
