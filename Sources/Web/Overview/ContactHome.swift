import Accounts
import Basics
import HTML
import Office
import Registry

extension Visit {
    /// The bodies that a contact answers for, each with what is free and the way to ask for it.
    func writeOwnBodies(_ lines: [BodyLine], into html: inout Markup) {
        html(.h2) { html in
            html.text(say("本部门及所属机构", "Your bodies") + " ")
            html(.a, .class("count"), .href(link("bodies")), text: lines.count.grouped)
        }
        html(.div, .class("scroll")) { html in
            html(.table, .class("table dense")) { html in
                html(.thead) { html in
                    html(.tr) { html in
                        html(.th, .scope("col"), text: say(BodyFilter.Column.name.title))
                        for column in BodyFilter.Column.figures {
                            html(.th, .scope("col"), .class("number"), text: say(column.title))
                        }
                        html(.th, .scope("col"), text: say("申报", "Ask"))
                    }
                }
                html(.tbody) { html in
                    for line in lines.prefix(60) {
                        html(.tr) { html in
                            html(.th, .scope("row")) { html in
                                html(.a, .href(link("bodies", line.id.description)), text: line.name)
                            }
                            number(line.approved, into: &html)
                            number(line.occupied, into: &html)
                            number(line.reserved, into: &html)
                            number(line.vacant, into: &html)
                            number(line.over, into: &html, isOver: true)
                            html(.td) { html in
                                guard may(.requestHeads), (line.vacant ?? 0) > 0 else { return }
                                html(
                                    .a,
                                    .href(.path(["changes", "use"], query: [("body", line.id.description)])),
                                    .aria(.label, say("为\(line.name)申请用编", "Request headcount for \(line.name)")),
                                    text: say("申请用编", "Request"))
                            }
                        }
                    }
                }
            }
        }
    }

    /// What a contact filed, and how it stands.
    func writeRequests(_ requests: [MotionLine], into html: inout Markup) {
        html(.h2) { html in
            html.text(say("申报和进展", "What was filed") + " ")
            html(
                .a, .class("count"), .href(.path(["motions"], query: [("show", "all")])),
                text: requests.count.grouped)
        }
        guard !requests.isEmpty else {
            html(.p, .class("quiet"), text: say("还没有申报。", "Nothing was filed yet."))
            return
        }
        writeMotions(Array(requests.prefix(20)), into: &html)
    }
}
