/// The name that was likely meant: the nearest of those allowed, if one is near.
func nearName(to word: String, among names: some Sequence<String>) -> String? {
    let letters = Array(word)
    var best: (String, Int)?
    for name in names.sorted() where name != word {
        let other = Array(name)
        // Of a word of two characters one may be wrong, but not both.
        let most = max(1, (max(letters.count, other.count) + 1) / 3)
        guard abs(letters.count - other.count) <= most, letters.contains(where: other.contains) else { continue }
        let changed = distance(letters, other)
        if changed <= most, changed < best?.1 ?? .max { best = (name, changed) }
    }
    return best?.0
}
