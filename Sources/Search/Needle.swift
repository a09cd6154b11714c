/// A word to be found in bytes (查找词).
///
/// Both are whole UTF-8, in which no character begins within another, so a place in the bytes is a place in the text.
struct Needle: Sendable {
    /// The word, folded.
    let bytes: [UInt8]

    /// A word of at least one byte.
    init(_ bytes: [UInt8]) {
        precondition(!bytes.isEmpty, "a word has a character")
        self.bytes = bytes
    }

    /// The first place of the word that lies whole in a range; nil when there is none.
    ///
    /// Sixteen places are looked at together: only where the first and the last byte are right is there more to compare.
    /// The usual jumps over what can't be (Horspool) gain little on words of three to six bytes, and took four to thirty
    /// times as long.
    func first(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        bytes.withUnsafeBufferPointer { word in
            let last = end - word.count
            guard start <= last, let base = UnsafeRawPointer(text.baseAddress) else { return nil }
            let heads = SIMD16<UInt8>(repeating: word[0])
            let tails = SIMD16<UInt8>(repeating: word[word.count - 1])
            var place = start
            while place + 15 <= last {
                let differences =
                    (base.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) ^ heads)
                    | (base.loadUnaligned(fromByteOffset: place + word.count - 1, as: SIMD16<UInt8>.self) ^ tails)
                if differences.min() == 0 {
                    for lane in 0..<16 where differences[lane] == 0 {
                        if stands(word, in: text, at: place + lane) { return place + lane }
                    }
                }
                place += 16
            }
            while place <= last {
                if stands(word, in: text, at: place) { return place }
                place += 1
            }
            return nil
        }
    }

    private func stands(
        _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Bool {
        for place in word.indices where text[start + place] != word[place] { return false }
        return true
    }
}
