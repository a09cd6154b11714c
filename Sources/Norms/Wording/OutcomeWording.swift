import Basics

extension NormItem {
    /// So many of the item: 3-4名, 2个, 70%以上.
    package func amount(_ range: NumberRange) -> Wording {
        if isShare {
            return switch (range.low, range.high) {
            case (let low?, nil): Wording(zh: "\(low)%以上", en: "\(low)% or more")
            case (nil, let high?): Wording(zh: "\(high)%以下", en: "\(high)% or less")
            case (let low?, let high?) where low != high: Wording(zh: "\(low)%-\(high)%", en: "\(low)%-\(high)%")
            default: Wording(zh: "\(range.zh)%", en: "\(range.en)%")
            }
        }
        let unit = self == .internalUnits ? "个" : "名"
        return switch (range.low, range.high) {
        case (let low?, nil): Wording(zh: "\(low)\(unit)以上", en: range.en)
        case (nil, let high?): Wording(zh: "\(high)\(unit)以下", en: range.en)
        default: Wording(zh: range.zh + unit, en: range.en)
        }
    }
}

extension Verdict.Outcome {
    /// What the rules say, without the reason: 核定3-4名.
    package func wording(of item: NormItem) -> Wording {
        switch self {
        case .allowed(let range, let isOpen):
            if item == .smallBody {
                let threshold = range.high ?? range.low ?? 0
                return Wording(zh: "编制\(threshold)名以下为小机构", en: "small with \(threshold) approved heads or fewer")
            }
            let amount = item.amount(range)
            return Wording(
                zh: "核定\(amount.zh)\(isOpen ? "，可酌情增加" : "")",
                en: "\(amount.en)\(isOpen ? ", more at discretion" : "")")
        case .refer: return Wording(zh: "须报批", en: "to be decided case by case")
        case .cannotTell(let missing): return missing.wording
        case .noRule: return Wording(zh: "没有规则", en: "no rule")
        }
    }
}

extension Verdict.Missing {
    /// What is missing: 无法判断：缺少编制数、班级数.
    package var wording: Wording {
        var zh: [String] = []
        var en: [String] = []
        let names = facts.facts.map(\.name)
        if !names.isEmpty {
            zh.append("缺少" + names.map(\.zh).joined(separator: "、"))
            en.append(names.map(\.en).joined(separator: ", ") + " unknown")
        }
        for pack in packs {
            zh.append("规则包“\(pack)”已采用而没有文本，请补录")
            en.append("the pack “\(pack)” is adopted but its text is missing; supply it")
        }
        if zh.isEmpty {
            zh.append("规则包的定义有误")
            en.append("a definition of the pack is at fault")
        }
        return Wording(
            zh: "无法判断：" + zh.joined(separator: "；"), en: "cannot tell: " + en.joined(separator: "; "))
    }
}

extension Standing {
    /// How it stands: 超出1名; of a share, in people.
    package func wording(of item: NormItem) -> Wording {
        let unit = item == .internalUnits ? "个" : item.isShare ? "人" : "名"
        return switch self {
        case .over(let count): Wording(zh: "超出\(count)\(unit)", en: "over by \(count)")
        case .under(let count): Wording(zh: "不足\(count)\(unit)", en: "under by \(count)")
        case .notCompared: Wording(zh: "不作比较", en: "not compared")
        default: group.name
        }
    }
}

extension Verdict.Input {
    /// The fact and its value: 编制数56名, 学段小学.
    package var wording: Wording {
        if let code = fact.name(of: value) {
            return Wording(zh: fact.name.zh + "：" + code.zh, en: "\(fact.name.en): \(code.en)")
        }
        return Wording(zh: "\(fact.name.zh)\(value)\(fact.unit.zh)", en: "\(fact.name.en) \(value)\(fact.unit.en)")
    }
}

extension Rounding {
    /// The name of the way of rounding.
    package var name: Wording {
        switch self {
        case .up: Wording(zh: "进一", en: "rounded up")
        case .nearest: Wording(zh: "四舍五入", en: "rounded to the nearest")
        case .down: Wording(zh: "舍去", en: "rounded down")
        }
    }
}
