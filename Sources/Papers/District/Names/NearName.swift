/// The names most alike a given one, at most three, the best first: few characters changed, or a short form made of
/// characters of the long one in their order (卫健局 of 卫生健康局). For suggestions only.
func alike(_ name: String, _ names: [String]) -> [Int] {
    let characters = Array(name)
    var scored: [(index: Int, score: Double)] = []
    for (index, other) in names.enumerated() {
        let others = Array(other)
        let longer = max(characters.count, others.count)
        guard longer > 0 else { continue }
        var score = 0.0
        if abs(characters.count - others.count) <= 3 {
            score = 1 - Double(distance(characters, others)) / Double(longer)
        }
        if characters.count >= 3, isShortForm(characters, of: others) { score = max(score, 0.9) }
        if score >= 0.7 { scored.append((index, score)) }
    }
    return scored.sorted { ($0.score, -$0.index) > ($1.score, -$1.index) }.prefix(3).map(\.index)
}

/// Whether all characters stand in the other in this order, the first and the last in the same places.
private func isShortForm(_ short: [Character], of long: [Character]) -> Bool {
    guard short.first == long.first, short.last == long.last, short.count < long.count else { return false }
    var rest = long[...]
    for character in short {
        guard let place = rest.firstIndex(of: character) else { return false }
        rest = rest[(place + 1)...]
    }
    return true
}

/// How many characters must be changed, added or left out.
func distance(_ first: [Character], _ second: [Character]) -> Int {
    var above = Array(0...second.count)
    for (row, character) in first.enumerated() {
        var current = [row + 1]
        for (column, other) in second.enumerated() {
            current.append(
                min(above[column] + (character == other ? 0 : 1), above[column + 1] + 1, current[column] + 1))
        }
        above = current
    }
    return above[second.count]
}
