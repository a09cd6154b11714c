import Testing

/// The rules of the house, held against the tree as it stands. What each rule lets through and what it finds is shown
/// in `RuleTests`.
@Suite("The house is tidy")
struct HouseTests {
    let tree = Tree.project
    let manifest = Manifest.project

    @Test("The tree was read: there is something to look at")
    func somethingToLookAt() {
        #expect(tree.sources.count > 50)
        #expect(manifest.target("Basics")?.floor == .ground)
        #expect(manifest.target("Registry")?.dependencies.contains("Basics") == true)
        #expect(manifest.targets.count > 8)
        #expect(tree.sources.flatMap(\.code.declarations).count { $0.isExposed } > 400)
    }

    @Test("Imports go down, and only where Package.swift says so")
    func imports() {
        expectNone(Imports.faults(in: manifest))
        expectNone(tree.files.flatMap { Imports.faults(in: $0, of: manifest) })
    }

    @Test("What a target declares it imports")
    func unusedDependencies() { expectNone(Imports.unused(in: tree.files, of: manifest)) }

    @Test("No clock, chance, place or printing where it doesn't belong; no crash in waiting")
    func bannedCalls() {
        expectNone(tree.files.flatMap { BannedCalls.faults(in: $0, of: manifest) })
        expectNone(BannedCalls.stale(among: tree.files))
    }

    @Test("What other targets see says what it is")
    func docComments() { expectNone(tree.sources.flatMap(DocComments.faults)) }

    @Test("Names lead nobody astray")
    func names() {
        expectNone(tree.sources.flatMap { Names.typesNamedAsModules(in: $0, of: manifest) })
        expectNone(tree.files.compactMap { Names.drawer(holding: $0.path) })
    }

    @Test("Chinese has full-width punctuation")
    func punctuation() { expectNone(tree.sources.flatMap(Punctuation.faults)) }

    @Test("Each room has a page at its door")
    func rooms() { expectNone(Rooms.faults(among: tree.files)) }

    @Test("The glossary has one row a word and names what there is")
    func glossary() throws {
        let page = try #require(tree.file("docs/glossary.md"))
        #expect(Glossary.rows(of: page.text).count > 40)
        expectNone(Glossary.duplicates(in: page))
        expectNone(Glossary.unknownNames(in: page, among: tree.sources))
    }

    @Test("Pages name no machine and no registry, and their links lead somewhere")
    func pages() {
        let paths = Set(tree.files.map(\.path))
        expectNone(tree.files.flatMap(Pages.faults))
        expectNone(tree.files.flatMap { Pages.deadLinks(in: $0, among: paths) })
        expectNone(tree.sources.flatMap { Pages.deadMentions(in: $0, among: paths) })
    }

    @Test("Scripts run")
    func scripts() throws {
        for path in ["script/bootstrap", "script/run", "script/test", "script/bench", ".ci/run"] {
            #expect(tree.file(path) != nil, "missing: \(path)")
        }
        expectNone(tree.files.flatMap { Scripts.faults(in: $0, isRunnable: tree.runnable.contains($0.path)) })
        let first = try #require(tree.file("README.md")).text
        #expect(first.contains("script/run") && first.contains("script/test"))
    }

    @Test("What has grown long is told, and nothing more")
    func lengths() {
        for warning in tree.files.flatMap(Lengths.warnings) { print("long: \(warning)") }
    }

    private func expectNone(_ faults: [Fault], at location: SourceLocation = #_sourceLocation) {
        for fault in faults { Issue.record("\(fault)", sourceLocation: location) }
    }
}
