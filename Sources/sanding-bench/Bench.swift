import Foundation

/// `script/bench`: the figures of the product on this machine. With names of subjects, only those.
@main
struct Bench {
    /// What is measured, by name, in order.
    private static let subjects: [(name: String, measure: @Sendable (String) throws -> Void)] = [
        ("memory", memory(in:)), ("import", imports(in:)), ("acts", durableActs(in:)), ("clients", sharedDesk(in:)),
        ("axes", axes(in:)),
        ("verify", verification(in:)), ("counties", counties(in:)), ("plans", editedStep(in:)),
        ("rebase", rebasing(in:)), ("diagnosis", diagnoses(in:)), ("rules", rules(in:)), ("overlap", overlap(in:)),
        ("search", searches(in:)), ("markup", markup(in:)),
        ("mergers", { _ in try MergerBench.run(say: say) }),
    ]

    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        if words.count == 2, words[0] == "--load" { return try report(loading: words[1]) }
        if words.count == 2, words[0] == "--touch" { return try report(touching: words[1]) }
        if words.count == 2, words[0] == "--verify" { return try report(verifying: words[1]) }
        if words.count == 2, words[0] == "--open-plans", let holding = Holding(rawValue: words[1]) {
            return try report(holding: holding)
        }
        if words.count == 2, words[0] == "--overlap" { return try overlap(in: words[1], runs: 3) }
        if words.count == 3, words[0] == "--duties", let count = Int(words[1]) {
            return try PlantedDuties(count: count, seed: 7).text.write(
                toFile: words[2], atomically: true, encoding: .utf8)
        }
        if let unknown = words.first(where: { word in !subjects.contains { $0.name == word } }) {
            say("no subject \(unknown); there are: \(subjects.map(\.name).joined(separator: " "))")
            exit(2)
        }
        say("machine: \(machine())")
        say("build: release, whole modules")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sanding-bench-\(getpid())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for subject in subjects where words.isEmpty || words.contains(subject.name) { try subject.measure(folder) }
    }

    /// Measures in a process of its own, so that what is counted is what that holds.
    static func inItsOwnProcess(_ arguments: [String]) throws {
        let probe = Process()
        probe.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        probe.arguments = arguments
        try probe.run()
        probe.waitUntilExit()
    }

    /// Prints a line at once, since a long run is watched.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
