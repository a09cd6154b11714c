import Foundation

extension String {
    /// The text in normal form C, so that one text has one sequence of bytes whatever keyboard or file it came from.
    ///
    /// The standard library compares by it and yet offers no way to produce it, hence Foundation here and only here.
    package var normalised: String {
        // Latin before the combining marks and the common Chinese characters are in normal form C as they are.
        let isPlain = unicodeScalars.allSatisfy {
            $0.value < 0x300 || (0x3001...0x3029).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
                || (0xFF01...0xFF5E).contains($0.value) || (0x2010...0x203F).contains($0.value)
        }
        return isPlain ? self : precomposedStringWithCanonicalMapping
    }
}

extension String {
    /// The text without white space at its ends.
    package var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
