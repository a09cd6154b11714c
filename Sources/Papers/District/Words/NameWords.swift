/// The parts of names that may be there or not.
struct NameWords: Sendable {
    let same: [(long: String, short: String)]
    let fronts: [String]
    let tails: [String]
    let middles: [String]
    let short: [String: String]
    let regionEnds: [String]
    /// The district itself, where a supervisor is asked for.
    let top: Set<String>
    /// The body itself, where a workplace is asked for.
    let here: Set<String>

    init(_ file: WordFile) throws(UnreadableDistrict) {
        var same: [(long: String, short: String)] = []
        for (key, node) in try file.pairs("names", "same") {
            same.append((folded(key), folded(node.scalar?.string ?? "")))
        }
        self.same = same.sorted { $0.long.count > $1.long.count }
        fronts = try file.words("names", "fronts").map { folded($0) }.sorted { $0.count > $1.count }
        tails = try file.words("names", "tails").map { folded($0) }.sorted { $0.count > $1.count }
        middles = try file.words("names", "middles").map { folded($0) }.sorted { $0.count > $1.count }
        top = Set(try file.words("names", "top").map { folded($0) })
        here = Set(try file.words("names", "here").map { folded($0) })
        regionEnds = try file.words("names", "regionEnds").map { folded($0) }
        var short: [String: String] = [:]
        for (key, node) in try file.pairs("names", "short") { short[folded(key)] = folded(node.scalar?.string ?? "") }
        self.short = short
    }
}
