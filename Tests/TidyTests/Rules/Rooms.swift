/// Each room has a page at its door: what it knows, its words, its invariants.
enum Rooms {
    static let linesOfAPage = 40

    /// Rooms without a page, or with one that is too long to be read at the door.
    static func faults(among files: [SourceFile]) -> [Fault] {
        let rooms = Set(files.filter(\.isSource).compactMap(\.room))
        return rooms.sorted().compactMap { room in
            let path = "Sources/\(room)/README.md"
            guard let page = files.first(where: { $0.path == path }) else {
                return Fault(path, nil, "missing: what the room knows, its words, its invariants")
            }
            let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false).count
            let isOver = lines - (page.text.hasSuffix("\n") ? 1 : 0) > linesOfAPage
            return isOver ? Fault(path, nil, "more than \(linesOfAPage) lines: the rest belongs into docs") : nil
        }
    }
}
