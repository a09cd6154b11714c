/// What headers' words mean.
struct HeaderWords: Sendable {
    /// Synonyms to fields, in the order of the file.
    private(set) var exact: [String: [Field]] = [:]
    /// The same without fillers.
    private(set) var cored: [String: [Field]] = [:]
    private let fillerBytes: [[UInt8]]
    private let lexicon: FigureLexicon
    private let units: [String: [String: Double]]

    init(_ file: WordFile) throws(UnreadableDistrict) {
        fillerBytes = try file.words("fillers").map { Array(folded($0).utf8) }.sorted { $0.count > $1.count }
        lexicon = try FigureLexicon(file)
        var units: [String: [String: Double]] = [:]
        for (dimension, node) in try file.pairs("units") {
            var scales: [String: Double] = [:]
            for (key, value) in node.mapping ?? [:] {
                if let word = key.scalar?.string, let scale = value.scalar.flatMap({ Double($0.string) }) {
                    scales[folded(word)] = scale
                }
            }
            units[dimension] = scales
        }
        self.units = units
        for (table, _) in try file.pairs("tables") {
            for (key, node) in try file.pairs("tables", table) {
                guard let field = Field(rawValue: "\(table).\(key)") else {
                    throw file.missing(["tables", table, key])
                }
                for word in try file.words(of: node, "tables.\(table).\(key)") {
                    let whole = folded(word)
                    guard !whole.isEmpty else { continue }
                    if exact[whole]?.contains(field) != true { exact[whole, default: []].append(field) }
                    let core = core(whole)
                    if cored[core]?.contains(field) != true { cored[core, default: []].append(field) }
                }
            }
        }
    }

    /// The word without fillers; the whole word when nothing would be left.
    func core(_ word: String) -> String {
        var rest = Array(word.utf8)
        for filler in fillerBytes where rest.count > filler.count {
            let shorter = removing(filler, from: rest)
            if shorter.count >= 2 { rest = shorter }
        }
        return rest.count == word.utf8.count ? word : String(decoding: rest, as: UTF8.self)
    }

    /// What a header means: its lines from the top to the bottom, as they stand in the cells.
    func match(_ lines: [String]) -> HeaderMatch {
        var inside: [String] = []
        var plain: [String] = []
        var whole: [String] = []
        for line in lines {
            let parted = withoutBrackets(line)
            inside += parted.inside.map { folded($0) }
            inside += scaleWord(in: folded(line))
            plain.append(folded(parted.text))
            whole.append(folded(line))
        }
        var match = HeaderMatch()
        match.scales = scales(inside)
        // With what stands in brackets first, since (行政) may be the very meaning, then without, since (人) is not.
        let readings = (whole == plain ? [plain] : [whole, plain]).map { $0.filter { !$0.isEmpty } }.filter {
            !$0.isEmpty
        }
        for lines in readings {
            for start in lines.indices { match.add(exact[lines[start...].joined()], start == 0 ? 1 : 0.95) }
            if let figure = lexicon.read(lines) {
                if figure.isLeftOut { match.isLeftOut = true } else { match.add(figure.field.map { [$0] }, 0.97) }
            }
        }
        for lines in readings {
            for start in lines.indices { match.add(cored[core(lines[start...].joined())], 0.85) }
            if lines.count > 1, let first = lines.first { match.add(exact[first], 0.5) }
        }
        if match.candidates.isEmpty, !match.isLeftOut, let last = readings.last?.last {
            match.add(byPart(last), 0.6)
            match.add(byHeadNoun(last), 0.5)
        }
        if match.isLeftOut {
            match.candidates.removeAll { $0.field.isFigure && $0.confidence < 1 }
        }
        return match
    }

    /// Whether some header has exactly this text.
    func knows(_ text: String) -> Bool { exact[folded(text)] != nil }

    /// Whether the text has a header's look: it is one, or is put together from a figure header's words.
    func looksLikeHeader(_ text: String) -> Bool {
        let word = folded(withoutBrackets(text).text)
        return exact[word] != nil || exact[folded(text)] != nil || lexicon.read([word]) != nil
            || cored[core(word)] != nil
    }

    /// The reading of a figure's words, for kinds of establishment written in a cell.
    func figure(_ text: String) -> FigureHeader? { lexicon.read([folded(text)]) }

    /// The fields whose longest synonym is a good part of the text.
    private func byPart(_ text: String) -> [Field]? {
        guard text.count >= 4, text.count <= 24 else { return nil }
        let characters = Array(text)
        for length in stride(from: characters.count - 1, through: max(2, (characters.count + 1) / 2), by: -1) {
            // A header's head noun stands at its end in Chinese, so ends are tried first.
            for start in stride(from: characters.count - length, through: 0, by: -1) {
                if let fields = exact[String(characters[start..<start + length])] { return fields }
            }
        }
        return nil
    }

    /// The fields of the two or three characters a header ends in: 机构设置名称 is a name.
    private func byHeadNoun(_ text: String) -> [Field]? {
        guard text.count > 3, text.unicodeScalars.allSatisfy({ $0.value >= 0x2E80 }) else { return nil }
        return exact[String(text.suffix(3))] ?? exact[String(text.suffix(2))]
    }

    private func scales(_ inside: [String]) -> [String: Double] {
        var found: [String: Double] = [:]
        for text in inside {
            let unit = text.hasPrefix("单位") && text.count > 2 ? String(text.dropFirst(2)) : text
            for (dimension, scales) in units { if let scale = scales[unit] { found[dimension] = scale } }
        }
        return found
    }

    /// A unit written at the end of a header without brackets: 年收入万元.
    private func scaleWord(in text: String) -> [String] {
        ["十万元", "百万元", "千万元", "万元", "亿元", "千元", "元"].first { text.hasSuffix($0) && text != $0 }.map { [$0] } ?? []
    }

    /// The dimension and scale of a unit, nil for other words.
    func unit(_ word: String) -> (dimension: String, scale: Double)? {
        units.compactMap { dimension, scales in scales[folded(word)].map { (dimension, $0) } }.first
    }

    /// How many of the field's unit the unit of a word is: 万元 of money is 1, 元 is 0.0001.
    func scale(_ word: String, of dimension: String) -> Double? { units[dimension]?[folded(word)] }
}

/// What a header may mean.
struct HeaderMatch: Sendable {
    /// Fields with how sure each is, from 0 to 1.
    var candidates: [(field: Field, confidence: Double)] = []
    /// It counts what is there, was or may be (实有, 原, 拟): known, and left out.
    var isLeftOut = false
    /// Units named in it, by dimension.
    var scales: [String: Double] = [:]

    mutating func add(_ fields: [Field]?, _ confidence: Double) {
        for field in fields ?? [] where !candidates.contains(where: { $0.field == field }) {
            candidates.append((field, confidence))
        }
    }
}

extension Field {
    /// Approved heads or posts.
    var isFigure: Bool { rawValue.hasPrefix("bodies.heads.") || rawValue.hasPrefix("bodies.posts.") }
    /// Approved heads of one kind.
    var isKindOfHeads: Bool {
        rawValue.hasPrefix("bodies.heads.") && self != .headsTotal && self != .headsInstitution
    }
    /// The name or text of what a row is about.
    var isName: Bool {
        switch self {
        case .bodyName, .personName, .dutyText, .matterName: true
        default: false
        }
    }
    /// Known, but not imported.
    var isUnused: Bool { self == .bodyOther || self == .personOther }
    /// A running number.
    var isSerial: Bool {
        switch self {
        case .bodySerial, .personSerial, .dutySerial, .matterSerial: true
        default: false
        }
    }
}

/// The bytes without each occurrence of others.
private func removing(_ part: [UInt8], from bytes: [UInt8]) -> [UInt8] {
    guard let first = part.first, bytes.contains(first) else { return bytes }
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
        if bytes[at] == first, bytes[at...].starts(with: part) {
            at += part.count
        } else {
            result.append(bytes[at])
            at += 1
        }
    }
    return result
}
