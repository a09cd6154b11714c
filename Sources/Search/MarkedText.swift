/// A text with what matched in it (命中标示).
package struct MarkedText: Hashable, Sendable {
    /// The number of the text among those of its item.
    package let number: Int
    /// The text as it is.
    package let text: String
    /// Where words stand in it, in Unicode scalars, in order and apart from one another.
    package let ranges: [Range<Int>]

    /// A text with these places in it.
    package init(number: Int, text: String, ranges: [Range<Int>]) {
        self.number = number
        self.text = text
        self.ranges = ranges
    }

    /// A piece of the text.
    package struct Piece: Hashable, Sendable {
        /// The piece.
        package let text: String
        /// Whether it matched.
        package let isMatch: Bool
    }

    /// The text in pieces, matched and not by turns.
    package var pieces: [Piece] {
        let scalars = text.unicodeScalars
        var pieces: [Piece] = []
        var index = scalars.startIndex
        var place = 0
        func piece(upTo next: Int, isMatch: Bool) {
            guard next > place else { return }
            let end = scalars.index(index, offsetBy: next - place)
            pieces.append(Piece(text: String(scalars[index..<end]), isMatch: isMatch))
            index = end
            place = next
        }
        for range in ranges {
            piece(upTo: range.lowerBound, isMatch: false)
            piece(upTo: range.upperBound, isMatch: true)
        }
        piece(upTo: scalars.count, isMatch: false)
        return pieces
    }

    /// The places of words in a folded text as places of the text itself; those that touch are one.
    static func ranges(of words: SearchWords, in folded: FoldedText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        folded.bytes.withUnsafeBufferPointer { bytes in
            for needle in words.needles {
                var from = 0
                while let place = needle.first(in: bytes, from: from, to: bytes.count) {
                    from = place + needle.bytes.count
                    found.append(folded.spans[place].lowerBound..<folded.spans[from - 1].upperBound)
                }
            }
        }
        var ranges: [Range<Int>] = []
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = ranges.last, range.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }
}
