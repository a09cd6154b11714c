import Basics
import Testing

/// What `docs/journal-format.md` says, read from its tables.
struct JournalFormat {
    let text: String
    /// The bytes of each vector by its name.
    let vectors: [String: [UInt8]]
    /// The bytes of each example of an integer.
    let integers: [(number: Int, bytes: [UInt8])]

    init() throws {
        text = try Repository.text("docs/journal-format.md")
        var vectors: [String: [UInt8]] = [:]
        for match in text.matches(of: /(?m)^\| `([a-z0-9-]+)` \|.*\| `([0-9a-f]+)` \|$/) {
            vectors[String(match.1)] = try #require(Self.bytes(match.2))
        }
        self.vectors = vectors
        integers = try text.matches(of: /(?m)^\| (-?[0-9]+) \| `([0-9a-f]+)` \|$/).map {
            (try #require(Int($0.1)), try #require(Self.bytes($0.2)))
        }
    }

    /// The codes and names in the table of changes.
    var changeCodes: [UInt8: String] {
        let rows = text.matches(of: /(?m)^\| ([0-9]+) \| ([a-zA-Z]+) \|/)
        return Dictionary(rows.compactMap { row in UInt8(row.1).map { ($0, String(row.2)) } }) { first, _ in first }
    }

    /// The codes with their names in a row of the table of codes.
    func codes(of what: String) -> [UInt8: String] {
        guard let row = text.split(separator: "\n").first(where: { $0.hasPrefix("| \(what) | 1 ") }) else { return [:] }
        let pairs = row.matches(of: /([0-9]+) ([A-Za-z]+)/)
        return Dictionary(pairs.compactMap { pair in UInt8(pair.1).map { ($0, String(pair.2)) } }) { first, _ in first }
    }

    private static func bytes(_ hex: Substring) -> [UInt8]? {
        guard hex.utf8.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        var rest = hex
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
