import Basics
import Norms
import Registry
import Yams

/// One reading of a pack's file: it goes on after a fault, so that all of them are told at once.
struct PackReading {
    var faults: [PackFault] = []

    mutating func note(_ code: PackFault.Code, at position: SourcePosition, zh: String, en: String) {
        faults.append(PackFault(code, at: position, zh: zh, en: en))
    }

    /// One field of a mapping.
    struct Field {
        let key: Node
        let value: Node
        /// Where its name is written.
        var position: SourcePosition { key.position }
    }

    /// The fields of a mapping by their English names; what is not allowed or stands twice is a fault.
    mutating func fields(of node: Node, allowed: [String]) -> [String: Field]? {
        guard case .mapping(let mapping) = node else {
            note(
                .wrongShape, at: node.position,
                zh: "这里应为“名称: 内容”的形式，冒号用半角，后面空一格。",
                en: "this should be “name: value” pairs, with a half-width colon and a space after it.")
            return nil
        }
        var fields: [String: Field] = [:]
        for (key, value) in mapping {
            let word = key.string ?? ""
            let name = PackNames.fields[word] ?? word
            guard allowed.contains(name) else {
                unknownField(word, at: key.position, allowed: allowed)
                continue
            }
            guard fields[name] == nil else {
                note(
                    .repeatedField, at: key.position, zh: "“\(word)”重复出现，请删去一处。",
                    en: "“\(word)” stands twice; remove one of them.")
                continue
            }
            fields[name] = Field(key: key, value: value)
        }
        return fields
    }

    private mutating func unknownField(_ word: String, at position: SourcePosition, allowed: [String]) {
        let chinese = allowed.map { PackReading.chinese($0) }
        let near = nearName(to: word, among: chinese + allowed)
        note(
            .unknownField, at: position,
            zh: "不认识“\(word)”" + (near.map { "，是否为“\($0)”？" } ?? "。这里可写：\(chinese.joined(separator: "、"))。"),
            en: "“\(word)” is not known here"
                + (near.map { "; is “\($0)” meant?" } ?? ". Use: \(allowed.joined(separator: ", ")).")
        )
    }

    /// The shortest Chinese name of a field.
    static func chinese(_ name: String) -> String {
        PackNames.fields.filter { $0.value == name }.keys.min { ($0.count, $0) < ($1.count, $1) } ?? name
    }

    mutating func missing(_ name: String, at position: SourcePosition) {
        let zh = PackReading.chinese(name)
        note(.missingField, at: position, zh: "缺少“\(zh)”，请补写。", en: "“\(name)” is missing; write it.")
    }

    mutating func text(_ fields: [String: Field], _ name: String) -> String? {
        guard let field = fields[name] else { return nil }
        guard let text = text(of: field.value) else {
            note(
                .wrongShape, at: field.value.position, zh: "“\(PackReading.chinese(name))”应写文字。",
                en: "“\(name)” should be a text.")
            return nil
        }
        return text
    }

    mutating func required(_ fields: [String: Field], _ name: String, at position: SourcePosition) -> String? {
        guard fields[name] != nil else {
            missing(name, at: position)
            return nil
        }
        return text(fields, name)
    }

    /// The text of a scalar, without blanks around it; nil for an empty one and for lists and mappings.
    func text(of node: Node) -> String? {
        guard case .scalar(let scalar) = node else { return nil }
        let text = scalar.string.drop { $0.isWhitespace }
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(text[...last]).normalised
    }

    mutating func day(_ fields: [String: Field], _ name: String) -> Day? {
        guard let text = text(fields, name), let field = fields[name] else { return nil }
        guard let day = Day(iso: text) ?? writtenDay(text) else {
            note(
                .badDate, at: field.value.position, zh: "“\(text)”不是有效日期，应写作 2020-06-30。",
                en: "“\(text)” is no day of the calendar; write it as 2020-06-30.")
            return nil
        }
        return day
    }

    /// 2018年5月3日, 2018.5.3, 2018/5/3: a whole day however it is written; nil for a month, since a rule begins on a day.
    private func writtenDay(_ text: String) -> Day? {
        guard case .date(let date) = readWholeDate(text), date.precision == .day else { return nil }
        return date.day
    }

    /// A value by its name in a table.
    mutating func term<Term>(_ text: String, at position: SourcePosition, among table: [String: Term]) -> Term? {
        if let term = table[text] { return term }
        unknownWord(.unknownValue, text, at: position, among: table.keys.sorted())
        return nil
    }

    mutating func unknownWord(
        _ code: PackFault.Code, _ text: String, at position: SourcePosition, among words: [String]
    ) {
        let near = nearName(to: text, among: words)
        let chinese = words.filter { !$0.utf8.allSatisfy { $0 < 128 } }.joined(separator: "、")
        let english = words.filter { $0.utf8.allSatisfy { $0 < 128 } }.joined(separator: ", ")
        note(
            code, at: position, zh: "不认识“\(text)”" + (near.map { "，是否为“\($0)”？" } ?? "。可写：\(chinese)。"),
            en: "“\(text)” is not known" + (near.map { "; is “\($0)” meant?" } ?? ". Use: \(english)."))
    }

    /// A range of whole numbers.
    mutating func range(_ node: Node, percent: Bool = false) -> NumberRange? {
        range(text(of: node) ?? "", at: node.position, percent: percent)
    }

    mutating func range(_ text: String, at position: SourcePosition, percent: Bool = false) -> NumberRange? {
        guard let read = RangeText(text) else {
            note(
                .badRange, at: position, zh: "“\(text)”不是数或范围，应写作 11-50、10以下、601以上、不满18、超过500。",
                en:
                    "“\(text)” is no number or range; write 11-50, <=10 (10以下), >=601 (601以上), <18 (不满18) or >500 (超过500)."
            )
            return nil
        }
        if read.isPercent != percent {
            note(
                .badRange, at: position,
                zh: percent ? "比例应带百分号，如 70%以上。" : "“\(text)”带百分号，只有岗位比例才能这样写。",
                en: percent
                    ? "a share is written with a per cent sign, 70%以上."
                    : "“\(text)” has a per cent sign; only shares do."
            )
        }
        if percent, max(read.range.low ?? 0, read.range.high ?? 0) > 100 {
            note(.badNumber, at: position, zh: "比例不能超过100%。", en: "a share can't be above 100%.")
        }
        return read.range
    }
}
