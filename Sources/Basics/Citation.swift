/// What makes a document (文件) one and the same: issuer, year and number, as in 安编〔2020〕12号.
package struct Citation: Hashable, Comparable, Sendable {
    /// The issuer's code as it stands before the year: 安编, 安政办发.
    package let issuer: String
    /// The year in the brackets.
    package let year: Int
    /// The number after them, from 1.
    package let number: Int

    /// The citation, or nil when the issuer is empty, the year not of four digits or the number below 1.
    package init?(issuer: String, year: Int, number: Int) {
        guard !issuer.isEmpty, (1900...2999).contains(year), number >= 1 else { return nil }
        self.issuer = issuer
        self.year = year
        self.number = number
    }

    /// Reads `安编〔2020〕12号`, with any of the brackets offices type in any width, full-width digits, and 第 before the number.
    package init?(_ text: String) {
        var issuer = ""
        var groups: [String] = []
        var inGroup = false
        for scalar in text.unicodeScalars {
            let folded = Citation.folded(scalar)
            switch folded {
            case "〔", "[", "(", "【", "〖", "〈", "<", "{", "﹝", "﹙", "〕", "]", ")", "】", "〗", "〉", ">", "}", "﹞", "﹚",
                "第",
                "号", "字", " ", "\u{3000}", "\u{A0}":
                inGroup = false
                if folded == "字", groups.isEmpty { issuer.unicodeScalars.append(folded) }
            case "0"..."9":
                if !inGroup { groups.append("") }
                groups[groups.count - 1].unicodeScalars.append(folded)
                inGroup = true
            default:
                guard groups.isEmpty else { return nil }
                issuer.unicodeScalars.append(folded)
            }
        }
        guard groups.count == 2, let year = Int(groups[0]), let number = Int(groups[1]) else { return nil }
        self.init(issuer: issuer, year: year, number: number)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }

    /// Orders by issuer, year, number.
    package static func < (left: Citation, right: Citation) -> Bool {
        (left.issuer, left.year, left.number) < (right.issuer, right.year, right.number)
    }
}

extension Citation: CustomStringConvertible {
    /// `安编〔2020〕12号`.
    package var description: String { "\(issuer)〔\(year)〕\(number)号" }
}
