/// The name that was likely meant: the nearest of those allowed, if one is near.
func nearName(to word: String, among names: some Sequence<String>) -> String? {
    let letters = Array(word)
    var best: (String, Int)?
    for name in names.sorted() where name != word {
        let other = Array(name)
        // Of a word of two characters one may be wrong, but not both.
        let most = max(1, (max(letters.count, other.count) + 1) / 3)
        guard abs(letters.count - other.count) <= most, letters.contains(where: other.contains) else { continue }
        let distance = editDistance(letters, other)
        if distance <= most, distance < best?.1 ?? .max { best = (name, distance) }
    }
    return best?.0
}

private func editDistance(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for (place, character) in other.enumerated() {
            let replaced = diagonal + (letter == character ? 0 : 1)
            diagonal = row[place + 1]
            row[place + 1] = min(replaced, row[place] + 1, row[place + 1] + 1)
        }
    }
    return row[other.count]
}
