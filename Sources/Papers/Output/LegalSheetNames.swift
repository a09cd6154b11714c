/// Names of sheets made of wanted ones, in the same order, that Excel takes and tells apart: 1 to 31 characters as it
/// counts them (UTF-16), without `[]:*?/\`, no apostrophe at an end, not `History`, and no two the same without regard
/// to case.
package func legalSheetNames(_ wanted: [String]) -> [String] {
    var taken: Set<String> = ["history"]
    return wanted.map { name in
        let legal = trimmed(
            String(String.UnicodeScalarView(name.unicodeScalars.map { isIllegal($0) ? " " : $0 })))
        let base = legal.isEmpty ? "Sheet" : legal
        var candidate = trimmed(clipped(base, to: 31))
        var number = 2
        while taken.contains(candidate.lowercased()) {
            let suffix = " (\(number))"
            candidate = trimmed(clipped(base, to: 31 - suffix.utf16.count)) + suffix
            number += 1
        }
        taken.insert(candidate.lowercased())
        return candidate
    }
}

private func isIllegal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 32 || scalar.value == 127 || scalar.value >= 0xFFFE && scalar.value <= 0xFFFF
        || "[]:*?/\\".unicodeScalars.contains(scalar)
}

private func trimmed(_ name: String) -> String {
    let start = name.drop { $0 == "'" || $0.isWhitespace }
    return String(String(start.reversed().drop { $0 == "'" || $0.isWhitespace }).reversed())
}

/// As many characters from the start as fit, none of them halved.
private func clipped(_ name: String, to units: Int) -> String {
    var clipped = ""
    var used = 0
    for character in name {
        used += character.utf16.count
        guard used <= units else { break }
        clipped.append(character)
    }
    return clipped
}
