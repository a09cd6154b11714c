/// What a cell that should hold an identity number says.
enum IdentityRead: Hashable {
    /// Nothing, or a dash.
    case blank
    /// Eighteen or fifteen characters of the right kind, `X` in upper case.
    case number(String)
    /// Kept as a number, so that the digits after the fifteenth are gone.
    case digitsLost
    /// Of another shape.
    case unreadable
}

/// Reads an identity number. A number cell holds fifteen digits at most, so an eighteen-digit one has lost three.
func readIdentity(_ cell: Cell, words: RowWords) -> IdentityRead {
    switch cell {
    case .empty: return .blank
    case .number(let value, let written):
        if value >= 1e15 { return .digitsLost }
        return value == value.rounded() && value >= 1e14 ? readIdentity(plainDigits(value, written)) : .unreadable
    case .text(let text): return words.isBlank(text) ? .blank : readIdentity(text)
    case .day, .truth, .fault: return .unreadable
    }
}

private func plainDigits(_ value: Double, _ written: String) -> String {
    written.utf8.allSatisfy { (48...57).contains($0) } ? written : String(Int(value))
}

private func readIdentity(_ text: String) -> IdentityRead {
    let plain =
        text.utf8.count == 18 && text.utf8.allSatisfy { (48...57).contains($0) }
        ? text : folded(text).uppercased()
    // 3.39902E+17 as text: copied from a cell that showed the number in short.
    if plain.contains("E"), text.contains("."), Double(folded(text, punctuation: true)) != nil { return .digitsLost }
    return identityFault(plain) == .shape ? .unreadable : .number(plain)
}
