import Basics
import Registry
import Yams

/// Why a plan's text can't be read: on which line, and how to mend it.
package struct UnreadablePlan: Error, Hashable, Sendable {
    /// The line, from 1; nil when it is the whole file.
    package let line: Int?
    /// What is wrong and what to do.
    package let wording: Wording

    init(line: Int?, zh: String, en: String) {
        self.line = line
        wording = Wording(zh: (line.map { "第\($0)行：" } ?? "") + zh, en: (line.map { "line \($0): " } ?? "") + en)
    }
}

/// One mapping of a plan's text: its fields under their English names, whichever language they were written in.
struct PlanFields {
    let line: Int
    private var fields: [String: Node] = [:]
    private var written: [String: String] = [:]

    /// Field names in Chinese and what they are called here; the English name is accepted as well.
    static let names: [String: String] = [
        "方案": "plan", "施行": "effective", "施行日期": "effective", "改革文件": "reform", "步骤": "steps",
        "合并": "merge", "并入": "into", "新设": "as new", "撤销": "abolish", "设立": "establish", "更名": "rename",
        "调整": "change", "调整经费": "fund", "划转编制": "move heads", "核减": "cut", "核定职数": "set posts",
        "划转职责": "move duties", "划出职责": "hive off", "转隶": "transfer", "安置": "place",
        "级别": "rank", "类别": "class", "经费": "funding", "主管部门": "supervisor", "举办单位": "sponsor",
        "类型": "type", "领导职数": "posts", "收回编制": "heads to pool", "编制": "heads to", "编制去向": "heads to",
        "人员": "people", "人员去向": "people to", "职责": "duties", "序号": "numbers", "含": "containing",
        "全部": "all", "划入": "to", "为": "to", "到": "to", "至": "to", "从": "from", "取消": "drop",
        "所属单位": "children to", "编制类别": "kind", "消化期限": "absorb until", "带编": "with heads",
        "实际工作单位": "working at", "方式": "by", "正职": "chief", "副职": "deputy", "党组织": "party",
        "内设正职": "internal chief", "内设副职": "internal deputy", "说明": "note", "理由": "note",
        "波次": "waves", "条件": "when", "机构存在": "exists", "空编不少于": "free", "已过": "passed", "预留至": "held until",
        "酌定": "settlements", "机构": "body", "项目": "item", "核定": "decided",
    ]

    init(_ node: Node) throws(UnreadablePlan) {
        line = node.mark?.line ?? 1
        guard case .mapping(let mapping) = node else {
            throw UnreadablePlan(line: line, zh: "这里应为“名称: 内容”的形式。", en: "this should be “name: value” pairs.")
        }
        for (key, value) in mapping {
            guard let word = key.string else { continue }
            let name = Self.names[word] ?? word.lowercased()
            guard fields[name] == nil else {
                throw UnreadablePlan(
                    line: key.mark?.line ?? line, zh: "“\(word)”重复出现，请删去一处。",
                    en: "“\(word)” stands twice; remove one of them.")
            }
            fields[name] = value
            written[name] = word
        }
    }

    func has(_ name: String) -> Bool { fields[name] != nil }

    /// Throws unless every field is one of these.
    func allow(_ allowed: [String]) throws(UnreadablePlan) {
        let unknown = fields.keys.filter { !allowed.contains($0) && $0 != "note" }.sorted()
        guard let first = unknown.first, let node = fields[first] else { return }
        let chinese = allowed.map { name in
            let words = Self.names.filter { $0.value == name }.keys.sorted()
            return words.isEmpty ? name : words.joined(separator: "/")
        }
        let word = written[first] ?? first
        throw UnreadablePlan(
            line: node.mark?.line ?? line, zh: "不认识“\(word)”。这里可写：\(chinese.joined(separator: "、"))。",
            en: "“\(word)” is not known here. Use: \(allowed.joined(separator: ", ")).")
    }

    func node(_ name: String) -> Node? { fields[name] }

    func text(_ name: String) throws(UnreadablePlan) -> String? {
        guard let node = fields[name] else { return nil }
        guard let text = node.string, !text.isEmpty else { throw missing(name, node.mark?.line ?? line) }
        return text
    }

    func required(_ name: String) throws(UnreadablePlan) -> String {
        guard let text = try text(name) else { throw missing(name, line) }
        return text
    }

    func texts(_ name: String) throws(UnreadablePlan) -> [String] {
        guard let node = fields[name] else { throw missing(name, line) }
        if let text = node.string { return [text] }
        guard let sequence = node.sequence, !sequence.isEmpty else { throw missing(name, node.mark?.line ?? line) }
        var texts: [String] = []
        for element in sequence {
            guard let text = element.string, !text.isEmpty else { throw missing(name, element.mark?.line ?? line) }
            texts.append(text)
        }
        return texts
    }

    /// A whole number that is not negative.
    func number(_ name: String) throws(UnreadablePlan) -> Int? {
        guard let node = fields[name] else { return nil }
        guard let text = node.string, let value = Int(text) else {
            throw UnreadablePlan(
                line: node.mark?.line ?? line, zh: "“\(node.string ?? "")”不是整数。",
                en: "“\(node.string ?? "")” is not a whole number.")
        }
        guard value >= 0, value <= 1_000_000 else {
            throw UnreadablePlan(
                line: node.mark?.line ?? line, zh: "编制数、职数不能为负数或过大（\(value)）。",
                en: "a number of heads or posts can't be negative or that large (\(value)).")
        }
        return value
    }

    func day(_ name: String) throws(UnreadablePlan) -> Day? {
        guard let node = fields[name] else { return nil }
        guard let text = node.string, let day = Day(iso: text) else {
            throw UnreadablePlan(
                line: node.mark?.line ?? line, zh: "“\(node.string ?? "")”不是有效日期，应写作 2020-06-30。",
                en: "“\(node.string ?? "")” is no day of the calendar; write it as 2020-06-30.")
        }
        return day
    }

    func flag(_ name: String) throws(UnreadablePlan) -> Bool? {
        guard let node = fields[name] else { return nil }
        switch node.string?.lowercased() {
        case "true", "yes", "是": return true
        case "false", "no", "否": return false
        default:
            throw UnreadablePlan(
                line: node.mark?.line ?? line, zh: "应写“是”或“否”。", en: "write yes or no.")
        }
    }

    /// A term by its name in either language, or the only one whose Chinese name contains what is written.
    func term<Term: CaseIterable>(
        _ name: String, _ wording: (Term) -> Wording
    ) throws(UnreadablePlan) -> Term? {
        guard let text = try text(name) else { return nil }
        let all = Array(Term.allCases)
        // Brackets are typed in either width.
        func wide(_ word: String) -> String { word.replacing("(", with: "（").replacing(")", with: "）") }
        func chinese(_ term: Term) -> String { wide(wording(term).zh) }
        if let exact = all.first(where: { chinese($0) == wide(text) || wording($0).en == text || "\($0)" == text }) {
            return exact
        }
        let near = all.filter { chinese($0).contains(wide(text)) }
        if near.count == 1 { return near[0] }
        throw UnreadablePlan(
            line: fields[name]?.mark?.line ?? line,
            zh: "不认识“\(text)”。可写：\(all.map { wording($0).zh }.joined(separator: "、"))。",
            en: "“\(text)” is not known. Use: \(all.map { wording($0).en }.joined(separator: ", ")).")
    }

    func missing(_ name: String, _ line: Int) -> UnreadablePlan {
        let chinese = Self.names.filter { $0.value == name }.keys.sorted().first ?? name
        return UnreadablePlan(line: line, zh: "缺少“\(chinese)”。", en: "“\(name)” is missing.")
    }
}
