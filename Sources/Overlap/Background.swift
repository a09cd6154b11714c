import Basics

/// How usual characters and pairs of characters are in public texts, so that a short list of statements still knows
/// that 监督管理 and 工作 are phrase. Counted over statutes (`Data/background.txt`).
package struct Background: Hashable, Sendable {
    /// Knows nothing.
    package static let none = Background(steps: [:])

    /// The step of one character (low half zero) or of two: the share of sentences that have it is 2^(−step/2).
    private let steps: [UInt64: UInt8]

    private init(steps: [UInt64: UInt8]) { self.steps = steps }

    /// Reads lines of a head character, a space, and after it characters, each with the letter of its step (A is 0):
    /// `监 督F管G` says how usual 监督 and 监管 are. The head `.` stands for single characters. `#` starts a note.
    package init(lines: some Sequence<some StringProtocol>) throws(BackgroundFault) {
        var steps: [UInt64: UInt8] = [:]
        for (index, line) in lines.enumerated() {
            let scalars = line.unicodeScalars.filter { $0 != "\r" }
            if scalars.isEmpty || scalars[0] == "#" { continue }
            guard scalars.count >= 4, scalars.count.isMultiple(of: 2), scalars[1] == " " else {
                throw BackgroundFault(line: index + 1)
            }
            for place in stride(from: 2, to: scalars.count, by: 2) {
                let letter = scalars[place + 1].value
                guard (65...90).contains(letter) else { throw BackgroundFault(line: index + 1) }
                let second = scalars[place].value
                let key = scalars[0] == "." ? Background.key(second) : Background.key(scalars[0].value, second)
                steps[key] = UInt8(letter - 65)
            }
        }
        self.init(steps: steps)
    }

    static func key(_ first: UInt32, _ second: UInt32 = 0) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// The share of sentences that have it; 0: not known.
    func share(_ key: UInt64) -> Double {
        guard let step = steps[key] else { return 0 }
        let whole = 1 / Double(1 << UInt32(step / 2))
        return step.isMultiple(of: 2) ? whole : whole * 0.707_106_781_186_547_5
    }
}

/// A line of the background that can't be read.
package struct BackgroundFault: Error, Hashable, Sendable {
    /// The line, from 1.
    package let line: Int

    /// What to tell the person who keeps the file.
    package var wording: Wording {
        Wording(
            zh: "常用字频文件第\(line)行读不出：应为一个字、一个空格，之后每个字跟一个大写字母。请用随附的文件。",
            en:
                "Line \(line) of the background file can't be read: a character, a space, then characters each with a "
                + "capital letter. Use the file that came with the program.")
    }
}
