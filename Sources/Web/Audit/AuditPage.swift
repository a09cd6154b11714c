import Accounts
import Basics
import HTML
import Office

extension Route {
    /// The audit, for the auditor alone.
    static let auditRoutes: [Route] = [
        .slowPage("/audit", .readAudit) { try $0.auditPage() },
        .form("/audit/check", .readAudit, longest: 16_384) { try $0.checkAudit() },
        .form("/audit/export", .readAudit, longest: 16_384) { try $0.exportAudit() },
    ]
}

extension Visit {
    /// What is looked for, with the accounts that can be named.
    func auditForm() throws -> (form: AuditForm, accounts: [UserAccount]) {
        let accounts = try workbench.accounts.accounts(at: now).map(\.account)
        return (AuditForm(query, accounts: accounts), accounts)
    }

    /// The form of a search, and what it finds; a search is on record before anything of it is shown.
    func auditPage() throws -> Reply {
        let (form, accounts) = try auditForm()
        guard form.isAsked, form.faults.isEmpty else {
            return auditPage(form, accounts, status: form.faults.isEmpty ? 200 : 422) { _ in }
        }
        let found = try workbench.accounts.trail.read(form.search)
        if try form.search.before == nil || !isRecorded(form.summary) {
            try record(.auditRead, what: .words(form.summary))
        }
        return auditPage(form, accounts, status: 200) { write(found, of: form, into: &$0) }
    }

    /// Whether the viewer's search is on record from lately, so that its further pages need no record of their own.
    private func isRecorded(_ summary: String) throws -> Bool {
        var search = AuditSearch()
        search.actions = [.auditRead]
        search.account = viewer?.account.id
        search.from = Day(number: today.number - 1)
        return try workbench.accounts.trail.read(search, most: 500).lines.contains {
            $0.what == .words(summary) && now.milliseconds - $0.recorded.milliseconds < AccountBook.longest
        }
    }

    /// The form, and below it what there is to say.
    func auditPage(
        _ form: AuditForm, _ accounts: [UserAccount], status: Int, _ content: (inout Markup) -> Void
    ) -> Reply {
        page(PageHead(title: say("审计", "Audit"), place: "audit", isDated: false, paper: .landscape), status: status) {
            html in
            writeSearch(form, accounts, into: &html)
            content(&html)
            html(.form, .method("post"), .action(.path(["audit", "check"]))) { html in
                writeFormToken(into: &html)
                html(
                    .p, .class("quiet"),
                    text: say(
                        "每条记录的摘要都含前一条的摘要，改动、删除、插入任何一条都会断链。",
                        "The digest of each record covers the one before: whatever is altered, taken out or put in breaks the chain."
                    ))
                html(.button, .type("submit"), .class("btn btn-outline"), text: say("核对审计链", "Check the chain"))
            }
        }
    }

    private func writeSearch(_ form: AuditForm, _ accounts: [UserAccount], into html: inout Markup) {
        var who = part("who", say("何人（登录名或姓名）", "Who (login or name)"), nil)
        who.proposals = "audit-accounts"
        var fields = [
            who,
            choice("action", say("事项", "Action"), AuditAction.allCases.map { ("\($0.rawValue)", say($0.name)) }, nil),
            choice(
                "outcome", say("结果", "Outcome"), AuditOutcome.allCases.map { ("\($0.rawValue)", say($0.name)) }, nil),
            part("from", say("起始日", "From"), nil), part("through", say("截止日", "Through"), nil),
            part("words", say("字词（人、来源、内容）", "Words (who, where from, what)"), nil),
        ]
        for index in fields.indices {
            fields[index].value = form.typed[fields[index].name] ?? ""
            fields[index].fault = form.faults[fields[index].name].map { say($0) }
        }
        writeFilters(
            of: ["audit"], fields, isNarrowed: form.isAsked, faults: form.faults["before"].map { [say($0)] } ?? [],
            into: &html, button: say("检索", "Search")
        ) { html in
            // A search for nothing is one, too.
            html(.input, .type("hidden"), .name("search"), .value("yes"))
            html(.datalist, .id("audit-accounts")) { html in
                for account in accounts { html(.option, .value(account.login), text: account.name) }
            }
        }
        if !form.isAsked {
            html(
                .p, .class("quiet"),
                text: say(
                    "不填条件检索，列出全部记录，最近的在前。检索和导出本身也记入审计。",
                    "A search for nothing lists all records, the last first. Searches and exports are on record, too."))
        }
    }

    private func write(_ found: AuditPage, of form: AuditForm, into html: inout Markup) {
        guard !found.lines.isEmpty else {
            html(.p, .class("empty"), text: say("没有符合条件的记录。", "No record fits."))
            return
        }
        html(.div, .class("list-bar")) { html in
            html(
                .p, .class("quiet"),
                text: say(
                    "本页\(found.lines.count)条，最近的在前", "\(found.lines.count) on this page, the last first"))
            html(.form, .method("post"), .action(.path(["audit", "export"], query: form.query()))) { html in
                writeFormToken(into: &html)
                for (format, title) in [("xlsx", say("导出XLSX", "Export XLSX")), ("csv", say("导出CSV", "Export CSV"))] {
                    html(
                        .button, .type("submit"), .givesFile, .name("format"), .value(format),
                        .class("btn btn-outline"),
                        text: title)
                }
            }
        }
        writeRecords(found.lines, into: &html)
        html(.nav, .class("pager"), .aria(.label, say("翻页", "Pages"))) { html in
            if form.search.before != nil {
                html(.a, .href(.path(["audit"], query: form.query())), text: say("回到最近", "Back to the last"))
            }
            if let next = found.next {
                html(
                    .a, .rel("next"), .href(.path(["audit"], query: form.query(before: next))),
                    text: say("更早的", "Earlier"))
            }
        }
    }

    private func writeRecords(_ lines: [AuditLine], into html: inout Markup) {
        html(.div, .class("scroll"), .tabindex(0), .role("region"), .aria(.label, say("审计记录", "Records"))) { html in
            html(.table, .class("table dense")) { html in
                html(.thead) { html in
                    html(.tr) { html in
                        html(.th, .scope("col"), .class("number"), text: say("序号", "No."))
                        for title in [
                            say("时间", "When"), say("何人", "Who"), say("来源", "From"), say("事项", "Action"),
                            say("内容", "About"), say("结果", "Outcome"), say("摘要", "Digest"),
                        ] { html(.th, .scope("col"), text: title) }
                    }
                }
                html(.tbody) { html in
                    for line in lines { write(line, into: &html) }
                }
            }
        }
    }

    private func write(_ line: AuditLine, into html: inout Markup) {
        html(.tr) { html in
            html(.th, .scope("row"), .class("number"), text: "\(line.position)")
            html(
                .td, .class("whole"),
                text: say(line.recorded.officeDay) + " " + line.recorded.officeClock.suffix(8))
            html(.td, .class("whole"), text: say(line.person))
            html(.td, .class("whole"), text: say(line.place))
            html(.td, text: line.action.map { say($0.name) } ?? say("本版本不识别", "unknown to this version"))
            html(.td, .class("long")) { html in
                html.text(say(line.what.brief))
                guard let people = line.what.looked?.people, !people.isEmpty else { return }
                html(.details) { html in
                    html(.summary, text: say("人员标识", "People by identifier"))
                    html.text(people.map(\.description).joined(separator: " "))
                }
            }
            html(.td) { html in
                let name = line.outcome.map { say($0.name) } ?? say("本版本不识别", "unknown to this version")
                if line.outcome == .done {
                    html.text(name)
                } else {
                    html(.span, .class("tag warned"), text: name)
                }
            }
            html(.td, .class("digest"), text: line.digest.short)
        }
    }
}
