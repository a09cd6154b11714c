/// What is tracked reads the same on every machine, and what a page points at is there.
enum Pages {
    /// Paths of one machine and hosts of registries. Put together here, so that this list isn't found by itself.
    static let places = [
        ["/wo", "rk/"], ["/fa", "rm/"], ["/ro", "ot/"], ["/ho", "me/"], ["/Us", "ers/"], ["/op", "t/"],
        ["/tm", "p/w-"],
        ["pypi", ".org"], ["python", "hosted"], ["deb.debian", ".org"], ["registry.npmjs", ".org"],
        ["proxy.golang", ".org"],
        ["crates", ".io"], ["registry-1.docker", ".io"], ["local", "host:"],
    ].map { $0.joined() }

    /// Lines that name one machine's place or a registry's host.
    static func faults(in file: SourceFile) -> [Fault] {
        var faults: [Fault] = []
        for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for place in places where line.contains(place) {
                faults.append(Fault(file.path, index + 1, "names \(place): say it so that it holds on every machine"))
            }
        }
        return faults
    }

    /// Links of a page to files that are not there. Links to other sites are not followed.
    static func deadLinks(in page: SourceFile, among paths: Set<String>) -> [Fault] {
        guard page.path.hasSuffix(".md") else { return [] }
        var faults: [Fault] = []
        for (index, line) in page.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for piece in line.components(after: "](") {
                let target = piece.prefix { $0 != ")" && $0 != "#" }
                guard !target.isEmpty, !target.contains("://") else { continue }
                let full = resolved(String(target), from: page.path)
                let isThere = paths.contains(full) || paths.contains { $0.hasPrefix(full + "/") }
                if !isThere { faults.append(Fault(page.path, index + 1, "links to \(target), which is not there")) }
            }
        }
        return faults
    }

    /// Pages that a comment sends its reader to and that are not there.
    static func deadMentions(in file: SourceFile, among paths: Set<String>) -> [Fault] {
        guard file.isSource else { return [] }
        var faults: [Fault] = []
        for (index, line) in file.code.raw.enumerated() {
            for piece in line.components(after: "docs/") {
                let name = piece.prefix { $0.isLetter || $0.isNumber || "-/.".contains($0) }
                guard name.hasSuffix(".md"), !paths.contains("docs/\(name)") else { continue }
                faults.append(Fault(file.path, index + 1, "sends its reader to docs/\(name), which is not there"))
            }
        }
        return faults
    }

    private static func resolved(_ target: String, from page: String) -> String {
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for part in target.split(separator: "/") {
            if part == ".." { _ = folders.popLast() } else if part != "." { folders.append(String(part)) }
        }
        return folders.joined(separator: "/")
    }
}

extension StringProtocol {
    /// What follows each occurrence of a mark.
    fileprivate func components(after mark: String) -> [SubSequence] {
        var rest = self[...]
        var found: [SubSequence] = []
        while let range = rest.firstRange(of: mark) {
            rest = rest[range.upperBound...]
            found.append(rest)
        }
        return found
    }
}
