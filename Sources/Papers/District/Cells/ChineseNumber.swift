/// The digits as they are written one by one: 二〇二〇, and in sums: 二十三.
private let chineseDigits: [Character: Int] = [
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
]

/// The value of a Chinese numeral such as 十二, 一百零五 or 二〇二〇; nil where the text is none.
func chineseNumber(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.count <= 12 else { return nil }
    let places: [Character: Int] = ["十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000]
    if text.allSatisfy({ chineseDigits[$0] != nil }) {
        return text.reduce(0) { $0 * 10 + (chineseDigits[$1] ?? 0) }
    }
    var total = 0
    var digit: Int?
    var last = Int.max
    for character in text {
        if let value = chineseDigits[character] {
            guard digit == nil || digit == 0 else { return nil }
            digit = value
        } else if let place = places[character] {
            guard place < last else { return nil }
            total += (digit ?? 1) * place
            last = place
            digit = nil
        } else {
            return nil
        }
    }
    return total + (digit ?? 0)
}

/// The text with each run of Chinese numerals as Arabic digits: 二〇二〇年五月三十一日 becomes 2020年5月31日.
func withArabicDigits(_ text: String) -> String {
    var result = ""
    var run = ""
    func isNumeral(_ character: Character) -> Bool { chineseDigits[character] != nil || "十拾百佰千仟".contains(character) }
    for character in text {
        if isNumeral(character) {
            run.append(character)
        } else {
            result += chineseNumber(run).map(String.init) ?? run
            run = ""
            result.append(character)
        }
    }
    return result + (chineseNumber(run).map(String.init) ?? run)
}
