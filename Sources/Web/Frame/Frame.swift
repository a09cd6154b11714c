import Accounts
import Basics
import HTML
import Office
import Registry

/// The head of a page: what it is called, where it stands, and its one main action.
struct PageHead {
    /// What the page is about.
    let title: String
    /// The place in the navigation it belongs to, as its first path segment.
    let place: String
    /// The places above it, the highest first.
    var crumbs: [(title: String, link: Link)] = []
    /// The one primary action.
    var action: (title: String, link: Link)?
    /// Whether it shows the register of a day, which can be chosen then.
    var isDated = true
    /// The paper that it is printed on.
    var paper = Paper.portrait
    /// What stands on it and in no address: it goes along into the other language.
    var keeps: [(name: String, value: String)] = []

    /// A sheet and how it lies.
    enum Paper: String {
        /// A4 upright: records.
        case portrait = "frame"
        /// A4 lying: lists with many columns.
        case landscape = "frame on-landscape"
        /// A3 lying: trees.
        case wide = "frame on-wide"
    }
}

extension Visit {
    /// A whole page in the frame of the house.
    func page(_ head: PageHead, status: Int = 200, _ content: (inout Markup) -> Void) -> Reply {
        .page(
            Markup.document(
                language: language == .zh ? "zh-CN" : "en",
                title: "\(head.title) · \(say("三定", "Sanding"))", capacity: 1 << 16,
                head: { writeHead(head, into: &$0) },
                body: { html in
                    html(.a, .class("skip"), .href(.fragment("main")), text: say("跳到正文", "Skip to the content"))
                    writeTop(head, into: &html)
                    html(.div, .classes(head.paper.rawValue, isCompact ? "compact" : nil)) { html in
                        if viewer != nil { writeNavigation(head, into: &html) }
                        html(.main, .id("main"), .tabindex(-1)) { html in
                            writeBanner(head, into: &html)
                            writeTitle(head, into: &html)
                            content(&html)
                            if viewer != nil { writePrintHead(head, into: &html) }
                        }
                    }
                    writeFoot(into: &html)
                }), status: status)
    }

    /// A part of a page, for htmx.
    func part(_ content: (inout Markup) -> Void) -> Reply { .page(Markup.fragment(capacity: 1 << 13, content)) }

    private func writeHead(_ head: PageHead, into html: inout Markup) {
        html(.meta, .name("color-scheme"), .content("light"))
        html(
            .meta, .name("htmx-config"),
            .content(#"{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true}"#))
        html(.link, .rel("icon"), .href(.path(["favicon.svg"])), .attribute("type", "image/svg+xml"))
        html(.link, .rel("stylesheet"), .href(workbench.assets.link("bootstrap.min.css")))
        html(.link, .rel("stylesheet"), .href(workbench.assets.link("sanding.css")))
        html.script(workbench.assets.link("htmx.min.js"), .defer)
        html.script(workbench.assets.link("sanding.js"), .defer)
        html.script(workbench.assets.link("choosing.js"), .defer)
    }

    private func writeTop(_ head: PageHead, into html: inout Markup) {
        html(.header, .class("top")) { html in
            html(.a, .class("brand"), .href(.path([]))) { html in
                html(.span, .class("seal"), .aria(.hidden, "true"), text: "三定")
                html(.span, .class("brand-name"), text: "Sanding")
            }
            html(.span, .class("district"), text: workbench.district ?? workbench.jurisdiction)
            if viewer != nil, head.isDated { writeDateSwitch(into: &html) }
            if may(.readRegister) {
                html(.form, .class("search"), .role("search"), .method("get"), .action(.path(["search"]))) { html in
                    if head.isDated {
                        for pair in asOf.query { html(.input, .type("hidden"), .name(pair.name), .value(pair.value)) }
                    }
                    html(.label, .class("visually-hidden"), .for("q"), text: say("检索", "Search"))
                    html(
                        .input, .id("q"), .name("q"), .type("search"), .class("form-control"), .maxlength(100),
                        .placeholder(say("检索机构、职责、文件", "Search bodies, duties, documents")))
                    html(.button, .type("submit"), .class("btn btn-quiet"), text: say("检索", "Search"))
                }
            }
            html(.div, .class("top-end")) { html in
                writeLanguage(head, into: &html)
                if viewer != nil, head.keeps.isEmpty {
                    html(
                        .a, .class("density"),
                        .href(.path(["density", isCompact ? "comfortable" : "compact"], query: [("back", here)])),
                        .title(say("表格行距", "Spacing of tables")),
                        text: isCompact ? say("宽松行距", "Roomy rows") : say("紧凑行距", "Dense rows"))
                }
                if let viewer {
                    html(.a, .class("account"), .href(.path(["me"])), text: viewer.account.name)
                    html(.form, .method("post"), .action(.path(["sign-out"])), .class("sign-out")) { html in
                        writeFormToken(into: &html)
                        html(.button, .type("submit"), .class("btn btn-quiet"), text: say("退出", "Sign out"))
                    }
                }
            }
        }
    }

    /// The way to this page in the other language: by its address, or with what has none.
    private func writeLanguage(_ head: PageHead, into html: inout Markup) {
        let other = language == .zh ? "en" : "zh-CN"
        let path = ["language", language == .zh ? "en" : "zh"]
        let name = language == .zh ? "English" : "中文"
        guard !head.keeps.isEmpty else {
            html(
                .a, .class("language"), .lang(other), .href(.path(path, query: [("back", here)])), text: name)
            return
        }
        html(.form, .method("post"), .action(.path(path)), .class("language")) { html in
            for (name, value) in head.keeps { html(.input, .type("hidden"), .name(name), .value(value)) }
            html(.button, .type("submit"), .class("btn btn-quiet"), .lang(other), text: name)
        }
    }

    /// The address of this page, for coming back to it.
    var here: String {
        let pairs = query.names.flatMap { name in query.all(name).map { (name: name, value: $0) } }
        return Link.path(path, query: pairs).text
    }

    /// The chip that says of which day the page is, and lets another be chosen.
    private func writeDateSwitch(into html: inout Markup) {
        html(.details, .classes("as-of", asOf.isPresent ? nil : "past")) { html in
            html(.summary) { html in
                html(.span, .class("visually-hidden"), text: say("时点：", "As of: "))
                html.text(asOf.day.map { say($0) } ?? say("今日", "Today"))
                if let known = asOf.known { html.text(say("（截至\(say(known))所知）", " (as known on \(say(known)))")) }
            }
            html(.form, .method("get"), .action(.path(path)), .class("panel")) { html in
                for name in query.names where name != "on" && name != "known" {
                    for value in query.all(name) { html(.input, .type("hidden"), .name(name), .value(value)) }
                }
                html(.label, .for("on"), text: say("台账日期", "Day of the register"))
                html(
                    .input, .id("on"), .name("on"), .type("text"), .class("form-control"), .maxlength(40),
                    .autocomplete("off"), .value(asOf.effectiveDay.description),
                    .aria(.describedby, "on-hint"))
                html(.label, .for("known"), text: say("截至何日所知（可不填）", "As known on (may be left empty)"))
                html(
                    .input, .id("known"), .name("known"), .type("text"), .class("form-control"), .maxlength(40),
                    .autocomplete("off"), .value(asOf.known?.description ?? ""), .aria(.describedby, "on-hint"))
                html(
                    .p, .class("hint"), .id("on-hint"),
                    text: say("如 2026-05-31、2026.5.31、20260531、2026年5月31日", "Such as 2026-05-31, 2026/5/31 or 20260531")
                )
                html(.button, .type("submit"), .class("btn btn-primary"), text: say("查看该日", "Look at that day"))
                if !asOf.isPresent {
                    html(.a, .class("btn btn-quiet"), .href(presentLink), text: say("回到今日", "Back to today"))
                }
            }
        }
    }

    private var presentLink: Link {
        .path(
            path,
            query: query.names.filter { $0 != "on" && $0 != "known" }.flatMap { name in
                query.all(name).map { (name: name, value: $0) }
            })
    }

    private func writeBanner(_ head: PageHead, into html: inout Markup) {
        guard head.isDated, viewer != nil, !asOf.isPresent else { return }
        html(.div, .class("banner past"), .role("status")) { html in
            html(.strong, text: say("非今日台账", "Not today's register"))
            html.text(
                asOf.known.map {
                    say(
                        "：显示\(say(asOf.effectiveDay))的台账，按\(say($0))当时所知。",
                        ": this is \(say(asOf.effectiveDay)), as known on \(say($0)). ")
                }
                    ?? say(
                        "：显示\(say(asOf.effectiveDay))的台账，按现在所知。", ": this is \(say(asOf.effectiveDay)), as known now. ")
            )
            html(.a, .href(presentLink), text: say("回到今日", "Back to today"))
        }
    }

    private func writeTitle(_ head: PageHead, into html: inout Markup) {
        if !head.crumbs.isEmpty {
            html(.nav, .class("crumbs"), .aria(.label, say("位置", "Breadcrumb"))) { html in
                html(.ol) { html in
                    for crumb in head.crumbs { html(.li) { $0(.a, .href(crumb.link), text: crumb.title) } }
                }
            }
        }
        html(.div, .class("title")) { html in
            html(.h1, text: head.title)
            if let action = head.action {
                html(.a, .class("btn btn-primary"), .href(action.link), text: action.title)
            }
        }
    }

    /// What stands on top of every sheet that is printed: whose register it is, of which day, and by which digest it is
    /// checked. On the screen the same stands elsewhere; a head of a table comes first on paper, wherever it is written.
    private func writePrintHead(_ head: PageHead, into html: inout Markup) {
        html(.div, .class("print-head")) { html in
            html(.p) { html in
                html(.strong, text: workbench.district ?? workbench.jurisdiction)
                html(.span, .class("about"), text: head.title)
                html(
                    .span,
                    text: say("台账日期：", "Register of ") + (head.isDated ? said(asOf) : say(today)))
            }
            guard asOf.position > 0 else { return }
            html(.p) { html in
                html(.span, text: say("台账第\(asOf.position)号　摘要值 ", "Register no. \(asOf.position), digest "))
                html(.span, .class("digest"), text: workbench.desk.digest(at: asOf.position).description)
            }
        }
    }

    private func writeFoot(into html: inout Markup) {
        html(.footer, .class("foot")) { html in
            html(.span, text: workbench.district ?? workbench.jurisdiction)
            html(.span, text: say("台账第\(asOf.position)号", "Register no. \(asOf.position)"))
            html(.span, text: say(asOf.effectiveDay))
        }
    }

    /// What a form carries so that no other page can send it.
    func writeFormToken(into html: inout Markup) {
        html(.input, .type("hidden"), .name("form-token"), .value(viewer?.formToken ?? ""))
    }

    /// A day in the reader's form.
    func say(_ day: Day) -> String {
        let (year, month, number) = day.components
        guard language == .en else { return "\(year)年\(month)月\(number)日" }
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return "\(number) \(months[month - 1]) \(year)"
    }

    /// A moment in the reader's form, on the offices' clocks.
    func say(_ instant: Instant) -> String {
        let minutes = (instant.milliseconds + Instant.officeLead) / 60_000 % 1440
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(say(instant.officeDay)) \(two(minutes / 60)):\(two(minutes % 60))"
    }
}
