import Basics

/// A number that a finding stands on.
package struct Measure: Hashable, Sendable {
    /// What it counts.
    package let quantity: Quantity
    /// How much, in the unit of the quantity.
    package let value: Int

    /// So much of a quantity.
    package init(_ quantity: Quantity, _ value: Int) {
        self.quantity = quantity
        self.value = value
    }
}

/// What a finding can count.
package enum Quantity: String, CaseIterable, Sendable {
    /// Heads or posts approved.
    case approved
    /// Places filled, or leaders in place.
    case occupied
    /// By how much a limit is passed.
    case excess
    /// Approved and not filled.
    case vacant
    /// The limit that was applied.
    case threshold
    /// Places on the establishment that one person holds.
    case places
    /// Bodies counted.
    case bodies
    /// A share in per cent, rounded down.
    case share
    /// Income in 万元.
    case income
    /// Business income in 万元.
    case businessIncome

    /// How likely two texts are one matter, in per mille.
    case likeness

    /// The name of the quantity.
    package var name: Wording {
        switch self {
        case .approved: Wording(zh: "核定数", en: "approved")
        case .occupied: Wording(zh: "实有数", en: "in place")
        case .excess: Wording(zh: "超出数", en: "over")
        case .vacant: Wording(zh: "空缺数", en: "vacant")
        case .threshold: Wording(zh: "阈值", en: "threshold")
        case .places: Wording(zh: "占编处数", en: "places held")
        case .bodies: Wording(zh: "机构数", en: "bodies")
        case .share: Wording(zh: "占比（%）", en: "share (%)")
        case .income: Wording(zh: "年收入（万元）", en: "yearly income (10,000 yuan)")
        case .likeness: Wording(zh: "相近程度（‰）", en: "likeness (per mille)")
        case .businessIncome: Wording(zh: "经营收入（万元）", en: "business income (10,000 yuan)")
        }
    }
}
