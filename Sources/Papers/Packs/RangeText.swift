import Norms

/// A range as people write it: `11-50`, `10以下`, `601以上`, `不满18`, `超过500`, `70%以上`, `≥24`; nil for every other shape.
///
/// 以下, 以上 and 以内 include the number; 不满, 少于, 超过 and 多于 exclude it.
struct RangeText {
    /// The numbers meant.
    let range: NumberRange
    /// Whether a per cent sign stands there.
    let isPercent: Bool

    init?(_ text: String) {
        let folded = RangeText.folded(text)
        isPercent = folded.contains("%")
        // 20名(含)以上 says what 以上 means anyway.
        let plain = folded.split(separator: "(含)").joined()
        guard let range = RangeText.range(RangeText.withoutUnits(plain)) else { return nil }
        self.range = range
    }

    private static let atLeast = (
        before: ["不少于", "不低于", "至少", ">=", "≥", "at least "], after: ["及以上", "以上", "+", " or more"]
    )
    private static let atMost = (
        before: ["不超过", "不多于", "不高于", "至多", "<=", "≤", "up to "], after: ["及以下", "以下", "以内", " or fewer", " or less"]
    )
    private static let above = ["超过", "多于", "大于", "高于", ">", "over "]
    private static let below = ["不满", "少于", "不足", "小于", "低于", "<", "under "]

    private static func range(_ text: String) -> NumberRange? {
        if let number = number(text) { return NumberRange(number) }
        if let both = bothEnds(text) { return both }
        for word in atLeast.before where text.hasPrefix(word) {
            return number(text.dropFirst(word.count)).map { NumberRange(low: $0, high: nil) }
        }
        for word in atMost.before where text.hasPrefix(word) {
            return number(text.dropFirst(word.count)).map { NumberRange(low: nil, high: $0) }
        }
        for word in above where text.hasPrefix(word) {
            return number(text.dropFirst(word.count)).map { NumberRange(low: $0 + 1, high: nil) }
        }
        for word in below where text.hasPrefix(word) {
            // Nothing is below zero.
            guard let number = number(text.dropFirst(word.count)), number > 0 else { return nil }
            return NumberRange(low: nil, high: number - 1)
        }
        for word in atLeast.after where text.hasSuffix(word) {
            return number(text.dropLast(word.count)).map { NumberRange(low: $0, high: nil) }
        }
        for word in atMost.after where text.hasSuffix(word) {
            return number(text.dropLast(word.count)).map { NumberRange(low: nil, high: $0) }
        }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let low = number(ends[0]), let high = number(ends[1]) else { return nil }
        return NumberRange(low: low, high: high)
    }

    /// 6以上10以下, 6以上不满11.
    private static func bothEnds(_ text: String) -> NumberRange? {
        for word in atLeast.after {
            guard let place = text.firstRange(of: word), let low = number(text[..<place.lowerBound]) else { continue }
            let rest = text[place.upperBound...].drop { ",、，-".contains($0) }
            guard !rest.isEmpty, let upper = range(String(rest)), upper.low == nil, let high = upper.high else {
                return nil
            }
            return NumberRange(low: low, high: high)
        }
        return nil
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    /// Full-width signs made half-width, every dash a hyphen, blanks around them gone.
    static func folded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{FF01}"..."\u{FF5E}":
                let half = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                scalars.append(half == "~" ? "-" : half)
            case "~", "–", "—", "―", "−", "至", "到", "〜": if scalars.last != "-" { scalars.append("-") }
            case "\u{3000}", "\t": scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        var text = String(scalars)
        while text.hasPrefix(" ") { text.removeFirst() }
        while text.hasSuffix(" ") { text.removeLast() }
        return text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            var part = part
            while part.first == " " { part.removeFirst() }
            while part.last == " " { part.removeLast() }
            return String(part)
        }.joined(separator: "-")
    }

    private static func withoutUnits(_ text: String) -> String {
        var text = text
        for unit in ["万元", "%", "名", "人", "个", "班", "张", "条", "床", "所", "家"] {
            text = text.split(separator: unit).joined()
        }
        return text
    }
}
