import Basics

/// How the office stands to a finding (处置). Codes stand in the database: a case is added, never altered.
package enum Disposition: UInt8, CaseIterable, Sendable {
    /// Nothing was decided, or what was decided is taken back (待处置).
    case open = 1
    /// It is so, and is to be mended (认定).
    case accepted
    /// It is not so, or is left as it is (不予处理).
    case dismissed
    /// A plan takes care of it (纳入方案).
    case planned

    /// The name.
    package var name: Wording {
        switch self {
        case .open: Wording(zh: "待处置", en: "open")
        case .accepted: Wording(zh: "已认定", en: "accepted")
        case .dismissed: Wording(zh: "不予处理", en: "dismissed")
        case .planned: Wording(zh: "纳入方案", en: "in a plan")
        }
    }
}
