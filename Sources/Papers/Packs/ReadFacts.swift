import Basics
import Norms

/// Why facts of a supposed body, written as `名称=值`, can't be read.
package struct UnreadableFact: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    package let wording: Wording
}

/// Reads the facts of a body that is planned or supposed, with the names that packs use: `编制数=56`, `规格=股级`,
/// `名称=某区实验小学`, `职责=行政许可`. What is not named stays unknown.
package func readFacts(_ texts: [String]) throws(UnreadableFact) -> FactSheet {
    var sheet = FactSheet()
    for text in texts {
        let sides = text.split(separator: "=", maxSplits: 1).map { RangeText.folded(String($0)) }
        guard sides.count == 2, !sides[1].isEmpty else {
            throw UnreadableFact(
                wording: Wording(
                    zh: "“\(text)”应写作“名称=值”，如 编制数=56、规格=股级。", en: "write “\(text)” as name=value: heads=56, rank=股级."))
        }
        try read(sides[0], sides[1], into: &sheet)
    }
    return sheet
}

private func read(_ name: String, _ value: String, into sheet: inout FactSheet) throws(UnreadableFact) {
    switch name {
    case Fact.name.name.zh, Fact.name.name.en:
        sheet.name = value
        return
    case Fact.dutyTexts.name.zh, Fact.dutyTexts.name.en:
        sheet.dutyTexts = (sheet.dutyTexts ?? []) + [value]
        return
    default: break
    }
    guard let fact = PackNames.facts[name] else {
        let known = Fact.allCases.map(\.name)
        throw UnreadableFact(
            wording: Wording(
                zh: "不认识“\(name)”。可写：\(known.map(\.zh).joined(separator: "、"))。",
                en: "“\(name)” is not known. Use: \(known.map(\.en).joined(separator: ", "))."))
    }
    if fact.kind == .choice {
        let codes = PackNames.codes(of: fact)
        guard let code = codes[value]?.first else {
            let known = fact.codes.compactMap { fact.name(of: $0) }
            throw UnreadableFact(
                wording: Wording(
                    zh: "\(fact.name.zh)没有“\(value)”。可写：\(known.map(\.zh).joined(separator: "、"))。",
                    en: "\(fact.name.en) has no “\(value)”. Use: \(known.map(\.en).joined(separator: ", "))."))
        }
        sheet[fact] = code
    } else {
        guard let range = RangeText(value)?.range, let number = range.low, range.high == number else {
            throw UnreadableFact(
                wording: Wording(
                    zh: "\(fact.name.zh)应是一个整数，现为“\(value)”。",
                    en: "\(fact.name.en) is one whole number, not “\(value)”."))
        }
        sheet[fact] = number
    }
}

/// The item of that name, in Chinese or English: 领导职数, mid-level.
package func normItem(named name: String) -> NormItem? { PackNames.items[name] }
