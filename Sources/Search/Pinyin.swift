/// How characters sound, without tones (拼音): the syllables that each may be read as.
package struct Pinyin: Sendable {
    /// The syllables, in small Latin letters.
    private var syllables: [[UInt8]] = []
    /// For each character of the block of Chinese characters the numbers of its syllables.
    private var readings: [[UInt16]]
    /// For each of them the letters its syllables begin with, a bit each.
    private var initials: [UInt32]

    /// The block of Chinese characters.
    private static let block: ClosedRange<UInt32> = 0x4E00...0x9FFF

    /// Reads lines of a syllable and the characters that may be read so. A line that is none says nothing.
    package init(lines: [some StringProtocol]) {
        readings = Array(repeating: [], count: Pinyin.block.count)
        initials = Array(repeating: 0, count: Pinyin.block.count)
        for line in lines {
            let parts = line.split(separator: " ")
            guard parts.count == 2, parts[0].utf8.allSatisfy({ (97...122).contains($0) }),
                let first = parts[0].utf8.first,
                syllables.count < Int(UInt16.max)
            else { continue }
            let number = UInt16(syllables.count)
            syllables.append(Array(parts[0].utf8))
            for scalar in parts[1].unicodeScalars {
                guard let place = Pinyin.place(of: scalar) else { continue }
                readings[place].append(number)
                initials[place] |= Pinyin.bit(UInt32(first))
            }
        }
    }

    /// The letters that a character may begin with when it is typed: its own where it is one, and those of its readings.
    func initials(of scalar: Unicode.Scalar) -> UInt32 {
        Pinyin.place(of: scalar).map { initials[$0] } ?? Pinyin.bit(scalar.value)
    }

    /// How far typed letters reach that begin at a place and are read as the beginning of one of a character's readings: the
    /// longest for each.
    func reach(of typed: [Unicode.Scalar], from start: Int, in scalar: Unicode.Scalar, _ take: (Int) -> Void) {
        guard let place = Pinyin.place(of: scalar) else { return }
        for number in readings[place] {
            let syllable = syllables[Int(number)]
            var count = 0
            while count < syllable.count, start + count < typed.count, typed[start + count].value == syllable[count] {
                count += 1
            }
            if count > 0 { take(count) }
        }
    }

    /// The bit of a small Latin letter; none for anything else.
    static func bit(_ value: UInt32) -> UInt32 { (97...122).contains(value) ? 1 << (value - 97) : 0 }

    private static func place(of scalar: Unicode.Scalar) -> Int? {
        block.contains(scalar.value) ? Int(scalar.value - block.lowerBound) : nil
    }
}
