/// What `Package.swift` declares, read as text: the targets in order, the floor each stands on, and what it may import.
struct Manifest: Sendable {
    /// The targets in the order of the list.
    let targets: [Target]

    /// One target of the list.
    struct Target: Sendable {
        /// What it is.
        enum Kind: String, Sendable, CaseIterable {
            case library = "target"
            case program = "executableTarget"
            case system = "systemLibrary"
            case test = "testTarget"
        }

        /// Its name, which is its folder and its module.
        let name: String
        /// What it is.
        let kind: Kind
        /// The comment in the list under which it stands.
        let floor: Floor?
        /// Whether it stands on the ground or in the domain: values and pure functions only.
        var isPure: Bool { floor.map { $0 <= .domain } ?? false }
        /// The modules it declares, own and foreign.
        let dependencies: [String]
        /// The folder its files are in, from the root of the project.
        let folder: String
    }

    /// The floors of the house, the lowest first, as `Package.swift` and `docs/architecture.md` name them.
    enum Floor: String, Sendable, CaseIterable, Comparable {
        case ground = "Ground"
        case domain = "The domain"
        case adapters = "Adapters"
        case samples = "Samples"
        case office = "What an official can do"
        case web = "What a person sees"
        case front = "Front door"
        case tests = "Tests"

        static func < (left: Floor, right: Floor) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// The manifest of the project this test was built from.
    static let project = Manifest(Tree.project.file("Package.swift")?.text ?? "")

    /// The target of that name.
    func target(_ name: String) -> Target? { targets.first { $0.name == name } }

    /// The target that a file belongs to: the one with the innermost folder around it.
    func owner(of path: String) -> Target? {
        targets.filter { path.hasPrefix($0.folder + "/") }.max { $0.folder.count < $1.folder.count }
    }

    /// Reads the text of a `Package.swift`.
    init(_ text: String) {
        var targets: [Target] = []
        var floor: Floor?
        let characters = Array(text)
        var index = 0
        func after(_ word: String) -> Bool {
            let word = Array(word)
            return index + word.count <= characters.count && Array(characters[index..<index + word.count]) == word
        }
        while index < characters.count {
            if after("//") {
                let end = characters[index...].firstIndex(of: "\n") ?? characters.count
                let comment = String(characters[(index + 2)..<end]).drop { $0 == " " }
                if let named = Floor(rawValue: String(comment)) { floor = named }
                index = end
                continue
            }
            let kind = Target.Kind.allCases.first { after(".\($0.rawValue)(") }
            if let kind {
                let end = Manifest.closing(characters, from: index)
                let body = String(characters[index..<end])
                if let name = Manifest.text(after: "name: ", in: body) {
                    let folder = "\(kind == .test ? "Tests" : "Sources")/\(name)"
                    targets.append(
                        Target(
                            name: name, kind: kind, floor: floor, dependencies: Manifest.dependencies(in: body),
                            folder: Manifest.text(after: " path: ", in: body) ?? folder))
                }
                index = end
                continue
            }
            index += 1
        }
        self.targets = targets
    }

    /// The place after the parenthesis that closes the first one opened from here.
    private static func closing(_ characters: [Character], from start: Int) -> Int {
        var depth = 0
        for index in start..<characters.count {
            if characters[index] == "(" { depth += 1 }
            if characters[index] == ")" {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
        }
        return characters.count
    }

    /// The text that a label gives.
    private static func text(after label: String, in body: String) -> String? {
        body.firstRange(of: label + "\"").map { String(body[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    /// The modules in the `dependencies` of a target; a product counts by its name.
    private static func dependencies(in body: String) -> [String] {
        guard let start = body.firstRange(of: "dependencies: [") else { return [] }
        var list = ""
        var depth = 1
        for character in body[start.upperBound...] {
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            if depth == 0 { break }
            list.append(character)
        }
        var dependencies: [String] = []
        var pieces = list.split(separator: "\"", omittingEmptySubsequences: false)[...]
        while let label = pieces.popFirst(), let name = pieces.popFirst() {
            if !label.hasSuffix("package: ") { dependencies.append(String(name)) }
        }
        return dependencies
    }
}
