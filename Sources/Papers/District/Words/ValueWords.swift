import Registry

/// How the values of pick lists are written.
struct ValueWords: Sendable {
    var types: ValueList<InstitutionType>
    var ranks: ValueList<Rank>
    var categories: ValueList<InstitutionCategory>
    var fundings: ValueList<Funding>
    var kinds: ValueList<KindWritten>
    var positions: ValueList<PositionKind>
    var statuses: ValueList<PersonStatus>
    var roles: ValueList<LeaderRole>
    var stages: ValueList<Int>
    var leadershipSystems: ValueList<Int>
    var partyOrganisations: ValueList<Int>
    var sexes: ValueList<Sex>
    var yesNo: ValueList<Bool>
    let titles: TitleWords
    let posts: PostWords
    let nameTypes: [NameType]

    init(_ file: WordFile) throws(UnreadableDistrict) {
        types = try ValueList(file, "type", named(InstitutionType.allCases))
        ranks = try ValueList(file, "rank", named(Rank.allCases))
        categories = try ValueList(file, "category", named(InstitutionCategory.allCases))
        fundings = try ValueList(file, "funding", named(Funding.allCases))
        var kindNames = named(EstablishmentKind.allCases).mapValues { KindWritten.kind($0) }
        kindNames["institution"] = .institution
        kinds = try ValueList(file, "kind", kindNames)
        positions = try ValueList(file, "position", named(PositionKind.allCases))
        statuses = try ValueList(file, "status", named(PersonStatus.allCases))
        roles = try ValueList(file, "role", named(LeaderRole.allCases))
        stages = try ValueList(
            file, "stage",
            [
                "kindergarten": 1, "primary": 2, "junior": 3, "senior": 4, "nineYear": 5, "twelveYear": 6,
                "vocational": 7,
            ])
        leadershipSystems = try ValueList(file, "leadershipSystem", ["party": 1, "chief": 2])
        partyOrganisations = try ValueList(
            file, "partyOrganisation", ["unset": 0, "branch": 1, "generalBranch": 2, "committee": 3])
        sexes = try ValueList(file, "sex", named(Sex.allCases))
        yesNo = try ValueList(file, "yesNo", ["yes": true, "no": false])
        titles = try TitleWords(file)
        posts = try PostWords(file, titles: titles)
        var nameTypes: [NameType] = []
        let typeNames = named(InstitutionType.allCases)
        for node in try file.list("nameTypes") {
            guard let key = node["type"]?.scalar?.string, let type = typeNames[key] else {
                throw file.missing(["nameTypes"])
            }
            func words(_ part: String) -> [String] {
                (node[part]?.sequence ?? []).compactMap { $0.scalar.map { folded($0.string) } }
            }
            nameTypes.append(NameType(type: type, starts: words("starts"), ends: words("ends"), has: words("has")))
        }
        self.nameTypes = nameTypes
    }
}

/// The cases by their names in Swift, which are the keys of the vocabulary.
func named<Value>(_ cases: [Value]) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: cases.map { ("\($0)", $0) })
}

/// A kind of establishment as a cell gives it.
enum KindWritten: Hashable, Sendable {
    /// A kind.
    case kind(EstablishmentKind)
    /// Of a public institution, without saying how it is paid for.
    case institution
}

/// What a name says of the type of its body.
struct NameType: Sendable {
    let type: InstitutionType
    let starts: [String]
    let ends: [String]
    let has: [String]
}

/// One pick list.
struct ValueList<Value: Hashable & Sendable>: Sendable {
    private var exact: [String: Found] = [:]
    private var parts: [(word: String, found: Found)] = []
    /// The name of the list.
    let name: String
    /// Values by their names in Swift.
    let cases: [String: Value]

    /// What a text stands for.
    enum Found: Hashable, Sendable {
        /// A value.
        case value(Value)
        /// A value, by a part of the text only.
        case understood(Value)
        /// Expressly none: 编外, 非领导.
        case none
        /// No word of the list.
        case unknown

        /// The value, where there is one.
        var value: Value? {
            switch self {
            case .value(let value), .understood(let value): value
            case .none, .unknown: nil
            }
        }
    }

    init(_ file: WordFile, _ name: String, _ cases: [String: Value]) throws(UnreadableDistrict) {
        self.name = name
        self.cases = cases
        for (key, node) in try file.pairs("values", name) {
            guard cases[key] != nil || key == "none" else { throw file.missing(["values", name, key]) }
            for word in try file.words(of: node, "values.\(name).\(key)") { add(word, key) }
        }
        parts.sort { $0.word.count > $1.word.count }
    }

    private mutating func add(_ word: String, _ key: String) {
        let text = folded(word)
        guard !text.isEmpty else { return }
        let found: Found = if let value = cases[key] { .value(value) } else { .none }
        if exact[text] == nil { exact[text] = found }
        if text.count >= 2, let value = found.value { parts.append((text, .understood(value))) }
    }

    /// Adds what a clerk's mapping says; false when there is no such value.
    mutating func learn(_ word: String, _ key: String) -> Bool {
        guard cases[key] != nil || key == "none" else { return false }
        let found: Found = if let value = cases[key] { .value(value) } else { .none }
        exact[folded(word)] = found
        return true
    }

    /// What a text stands for.
    func read(_ text: String) -> Found {
        let word = folded(text)
        if let found = exact[word] { return found }
        return parts.first { word.contains($0.word) }?.found ?? .unknown
    }

    /// The words of the list most alike a text, at most three.
    func alike(_ text: String) -> [String] {
        let words = exact.keys.sorted()
        return Papers.alike(folded(text), words).map { words[$0] }
    }

    /// The same, by whole words only.
    func readExactly(_ text: String) -> Found { exact[folded(text)] ?? .unknown }
}
