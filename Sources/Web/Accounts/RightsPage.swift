import Accounts
import Basics
import HTML

extension Visit {
    /// Which role may do what, and which right each way in asks for (权限表).
    func rightsPage() -> Reply {
        page(PageHead(title: say("权限表", "Who may do what"), place: "rights", isDated: false)) { html in
            html(
                .p, .class("quiet"),
                text: say(
                    "权限由程序固定，授予角色即授予所在列的各项；三员互斥，不兼业务。",
                    "Rights are fixed in the program: a role has those ticked in its column. The three administrators exclude one another and all business."
                ))
            html(.div, .class("scroll"), .tabindex(0), .role("region"), .aria(.label, say("权限表", "Table of rights"))) {
                html in
                html(.table, .class("table dense matrix")) { html in
                    html(.thead) { html in
                        html(.tr) { html in
                            html(.th, .scope("col"), text: say("权限", "Right"))
                            for role in Role.allCases { html(.th, .scope("col"), text: say(role.name)) }
                        }
                    }
                    html(.tbody) { html in
                        for right in Right.allCases { writeRow(of: right, into: &html) }
                    }
                }
            }
            html(.details) { html in
                html(.summary, text: say("各页面和操作所需的权限", "The right that each page and deed asks for"))
                writeWays(into: &html)
            }
        }
    }

    private func writeRow(of right: Right, into html: inout Markup) {
        html(.tr) { html in
            html(.th, .scope("row"), text: say(right.name))
            for role in Role.allCases {
                html(.td) { html in
                    if right.roles.contains(role) {
                        html(.span, .aria(.hidden, "true"), text: "✓")
                        html(.span, .class("visually-hidden"), text: say("有", "yes"))
                    }
                }
            }
        }
    }

    private func writeWays(into html: inout Markup) {
        html(.table, .class("table dense")) { html in
            html.columns([say("方式", "How"), say("地址", "Address"), say("权限", "Right")])
            html(.tbody) { html in
                for route in Route.all {
                    html(.tr) { html in
                        html(
                            .td,
                            text: route.method == .get ? say("查看", "looked at") : say("提交", "sent"))
                        html(.th, .scope("row")) { $0(.code, text: route.pattern) }
                        html(.td, text: say(route.access))
                    }
                }
            }
        }
    }

    private func say(_ access: Route.Access) -> String {
        switch access {
        case .everybody: say("所有人，不须登录", "everybody, signed in or not")
        case .right(let right): say(right.name)
        }
    }
}
