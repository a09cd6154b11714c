import Basics

/// A text as search reads it: normal form C, half width, small letters, one form of each character, one space for a gap
/// between narrow characters and none beside a Chinese one.
struct FoldedText {
    /// The folded text as UTF-8. No byte is zero.
    private(set) var bytes: [UInt8] = []
    /// For each byte what the text itself has there, in scalars.
    private(set) var spans: [Range<Int>] = []

    /// Reads a text.
    init(_ text: String) {
        fold(text) { scalar, span in
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                bytes.append(byte)
                spans.append(span)
            }
        }
    }

    /// The bytes alone, appended to others; how many characters they are.
    static func append(_ text: String, to bytes: inout [UInt8]) -> Int {
        var count = 0
        fold(text) { scalar, _ in
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            count += 1
        }
        return count
    }
}

/// Gives the scalars of a folded text in order, each with the scalars of the text that it stands for.
private func fold(_ text: String, into take: (Unicode.Scalar, Range<Int>) -> Void) {
    var last: Unicode.Scalar?
    var gap: Int?
    func read(_ scalar: Unicode.Scalar, _ span: Range<Int>) {
        switch Letters.reading(scalar) {
        case .silence: break
        case .gap: gap = gap ?? span.lowerBound
        case .letter(let letter):
            if let start = gap, let last, isNarrow(last), isNarrow(letter) { take(" ", start..<span.lowerBound) }
            gap = nil
            last = letter
            take(letter, span)
        }
    }
    var place = 0
    if text.normalised.utf8.elementsEqual(text.utf8) {
        for scalar in text.unicodeScalars {
            read(scalar, place..<place + 1)
            place += 1
        }
    } else {
        // Normal form C may join and reorder scalars, within what a person sees as one character.
        for character in text {
            let next = place + character.unicodeScalars.count
            for scalar in String(character).normalised.unicodeScalars { read(scalar, place..<next) }
            place = next
        }
    }
}

/// Latin, digits and the like, between which a space tells words apart.
private func isNarrow(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x2E80 }
