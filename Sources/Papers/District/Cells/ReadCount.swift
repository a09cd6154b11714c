/// What a cell that should hold a whole number says.
enum CountRead: Hashable {
    /// Nothing, or a dash.
    case blank
    /// A number of at least zero.
    case value(Int)
    /// Something that no number can be read from without guessing.
    case unreadable(CountFault)
}

/// Why no whole number can be read.
enum CountFault: Hashable {
    case approximate, sum, fraction, negative, tooLarge, date, fault, uncalculated, unknown, noNumber
}

/// More heads than this in one cell are a slip of the keyboard; the largest counties have some ten thousand.
private let largestCount = 10_000_000

/// Reads a whole number of at least zero, however it was typed: 12, "12", " 12 ", １２, 12.0, 1,234, 12名, 十二.
/// 约10, 8+2 and 12.5 are not read, because whatever number was taken would be a guess.
func readCount(_ cell: Cell, words: RowWords) -> CountRead {
    switch cell {
    case .empty: return .blank
    case .number(let value, _): return count(of: value)
    case .uncalculated: return .unreadable(.uncalculated)
    case .truth, .fault: return .unreadable(.fault)
    case .day: return .unreadable(.date)
    case .text(let text): return readCount(text, words: words)
    }
}

/// Reads a whole number from text.
func readCount(_ text: String, words: RowWords) -> CountRead {
    if text.utf8.count == 1, let digit = text.utf8.first, (48...57).contains(digit) { return .value(Int(digit) - 48) }
    if words.isBlank(text) { return .blank }
    if words.isUnknown(text) { return .unreadable(.unknown) }
    return readWholeCount(text)
}

/// Reads a whole number from text that holds nothing else.
func readWholeCount(_ text: String) -> CountRead {
    let plain = withoutCountWord(folded(text, punctuation: true))
    if let value = chineseNumber(plain) { return .value(value) }
    guard let digits = withoutThousands(plain) else { return .unreadable(countFault(plain)) }
    guard let value = Double(digits), digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 || $0 == 45 }) else {
        return .unreadable(countFault(plain))
    }
    return count(of: value)
}

private func count(of value: Double) -> CountRead {
    if value < 0 { return .unreadable(.negative) }
    if value != value.rounded() { return .unreadable(.fraction) }
    return value > Double(largestCount) ? .unreadable(.tooLarge) : .value(Int(value))
}

private func countFault(_ text: String) -> CountFault {
    let digits = text.contains { $0.isNumber }
    if digits, text.dropFirst().contains(where: { "+*".contains($0) }) { return .sum }
    if digits { return .approximate }
    return .noNumber
}

/// What an unreadable count may mean: the one number in it (约10), or what its parts come to (8+2). To be confirmed by a
/// person, never taken.
func proposedCounts(_ text: String) -> [String] {
    let plain = folded(text, punctuation: true)
    let numbers = plain.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    guard !numbers.isEmpty, numbers.allSatisfy({ $0 <= largestCount }), !plain.contains(where: { ".-".contains($0) })
    else { return [] }
    if numbers.count == 1 { return [String(numbers[0])] }
    return plain.contains("+") ? [String(numbers.reduce(0, +))] : []
}

/// The text without a counting word at its end.
private func withoutCountWord(_ text: String) -> String {
    guard let last = text.last, text.count > 1, "名人个张班位家间床".contains(last) else { return text }
    return String(text.dropLast())
}

/// The digits without separators of thousands; nil where commas stand elsewhere.
private func withoutThousands(_ text: String) -> String? {
    guard text.contains(",") else { return text }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
    }
    return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
}

/// Reads an amount that need not be whole, such as 830.5 or 1,200万元; nil when it cannot be read. The unit is
/// that of a word in the cell, as given by `scale`, or 1.
func readAmount(_ cell: Cell, scale: (String) -> Double?) -> (value: Double, unit: Double?)? {
    switch cell {
    case .number(let value, _): return (value, nil)
    case .text(let text):
        let plain = folded(text, punctuation: true)
        let number = plain.prefix { $0.isASCII && ($0.isNumber || ".,-+".contains($0)) }
        guard let digits = withoutThousands(String(number)), let value = Double(digits), value.isFinite else {
            return nil
        }
        let rest = String(plain.dropFirst(number.count))
        if rest.isEmpty { return (value, nil) }
        return scale(rest).map { (value, $0) }
    default: return nil
    }
}
