/// The words that tell rows of a table from its data: totals, remarks, lines about the table; and empty or unknown cells.
struct RowWords: Sendable {
    let totals: Set<String>
    let subtotals: Set<String>
    let remarks: [String]
    let office: [String]
    let cutOff: [String]
    /// The same as written, for texts in which they stand among other words.
    let cutOffWritten: [String]
    /// Words in the name or title of a sheet that sums up others.
    let summaries: [String]
    /// What may stand behind a date without changing it.
    let dateTails: Set<String>
    /// What may stand at the end of the name of a sheet of people.
    let peopleTails: [String]
    /// Rows of internal units that stand for the body's own leaders.
    let ownLeaders: Set<String>
    private let blanks: Set<String>
    private let unknowns: Set<String>
    private let totalMarks: Set<Unicode.Scalar>
    private let remarkMarks: Set<Unicode.Scalar>

    init(_ file: WordFile) throws(UnreadableDistrict) {
        totals = Set(try file.words("rows", "totals").map { folded($0) })
        subtotals = Set(try file.words("rows", "subtotals").map { folded($0) })
        // Longer words first, so that 填报单位 is not taken for 单位.
        remarks = try file.words("rows", "remarks").map { folded($0) }.sorted { $0.count > $1.count }
        office = try file.words("rows", "office").map { folded($0) }.sorted { $0.count > $1.count }
        cutOff = try file.words("rows", "cutOff").map { folded($0) }.sorted { $0.count > $1.count }
        cutOffWritten = try file.words("rows", "cutOff").sorted { $0.count > $1.count }
        dateTails = Set(try file.words("rows", "dateTails").map { folded($0) })
        peopleTails = try file.words("rows", "peopleTails").map { folded($0) }.sorted { $0.count > $1.count }
        ownLeaders = Set(try file.words("rows", "ownLeaders").map { folded($0) })
        summaries = try file.words("rows", "summaries").map { folded($0) }
        blanks = Set(try file.words("rows", "blanks").map { folded($0, punctuation: true) })
        totalMarks = Set((totals.union(subtotals)).compactMap { $0.unicodeScalars.first })
        remarkMarks = Set(remarks.compactMap { $0.unicodeScalars.first })
        unknowns = Set(try file.words("rows", "unknowns").map { folded($0, punctuation: true) })
    }

    /// A cheap look before a dear one: some character begins one of the words, or may do so once it is folded.
    func mayBeTotal(_ text: String) -> Bool { has(text, totalMarks) }

    /// The same for remarks.
    func mayBeRemark(_ text: String) -> Bool { has(text, remarkMarks) }

    private func has(_ text: String, _ marks: Set<Unicode.Scalar>) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0...0x40, 0x5B...0x60: false
            case 0x41...0x7A, 0xFF00...0xFFEF, 0x2E80...0x2FDF: true
            default: marks.contains(scalar)
            }
        }
    }

    /// Whether a text says that there is nothing: a dash, 无.
    func isBlank(_ text: String) -> Bool {
        if text.isEmpty { return true }
        guard text.utf8.count <= 12 else { return false }
        let word = folded(text, punctuation: true)
        return word.isEmpty || blanks.contains(word)
    }

    /// Whether a text says that it is not known: 不详.
    func isUnknown(_ text: String) -> Bool {
        text.utf8.count <= 24 && unknowns.contains(folded(text, punctuation: true))
    }
}

/// The words of groups in a tree or between rows.
struct GroupWords: Sendable {
    private var words: [String: String] = [:]

    init(_ file: WordFile) throws(UnreadableDistrict) {
        for (key, node) in try file.pairs("groups") {
            for word in try file.words(of: node, "groups.\(key)") where words[folded(word)] == nil {
                words[folded(word)] = key
            }
        }
    }

    /// The key of the group a text names: a type's name, `organ`, `dispatched` or `container`; nil when it is none.
    func group(_ text: String) -> String? {
        words[folded(withoutNumbering(withoutBrackets(text).text))] ?? words[folded(text)]
    }
}

/// The text without 一、 or (二) or 3. before it.
func withoutNumbering(_ text: String) -> String {
    let trimmed = tidied(text)
    let numerals = "一二三四五六七八九十百0123456789"
    let marks = "、.,)\u{FF0E}\u{FF0C}\u{FF09}\u{FF1A}: "
    var rest = Substring(trimmed)
    if let first = rest.first, "(\u{FF08}第".contains(first) { rest = rest.dropFirst() }
    let digits = rest.prefix { numerals.contains($0) }
    rest = rest.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, marks.contains(mark) || "章节部".contains(mark) else { return trimmed }
    // 1.5米 is a measure, no item.
    if ".\u{FF0E}".contains(mark), let next = rest.dropFirst().first, next.isNumber { return trimmed }
    return String(rest.drop { marks.contains($0) || "章节部分".contains($0) })
}
