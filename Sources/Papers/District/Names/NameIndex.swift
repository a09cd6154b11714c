/// What a name stands for.
enum NameFound: Hashable, Sendable {
    /// One body, by its index, and how it was found.
    case one(Int, How)
    /// Several bodies fit equally well.
    case several([Int])
    /// None; the most alike, if any.
    case none(alike: [Int])

    /// How a name was found.
    enum How: Hashable, Sendable {
        /// As it stands in the table.
        case same
        /// By another spelling: without the prefix, a declared short name, 和 left out, a code.
        case spelling
        /// By its end only.
        case suffix
    }
}

/// Finds bodies by their names, however a cell spells them. The forms are tried from the strictest to the loosest, and
/// the first that fits any body decides; nothing is taken that merely looks alike.
struct NameIndex {
    /// A body and what it is called.
    struct Entry {
        let name: String
        var others: [String] = []
        var codes: [String] = []
    }

    let keys: NameKeys
    private let entries: [Entry]
    private var levels: [[String: [Int]]] = Array(repeating: [:], count: 6)
    private var cores: [String] = []
    private var found: [String: NameFound] = [:]
    private var searches = 0
    private let given: [String: String]

    /// An index over bodies; `given` are names that a clerk has explained.
    init(_ entries: [Entry], keys: NameKeys, given: [String: String]) {
        self.entries = entries
        self.keys = keys
        self.given = Dictionary(
            given.map { (folded($0.key, punctuation: true), $0.value) }, uniquingKeysWith: { first, _ in first })
        for (index, entry) in entries.enumerated() {
            add(keys.plain(entry.name), index, 0)
            for other in entry.others { add(keys.plain(other), index, 1) }
            for code in entry.codes { add(keys.plain(code), index, 1) }
            add(keys.stripped(entry.name), index, 2)
            let core = keys.core(entry.name)
            cores.append(core)
            add(core, index, 3)
            for other in entry.others { add(keys.core(other), index, 4) }
            add(keys.loose(entry.name), index, 5)
        }
    }

    private mutating func add(_ key: String, _ index: Int, _ level: Int) {
        guard !key.isEmpty, levels[level][key]?.contains(index) != true else { return }
        levels[level][key, default: []].append(index)
    }

    /// What a name as written stands for.
    mutating func find(_ written: String) -> NameFound {
        if let known = found[written] { return known }
        let result = search(written)
        found[written] = result
        return result
    }

    private mutating func search(_ written: String) -> NameFound {
        let plain = keys.plain(written)
        if let name = given[plain], let hits = levels[0][keys.plain(name)], hits.count == 1 {
            return .one(hits[0], .spelling)
        }
        if let hits = levels[0][plain] {
            if hits.count == 1 {
                return .one(hits[0], tidied(written) == entries[hits[0]].name ? .same : .spelling)
            }
            return .several(hits)
        }
        let forms = [plain, keys.stripped(written), keys.core(written), keys.core(written), keys.loose(written)]
        for (level, form) in zip(1..., forms) {
            if let hits = levels[level][form] { return hits.count == 1 ? .one(hits[0], .spelling) : .several(hits) }
        }
        if let long = keys.long(written) {
            let hits = cores.indices.filter { cores[$0] == long || keys.loose(entries[$0].name) == long }
            if !hits.isEmpty { return hits.count == 1 ? .one(hits[0], .spelling) : .several(hits) }
        }
        return bySuffix(forms[2])
    }

    /// The one body whose name ends in this one, or in which this one ends but for a region in front.
    private mutating func bySuffix(_ core: String) -> NameFound {
        guard core.count >= 3 else { return .none(alike: []) }
        let hits = cores.indices.filter { index in
            let own = cores[index]
            if own.hasSuffix(core) { return true }
            guard own.count >= 3, core.hasSuffix(own) else { return false }
            return "省市州盟区县旗".contains(core.dropLast(own.count).last ?? " ")
        }
        if hits.count == 1 { return .one(hits[0], .suffix) }
        if hits.count > 1 { return .several(hits) }
        // Looking for what is alike costs a walk over all bodies, so a table full of strangers gets no suggestions.
        searches += 1
        return .none(alike: searches > 300 ? [] : alike(core, cores))
    }
}
