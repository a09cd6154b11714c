import Basics
import HTML

extension Visit {
    /// The page that says no: what happened, why, what to do; with a reference where the world failed.
    func denialPage(_ denial: Denial) -> Reply {
        let title =
            switch denial.status {
            case 403 where denial.code == Denial.wrongToken.code: say("表单已失效", "The form is no longer good")
            case 403: say("无权办理", "Not allowed")
            case 404: say("没有这一页", "No such page")
            case 405: say("不能这样打开", "Not to be opened so")
            case 413: say("内容过大", "Too large")
            case 409: say("不能办理", "This can't be done")
            case 400, 422: say("填写有误", "Something to mend")
            default: say("暂时无法办理", "Not possible just now")
            }
        let head = PageHead(title: title, place: "-", isDated: false)
        return page(head, status: denial.status) { html in
            html(.div, .class("note blocked"), .role("alert")) { html in
                html(.p, text: say(denial.wording))
            }
            html(.p, .class("quiet")) { html in
                html.text(say("参考号：", "Reference: "))
                html(.code, text: "\(denial.code)-\(now.milliseconds)")
            }
            if let way = denial.way { html(.p) { $0(.a, .href(way.link), text: say(way.title)) } }
            html(.p) { html in
                html(.a, .href(.path([])), text: say("回到首页", "Back to the start"))
            }
        }
    }
}
