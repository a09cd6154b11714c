import Accounts
import Basics
import HTML

/// A place of the navigation (栏目): who may open it stands with its route.
struct Place: Sendable {
    /// Its first path segment; empty for the overview.
    let segment: String
    /// What it is called.
    let name: Wording
    /// The right that its route asks for.
    let right: Right

    /// The places, in groups by the office's own words.
    static let groups: [(name: Wording, places: [Place])] = [
        (
            Wording(zh: "总览", en: "Overview"),
            [
                Place(segment: "", name: Wording(zh: "总览", en: "Overview"), right: .readRegister)
            ]
        ),
        (
            Wording(zh: "台账", en: "Register"),
            [
                Place(segment: "bodies", name: Wording(zh: "机构", en: "Bodies"), right: .readRegister),
                Place(segment: "tree", name: Wording(zh: "隶属", en: "Tree"), right: .readRegister),
                Place(segment: "people", name: Wording(zh: "人员", en: "People"), right: .readRegister),
                Place(segment: "ledger", name: Wording(zh: "编制账", en: "Ledger"), right: .readWhole),
                Place(segment: "documents", name: Wording(zh: "文件", en: "Documents"), right: .readWhole),
                Place(segment: "findings", name: Wording(zh: "问题", en: "Findings"), right: .readWhole),
            ]
        ),
        (
            Wording(zh: "日常", en: "Daily work"),
            [
                Place(segment: "changes", name: Wording(zh: "办理变动", en: "Changes"), right: .requestHeads),
                Place(segment: "uses", name: Wording(zh: "用编", en: "Headcount use"), right: .readRegister),
                Place(segment: "motions", name: Wording(zh: "动议件", en: "Motions"), right: .readRegister),
                Place(segment: "meetings", name: Wording(zh: "编委会议", en: "Meetings"), right: .readWhole),
                Place(segment: "imports", name: Wording(zh: "导入", en: "Import"), right: .importWorkbook),
            ]
        ),
        (
            Wording(zh: "系统", en: "System"),
            [
                Place(segment: "accounts", name: Wording(zh: "账号", en: "Accounts"), right: .manageAccounts),
                Place(segment: "grants", name: Wording(zh: "授权", en: "Roles"), right: .grantRoles),
                Place(segment: "rights", name: Wording(zh: "权限表", en: "Rights"), right: .readRights),
                Place(segment: "audit", name: Wording(zh: "审计", en: "Audit"), right: .readAudit),
            ]
        ),
    ]
}

extension Visit {
    func writeNavigation(_ head: PageHead, into html: inout Markup) {
        html(.nav, .class("places"), .aria(.label, say("栏目", "Places"))) { html in
            for group in Place.groups {
                let places = group.places.filter { may($0.right) }
                if !places.isEmpty {
                    if places.count > 1 || group.places.count > 1 {
                        html(.p, .class("group"), text: say(group.name))
                    }
                    html(.ul) { html in
                        for place in places {
                            html(.li) { html in
                                html(
                                    .a, .href(link(place.segment)),
                                    .aria(.current, "page").when(place.segment == head.place), text: say(place.name))
                            }
                        }
                    }
                }
            }
        }
    }
}
