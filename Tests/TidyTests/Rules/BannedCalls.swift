/// Calls that are not made here, each with what to use instead.
enum BannedCalls {
    /// Where a ban holds.
    enum Place {
        /// The ground and the domain: nothing that isn't passed in.
        case pure
        /// Every file of the product.
        case everywhere
        /// Every file of the product but the programs, which talk to a person.
        case behindTheDoor
        /// The tests.
        case tests
    }

    /// One ban.
    struct Ban {
        /// What is looked for in the code, as a whole word.
        let call: String
        /// What makes the call harmless when the line has it too.
        var unless: [String] = []
        /// Where it holds.
        let place: Place
        /// What to do instead.
        let instead: String
    }

    static let bans: [Ban] =
        [
            Ban(call: "Date(", place: .pure, instead: "take a Day or an Instant as an argument"),
            Ban(call: "Date.now", place: .pure, instead: "take an Instant as an argument"),
            Ban(call: "ContinuousClock", place: .pure, instead: "take an Instant as an argument"),
            Ban(call: "SuspendingClock", place: .pure, instead: "take an Instant as an argument"),
            Ban(call: "clock_gettime", place: .pure, instead: "take an Instant as an argument"),
            Ban(call: "import Foundation", place: .pure, instead: "use Basics, and do files and formats in an adapter"),
            Ban(call: "import FoundationEssentials", place: .pure, instead: "use Basics"),
            Ban(call: "import Glibc", place: .pure, instead: "do it in an adapter"),
            Ban(call: "UUID(", place: .pure, instead: "Identifier(from:) with a source that is passed in"),
            Ban(call: ".random(", unless: ["using:"], place: .pure, instead: "pass a source: random(in:using:)"),
            Ban(call: ".randomElement()", place: .pure, instead: "pass a source: randomElement(using:)"),
            Ban(call: ".shuffled()", place: .pure, instead: "pass a source: shuffled(using:)"),
            Ban(call: ".shuffle()", place: .pure, instead: "pass a source: shuffle(using:)"),
            Ban(call: "SystemRandomNumberGenerator", place: .pure, instead: "take a source as an argument"),
            Ban(call: ".hashValue", place: .pure, instead: "a Digest; a hash differs in every process"),
            Ban(call: "FileManager", place: .pure, instead: "read and write in an adapter"),
            Ban(call: "ProcessInfo", place: .pure, instead: "take the value as an argument"),
            Ban(call: "getenv", place: .pure, instead: "take the value as an argument"),
            Ban(call: "Locale", place: .pure, instead: "write both languages in a Wording"),
            Ban(call: "TimeZone", place: .pure, instead: "Instant.officeDay"),
            Ban(call: "Calendar", place: .pure, instead: "Day"),
            Ban(call: "DateFormatter", place: .pure, instead: "Day.description and Day(iso:)"),
            Ban(call: "NumberFormatter", place: .pure, instead: "write the digits by hand"),
            Ban(
                call: "try!", place: .everywhere,
                instead: "catch what can go wrong, or say why it can't in a precondition"),
            Ban(call: "as!", place: .everywhere, instead: "as? with a way out"),
            Ban(
                call: "fatalError(", place: .everywhere,
                instead: "precondition for a programmer's error, throw for the rest"),
            Ban(call: "@testable", place: .everywhere, instead: "package access"),
            Ban(call: "print(", place: .behindTheDoor, instead: "return the text and let the program print it"),
            Ban(
                call: "@testable", unless: ["Papers", "Web"], place: .tests,
                instead: "package access: only Papers and Web are built to be tested from inside (Package.swift)"),
            Ban(call: "sleep(", place: .tests, instead: "wait for what is expected, or pass the clock"),
            // The names are put together here so that a search for skipped tests doesn't find this list.
            Ban(call: ".disabled" + "(", place: .tests, instead: "mend the test or take it out"),
            Ban(call: "with" + "KnownIssue", place: .tests, instead: "mend what it shows"),
            Ban(call: "XCT" + "Skip", place: .tests, instead: "fail clearly when something is missing"),
        ]

    /// Words that mark work left undone; in comments too.
    static let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

    /// Where a banned call is right after all: the path, the call and why.
    static let allowed: [(path: String, call: String, why: String)] = [
        (
            path: "Sources/Basics/NormalForm.swift", call: "import Foundation",
            why: "the standard library has no way to bring a text in normal form C"
        )
    ]

    /// Banned calls in a file.
    static func faults(in file: SourceFile, of manifest: Manifest) -> [Fault] {
        guard file.isSource || file.isTest else { return [] }
        let code = file.code
        let owner = manifest.owner(of: file.path)
        let holding = bans.filter { ban in
            switch ban.place {
            case .pure: file.isSource && owner?.isPure == true
            case .everywhere: file.isSource
            case .behindTheDoor: file.isSource && owner?.kind != .program
            case .tests: file.isTest
            }
        }
        var faults: [Fault] = []
        for (index, line) in code.lines.enumerated() {
            for ban in holding where isCalled(ban.call, in: line) && !ban.unless.contains(where: line.contains) {
                guard !allowed.contains(where: { $0.path == file.path && $0.call == ban.call }) else { continue }
                faults.append(Fault(file.path, index + 1, "\(ban.call): \(ban.instead)"))
            }
            for mark in marks where file.isSource && code.raw[index].mentions(mark) {
                faults.append(Fault(file.path, index + 1, "\(mark): do it, or write it where work is planned"))
            }
            for word in ["@unchecked Sendable", "nonisolated(unsafe)"] where file.isSource && line.mentions(word) {
                let isExplained = index > 0 && code.raw[index - 1].contains("//") || code.raw[index].contains("//")
                if !isExplained { faults.append(Fault(file.path, index + 1, "\(word): say why above it")) }
            }
        }
        return faults
    }

    /// Entries of the list of exceptions that excuse nothing any more.
    static func stale(among files: [SourceFile]) -> [Fault] {
        allowed.filter { entry in
            !files.contains { file in
                file.path == entry.path && file.code.lines.contains { isCalled(entry.call, in: $0) }
            }
        }.map { Fault($0.path, nil, "the exception for \($0.call) excuses nothing") }
    }

    /// Whether a line has the call in it; a declaration of that name is another thing.
    private static func isCalled(_ call: String, in line: String) -> Bool {
        line.replacing("func \(call)", with: "").mentions(call)
    }
}
