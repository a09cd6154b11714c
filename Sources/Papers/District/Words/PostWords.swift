import Registry

/// The words by which several leader posts stand in one cell.
struct PostWords: Sendable {
    private let roles: [String: [LeaderRole]]
    private let each: String
    private let counters: Set<Character>
    private let fillers: [String]
    private let titles: TitleWords

    init(_ file: WordFile, titles: TitleWords) throws(UnreadableDistrict) {
        var roles: [String: [LeaderRole]] = [:]
        let lists: [(String, [LeaderRole])] = [
            ("chief", [.chief]), ("deputy", [.deputy]), ("party", [.party]), ("both", [.chief, .deputy]),
        ]
        for (key, found) in lists { for word in try file.words("posts", key) { roles[folded(word)] = found } }
        self.roles = roles
        each = try file.words("posts", "each").first.map { folded($0) } ?? ""
        counters = Set(try file.words("posts", "counters").compactMap(\.first))
        fillers = try file.words("posts", "fillers").map { folded($0) }.sorted { $0.count > $1.count }
        self.titles = titles
    }

    /// What the letters between two numbers say: posts, and whether the number after them is each one's. Nil where they
    /// name no post that is known; no posts where they say nothing.
    func read(_ letters: String, of type: InstitutionType?) -> (roles: [LeaderRole], each: Bool)? {
        var word = letters
        let isEach = !each.isEmpty && word.hasSuffix(each)
        if isEach { word.removeLast(each.count) }
        if let found = roles[word] { return (found, isEach) }
        if let first = word.first, counters.contains(first) { word.removeFirst() }
        while roles[word] == nil, let filler = fillers.first(where: { word.hasPrefix($0) }) {
            word.removeFirst(filler.count)
        }
        if word.isEmpty { return ([], isEach) }
        if let found = roles[word] { return (found, isEach) }
        return titles.role(word, of: type).map { ([$0], isEach) }
    }
}
