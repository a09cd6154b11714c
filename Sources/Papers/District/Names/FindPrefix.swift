/// The prefix that the names of a district's bodies share: 安和区, 菏泽市定陶区. Found from the names themselves, so that
/// no list of districts is needed; empty when they share none.
func findPrefix(_ names: some Collection<String>, hints: [String], words: NameWords) -> String {
    var counts: [String: Int] = [:]
    for name in names { for prefix in regionPrefixes(name, words: words) { counts[prefix, default: 0] += 1 } }
    if let best = longestCommon(counts, of: names.count) { return best }
    // Where all names stand without it, the title or the office's own name still says it.
    var hinted: [String: Int] = [:]
    for hint in hints { for prefix in regionPrefixes(hint, words: words) { hinted[prefix, default: 0] += 1 } }
    return hinted.max { ($0.value, -$0.key.count, $1.key) < ($1.value, -$1.key.count, $0.key) }?.key ?? ""
}

/// The prefix of enough names: of a tenth at least, and where one continues another, the longer if it has most of
/// the shorter's names.
private func longestCommon(_ counts: [String: Int], of total: Int) -> String? {
    let needed = max(2, total / 10)
    guard let most = counts.max(by: { ($0.value, $1.key.count, $1.key) < ($1.value, $0.key.count, $0.key) }),
        most.value >= needed
    else { return nil }
    var best = most
    for candidate in counts.sorted(by: { $0.key.count < $1.key.count })
    where candidate.key.count > best.key.count && candidate.key.hasPrefix(best.key)
        && candidate.value * 10 >= best.value * 7
    {
        best = candidate
    }
    return best.key
}

/// The parts of a name, from its start, that end where a region's name can end.
private func regionPrefixes(_ name: String, words: NameWords) -> [String] {
    var text = Substring(tidied(name))
    for front in ["中国共产党", "中共", "共青团"] where text.hasPrefix(front) { text = text.dropFirst(front.count) }
    var found: [String] = []
    for (offset, character) in text.enumerated() where offset >= 1 && offset < 14 {
        guard words.regionEnds.contains(where: { $0.last == character && $0.count == 1 }) else { continue }
        let prefix = text.prefix(offset + 1)
        // 区 of 社区 or 园区 and 市 of 城市 end no region.
        if ["社区", "园区", "小区", "城市", "城区", "景区", "灌区", "库区", "校区", "院区", "新市", "超市", "夜市"].contains(where: {
            prefix.hasSuffix($0)
        }) {
            continue
        }
        found.append(String(prefix))
    }
    return found
}
