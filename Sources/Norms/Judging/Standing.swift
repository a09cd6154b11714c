import Basics

/// How what the register has stands to what the rules allow.
package enum Standing: Hashable, Sendable {
    /// Within the range.
    case agrees
    /// So many too many; of a share, so many people.
    case over(Int)
    /// So many too few; of a share, so many people.
    case under(Int)
    /// Facts or packs are missing, or what the register has is unknown.
    case cannotTell
    /// The office decides: case by case, or more than a range that is open above.
    case needsDiscretion
    /// No rule.
    case noRule
    /// The register keeps no figure of such an item (内设机构领导职数, 小机构标准).
    case notCompared

    /// Compares the approved figure with an outcome; of a share, the people in place.
    package init(of figures: Figures, under outcome: Verdict.Outcome, on item: NormItem) {
        switch outcome {
        case .noRule: self = .noRule
        case .cannotTell: self = .cannotTell
        case .refer: self = .needsDiscretion
        case .allowed(let range, let isOpen):
            if item == .unitLeaders || item == .smallBody {
                self = .notCompared
            } else if item.isShare {
                self = Standing(people: figures, within: range)
            } else if let approved = figures.approved {
                self = Standing(approved, within: range, isOpen: isOpen)
            } else {
                self = .cannotTell
            }
        }
    }

    private init(_ count: Int, within range: NumberRange, isOpen: Bool) {
        if let high = range.high, count > high {
            self = isOpen ? .needsDiscretion : .over(count - high)
        } else if let low = range.low, count < low {
            self = .under(low - count)
        } else {
            self = .agrees
        }
    }

    /// A share is compared in whole people, so that no per cent is ever rounded.
    private init(people figures: Figures, within share: NumberRange) {
        guard let count = figures.inPlace, let total = figures.total, total > 0 else {
            self = .cannotTell
            return
        }
        let least = share.low.map { ($0 * total + 99) / 100 }
        let most = share.high.map { $0 * total / 100 }
        // Of few people no whole number may lie in a narrow share; then the nearest above is as near as they can come.
        let ceiling = most.map { max($0, min(least ?? $0, total)) }
        self = Standing(count, within: NumberRange(low: least, high: ceiling), isOpen: false)
    }

    /// The group it is counted in.
    package var group: Group {
        switch self {
        case .agrees: .agrees
        case .over: .over
        case .under: .under
        case .cannotTell, .notCompared: .cannotTell
        case .needsDiscretion: .needsDiscretion
        case .noRule: .noRule
        }
    }

    /// The groups of a table of verdicts, in order.
    package enum Group: UInt8, CaseIterable, Sendable {
        /// Within the range (相符).
        case agrees = 1
        /// Too many (超出).
        case over
        /// Too few (不足).
        case under
        /// It can't be told (无法判断).
        case cannotTell
        /// The office decides (需酌情).
        case needsDiscretion
        /// No rule (无规则).
        case noRule

        /// The name of the group.
        package var name: Wording {
            switch self {
            case .agrees: Wording(zh: "相符", en: "agrees")
            case .over: Wording(zh: "超出", en: "over")
            case .under: Wording(zh: "不足", en: "under")
            case .cannotTell: Wording(zh: "无法判断", en: "cannot tell")
            case .needsDiscretion: Wording(zh: "需酌情", en: "needs discretion")
            case .noRule: Wording(zh: "无规则", en: "no rule")
            }
        }
    }
}
