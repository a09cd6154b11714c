import Yams

/// The words a reader knows: headers, values, name parts and row labels, from two YAML files an office can extend.
package struct Vocabulary: Sendable {
    let headers: HeaderWords
    var values: ValueWords
    let names: NameWords
    let rows: RowWords
    let groups: GroupWords

    /// The words in the two files' texts.
    package init(headers: String, values: String) throws(UnreadableDistrict) {
        let headerFile = try WordFile(headers, name: "headers.yaml")
        let valueFile = try WordFile(values, name: "values.yaml")
        self.headers = try HeaderWords(headerFile)
        self.values = try ValueWords(valueFile)
        names = try NameWords(valueFile)
        rows = try RowWords(valueFile)
        groups = try GroupWords(valueFile)
    }

    /// The words that come with the program.
    package static func bundled() throws(UnreadableDistrict) -> Vocabulary {
        try Vocabulary(headers: bundledFile("headers"), values: bundledFile("values"))
    }

    private static func bundledFile(_ name: String) throws(UnreadableDistrict) -> String {
        do throws(DamagedInstallation) { return try shippedText("\(name).yaml") } catch {
            throw UnreadableDistrict(reason: .badVocabulary(file: error.file, detail: "not found"))
        }
    }
}

/// A vocabulary file, asked for its parts by path; each failure names the part.
struct WordFile {
    let name: String
    let root: Node

    init(_ text: String, name: String) throws(UnreadableDistrict) {
        self.name = name
        do {
            guard let root = try Yams.compose(yaml: text) else { throw YamlError.no }
            self.root = root
        } catch {
            throw UnreadableDistrict(reason: .badVocabulary(file: name, detail: "\(error)"))
        }
    }

    /// The pairs under a path, in the order of the file.
    func pairs(_ path: String...) throws(UnreadableDistrict) -> [(key: String, value: Node)] {
        guard let mapping = node(path)?.mapping else { throw missing(path) }
        return mapping.compactMap { pair in pair.key.scalar.map { ($0.string, pair.value) } }
    }

    /// The words under a path, as written.
    func words(_ path: String...) throws(UnreadableDistrict) -> [String] {
        guard let node = node(path) else { throw missing(path) }
        return try words(of: node, path.joined(separator: "."))
    }

    /// The words of a list.
    func words(of node: Node, _ place: String) throws(UnreadableDistrict) -> [String] {
        guard let sequence = node.sequence else { throw missing([place]) }
        return sequence.compactMap { $0.scalar?.string }
    }

    /// The list under a path.
    func list(_ path: String...) throws(UnreadableDistrict) -> [Node] {
        guard let sequence = node(path)?.sequence else { throw missing(path) }
        return Array(sequence)
    }

    func missing(_ path: [String]) -> UnreadableDistrict {
        UnreadableDistrict(reason: .badVocabulary(file: name, detail: path.joined(separator: ".")))
    }

    private func node(_ path: [String]) -> Node? {
        path.reduce(Optional(root)) { node, key in node?.mapping?[Node(key)] ?? lookUp(key, in: node) }
    }

    /// Keys such as `no` carry a tag of their own in YAML 1.1, so they are found by their text.
    private func lookUp(_ key: String, in node: Node?) -> Node? {
        node?.mapping?.first { $0.key.scalar?.string == key }?.value
    }
}
