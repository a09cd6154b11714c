import Norms
import Yams

extension PackReading {
    private static let clauseFields =
        ["clause", "text", "decides", "applies", "by", "rounding", "makeup", "discretion", "note"] + PackNames.decisions

    mutating func clause(_ node: Node) -> Clause? {
        guard let fields = fields(of: node, allowed: PackReading.clauseFields) else { return nil }
        let position = node.position
        let number = required(fields, "clause", at: position)
        var item: NormItem?
        if let text = required(fields, "decides", at: position), let field = fields["decides"] {
            item = PackNames.items[text]
            if item == nil {
                unknownWord(.unknownItem, text, at: field.value.position, among: PackNames.items.keys.sorted())
            }
        }
        let conditions = fields["applies"].map { self.conditions($0.value) } ?? []
        let by = by(fields["by"])
        let decision = decision(fields, by, item, position)
        stray(fields)
        guard let number, let item, let decision else { return nil }
        return Clause(
            number: number, text: text(fields, "text"), item: item, conditions: conditions, decision: decision,
            position: position)
    }

    private mutating func by(_ field: Field?) -> Fact? {
        guard let field else { return nil }
        let text = text(of: field.value) ?? ""
        guard let fact = PackNames.facts[text], fact.kind == .number else {
            let numbers = PackNames.facts.filter { $0.value.kind == .number }.keys.sorted()
            unknownWord(.unknownFact, text, at: field.value.position, among: numbers)
            return nil
        }
        return fact
    }

    private mutating func decision(
        _ fields: [String: Field], _ by: Fact?, _ item: NormItem?, _ position: SourcePosition
    ) -> Clause.Decision? {
        let named = PackNames.decisions.filter { fields[$0] != nil }
        guard named.count == 1, let name = named.first, let field = fields[name] else {
            let zh = PackNames.decisions.map { PackReading.chinese($0) }.joined(separator: "、")
            note(
                .manyDecisions, at: named.dropFirst().first.flatMap { fields[$0]?.position } ?? position,
                zh: "每个条款须有且只有一项：\(zh)。",
                en: "each clause has exactly one of: \(PackNames.decisions.joined(separator: ", ")).")
            return nil
        }
        let isShare = item?.isShare ?? false
        switch name {
        case "bands":
            let bands = bands(field.value, isShare)
            guard fields["by"] != nil else {
                missing("by", at: position)
                return nil
            }
            return by.flatMap { by in bands.map { .bands(by: by, $0) } }
        case "value":
            return award(field.value, isShare, beside: fields).map { .value($0) }
        case "ratio":
            let ratio = ratio(field.value, fields, position)
            guard fields["by"] != nil else {
                note(
                    .ratioWithoutNumber, at: field.position, zh: "“比例”要有“依据”，如 依据: 学生数。",
                    en: "a ratio needs the number it goes by: by: pupils.")
                return nil
            }
            return by.flatMap { by in ratio.map { .ratio($0, by: by) } }
        case "refer": return text(fields, "refer").map { .refer($0) }
        case "none": return text(fields, "none").map { .none($0) }
        case "elsewhere": return text(fields, "elsewhere").map { .elsewhere($0) }
        default: return range(field.value, percent: isShare).map { .adds($0) }
        }
    }

    /// Fields that mean something only beside others.
    private mutating func stray(_ fields: [String: Field]) {
        let needs = [
            ("by", ["bands", "ratio"]), ("rounding", ["ratio"]), ("makeup", ["value"]), ("discretion", ["value"]),
        ]
        for (name, hosts) in needs {
            guard let field = fields[name], !hosts.contains(where: { fields[$0] != nil }) else { continue }
            let zh = hosts.map { PackReading.chinese($0) }.joined(separator: "或")
            note(
                .unknownField, at: field.position,
                zh: "“\(PackReading.chinese(name))”要与“\(zh)”写在一起，在这里不起作用。",
                en: "“\(name)” goes with \(hosts.joined(separator: " or ")) and means nothing here.")
        }
    }

    private mutating func bands(_ node: Node, _ isShare: Bool) -> [Band]? {
        guard case .mapping(let mapping) = node else {
            if case .scalar(let scalar) = node, scalar.string.isEmpty { return [] }
            note(
                .wrongShape, at: node.position, zh: "“分档”应为“范围: 核定数”的形式，如 11-50: 2-3。",
                en: "bands should be “range: number” pairs: 11-50: 2-3.")
            return nil
        }
        var bands: [Band] = []
        var isWhole = true
        for (key, value) in mapping {
            let range = range(key)
            let award = award(value, isShare)
            if let range, let award {
                bands.append(Band(range, award, position: key.position))
            } else {
                isWhole = false
            }
        }
        return isWhole ? bands : nil
    }

    private mutating func award(_ node: Node, _ isShare: Bool, beside fields: [String: Field] = [:]) -> Award? {
        var own = fields
        var number = node
        if case .mapping = node {
            guard let inner = self.fields(of: node, allowed: ["value", "discretion", "makeup"]) else { return nil }
            guard let value = inner["value"] else {
                missing("value", at: node.position)
                return nil
            }
            number = value.value
            own = inner
        }
        let makeup = makeup(own["makeup"])
        let discretion = text(own, "discretion")
        return range(number, percent: isShare).map {
            Award($0, discretion: discretion, makeup: makeup, position: number.position)
        }
    }

    private mutating func makeup(_ field: Field?) -> [MakeupPost] {
        guard let field else { return [] }
        guard case .mapping(let mapping) = field.value else {
            note(
                .wrongShape, at: field.value.position, zh: "“构成”应为“岗位: 数”的形式，如 教务: 2。",
                en: "the posts by name should be “name: number” pairs.")
            return []
        }
        return mapping.compactMap { key, value in
            range(value).map { MakeupPost(text(of: key) ?? "", $0) }
        }
    }

    private mutating func ratio(_ node: Node, _ fields: [String: Field], _ position: SourcePosition) -> Ratio? {
        var rounding: Rounding?
        if let text = required(fields, "rounding", at: position), let field = fields["rounding"] {
            rounding = term(text, at: field.value.position, among: PackNames.roundings)
        }
        guard case .mapping = node else {
            note(
                .wrongShape, at: node.position, zh: "比例应写明哪一边：{每: 12.5} 是每12.5核1名，{系数: 1.3-1.4} 是每1个核1.3至1.4名。",
                en:
                    "say which side is counted: {per: 12.5} is one for every 12.5, {factor: 1.3-1.4} that many for each."
            )
            return nil
        }
        guard let parts = self.fields(of: node, allowed: ["per", "factor"]) else { return nil }
        guard let (name, field) = parts.first, parts.count == 1 else {
            note(
                .manyDecisions, at: node.position, zh: "比例须有且只有一项：每、系数。", en: "a ratio has exactly one of: per, factor."
            )
            return nil
        }
        let ends = RangeText.folded(text(of: field.value) ?? "").split(separator: "-").map { Fraction(decimal: $0) }
        guard (1...2).contains(ends.count), let low = ends.first ?? nil, let high = ends.last ?? nil,
            name == "factor" || low.numerator > 0 && high.numerator > 0
        else {
            note(
                .badNumber, at: field.value.position,
                zh: "“\(text(of: field.value) ?? "")”不是比例数，应写作 12.5 或 1.3-1.4，最多四位小数。",
                en: "“\(text(of: field.value) ?? "")” is no ratio; write 12.5 or 1.3-1.4 with four decimals at most.")
            return nil
        }
        guard let rounding else { return nil }
        if name == "factor" { return Ratio(low: low, high: high, rounding: rounding, form: .factor) }
        guard let most = low.inverse, let least = high.inverse else { return nil }
        return Ratio(low: least, high: most, rounding: rounding, form: .per)
    }
}
