import Basics
import Registry

/// What a cell that should hold a date says.
enum DateRead: Hashable {
    /// Nothing, or a dash.
    case blank
    /// A date, to the precision given.
    case date(FactDate)
    /// A date that can also be meant otherwise; nothing is taken.
    case ambiguous
    /// A date that the calendar does not have.
    case impossible
    /// No date.
    case unreadable
}

/// Years that a record of an establishment office can hold; others are slips.
private let plausibleYears = 1900...2100

/// Reads a date in any of the shapes offices type: a date cell, 2020-05-31, 2020/5/31, 2020.5.31, 20200531,
/// 2020年5月31日, 二〇二〇年五月三十一日, 2020-5, 202005, 2020年5月, 2020年, full width, with a time after it, or a
/// spreadsheet's day number that lost its format.
func readDate(_ cell: Cell, words: RowWords) -> DateRead {
    switch cell {
    case .empty: return .blank
    case .day(let day): return plausibleYears.contains(day.components.year) ? .date(FactDate(day)) : .impossible
    case .number(let value, let written):
        if value == value.rounded(), value > 0, value < 1e9 { return compactDate(Int(value)) }
        // 2020.1 kept as a number is January or, its zero lost, October.
        return written.hasSuffix(".1") ? .ambiguous : readDate(written, words: words)
    case .text(let text): return words.isBlank(text) ? .blank : readDate(text, words: words)
    case .truth, .fault: return .unreadable
    }
}

/// Reads a date from text.
func readDate(_ text: String, words: RowWords) -> DateRead {
    let whole = readWholeDate(text)
    guard whole == .unreadable, let rest = withoutTail(text, words) else { return whole }
    return readWholeDate(rest)
}

/// The text without what may stand behind a date: a mark, or a word such as 批准, in brackets or not; nil where nothing
/// stands there, or something that may change the date, such as 左右.
private func withoutTail(_ text: String, _ words: RowWords) -> String? {
    func isDate(_ character: Character) -> Bool {
        character.isNumber || "年月日号底末".contains(character) || chineseNumber(String(character)) != nil
    }
    guard let last = text.lastIndex(where: isDate) else { return nil }
    let tail = folded(String(text[text.index(after: last)...]))
    let rest = String(text[...last])
    return rest != text && (tail.isEmpty || words.dateTails.contains(tail)) ? rest : nil
}

/// Reads a date from text that holds nothing else.
func readWholeDate(_ text: String) -> DateRead {
    let timeless = withoutTime(text)
    if let english = englishDate(timeless) { return english }
    let plain = withArabicDigits(timeless)
    var groups: [Int] = []
    var marks = ""
    var inDigits = false
    for scalar in plain.unicodeScalars {
        if let digit = digit(scalar) {
            if !inDigits { groups.append(0) }
            guard groups[groups.count - 1] < 100_000_000 else { return .unreadable }
            groups[groups.count - 1] = groups[groups.count - 1] * 10 + digit
            inDigits = true
        } else {
            inDigits = false
            if let mark = mark(scalar) { marks.unicodeScalars.append(mark) }
        }
    }
    switch (groups.count, marks) {
    // 20205 as text is May 2020 without its zero rather than a day number.
    case (1, "") where (19_900...21_009).contains(groups[0]): return .ambiguous
    case (1, ""), (1, "年"): return compactDate(groups[0])
    case (2, "-"), (2, "/"), (2, "."), (2, "年月"), (2, "年"): return date(groups[0], groups[1], nil)
    case (3, "--"), (3, "//"), (3, ".."), (3, "年月日"), (3, "年月"), (3, "年月号"), (3, "-/"), (3, "/-"), (3, "年.."):
        if groups[0] < 100, groups[2] > 1000 { return dayAndMonth(groups) }
        return date(groups[0], groups[1], groups[2])
    case (2, "年月底"), (2, "年月末"): return lastDay(groups[0], groups[1])
    case (1, "年底"), (1, "年末"): return lastDay(groups[0], 12)
    default: return .unreadable
    }
}

/// A year that stands last: taken only where day and month cannot be mistaken for each other.
private func dayAndMonth(_ groups: [Int]) -> DateRead {
    if groups[0] > 12 { return date(groups[2], groups[1], groups[0]) }
    if groups[1] > 12 || groups[0] == groups[1] { return date(groups[2], groups[0], groups[1]) }
    return .ambiguous
}

/// A date typed without separators, or a spreadsheet's day number.
private func compactDate(_ value: Int) -> DateRead {
    switch value {
    case plausibleYears: return date(value, nil, nil)
    case 20_000...60_000:
        // Day 25,569 of the spreadsheet is 1970-01-01; the range is 1954 to 2064.
        return .date(FactDate(Day(number: Int32(value - 25_569))))
    case 3_000...19_999: return dated(value, from: Day(number: Int32(value - 25_569)))
    case 190_000...210_012: return date(value / 100, value % 100, nil)
    case 19_000_000...21_001_231: return date(value / 10_000, value / 100 % 100, value % 100)
    default: return .unreadable
    }
}

/// Day numbers before 1954 are only births of people long retired; a small number is more likely a slip.
private func dated(_ value: Int, from day: Day) -> DateRead { value >= 10_000 ? .date(FactDate(day)) : .unreadable }

private func date(_ written: Int, _ month: Int?, _ day: Int?) -> DateRead {
    // 90.8 is August 1990. 12.5 may be a day or a year of either century.
    if (10...49).contains(written), let month, (1...12).contains(month) { return .ambiguous }
    let year = (50...99).contains(written) && month != nil ? 1900 + written : written
    guard plausibleYears.contains(year) else { return year < 100 ? .unreadable : .impossible }
    guard let first = Day(year: year, month: month ?? 1, day: day ?? 1) else { return .impossible }
    return .date(FactDate(first, precision: day != nil ? .day : month != nil ? .month : .year))
}

private func lastDay(_ year: Int, _ month: Int) -> DateRead {
    guard plausibleYears.contains(year),
        let next = month == 12
            ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    else { return .impossible }
    return .date(FactDate(next.advanced(by: -1)))
}

/// The text without a time of day.
private func withoutTime(_ text: String) -> Substring {
    let trimmed = text.drop { $0.isWhitespace }
    guard let colon = trimmed.firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }) else {
        return trimmed.hasSuffix("T00") ? trimmed.dropLast(3) : trimmed
    }
    let head = trimmed[..<colon]
    guard let cut = head.lastIndex(where: { $0 == " " || $0 == "T" || $0 == "\u{3000}" || $0 == "\u{A0}" }) else {
        return trimmed
    }
    return head[..<cut]
}

private func withArabicDigits(_ text: Substring) -> String {
    let text = String(text)
    return text.utf8.count == text.unicodeScalars.count ? text : withArabicDigits(text)
}

private func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
}

/// A separator in its plain form, nil for spaces; other characters stay, so that no date is read with them.
private func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x3002, 0xFF0E, 0xB7: "."
    case 0xFF0F: "/"
    case 0xFF0D, 0x2010...0x2015, 0x2212: "-"
    case 0...0x20, 0xA0, 0x3000, 0x200B...0x200F, 0xFEFF: nil
    default: scalar
    }
}

/// 31 December 2020, Dec 31, 2020 or December 2020; nil where there is no English month in it.
private func englishDate(_ text: Substring) -> DateRead? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard words.count >= 2, let place = words.firstIndex(where: { monthNumber($0) != nil }),
        let month = monthNumber(words[place])
    else { return nil }
    let numbers = words.indices.filter { $0 != place }.compactMap { place in Int(words[place].prefix { $0.isNumber }) }
    guard numbers.count == words.count - 1, let year = numbers.last, year > 31 else { return .unreadable }
    switch numbers.count {
    case 1: return date(year, month, nil)
    case 2: return date(year, month, numbers[0])
    default: return .unreadable
    }
}

/// The number of an English month's name, whole or of three letters.
func monthNumber(_ word: some StringProtocol) -> Int? {
    guard word.count >= 3, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    let small = word.lowercased()
    return months.firstIndex { $0 == small || (small.count <= 4 && $0.hasPrefix(small)) }.map { $0 + 1 }
}
