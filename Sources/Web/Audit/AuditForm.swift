import Accounts
import Basics
import Office
import Papers

/// What is looked for in the audit as it was typed, right or wrong (检索条件).
struct AuditForm: Sendable {
    /// The longest text that is looked for.
    static let longest = 100
    /// The names of the fields.
    static let names = ["who", "action", "outcome", "from", "through", "words"]

    /// What was typed, by field.
    private(set) var typed: [String: String] = [:]
    /// What is wrong, by field.
    private(set) var faults: [String: Wording] = [:]
    /// What it comes to.
    private(set) var search = AuditSearch()
    /// Whether anything was asked for, be it everything.
    let isAsked: Bool

    /// Reads what was asked for.
    init(_ query: Fields, accounts: [UserAccount]) {
        isAsked = (AuditForm.names + ["search", "before"]).contains { query[$0] != nil || query.isRepeated($0) }
        for name in AuditForm.names { read(name, query) }
        if let text = typed["who"], faults["who"] == nil {
            search.account = accounts.first { $0.login == text.lowercased() || $0.name == text }?.id
            if search.account == nil {
                faults["who"] = Wording(
                    zh: "没有此登录名或姓名的账号。没有账号的人请用“字词”查找。",
                    en: "No account has this login or name. Look under “Words” for whoever has none.")
            }
        }
        readActions()
        readDays()
        search.words = typed["words"] ?? ""
        readPlace(query)
    }

    private mutating func read(_ name: String, _ query: Fields) {
        guard let first = query.all(name).first else { return }
        if query.isRepeated(name) {
            faults[name] = Wording(zh: "此项只能填写一次。", en: "This was sent more than once.")
        }
        let text = first.normalised.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { return }
        typed[name] = String(text.prefix(400))
        if text.count > AuditForm.longest {
            faults[name] = Wording(
                zh: "太长，最多 \(AuditForm.longest) 个字。", en: "Too long: \(AuditForm.longest) characters at most.")
        }
    }

    private mutating func readActions() {
        if let text = typed["action"] {
            if let action = UInt8(text).flatMap(AuditAction.init) {
                search.actions = [action]
            } else {
                faults["action"] = Wording(zh: "没有这种事项，请从列表中选择。", en: "There is no such action. Choose from the list.")
            }
        }
        if let text = typed["outcome"] {
            if let outcome = UInt8(text).flatMap(AuditOutcome.init) {
                search.outcomes = [outcome]
            } else {
                faults["outcome"] = Wording(
                    zh: "没有这种结果，请从列表中选择。", en: "There is no such outcome. Choose from the list.")
            }
        }
    }

    private mutating func readDays() {
        for name in ["from", "through"] {
            guard let text = typed[name], faults[name] == nil else { continue }
            guard let day = typedDay(text) else {
                faults[name] = Wording(
                    zh: "不是日期。请写成 2026-05-31、2026年5月31日或 20260531。",
                    en: "No date. Write it as 2026-05-31, 2026/5/31 or 20260531.")
                continue
            }
            if name == "from" { search.from = day } else { search.through = day }
        }
        if let from = search.from, let through = search.through, from > through {
            faults["through"] = Wording(zh: "早于起始日。", en: "It is before the first day.")
        }
    }

    private mutating func readPlace(_ query: Fields) {
        guard query["before"] != nil || query.isRepeated("before") else { return }
        search.before = query["before"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        if search.before == nil {
            faults["before"] = Wording(zh: "页码有误，请重新检索。", en: "The place to go on from is no number. Search again.")
        }
    }

    /// The fields of an address that asks for the same, from the last record or from where a page left off.
    func query(before: Int? = nil) -> [(name: String, value: String)] {
        [("search", "yes")] + AuditForm.names.compactMap { name in typed[name].map { (name, $0) } }
            + (before.map { [("before", "\($0)")] } ?? [])
    }

    /// What is looked for, as the audit itself has it: the same for every page of one search.
    var summary: String {
        var parts: [String] = []
        if let who = typed["who"] { parts.append("who=\(who)") }
        parts += search.actions.map { "action=\($0)" } + search.outcomes.map { "outcome=\($0)" }
        if let from = search.from { parts.append("from=\(from)") }
        if let through = search.through { parts.append("through=\(through)") }
        if !search.words.isEmpty { parts.append("words=\(search.words)") }
        return parts.isEmpty ? "*" : parts.joined(separator: " ")
    }
}
