import Accounts
import Basics
import HTML
import Office

extension Visit {
    /// One account: how it stands, and what can be done to it.
    func accountPage() throws -> Reply {
        let line = try accountLine()
        let account = line.account
        let head = PageHead(
            title: account.name, place: "accounts", crumbs: [(say("账号", "Accounts"), .path(["accounts"]))],
            isDated: false)
        return page(head) { html in
            html(.dl, .class("facts")) { html in
                for (name, value) in [
                    (say("登录名", "Login"), account.login), (say("姓名", "Name"), account.name),
                    (say("状态", "State"), say(line.state)), (say("角色", "Roles"), say(account.grants)),
                    (say("动态口令", "Second factor"), factor(of: line)),
                    (say("最近使用", "Last seen"), line.seen.map { say($0) } ?? say("目前没有会话", "no session now")),
                ] {
                    html(.dt, text: name)
                    html(.dd, text: value)
                }
            }
            guard !isOwn(account) else {
                html(
                    .p, .class("note noticed"),
                    text: say(
                        "这是您本人的账号，不能由本人停用或重发链接。请由另一位系统管理员办理。",
                        "This is your own account: you can't disable it or give it a new link. Ask another system administrator."
                    ))
                return
            }
            if account.isDisabled {
                writeDeed(
                    on: account, "enable", say("恢复账号", "Enable"),
                    say(
                        "恢复后本人可用原口令登录；还没有设过口令的，须再重发链接。",
                        "Its owner can sign in again with the passphrase there was; without one, give a new link after it."
                    ),
                    into: &html)
            } else {
                writeDeed(
                    on: account, "link", say("重发一次性链接", "Give a new link"),
                    say(
                        "用于忘记口令、丢失动态口令或链接已过期。原口令、原动态口令立即作废，其会话随即结束。",
                        "For a lost passphrase, a lost second factor or a lapsed link. Passphrase and second factor there are end at once, and so do its sessions."
                    ), into: &html)
                writeDeed(
                    on: account, "disable", say("停用账号", "Disable"),
                    say(
                        "停用后不能登录，其会话随即结束，未启用的链接作废；已办理的记录不变。",
                        "Nobody can sign in with it, its sessions end, a link that waits is void; what it did stays on record."
                    ), isDangerous: true, into: &html)
            }
        }
    }

    private func writeDeed(
        on account: UserAccount, _ deed: String, _ title: String, _ hint: String, isDangerous: Bool = false,
        into html: inout Markup
    ) {
        html(.form, .method("post"), .action(.path(["accounts", account.id.description, deed])), .class("stack")) {
            html in
            writeFormToken(into: &html)
            html(.h2, text: title)
            html(.p, .class("hint"), text: hint)
            html(.div, .class("buttons")) {
                $0(.button, .type("submit"), .class(isDangerous ? "btn btn-danger" : "btn btn-outline"), text: title)
            }
        }
    }

    /// Lets nobody sign in with the account any more, or again.
    func setAccount(disabled: Bool) throws -> Reply {
        let account = try accountLine().account
        var source = SystemRandomNumberGenerator()
        try workbench.accounts.set(disabled: disabled, account.id, by: visitor, at: now, from: &source)
        return .on(to: .path(["accounts", account.id.description]))
    }

    /// Gives the account a new link and shows it, once.
    func renewLink() throws -> Reply {
        let account = try accountLine().account
        var source = SystemRandomNumberGenerator()
        return linkPage(
            try workbench.accounts.renewLink(of: account.id, by: visitor, at: now, from: &source), isNew: false)
    }

    /// The link for somebody, shown this once, and what to do with it.
    func linkPage(_ link: AccountLink, isNew: Bool) -> Reply {
        let head = PageHead(
            title: say("\(link.account.name)的一次性链接", "One-time link for \(link.account.name)"), place: "accounts",
            crumbs: [(say("账号", "Accounts"), .path(["accounts"]))], isDated: false)
        return page(head) { html in
            html(.div, .class("note warned"), .role("status")) { html in
                html(
                    .p,
                    text: say(
                        "此链接只在本页显示一次，系统不保存。请现在抄录或复制。",
                        "This link is shown on this page only, and kept nowhere. Copy it now."))
            }
            html(.div, .class("field")) { html in
                html(.label, .for("one-time-link"), text: say("链接", "Link"))
                html(
                    .textarea, .id("one-time-link"), .class("form-control"), .rows(2), .readonly,
                    text: whole(link.path))
            }
            html(.dl, .class("facts")) { html in
                html(.dt, text: say("登录名", "Login"))
                html(.dd, text: link.account.login)
                html(.dt, text: say("有效至", "Holds until"))
                html(.dd, text: say(link.lapses))
            }
            html(.ol) { html in
                html(
                    .li,
                    text: say(
                        "当面或经可靠途径交给\(link.account.name)本人，不要经他人转交，自己不要打开。",
                        "Give it to \(link.account.name) in person or by a way you trust, through nobody else; don't open it yourself."
                    ))
                html(
                    .li,
                    text: say(
                        "本人在浏览器中打开，设置口令，需要时绑定动态口令。",
                        "They open it, set a passphrase and, where it is asked for, enrol a second factor."))
                html(
                    .li, text: say("过期未用的，请在账号页重发。", "If it lapses unused, give a new one on the page of the account."))
                if isNew {
                    html(
                        .li,
                        text: say("请安全保密管理员在“授权”中授予角色。", "Ask the security administrator to give roles under “Roles”."))
                }
            }
            html(.p) { html in
                html(
                    .a, .href(.path(["accounts", link.account.id.description])),
                    text: say("到该账号页", "To the page of the account"))
            }
        }
    }
}
