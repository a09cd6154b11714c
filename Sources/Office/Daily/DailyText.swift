import Basics
import Reform
import Registry
import Yams

/// A draft with the text that it is moved as and stands sealed as (办理件文本).
package struct WrittenDaily: Hashable, Sendable {
    /// The text, in normal form C.
    package let text: String
    /// What it says.
    package let draft: DailyDraft

    /// Writes a draft.
    package init(_ draft: DailyDraft) {
        text = draft.text.normalised
        self.draft = draft
    }

    /// Reads a text.
    package init(_ text: String) throws(UnreadablePlan) {
        self.text = text.normalised
        draft = try DailyDraft(reading: self.text)
    }

    /// The digest of the text.
    package var digest: Digest { motionDigest(of: text) }
}

extension DailyDraft {
    /// Its text in YAML, the same for the same draft; reading it gives the draft again.
    package var text: String {
        var lines = ["日常事项: \(escaped(title))", "施行: \(day)"]
        if let reform { lines.append("改革文件: \(escaped(reform.description))") }
        lines += ["台账位置: \(against)", "随机标识: \(escaped(seed.description))", "办理:"]
        for filled in forms {
            let form = ChangeForm.form(filled.code)
            lines.append("  - 表单: \(escaped(form?.name.zh ?? filled.code))")
            let known = form?.items ?? []
            for field in known {
                if let answer = filled.answers[field.key] {
                    lines.append("    \(escaped(field.label.zh)): \(escaped(answer))")
                }
            }
            for (key, answer) in filled.answers.sorted(by: { $0.key < $1.key })
            where !known.contains(where: { $0.key == key }) {
                lines.append("    \(escaped(key)): \(escaped(answer))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a text, with names in Chinese or English.
    init(reading text: String) throws(UnreadablePlan) {
        let fields = try DailyFields(
            composeYAML(text),
            called: [
                "日常事项": "daily", "施行": "effective", "改革文件": "reform", "台账位置": "position", "随机标识": "seed", "办理": "forms",
            ])
        try fields.allow(["daily", "effective", "reform", "position", "seed", "forms"])
        title = try fields.required("daily")
        guard let day = Day(iso: try fields.required("effective")) else {
            throw UnreadablePlan(
                line: fields.line, zh: "“施行”应写作 2020-06-30。", en: "write “effective” as 2020-06-30.")
        }
        self.day = day
        reform = nil
        if let written = fields.text("reform") {
            guard let citation = Citation(written) else {
                throw UnreadablePlan(
                    line: fields.line, zh: "“\(written)”不是文号，应写作 某编〔2020〕12号。",
                    en: "“\(written)” is no document number; write it as 某编〔2020〕12号.")
            }
            reform = citation
        }
        guard let against = Int(fields.text("position") ?? "0"), against >= 0 else {
            throw UnreadablePlan(line: fields.line, zh: "“台账位置”应为整数。", en: "“position” is a whole number.")
        }
        self.against = against
        let written = try fields.required("seed")
        guard let seed = Identifier<DailyDraft>(written) else {
            throw UnreadablePlan(
                line: fields.line, zh: "“随机标识”应为32位十六进制数字。", en: "“seed” has 32 hexadecimal digits.")
        }
        self.seed = seed
        guard let list = fields.node("forms")?.sequence, !list.isEmpty else {
            throw UnreadablePlan(line: fields.line, zh: "“办理”下没有内容。", en: "there is nothing under “forms”.")
        }
        guard list.count <= DailyDraft.mostForms else {
            throw UnreadablePlan(
                line: fields.line, zh: "一件最多办理\(DailyDraft.mostForms)项。",
                en: "one draft holds at most \(DailyDraft.mostForms) forms.")
        }
        forms = []
        for node in list { forms.append(try FilledForm(reading: node)) }
    }
}

extension FilledForm {
    fileprivate init(reading node: Node) throws(UnreadablePlan) {
        let name = try DailyFields(node, called: ["表单": "form"]).required("form")
        guard let form = ChangeForm.form(named: name) else {
            throw UnreadablePlan(
                line: node.mark?.line, zh: "没有“\(name)”这种表单。", en: "there is no form “\(name)”.")
        }
        var names = ["表单": "form"]
        for field in form.items {
            names[field.label.zh] = field.key
            names[field.label.en] = field.key
        }
        let fields = try DailyFields(node, called: names)
        try fields.allow(["form"] + form.items.map(\.key))
        var answers: [String: String] = [:]
        for field in form.items { answers[field.key] = fields.text(field.key) }
        self.init(form.code, answers)
    }
}

/// One mapping of a draft's text, its fields under the names they have here.
private struct DailyFields {
    let line: Int
    private var fields: [String: Node] = [:]
    private let names: [String: String]

    init(_ node: Node, called names: [String: String]) throws(UnreadablePlan) {
        self.names = names
        line = node.mark?.line ?? 1
        guard case .mapping(let mapping) = node else {
            throw UnreadablePlan(line: line, zh: "这里应为“名称: 内容”的形式。", en: "this should be “name: value” pairs.")
        }
        for (key, value) in mapping {
            guard let word = key.string else { continue }
            guard fields.updateValue(value, forKey: names[word] ?? word) == nil else {
                throw UnreadablePlan(
                    line: key.mark?.line ?? line, zh: "“\(word)”重复出现，请删去一处。",
                    en: "“\(word)” stands twice; remove one of them.")
            }
        }
    }

    func allow(_ allowed: [String]) throws(UnreadablePlan) {
        guard let unknown = fields.keys.filter({ !allowed.contains($0) }).sorted().first else { return }
        let chinese = names.filter { allowed.contains($0.value) && !$0.key.utf8.allSatisfy { $0 < 128 } }.keys.sorted()
        throw UnreadablePlan(
            line: fields[unknown]?.mark?.line ?? line,
            zh: "不认识“\(unknown)”。这里可写：\(chinese.joined(separator: "、"))。",
            en: "“\(unknown)” is not known here. Use: \(allowed.joined(separator: ", ")).")
    }

    func node(_ name: String) -> Node? { fields[name] }

    func text(_ name: String) -> String? { fields[name]?.string }

    func required(_ name: String) throws(UnreadablePlan) -> String {
        if let text = fields[name]?.string, !text.isEmpty { return text }
        let chinese = names.first { $0.value == name && $0.key != name }?.key ?? name
        throw UnreadablePlan(line: line, zh: "缺少“\(chinese)”。", en: "“\(name)” is missing.")
    }
}

/// A text as YAML reads it back, lines and all.
private func escaped(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": escaped += "\\\\"
        case "\"": escaped += "\\\""
        case "\n": escaped += "\\n"
        case "\r": escaped += "\\r"
        case "\t": escaped += "\\t"
        // YAML has no place for them as they are.
        case _
        where scalar.value < 32 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF
            || scalar.value == 0x2028 || scalar.value == 0x2029:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped + "\""
}
