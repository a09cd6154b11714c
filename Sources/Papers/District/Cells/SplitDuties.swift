/// The duties in one cell, where an office writes all of a body's duties together: one a line, or numbered within the
/// text as (一) … (二) … or 1. … 2. …. Numbers in front are left out, and so is the mark that parted two items.
func splitDuties(_ text: String) -> [String] {
    var items: [String] = []
    for line in text.split(whereSeparator: \.isNewline) { items += numberedItems(String(line)) }
    let texts = items.map { items.count > 1 ? withoutCount(withoutNumbering($0)) : withoutNumbering($0) }.filter {
        !$0.isEmpty
    }
    return texts.isEmpty ? [tidied(text)] : texts
}

/// The text without 二是 in front.
private func withoutCount(_ text: String) -> String {
    for number in 1...20 { if let mark = counted(text[...], number) { return String(text[mark.endIndex...]) } }
    return text
}

/// The text cut before each (二), (三) …, 2., 3. …, as long as the numbers go up by one. Plain numbers count only where
/// the text begins with 1 and where an item may begin, since they may stand for anything within one.
private func numberedItems(_ text: String) -> [String] {
    let breaks: Set<Character> = ["\u{FF1B}", ";", "\u{3002}", " ", "\u{3000}", "\u{FF0C}", ","]
    var items = [""]
    var next = 1
    var rest = Substring(text)
    while let first = rest.first {
        let item = items[items.count - 1]
        let mayBeginPlain = tidied(item).isEmpty || next > 1 && item.last.map(breaks.contains) ?? false
        let number = bracketed(rest, next) ?? (mayBeginPlain ? plain(rest, next) ?? counted(rest, next) : nil)
        if let number {
            if !tidied(item).isEmpty { items.append("") }
            next += 1
            items[items.count - 1] += number
            rest = rest[number.endIndex...]
            continue
        }
        items[items.count - 1].append(first)
        rest = rest.dropFirst()
    }
    guard items.count > 1 else { return items }
    return items.map { item in
        var item = Substring(item)
        while let last = item.last, breaks.contains(last), last != "\u{3002}" { item = item.dropLast() }
        return String(item)
    }
}

/// (二) in front of the text, where that is the number that comes next.
private func bracketed(_ text: Substring, _ next: Int) -> Substring? {
    guard let first = text.first, "(\u{FF08}".contains(first),
        let close = text.prefix(6).firstIndex(where: { ")\u{FF09}".contains($0) }),
        chineseNumber(text[text.index(after: text.startIndex)..<close]) == next
    else { return nil }
    return text[...close]
}

/// 二是 in front of the text, where that is the number that comes next.
private func counted(_ text: Substring, _ next: Int) -> Substring? {
    guard let mark = text.prefix(4).firstIndex(of: "是"), mark > text.startIndex,
        chineseNumber(text[..<mark]) == next, !text[..<mark].contains(where: \.isASCII)
    else { return nil }
    return text[...mark]
}

/// 2. or 2、 in front of the text, where that is the number that comes next and no decimal.
private func plain(_ text: Substring, _ next: Int) -> Substring? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    let after = text[digits.endIndex...]
    guard Int(digits) == next, let mark = after.first, "、.\u{FF0E}".contains(mark),
        let following = after.dropFirst().first, !("0"..."9").contains(following)
    else { return nil }
    return text[...after.startIndex]
}
