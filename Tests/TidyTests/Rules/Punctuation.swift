/// Chinese that people read has full-width punctuation.
enum Punctuation {
    /// Signs that are full-width in Chinese: ， ： ； （ ） ？
    private static let half: Set<Unicode.Scalar> = [",", ":", ";", "(", ")", "?"]
    private static let marks: Set<Unicode.Scalar> = Set("，：；（）？。、“”《》〔〕！".unicodeScalars)

    /// Half-width signs in the texts of a source file that stand between Chinese characters, or between one and what is
    /// filled in there. A sentence in a comment may be as it is.
    static func faults(in file: SourceFile) -> [Fault] {
        guard file.isSource else { return [] }
        let code = file.code
        return zip(code.raw, code.lines).enumerated().flatMap { number, line -> [Fault] in
            guard !line.0.drop(while: { $0 == " " }).hasPrefix("//") else { return [] }
            return signs(in: Array(line.0.unicodeScalars), code: Array(line.1.utf8)).map {
                Fault(file.path, number + 1, "\($0) between Chinese characters: write it full-width")
            }
        }
    }

    /// - Parameter code: the bytes of the line with texts and comments blanked out.
    private static func signs(in line: [Unicode.Scalar], code: [UInt8]) -> [Unicode.Scalar] {
        var found: [Unicode.Scalar] = []
        var offset = 0
        for (place, sign) in line.enumerated() {
            let isText = offset < code.count && code[offset] == UInt8(ascii: " ")
            if place > 0, place + 1 < line.count, isText, half.contains(sign) {
                let before = line[place - 1]
                let after = line[place + 1]
                let endsFilling = before == ")" && offset > 0 && code[offset - 1] == UInt8(ascii: ")")
                let isAfter = isChinese(before) || endsFilling
                let isBefore = isChinese(after) || after == "\\"
                if isAfter, isBefore, isChinese(before) || isChinese(after) { found.append(sign) }
            }
            offset += UTF8.width(sign)
        }
        return found
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || marks.contains(scalar)
    }
}
