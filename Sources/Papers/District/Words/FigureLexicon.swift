/// The words that headers of figures are put together from. A header such as 核定编制数/全额事业, 机关工勤编制(名) or
/// 内设机构领导职数(副) is read word by word, so that not every combination needs a line in a file.
struct FigureLexicon: Sendable {
    private var words: [String: Token] = [:]
    private var longest = 1

    private enum Token: Hashable, Sendable {
        case kind(Field)
        case role(Field)
        case headsGroup, postsGroup, inner, total, actual, former, filler
    }

    init(_ file: WordFile) throws(UnreadableDistrict) {
        let plain: [(String, Token)] = [
            ("filler", .filler), ("total", .total), ("headsGroup", .headsGroup), ("postsGroup", .postsGroup),
            ("internal", .inner), ("actual", .actual), ("former", .former),
        ]
        for (key, token) in plain { add(try file.words("tokens", key), token) }
        for (key, node) in try file.pairs("tokens", "heads") {
            guard let field = Field(rawValue: "bodies.heads.\(key)") else { throw file.missing(["tokens.heads", key]) }
            add(try file.words(of: node, key), .kind(field))
        }
        for (key, node) in try file.pairs("tokens", "posts") {
            guard let field = Field(rawValue: "bodies.posts.\(key)") else { throw file.missing(["tokens.posts", key]) }
            add(try file.words(of: node, key), .role(field))
        }
    }

    private mutating func add(_ list: [String], _ token: Token) {
        for word in list.map({ folded($0) }) where !word.isEmpty {
            words[word] = token
            longest = max(longest, word.count)
        }
    }

    /// What the lines of a header say together; nil when they are no figure's.
    func read(_ lines: [String]) -> FigureHeader? {
        var tokens: Set<Token> = []
        for (index, line) in lines.enumerated() {
            let text = line.filter { !("0"..."9").contains($0) && $0 != "年" }
            if let read = split(text) {
                tokens.formUnion(read)
            } else if index == lines.count - 1 {
                // The lowest line carries the meaning, so it must be understood as a whole.
                return leftOutWord(in: line) ? FigureHeader(field: nil, isLeftOut: true) : nil
            } else if leftOutWord(in: line) {
                tokens.insert(.actual)
            }
        }
        return conclude(tokens)
    }

    private func leftOutWord(in line: String) -> Bool {
        words.contains { ($0.value == .actual || $0.value == .former) && $0.key.count >= 2 && line.contains($0.key) }
    }

    private func conclude(_ tokens: Set<Token>) -> FigureHeader? {
        var kinds: [Field] = []
        var roles: [Field] = []
        for token in tokens {
            if case .kind(let field) = token { kinds.append(field) }
            if case .role(let field) = token { roles.append(field) }
        }
        let isFigure = !kinds.isEmpty || !roles.isEmpty || tokens.contains(.headsGroup) || tokens.contains(.postsGroup)
        if tokens.contains(.actual) || tokens.contains(.former) {
            return isFigure || tokens.contains(.total) || tokens.subtracting([.actual, .former, .filler]).isEmpty
                ? FigureHeader(field: nil, isLeftOut: true) : nil
        }
        guard isFigure else { return nil }
        if roles.count > 1 { roles.removeAll { $0 == .postsParty } }
        if let role = roles.first, roles.count == 1, !tokens.contains(.headsGroup) {
            guard tokens.contains(.inner) else { return FigureHeader(field: role) }
            switch role {
            case .postsChief: return FigureHeader(field: .postsInternalChief)
            case .postsDeputy: return FigureHeader(field: .postsInternalDeputy)
            default: return nil
            }
        }
        if tokens.contains(.postsGroup), !tokens.contains(.headsGroup) {
            return FigureHeader(field: tokens.contains(.inner) ? .postsInternalTotal : .postsTotal)
        }
        guard roles.isEmpty, !tokens.contains(.inner) else { return nil }
        if kinds.count > 1 { kinds.removeAll { $0 == .headsInstitution } }
        if kinds.count > 1, kinds.contains(.headsWorker) { kinds = [.headsWorker] }
        if kinds.count > 1 { return nil }
        return FigureHeader(field: kinds.first ?? .headsTotal, isBare: !tokens.contains(.headsGroup))
    }

    /// The text cut into known words, the fewest that cover it; nil when they cannot.
    private func split(_ text: String) -> Set<Token>? {
        let characters = Array(text)
        guard characters.count <= 60 else { return nil }
        var best: [(count: Int, from: Int)?] = Array(repeating: nil, count: characters.count + 1)
        best[0] = (0, 0)
        for end in characters.indices.map({ $0 + 1 }) {
            for start in max(0, end - longest)..<end {
                guard let before = best[start], words[String(characters[start..<end])] != nil else { continue }
                if best[end].map({ before.count + 1 < $0.count }) ?? true { best[end] = (before.count + 1, start) }
            }
        }
        var tokens: Set<Token> = []
        var end = characters.count
        while end > 0 {
            guard let step = best[end] else { return nil }
            if let token = words[String(characters[step.from..<end])] { tokens.insert(token) }
            end = step.from
        }
        return tokens
    }
}

/// What a figure's header says.
struct FigureHeader: Sendable, Hashable {
    /// The field, nil where it is a figure that the register does not keep.
    var field: Field?
    /// It counts what is there, was or may be.
    var isLeftOut = false
    /// It names a kind without a word for establishment: 行政, 工勤.
    var isBare = false
}
