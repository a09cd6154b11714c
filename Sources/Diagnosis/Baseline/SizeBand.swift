import Basics

/// How big a body is by its approved heads (核定编制规模).
package enum SizeBand: UInt8, CaseIterable, Comparable, Sendable {
    /// 0–2.
    case upTo2 = 1
    /// 3–5.
    case upTo5
    /// 6–10.
    case upTo10
    /// 11–20.
    case upTo20
    /// 21–50.
    case upTo50
    /// 51–100.
    case upTo100
    /// More than 100.
    case over100

    /// The band of so many heads, zero or more.
    package init(heads: Int) {
        self =
            switch heads {
            case ...2: .upTo2
            case ...5: .upTo5
            case ...10: .upTo10
            case ...20: .upTo20
            case ...50: .upTo50
            case ...100: .upTo100
            default: .over100
            }
    }

    /// The smallest first.
    package static func < (left: SizeBand, right: SizeBand) -> Bool { left.rawValue < right.rawValue }

    /// The name of the band.
    package var name: Wording {
        switch self {
        case .upTo2: Wording(zh: "0～2名", en: "0–2 heads")
        case .upTo5: Wording(zh: "3～5名", en: "3–5 heads")
        case .upTo10: Wording(zh: "6～10名", en: "6–10 heads")
        case .upTo20: Wording(zh: "11～20名", en: "11–20 heads")
        case .upTo50: Wording(zh: "21～50名", en: "21–50 heads")
        case .upTo100: Wording(zh: "51～100名", en: "51–100 heads")
        case .over100: Wording(zh: "100名以上", en: "over 100 heads")
        }
    }
}
