import Basics

/// How much a finding matters.
package enum Severity: UInt8, CaseIterable, Comparable, Sendable {
    /// Worth knowing (提醒): nothing is broken.
    case notice = 1
    /// A rule is broken (警示).
    case warning
    /// What it is about can't be worked on until it is settled (阻断).
    case blocking

    /// The least severe first.
    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    /// The name of the severity.
    package var name: Wording {
        switch self {
        case .notice: Wording(zh: "提醒", en: "notice")
        case .warning: Wording(zh: "警示", en: "warning")
        case .blocking: Wording(zh: "阻断", en: "blocking")
        }
    }
}
