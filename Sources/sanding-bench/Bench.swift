import Basics
import Diagnosis
import Foundation
import Office
import Papers
import Reform
import Registry
import Samples
import Storage

/// `script/bench`: the figures of the product on this machine.
@main
struct Bench {
    static func main() throws {
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--load" {
            try report(loading: CommandLine.arguments[2])
            return
        }
        say("machine: \(machine())")
        say("build: release, whole modules")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sanding-bench-\(getpid())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try memory(in: folder)
        for bodies in [314, 3140] { try imports(bodies: bodies, runs: bodies == 314 ? 7 : 3, in: folder) }
        try durableActs(in: folder)
        try editedStep()
        try rebasing()
        try MergerBench.run(say: say)
    }

    /// Prints a line at once, since a long run is watched.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    /// A new desk with nothing on it.
    private static func desk(_ name: String, in folder: String) throws -> Desk {
        let path = "\(folder)/\(name).sqlite"
        let key = try MasterKey.create(at: path + ".key")
        return try Desk(Journal(at: path, key: key, create: true), jurisdiction: "339981")
    }

    /// Reads a workbook and opens the register with it, each step as the command does.
    private static func open(_ desk: inout Desk, with bytes: [UInt8]) throws {
        let workbook = try readWorkbook(bytes: bytes, named: "sample.xlsx")
        let book = try readDistrict(workbook)
        var source = SystemRandomNumberGenerator()
        guard let day = book.cutOff, let citation = Citation("样编〔2020〕1号") else { return }
        _ = try desk.openRegister(
            with: book, file: Digest(sha256: bytes),
            document: DocumentWords(citation: citation, title: "基线", decided: day), day: day,
            drafter: Identifier(from: &source), deciders: [], from: &source,
            at: Instant(milliseconds: 1_600_000_000_000))
    }

    private static func memory(in folder: String) throws {
        let sample = try sampleDistrict(seed: 2020).bytes()
        var first = try desk("memory", in: folder)
        try open(&first, with: sample)
        let path = "\(folder)/memory.sqlite"
        // What counts is the register as a reader loads it, so it is measured in a process of its own.
        let probe = Process()
        probe.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        probe.arguments = ["--load", path]
        try probe.run()
        probe.waitUntilExit()
    }

    private static func report(loading path: String) throws {
        let empty = residentMemory()
        let journal = try Journal(at: path, key: try MasterKey.load(at: path + ".key"))
        let desk = try Desk(journal, jurisdiction: "339981")
        let used = residentMemory() - empty
        say(
            "sample district loaded (\(desk.register.institutions.count) bodies, \(desk.register.people.count) people): "
                + String(format: "%.1f MiB beyond the empty program (%.1f MiB)", used, empty))
    }

    private static func imports(bodies: Int, runs: Int, in folder: String) throws {
        let sample = sampleDistrict(seed: 2020, bodies: bodies)
        let bytes = try sample.bytes()
        var desks: [Desk] = []
        for run in 0..<runs { desks.append(try desk("import-\(bodies)-\(run)", in: folder)) }
        let reading = try Timing(runs: runs) { _ in
            _ = try readDistrict(try readWorkbook(bytes: bytes, named: "sample.xlsx"))
        }
        let importing = try Timing(runs: runs) { try open(&desks[$0], with: bytes) }
        let register = desks[0].register
        let size = "\(register.institutions.count) bodies, \(register.people.count) people"
        say("read workbook (\(size)): \(reading.line)")
        say("import with a durable Act (\(size)): \(importing.line)")
        let diagnosing = Timing(runs: 20) { _ in _ = diagnose(register).findings }
        say("diagnosis (\(size), \(diagnose(register).count) findings): \(diagnosing.line)")
    }

    private static func durableActs(in folder: String) throws {
        var desk = try desk("acts", in: folder)
        let day = Day(number: 18_412)
        var source = SeededSource(seed: 9)
        let bodies: [Institution.ID] = (0..<100).map { _ in Identifier(from: &source) }
        let drafter: Officer.ID = Identifier(from: &source)
        let title = try desk.journal.vault.seal("基线", as: .title, for: "339981")
        guard let citation = Citation("样编〔2020〕1号") else { return }
        let document = Document(citation: citation, title: title.digest, decided: day)
        var isFirst = true
        func record(_ changes: [Change], _ basis: Act.Basis, at milliseconds: Int64) throws {
            let act = Act(
                command: Identifier(from: &source), document: document, basis: basis, drafter: drafter,
                changes: changes.map { DatedChange(day, $0) })
            try desk.record(
                act, sealing: isFirst ? [title] : [], at: Instant(milliseconds: 1_600_000_000_000 + milliseconds))
            isFirst = false
        }
        try record(
            bodies.enumerated().flatMap { index, id -> [Change] in
                [
                    .establish(id, Profile(name: "第\(index)中心", type: .publicInstitution), origin: nil),
                    .move(.heads(.institutionFull), count: 500, from: .grant, to: .institution(id)),
                ]
            }, .opening, at: 0)
        let timing = try Timing(runs: 300) { run in
            let changes = (0..<200).map { index in
                Change.move(
                    .heads(.institutionFull), count: 1, from: .institution(bodies[(index + run) % 100]),
                    to: .institution(bodies[(index + run + 1) % 100]))
            }
            try record(changes, .daily, at: Int64(run + 1))
        }
        say("an Act of 200 changes, judged and durable (SQLite, synchronous FULL): \(timing.line)")
    }

    private static func editedStep() throws {
        let day = Day(number: 18_412)
        let register = try county(bodies: 2000, people: 60_000, day: day)
        let diagnosis = diagnose(register)
        let names = register.institutions.values.filter { $0.profile.type == .publicInstitution }.map(\.profile.name)
            .sorted()
        let timing = Timing(runs: 300) { run in
            let steps = (0..<5).map { step in
                Step(
                    line: step + 1,
                    action: .merge(
                        [names[(run * 10 + step * 2) % names.count]],
                        into: names[(run * 10 + step * 2 + 1) % names.count],
                        MergeTerms()))
            }
            let plan = Plan(
                name: "bench", day: day.advanced(by: 1), reform: nil, steps: steps,
                digest: Digest(sha256: "\(run)".utf8))
            let outcome = simulate(plan, on: register, diagnosis: diagnosis, at: 2, recorded: plan.day)
            precondition(outcome.applies && outcome.measures.count == PlanMeasure.allCases.count)
        }
        say(
            "one edited plan of five mergers to its whole outcome (\(register.institutions.count) bodies, "
                + "\(register.people.count) people): \(timing.line)")
    }
}
