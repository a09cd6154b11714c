/// Names that lead readers astray.
enum Names {
    /// Folders that say nothing about what is in them.
    static let drawers: Set<String> = [
        "utils", "util", "utilities", "helpers", "helper", "managers", "manager", "extensions", "common", "misc",
        "shared", "support",
    ]

    /// A type that bears the name of a module, which breaks `Module.Type` for who imports both.
    static func typesNamedAsModules(in file: SourceFile, of manifest: Manifest) -> [Fault] {
        guard file.isSource else { return [] }
        let modules = Set(manifest.targets.map(\.name))
        return file.code.declarations.filter { $0.isType && modules.contains($0.name) }.map {
            Fault(file.path, $0.line, "the type \($0.name) bears the name of a module")
        }
    }

    /// A file in a folder named for no subject.
    static func drawer(holding path: String) -> Fault? {
        let folders = path.split(separator: "/").dropLast()
        return folders.first { drawers.contains($0.lowercased()) }.map {
            Fault(path, nil, "the folder \($0) is a drawer: name folders for their subject")
        }
    }
}
