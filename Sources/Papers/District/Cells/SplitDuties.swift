/// The duties in one cell, where an office writes all of a body's duties together: one a line, or numbered within the
/// text as (一) … (二) …. Numbers in front are left out.
func splitDuties(_ text: String) -> [String] {
    var items: [String] = []
    for line in text.split(whereSeparator: \.isNewline) { items += numberedItems(String(line)) }
    let texts = items.map { withoutNumbering($0) }.filter { !$0.isEmpty }
    return texts.isEmpty ? [tidied(text)] : texts
}

/// The text cut before each (二), (三) …, as long as the numbers go up by one.
private func numberedItems(_ text: String) -> [String] {
    var items = [""]
    var next = 1
    var rest = Substring(text)
    while let first = rest.first {
        if "(\u{FF08}".contains(first), let close = rest.prefix(6).firstIndex(where: { ")\u{FF09}".contains($0) }),
            chineseNumber(rest[rest.index(after: rest.startIndex)..<close]) == next
        {
            if !tidied(items[items.count - 1]).isEmpty { items.append("") }
            next += 1
            items[items.count - 1] += rest[...close]
            rest = rest[rest.index(after: close)...]
            continue
        }
        items[items.count - 1].append(first)
        rest = rest.dropFirst()
    }
    return items
}
