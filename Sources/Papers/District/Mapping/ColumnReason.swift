import Basics

/// How a column was recognised (识别依据): the word that a mapping has for it, said to a person.
package enum ColumnReason: String, CaseIterable, Sendable {
    /// By its whole header.
    case header
    /// By a part of its header, with a doubt.
    case part
    /// By what its cells hold.
    case content
    /// A person said so.
    case mapping
    /// A person said so of an earlier workbook with the same header.
    case remembered
    /// It holds figures counted elsewhere, and is left out.
    case actual
    /// Not at all, and left out.
    case unknown

    /// Whether a person should look at it.
    package var isDoubtful: Bool { self == .part || self == .content || self == .unknown }

    /// Why it was taken for what it was.
    package var wording: Wording {
        switch self {
        case .header: Wording(zh: "按表头识别", en: "by its header")
        case .part: Wording(zh: "按表头的一部分识别，请核对", en: "by a part of its header; please check")
        case .content: Wording(zh: "按列中内容识别，请核对", en: "by what its cells hold; please check")
        case .mapping: Wording(zh: "经办指定", en: "named by a person")
        case .remembered: Wording(zh: "按以前的指定", en: "as said before")
        case .actual: Wording(zh: "实有数等，由人员表统计，不读取", en: "counted from the people, left out")
        case .unknown: Wording(zh: "没有识别，不读取", en: "not recognised, left out")
        }
    }
}

extension ColumnMapping {
    /// How it was recognised.
    package var reason: ColumnReason { how.flatMap(ColumnReason.init) ?? .mapping }

    /// Its field in a table of that meaning; nil where it is left out.
    package func field(in meaning: Meaning) -> Field? {
        Field(rawValue: field) ?? Field(rawValue: "\(meaning.rawValue).\(field)")
    }
}
