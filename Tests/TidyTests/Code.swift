/// Swift text with comments and the insides of string literals blanked out, so that a rule about code doesn't stumble
/// over a sentence. Lines stay where they are; code interpolated into a string is kept.
struct Code: Sendable {
    /// The lines of the text as they stand.
    let raw: [String]
    /// The same lines with only the code left.
    let lines: [String]
    /// What it declares, in order.
    let declarations: [Declaration]
    /// The modules it imports, with the line of each.
    let imports: [(module: String, line: Int)]

    /// A name or a sign of the code.
    struct Token: Sendable {
        let text: String
        let line: Int
    }

    /// Blanks the text of a file.
    init(_ text: String) {
        raw = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines = String(decoding: Code.blanked(Array(text.utf8)), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let tokens = Code.tokens(of: lines)
        declarations = Code.declarations(among: tokens)
        imports = Code.imports(among: tokens)
    }

    private enum Mode {
        /// Code; inside an interpolation, with the parentheses that are open.
        case code(open: Int?)
        /// A literal that so many `#` and one or three quotes end.
        case string(hashes: Int, quotes: Int)
    }

    private static func blanked(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var modes: [Mode] = [.code(open: nil)]
        var index = 0
        func run(of byte: UInt8, at start: Int) -> Int {
            var end = start
            while end < bytes.count, bytes[end] == byte { end += 1 }
            return end - start
        }
        func blank(_ range: Range<Int>) {
            for place in range where place < bytes.count && bytes[place] != newline { result[place] = space }
        }
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch modes.last ?? .code(open: nil) {
            case .code(let open):
                if byte == slash, next == slash {
                    let end = bytes[index...].firstIndex(of: newline) ?? bytes.count
                    blank(index..<end)
                    index = end
                } else if byte == slash, next == star {
                    let end = endOfComment(bytes, from: index)
                    blank(index..<end)
                    index = end
                } else if byte == quote || (byte == hash && [quote, hash].contains(next)) {
                    let hashes = run(of: hash, at: index)
                    guard index + hashes < bytes.count, bytes[index + hashes] == quote else {
                        index += hashes
                        continue
                    }
                    let quotes = run(of: quote, at: index + hashes) >= 3 ? 3 : 1
                    modes.append(.string(hashes: hashes, quotes: quotes))
                    index += hashes + quotes
                } else {
                    if let open {
                        let now = open + (byte == opening ? 1 : byte == closing ? -1 : 0)
                        modes[modes.count - 1] = .code(open: now)
                        if now == 0 { modes.removeLast() }
                    }
                    index += 1
                }
            case .string(let hashes, let quotes):
                if byte == backslash, run(of: hash, at: index + 1) >= hashes {
                    let after = index + 1 + hashes
                    blank(index..<after)
                    if after < bytes.count, bytes[after] == opening {
                        modes.append(.code(open: 1))
                        index = after + 1
                    } else {
                        blank(after..<after + 1)
                        index = after + 1
                    }
                } else if byte == quote, run(of: quote, at: index) >= quotes,
                    run(of: hash, at: index + quotes) >= hashes
                {
                    modes.removeLast()
                    index += quotes + hashes
                } else {
                    blank(index..<index + 1)
                    index += 1
                }
            }
        }
        return result
    }

    /// The place after a block comment, which may hold others.
    private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int {
        var depth = 0
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == slash, bytes[index + 1] == star {
                depth += 1
                index += 2
            } else if bytes[index] == star, bytes[index + 1] == slash {
                depth -= 1
                index += 2
                if depth == 0 { return index }
            } else {
                index += 1
            }
        }
        return bytes.count
    }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let slash = UInt8(ascii: "/")
private let star = UInt8(ascii: "*")
private let quote = UInt8(ascii: "\"")
private let hash = UInt8(ascii: "#")
private let backslash = UInt8(ascii: "\\")
private let opening = UInt8(ascii: "(")
private let closing = UInt8(ascii: ")")

extension String {
    /// Whether the line has this word or call in it, not as a part of a longer name.
    func mentions(_ word: String) -> Bool {
        let line = Array(utf8)
        let word = Array(word.utf8)
        guard let first = word.first, let last = word.last, line.count >= word.count else { return false }
        for start in 0...(line.count - word.count) where line[start] == first {
            let end = start + word.count
            guard line[start..<end].elementsEqual(word) else { continue }
            let startsInside = isPartOfName(first) && start > 0 && isPartOfName(line[start - 1])
            let endsInside = isPartOfName(last) && end < line.count && isPartOfName(line[end])
            if !startsInside, !endsInside { return true }
        }
        return false
    }
}

/// Whether a byte can stand inside a name; every byte beyond ASCII can.
private func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        true
    default: false
    }
}
