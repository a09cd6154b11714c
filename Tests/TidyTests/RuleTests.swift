import Testing

/// Each rule finds what it is for, and lets through what only looks like it.
@Suite("Each rule is seen to fail")
struct RuleTests {
    let manifest = Manifest(
        """
        let package = Package(
            name: "house",
            dependencies: [.package(url: "https://example.org/cards", from: "1.0.0")],
            targets: [
                // Ground
                .target(name: "Stone"),
                // The domain
                .target(name: "Rule", dependencies: ["Stone", .product(name: "Cards", package: "cards")]),
                .target(name: "Verdict", dependencies: ["Stone", "Rule"]),
                // Adapters
                .systemLibrary(name: "CPaper", pkgConfig: "paper", providers: [.apt(["paper-dev"])]),
                .target(name: "Paper", dependencies: ["Stone", "CPaper"], resources: [.copy("Data")]),
                .target(name: "Shelf", dependencies: ["Stone"]),
                // Front door
                .executableTarget(name: "door", dependencies: ["Stone", "Rule", "Verdict", "Paper"]),
                // Tests
                .target(name: "Judge", dependencies: ["Rule"], path: "Tests/RuleTests/Judge"),
                .testTarget(name: "RuleTests", dependencies: ["Rule", "Judge"]),
            ]
        )
        """)

    private func file(_ path: String, _ text: String) -> SourceFile { SourceFile(path: path, text: text) }

    // MARK: Reading

    @Test("A manifest is read with floors, kinds and modules")
    func readsManifest() {
        #expect(
            manifest.targets.map(\.name) == [
                "Stone", "Rule", "Verdict", "CPaper", "Paper", "Shelf", "door", "Judge", "RuleTests",
            ])
        #expect(manifest.target("Rule")?.dependencies == ["Stone", "Cards"])
        #expect(manifest.target("Verdict")?.dependencies == ["Stone", "Rule"])
        #expect(manifest.target("Stone")?.floor == .ground)
        #expect(manifest.target("CPaper")?.kind == .system)
        #expect(manifest.target("door")?.floor == .front)
        #expect(manifest.target("Verdict")?.isPure == true)
        #expect(manifest.target("Paper")?.isPure == false)
        #expect(manifest.owner(of: "Sources/Rule/Ledger/A.swift")?.name == "Rule")
        #expect(manifest.owner(of: "Sources/Ruler/A.swift") == nil)
        #expect(manifest.owner(of: "Tests/RuleTests/Judge/A.swift")?.name == "Judge")
        #expect(manifest.owner(of: "Tests/RuleTests/A.swift")?.name == "RuleTests")
    }

    @Test(
        "Comments and strings are no code, interpolations are",
        arguments: [
            (##"let a = "print(1)" // print(2)"##, false), ("/* print(1) /* print(2) */ print(3) */", false),
            (##"let a = #"print(1) " print(2)"#"##, false), ("let a = \"\"\"\n \" print(1)\n\"\"\"", false),
            (##"let a = "\(print(1))""##, true), (##"let a = "x"; print(1)"##, true),
            (##"let a = #"\(x)"#; print(1)"##, true), (##"let a = "\"print(1)""##, false),
            (##"let a = #"\#(print(1))"#"##, true),
        ])
    func blanking(text: String, hasCall: Bool) {
        #expect(Code(text).lines.contains { $0.mentions("print(") } == hasCall)
    }

    @Test("Declarations are found with their path, reach and length")
    func declarations() {
        let found = Code(
            """
            package struct Post: Sendable {
                package let count: Int
                private(set) var seen = 0
                package init(count: Int = [1].map({ $0 }).count) {
                    let count = count
                    self.count = count
                }
                package enum Side {
                    case left, right
                    func turned() -> Side { switch self { case .left: .right; case .right: .left } }
                }
            }
            extension Post.Side {
                package static func < (a: Self, b: Self) -> Bool { false }
            }
            package protocol Voice { func sing() }
            """
        ).declarations
        #expect(
            found.map(\.name) == [
                "Post", "Post.count", "Post.seen", "Post.init", "Post.init.count", "Post.Side", "Post.Side.left",
                "Post.Side.turned", "Post.Side.<", "Voice", "Voice.sing",
            ])
        #expect(
            found.filter(\.isExposed).map(\.name) == [
                "Post", "Post.count", "Post.init", "Post.Side", "Post.Side.left", "Post.Side.<", "Voice", "Voice.sing",
            ])
        #expect(found.filter(\.isLocal).map(\.name) == ["Post.init.count"])
        #expect(found[0].lastLine == 12)
        #expect(found[3].lastLine - found[3].line == 3)
    }

    // MARK: Imports

    @Test(
        "An import goes down and is declared",
        arguments: [
            ("Sources/Verdict/A.swift", "import Stone\nimport Rule", 0),
            ("Sources/Rule/A.swift", "import Cards\nimport struct Stone.Pebble", 0),
            ("Sources/Paper/A.swift", "import CPaper\nimport Foundation", 0),
            ("Tests/RuleTests/A.swift", "import Testing\nimport Rule\nimport Judge", 0),
            ("Tests/RuleTests/Judge/A.swift", "import Rule", 0), ("Tests/RuleTests/Judge/A.swift", "import Stone", 1),
            ("Sources/Rule/A.swift", "// import Verdict\nlet a = \"import Verdict\"", 0),
            ("Sources/Verdict/A.swift", "import Cards", 1),
            ("Sources/Rule/A.swift", "import Verdict", 1),
            ("Sources/Shelf/A.swift", "@preconcurrency import Paper", 1),
            ("Sources/Stone/A.swift", "#if true\nimport Testing\n#endif", 1),
            ("Sources/Attic/A.swift", "import Stone", 1),
        ])
    func imports(path: String, text: String, faults: Int) {
        #expect(Imports.faults(in: file(path, text), of: manifest).count == faults)
    }

    @Test(
        "A declared dependency goes down too",
        arguments: [
            ("// Ground\n.target(name: \"A\"),\n// The domain\n.target(name: \"B\", dependencies: [\"A\"])", 0),
            ("// The domain\n.target(name: \"A\"),\n.target(name: \"B\", dependencies: [\"A\"])", 0),
            ("// Ground\n.target(name: \"A\", dependencies: [\"B\"]),\n// The domain\n.target(name: \"B\")", 1),
            ("// The domain\n.target(name: \"B\", dependencies: [\"A\"]),\n.target(name: \"A\")", 1),
            ("// Adapters\n.target(name: \"A\"),\n.target(name: \"B\", dependencies: [\"A\"])", 1),
            ("// Adapters\n.systemLibrary(name: \"A\"),\n.target(name: \"B\", dependencies: [\"A\"])", 0),
            (
                "// Front door\n.executableTarget(name: \"A\"),\n.executableTarget(name: \"B\", dependencies: [\"A\"])",
                1
            ),
            ("// Attic\n.target(name: \"A\")", 1),
        ])
    func manifestDirection(text: String, faults: Int) {
        #expect(Imports.faults(in: Manifest(text)).count == faults)
    }

    @Test("A dependency that nothing imports is told")
    func unused() {
        let small = Manifest("// Ground\n.target(name: \"A\"),\n.target(name: \"B\", dependencies: [\"A\"])")
        #expect(Imports.unused(in: [file("Sources/B/B.swift", "import A")], of: small).isEmpty)
        #expect(Imports.unused(in: [file("Sources/B/B.swift", "let a = 1")], of: small).count == 1)
    }

    // MARK: Calls

    @Test("Each ban finds its call where it holds", arguments: BannedCalls.bans.indices)
    func ban(index: Int) {
        let ban = BannedCalls.bans[index]
        let path =
            switch ban.place {
            case .pure, .everywhere, .behindTheDoor: "Sources/Rule/A.swift"
            case .tests: "Tests/RuleTests/A.swift"
            }
        let found = BannedCalls.faults(in: file(path, "\n\(ban.call) 1)\n"), of: manifest)
        #expect(found.contains { $0.line == 2 && $0.what.hasPrefix(ban.call) })
        #expect(BannedCalls.faults(in: file(path, "// \(ban.call)\nlet a = \"\(ban.call)\""), of: manifest).isEmpty)
    }

    @Test(
        "A ban holds only where it is meant",
        arguments: [
            ("Sources/Paper/A.swift", "let now = Date()"), ("Sources/Rule/A.swift", "let a = FactDate(day)"),
            ("Sources/Rule/A.swift", "let a = Int.random(in: 0..<9, using: &source)"),
            ("Sources/door/A.swift", "print(1)"), ("Sources/Rule/A.swift", "func print(_ line: String)"),
            ("Sources/Rule/A.swift", "let value = try? read()"), ("Tests/RuleTests/A.swift", "print(Date())"),
            ("docs/page.md", "Date( and try! are banned"),
        ])
    func banDoesNotHold(path: String, text: String) {
        #expect(BannedCalls.faults(in: file(path, text), of: manifest).isEmpty)
    }

    @Test("Work left undone is found in comments too", arguments: BannedCalls.marks)
    func marks(mark: String) {
        #expect(BannedCalls.faults(in: file("Sources/Paper/A.swift", "// \(mark): later"), of: manifest).count == 1)
        #expect(BannedCalls.faults(in: file("Sources/Paper/A.swift", "let \(mark)S = 1"), of: manifest).isEmpty)
    }

    @Test("A promise to the compiler is explained")
    func promises() {
        let bare = "final class Box: @unchecked Sendable {}"
        #expect(BannedCalls.faults(in: file("Sources/Paper/A.swift", "\n" + bare), of: manifest).count == 1)
        let explained = "// The lock guards every field.\n" + bare
        #expect(BannedCalls.faults(in: file("Sources/Paper/A.swift", explained), of: manifest).isEmpty)
        #expect(
            BannedCalls.faults(in: file("Sources/Paper/A.swift", "\nnonisolated(unsafe) var a = 1"), of: manifest).count
                == 1)
    }

    // MARK: Declarations

    @Test(
        "What is seen from outside is documented",
        arguments: [
            ("/// A post.\npackage struct Post {}", 0), ("struct Post { var a = 1 }", 0),
            ("/// A post.\n@frozen\npackage struct Post {}", 0),
            ("/// A side.\npackage enum Side {\n    /// Left.\n    case left\n}", 0),
            ("enum Side {\n    case left\n}", 0),
            ("/// A side, by its key in the file.\npackage enum Side: String {\n    case left = \"side.left\"\n}", 0),
            (
                "/// Sings.\npackage func sing(_ a: Int) {\n    switch a {\n    case 1: break\n    default: break\n    }\n}",
                0
            ),
            ("package struct Post {}", 1), ("// A post.\npackage struct Post {}", 1),
            ("/// A side.\npackage enum Side {\n    case left\n    case right\n}", 2),
            ("/// A post.\npackage struct Post {\n    package let a: Int\n    package init() {}\n}", 2),
            ("/// A post.\nstruct Post {\n\n    package private(set) var a: Int\n}", 1),
            ("/// A voice.\npackage protocol Voice {\n    func sing()\n}", 1),
            ("/// A post.\npublic struct Post {}", 1),
        ])
    func docComments(text: String, faults: Int) {
        #expect(DocComments.faults(in: file("Sources/Rule/A.swift", text)).count == faults)
    }

    @Test(
        "No type bears a module's name",
        arguments: [
            ("struct Rule {}", 1), ("package enum Stone {}", 1), ("struct Rules {}", 0),
            ("import struct Stone.Rule", 0), ("extension Rule {}", 0),
        ])
    func moduleNames(text: String, faults: Int) {
        #expect(Names.typesNamedAsModules(in: file("Sources/Rule/A.swift", text), of: manifest).count == faults)
    }

    @Test("A drawer is no room")
    func drawers() {
        #expect(Names.drawer(holding: "Sources/Rule/Helpers/A.swift") != nil)
        #expect(Names.drawer(holding: "Sources/Utils/A.swift") != nil)
        #expect(Names.drawer(holding: "Sources/Rule/Ledger/Helpers.swift") == nil)
    }

    @Test("Long files and functions are told")
    func lengths() {
        let body = String(repeating: "    work()\n", count: Lengths.linesOfAFunction)
        let long = "func a() {\n\(body)}\n"
        #expect(Lengths.warnings(in: file("Sources/Rule/A.swift", long)).map(\.line) == [1])
        let short = "func a() {\n\(body.dropLast("    work()\n".count * 2))}\n"
        #expect(Lengths.warnings(in: file("Sources/Rule/A.swift", short)).isEmpty)
        let lines = String(repeating: "let a = 1\n", count: Lengths.linesOfAFile)
        #expect(Lengths.warnings(in: file("Sources/Rule/A.swift", lines)).map(\.line) == [nil])
    }

    // MARK: Pages

    @Test("A room without a page at its door is told, and a page nobody reads through")
    func rooms() {
        let room = file("Sources/Rule/A.swift", "")
        #expect(Rooms.faults(among: [room]).count == 1)
        #expect(Rooms.faults(among: [room, file("Sources/Rule/README.md", "# Rule\n")]).isEmpty)
        let forty = String(repeating: "x\n", count: Rooms.linesOfAPage)
        #expect(Rooms.faults(among: [room, file("Sources/Rule/README.md", forty)]).isEmpty)
        #expect(Rooms.faults(among: [room, file("Sources/Rule/README.md", forty + "x\n")]).count == 1)
        #expect(Rooms.faults(among: [file("Sources/CPaper/shim.h", "")]).isEmpty)
    }

    @Test(
        "The glossary says each word once and names what there is",
        arguments: [
            ("| 台账 | register | `Register` | all |", 0, 0),
            ("| 变动 | change | `Change.abolish`, `Change` | one |\n| 编制 | headcount | — | heads |", 0, 0),
            ("| 台账 | register | `Ledger` | all |", 0, 1), ("| 台账 | register | `Change.vanish` | all |", 0, 1),
            ("| 台账 | register | — | a |\n| 台账 | roll | — | b |", 1, 0),
            ("| 台账 | register | — | a |\n| 账 | Register | — | b |", 1, 0),
            ("| 台账 | register | `Register` | a |\n| 账 | roll | `Register` | b |", 1, 0),
        ])
    func glossary(rows: String, duplicates: Int, unknown: Int) {
        let page = file(
            "docs/glossary.md", "| 中文 | English | Swift type | meaning |\n|---|---|---|---|\n" + rows + "\n")
        let sources = [
            file("Sources/Rule/A.swift", "package struct Register {}\nenum Change {}"),
            file("Sources/Rule/B.swift", "enum Change {\n    case abolish(Int)\n}"),
        ]
        #expect(Glossary.duplicates(in: page).count == duplicates)
        #expect(Glossary.unknownNames(in: page, among: sources).count == unknown)
    }

    @Test("A page that names one machine or a registry is told", arguments: Pages.places)
    func places(place: String) {
        #expect(Pages.faults(in: file("docs/page.md", "first\nsee \(place)x\n")).map(\.line) == [2])
        #expect(
            Pages.faults(in: file("docs/page.md", "see ../shared/data, /usr/bin/env and https://example.org\n")).isEmpty
        )
    }

    @Test("A link that leads nowhere is told")
    func links() {
        let paths: Set<String> = ["docs/page.md", "docs/decisions/0001-change.md", "README.md"]
        let good =
            "[a](decisions/0001-change.md#why) [b](../README.md) [c](decisions) [d](https://example.org) [e](#top)"
        #expect(Pages.deadLinks(in: file("docs/page.md", good), among: paths).isEmpty)
        #expect(Pages.deadLinks(in: file("docs/page.md", "[a](gone.md) [b](../docs/gone.md)"), among: paths).count == 2)
    }

    @Test(
        "A comment that sends its reader nowhere is told",
        arguments: [
            ("/// As `docs/page.md` says.", 0), ("let a = \"docs/page.md\"", 0),
            ("// See docs/decisions, docs/page.md.", 0),
            ("/// As `docs/gone.md` says.", 1),
        ])
    func mentions(text: String, faults: Int) {
        let found = Pages.deadMentions(in: file("Sources/Rule/A.swift", text), among: ["docs/page.md"])
        #expect(found.count == faults)
    }

    @Test(
        "A script that can't run, goes on after an error or is coloured is told",
        arguments: [
            ("#!/usr/bin/env bash\nset -euo pipefail\necho x\n", true, 0),
            ("#!/usr/bin/env bash\nset -euo pipefail\necho x\n", false, 1), ("#!/usr/bin/env bash\necho x\n", true, 1),
            ("set -e\n", true, 2), ("#!/usr/bin/env bash\nset -euo pipefail\nprintf '\\033[1m'\n", true, 1),
        ])
    func scripts(text: String, isRunnable: Bool, faults: Int) {
        #expect(Scripts.faults(in: file("script/run", text), isRunnable: isRunnable).count == faults)
        #expect(Scripts.faults(in: file("docs/run", text), isRunnable: isRunnable).isEmpty)
    }

    @Test(
        "Python that a script calls says how it is used, and is not run by name",
        arguments: [
            ("script/data/count.py", "\"\"\"Counts.\n\nusage: count.py FILE\n\"\"\"\n", 0),
            ("script/data/count.py", "import os\n", 1),
            ("script/count.py", "\"\"\"Counts.\n\nusage: count.py FILE\n\"\"\"\n", 1),
            ("script/count.py", "import os\n", 2),
        ])
    func python(path: String, text: String, faults: Int) {
        #expect(Scripts.faults(in: file(path, text), isRunnable: false).count == faults)
    }

    @Test(
        "Half-width signs between Chinese characters are told",
        arguments: [
            ("let a = \"甲,乙\"", 1), ("let a = \"甲，乙\"", 0), ("let a = \"甲:\\(x)\"", 1),
            ("let a = \"\\(x),乙；\\(y):丙\"", 2), ("let a = \"甲(乙)丙\"", 2), ("let a = \"甲（乙）丙\"", 0),
            ("let a = \"是否指“乙”?\"", 0), ("let a = \"“乙”?按\"", 1), ("let a = \"\\(f(x))的\"", 0),
            ("let a = \"如 1,3-9 或 --to:x\"", 0), ("let a = \"\\(x), \\(y): z\"", 0), ("// 甲,乙", 0), ("f(甲, 乙)", 0),
        ])
    func punctuation(text: String, faults: Int) {
        #expect(Punctuation.faults(in: file("Sources/Rule/A.swift", text)).count == faults)
        #expect(Punctuation.faults(in: file("Tests/RuleTests/A.swift", text)).isEmpty)
    }
}
