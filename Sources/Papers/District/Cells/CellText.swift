extension Cell {
    /// The cell's text without spaces around it, like `text`, but quick where none stand there: a table has a hundred
    /// thousand cells, and each is asked several times.
    var plain: String {
        guard case .text(let text) = self else { return text }
        let scalars = text.unicodeScalars
        if let first = scalars.first, let last = scalars.last, isInk(first), isInk(last) { return text }
        return self.text
    }

    /// How far its text is indented: a full-width space counts two.
    var indent: Int {
        guard case .text(let text) = self else { return 0 }
        return text.unicodeScalars.prefix { $0.properties.isWhitespace }.reduce(0) {
            $0 + ($1.value == 0x3000 ? 2 : $1.value == 0x09 ? 4 : 1)
        }
    }

    /// Whether a reader sees nothing, like `isBlank`.
    var isVoid: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.unicodeScalars.first.map { !isInk($0) && isBlank } ?? true
        default: false
        }
    }
}

/// Certainly no space: printable ASCII or a Han character.
private func isInk(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
}
