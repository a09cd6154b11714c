import Accounts
import Basics
import HTML
import Office
import Registry

/// What a list of accounts is narrowed to, as the address says (筛选): every state has an address.
struct AccountFilter: Sendable {
    /// Whose roles are asked for.
    enum Holding: Hashable, Sendable {
        /// Anybody's.
        case any
        /// Of whoever has none yet.
        case none
        /// Of whoever has this one.
        case role(Role)
    }

    /// How many lines a page has.
    static let pageSize = 50
    /// How an account can stand, the usual one first.
    static let states: [AccountLine.State] = [.ready, .invited(until: Instant(milliseconds: 0)), .lapsed, .disabled]

    /// Words that all stand in login, name or the names of the bodies it is for.
    var text = ""
    /// With which role.
    var holding = Holding.any
    /// How it stands, by its code.
    var state: String?
    /// Which page.
    var page = 1

    /// Reads an address. What can't be read narrows nothing.
    init(_ query: Fields) {
        text = String((query["text"] ?? "").prefix(100))
        if query["role"] == "none" {
            holding = .none
        } else if let role: Role = query.coded("role") {
            holding = .role(role)
        }
        state = query["state"].flatMap { code in AccountFilter.states.first { $0.code == code }?.code }
        page = query.page
    }

    /// Whether it narrows anything.
    var isNarrow: Bool { !text.isEmpty || holding != .any || state != nil }

    /// The code of the role that is asked for.
    var role: String {
        switch holding {
        case .any: ""
        case .none: "none"
        case .role(let role): "\(role.rawValue)"
        }
    }

    /// The fields of an address that mean this, on a page.
    func query(page: Int = 1) -> [(name: String, value: String)] {
        let pairs = [("text", text), ("role", role), ("state", state ?? ""), ("page", page == 1 ? "" : "\(page)")]
        return pairs.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    /// Those that it leaves.
    func apply(to lines: [AccountLine], in register: Register) -> [AccountLine] {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        return lines.filter { line in
            if let state, line.state.code != state { return false }
            switch holding {
            case .any: break
            case .none: if !line.account.grants.isEmpty { return false }
            case .role(let role): if !line.account.roles.contains(role) { return false }
            }
            guard !words.isEmpty else { return true }
            let bodies = line.account.grants.flatMap { $0.bodies ?? [] }.compactMap {
                register.institutions[$0]?.profile.name
            }
            let folded = ([line.account.login, line.account.name] + bodies).joined(separator: "\n").lowercased()
            return words.allSatisfy { folded.contains($0) }
        }
    }
}

extension Visit {
    /// The accounts that the address asks for, with what narrows them, each leading to its page in a room.
    /// - Parameter export: writes how they are taken out, where they can be.
    func writeAccounts(
        _ lines: [AccountLine], at room: String, into html: inout Markup, export: (inout Markup, AccountFilter) -> Void
    ) {
        let filter = AccountFilter(query)
        let found = filter.apply(to: lines, in: register)
        let page = ListPage(filter.page, of: found.count, size: AccountFilter.pageSize)
        let shown = Array(found[page.range])
        write(filter, at: room, into: &html)
        guard !shown.isEmpty else {
            html(.p, .class("empty"), text: say("没有符合条件的账号。", "No account fits."))
            return
        }
        html(.div, .class("list-bar")) { html in
            html(
                .span, .class("count"),
                text: say(
                    "第 \(page.range.lowerBound + 1)–\(page.range.upperBound) 个，共 \(found.count) 个",
                    "\(page.range.lowerBound + 1)–\(page.range.upperBound) of \(found.count)"))
            export(&html, filter)
        }
        writeTable(shown, at: room, into: &html)
        writePager(page, into: &html) { .path([room], query: filter.query(page: $0)) }
    }

    private func write(_ filter: AccountFilter, at room: String, into html: inout Markup) {
        let none = [(value: "none", name: say("尚无角色", "no role yet"))]
        let fields = [
            part("text", say("字词（人或机构）", "Words (person or body)"), filter.text),
            choice(
                "role", say("角色", "Role"), none + Role.allCases.map { ("\($0.rawValue)", say($0.name)) },
                filter.role),
            choice(
                "state", say("状态", "State"), AccountFilter.states.map { ($0.code, say($0.name)) }, filter.state),
        ]
        writeFilters(of: [room], fields, isNarrowed: filter.isNarrow, into: &html)
    }

    private func writeTable(_ lines: [AccountLine], at room: String, into html: inout Markup) {
        html(.div, .class("scroll"), .tabindex(0), .role("region"), .aria(.label, say("账号列表", "Accounts"))) { html in
            html(.table, .class("table dense")) { html in
                html.columns([
                    say("登录名", "Login"), say("姓名", "Name"), say("角色", "Roles"), say("状态", "State"),
                    say("动态口令", "Second factor"), say("最近使用", "Last seen"),
                ])
                html(.tbody) { html in
                    for line in lines { write(line, at: room, into: &html) }
                }
            }
        }
    }

    private func write(_ line: AccountLine, at room: String, into html: inout Markup) {
        html(.tr) { html in
            html(.th, .scope("row")) { html in
                html(.a, .href(.path([room, line.account.id.description])), text: line.account.login)
            }
            html(.td, .class("whole")) { html in
                html.text(line.account.name)
                if isOwn(line.account) {
                    html.text(" ")
                    html(.span, .class("tag"), text: say("本人", "you"))
                }
            }
            html(.td, .class("long"), text: say(line.account.grants))
            html(.td, .class("whole"), text: say(line.state))
            html(.td, .class("whole"), text: factor(of: line))
            html(.td, .class("whole"), text: line.seen.map { say($0) } ?? "—")
        }
    }
}
