import Basics
import Norms

/// Why a change of a pack, written on one line, can't be read or made.
package struct UnreadablePackChange: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    package let wording: Wording

    init(zh: String, en: String) { wording = Wording(zh: zh, en: en) }

    init(_ wording: Wording) { self.wording = wording }
}

/// Reads a change of one band of a pack and makes it: `第三十九条:11-50=3-4` gives the band another number,
/// `第三十九条:11-50=11-60:3-4` another range and number, `第三十九条:11-50=11-60:` another range only.
///
/// Where several clauses of that number have such a band, the item is named too: `第三十九条/领导职数:11-50=3-4`.
package func readPackChange(_ text: String, in pack: RulePack) throws(UnreadablePackChange) -> RulePack {
    let text = RangeText.folded(text)
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let left = sides[0].split(separator: ":", omittingEmptySubsequences: false)
    guard sides.count == 2, left.count == 2 else {
        throw UnreadablePackChange(
            zh: "“\(text)”应写作“条款号：分档=新核定”，如 第三十九条：11-50=3-4；改范围写作 第三十九条：11-50=11-60：。",
            en: "write “\(text)” as clause:band=number, 第三十九条:11-50=3-4; another range as 第三十九条:11-50=11-60:.")
    }
    let named = left[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let old = try range(left[1], percent: false)
    let item = named.count == 2 ? PackNames.items[named[1]] : nil
    guard named.count == 1 || item != nil else {
        throw UnreadablePackChange(
            zh: "不认识核定项目“\(named.last ?? "")”，如 领导职数、中层职数。",
            en: "“\(named.last ?? "")” is no item; write leaders or mid-level.")
    }
    let place = try find(named[0], item, old, in: pack)
    let right = sides[1].split(separator: ":", omittingEmptySubsequences: false)
    let isShare = pack.clauses[place.clause].item.isShare
    let new: (range: NumberRange?, award: NumberRange?)
    switch right.count {
    case 1: new = (nil, try range(right[0], percent: isShare))
    case 2: new = (try range(right[0], percent: false), right[1].isEmpty ? nil : try range(right[1], percent: isShare))
    default:
        throw UnreadablePackChange(zh: "“\(sides[1])”里冒号太多。", en: "there are too many colons in “\(sides[1])”.")
    }
    do {
        return try pack.changed(clause: place.clause, band: place.band, range: new.range, award: new.award)
    } catch {
        throw UnreadablePackChange(error.wording)
    }
}

private func range(_ text: Substring, percent: Bool) throws(UnreadablePackChange) -> NumberRange {
    guard let read = RangeText(String(text)), read.isPercent == percent || percent && !read.isPercent else {
        throw UnreadablePackChange(
            zh: "“\(text)”不是数或范围，应写作 11-50、10以下、601以上。",
            en: "“\(text)” is no number or range; write 11-50, <=10 or >=601.")
    }
    return read.range
}

private func find(
    _ number: String, _ item: NormItem?, _ range: NumberRange, in pack: RulePack
) throws(UnreadablePackChange) -> (clause: Int, band: Int) {
    var found: [(clause: Int, band: Int)] = []
    var numbers: [String] = []
    for (index, clause) in pack.clauses.enumerated() {
        guard case .bands(_, let bands) = clause.decision else { continue }
        numbers.append(clause.number)
        guard clause.number == number, item.map({ $0 == clause.item }) ?? true,
            let band = bands.firstIndex(where: { $0.range == range })
        else { continue }
        found.append((index, band))
    }
    guard let first = found.first else {
        let known = numbers.isEmpty ? "" : numbers.joined(separator: "、")
        throw UnreadablePackChange(
            zh: "规则包“\(pack.name)”的“\(number)”没有分档“\(range.zh)”；有分档的条款：\(known)。",
            en: "“\(number)” of “\(pack.name)” has no band “\(range.en)”; clauses with bands: \(known).")
    }
    guard found.count == 1 else {
        let items = found.map { pack.clauses[$0.clause].item.name }
        throw UnreadablePackChange(
            zh: "“\(number)”有多个条款含此分档，请写明核定项目：\(number)/\(items[0].zh)：…（可写\(items.map(\.zh).joined(separator: "、"))）。",
            en: "several clauses “\(number)” have that band; name the item too: \(number)/\(items[0].zh):…")
    }
    return first
}
