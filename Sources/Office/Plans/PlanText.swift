import Basics
import Reform
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

    /// Field names in Chinese and what they are called here; the English name is accepted as well. The verbs are
    /// `Verb`'s.
    static let names: [String: String] = {
        var names: [String: String] = [
            "方案": "plan", "施行": "effective", "施行日期": "effective", "改革文件": "reform", "步骤": "steps",
            "并入": "into", "新设": "as new", "级别": "rank", "类别": "class", "经费": "funding", "主管部门": "supervisor",
            "举办单位": "sponsor", "合署单位": "host", "类型": "type", "领导职数": "posts", "收回编制": "heads to pool",
            "编制": "heads to", "编制去向": "heads to", "职数去向": "posts to", "人员": "people", "人员去向": "people to",
            "职责": "duties", "序号": "numbers", "含": "containing", "全部": "all", "划入": "to", "为": "to", "到": "to",
            "至": "to", "从": "from", "取消": "drop", "所属单位": "children", "所属单位去向": "children to",
            "编制类别": "kind", "编制数": "heads", "数量": "count", "消化期限": "absorb until", "归还期限": "until",
            "带编": "with heads", "实际工作单位": "working at", "方式": "by", "正职": "chief", "副职": "deputy",
            "党组织": "party", "内设正职": "internal chief", "内设副职": "internal deputy", "说明": "note", "理由": "note",
            "波次": "waves", "条件": "when", "机构存在": "exists", "空编不少于": "free", "已过": "passed", "预留至": "held until",
            "酌定": "settlements", "机构": "body", "项目": "item", "核定": "decided", "牌子": "plates", "牌子去向": "plates to",
            "内设机构": "units", "内设机构去向": "units to", "登记去向": "registration to", "名称": "names", "内容": "texts",
            "其余": "rest", "目录": "catalogue", "牵头": "lead", "配合": "assist", "实施": "execute", "退出": "leave",
            "踏空": "gap", "区域": "area", "保留": "keeping",
            "经费标准": "rates", "领导职务": "role", "年经费": "yuan a year", "自": "from", "文件": "document",
            "比选权重": "weights", "指标": "measure", "权重": "weight", "取向": "direction",
            "临近月数": "near", "退休年龄": "retirement", "性别": "sex", "身份": "statuses", "年龄": "age",
            "撤回决定": "undone act", "后续波次": "wave of act", "摘要": "expecting",
            "延迟起": "delayed from", "每": "every", "延迟至": "up to",
            "小机构": "small", "最少编制": "smallest", "最多编制": "largest", "最多个数": "most",
            "只看主管部门": "supervisors", "相邻部门": "neighbours", "不限主管部门": "any supervisor",
            "并入大机构": "into larger", "合在一起": "together", "不得合并": "apart", "不动": "leave out",
            "不限类别": "any class", "不限经费": "any funding", "职数分档": "post steps", "起步": "least", "递增": "rising",
            "备选": "alternatives", "机构权重": "body weight", "职数权重": "post weight", "人员权重": "moved weight",
            "相近权重": "affinity weight", "过小权重": "small weight",
        ]
        for verb in Verb.allCases { for word in verb.words { names[word] = verb.rawValue } }
        return names
    }()

    /// The Chinese word of a field; the English one where it has none.
    static func chinese(_ name: String) -> String { names.filter { $0.value == name }.keys.sorted().first ?? name }

    /// What a drafted plan leaves open stands as this until a clerk writes it.
    static let open = "待填"

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
        return try text(in: node, of: name)
    }

    /// What stands there; throws when it is nothing, or still left open.
    func text(in node: Node, of name: String) throws(UnreadablePlan) -> String {
        guard let text = node.string, !text.isEmpty else { throw missing(name, node.mark?.line ?? line) }
        guard text != Self.open else {
            let word = written[name] ?? name
            throw UnreadablePlan(
                line: node.mark?.line ?? line, zh: "“\(word)”待填，请写明后再推演。",
                en: "“\(word)” is left open (\(Self.open)); write it first.")
        }
        return text
    }

    func required(_ name: String) throws(UnreadablePlan) -> String {
        guard let text = try text(name) else { throw missing(name, line) }
        return text
    }

    func texts(_ name: String) throws(UnreadablePlan) -> [String] {
        guard let node = fields[name] else { throw missing(name, line) }
        if node.string != nil { return [try text(in: node, of: name)] }
        guard let sequence = node.sequence, !sequence.isEmpty else { throw missing(name, node.mark?.line ?? line) }
        var texts: [String] = []
        for element in sequence { texts.append(try text(in: element, of: name)) }
        return texts
    }

    /// A whole number that is not negative.
    func number(_ name: String) throws(UnreadablePlan) -> Int? {
        guard let node = fields[name] else { return nil }
        guard let value = Int(try text(in: node, of: name)) else {
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
        guard let day = Day(iso: try text(in: node, of: name)) else {
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
