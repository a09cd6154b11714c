import Consolidation
import Foundation
import Samples
import Solver

/// Our optimiser on the instances other solvers were measured on, and those solvers beside it in the same run.
enum MergerBench {
    /// So long at most for each, ours and theirs.
    private static let seconds = 30

    /// Measures and says each line.
    static func run(say: (String) -> Void) throws {
        for (bodies, classes) in [(20, nil), (80, nil), (200, nil), (80, 1), (200, 1)] as [(Int, Int?)] {
            let instance = mergerSample(bodies: bodies, seed: 11, classes: classes)
            let name = "mergers of \(bodies) bodies, \(classes == nil ? "a class to twenty" : "one class")"
            let start = ContinuousClock.now
            let until = start.advanced(by: .seconds(seconds))
            let found = try consolidate(instance, seed: 1, work: .max, solvers: .coin) { _ in
                ContinuousClock.now < until
            }
            let took = ContinuousClock.now - start
            let time = String(
                format: "%.2f s", Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
            let gap = String(format: "%.2f %%", Double(found.gap ?? 0) / 100)
            say(
                "\(name): \(found.points) points, bound \(found.bound.map(String.init) ?? "none"), gap \(gap)"
                    + "\(found.isProven ? " (proven)" : ""), \(time), one thread")
            try peers(on: instance, named: name, say: say)
        }
    }

    /// The peers' script, where this runs in the repository.
    private static func peers(on instance: Instance, named name: String, say: (String) -> Void) throws {
        guard FileManager.default.isExecutableFile(atPath: "script/peers/mergers") else { return }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("sanding-mergers-\(getpid()).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let written: [String: Any] = [
            "n": instance.bodies.count, "h": instance.bodies.map(\.size), "cl": instance.bodies.map(\.classNumber),
            "w": instance.affinities.map { [$0.pair.first, $0.pair.second, $0.points] },
            "conf": instance.apart.map { [$0.first, $0.second] }, "L": instance.limits.smallest,
            "U": instance.limits.largest, "C": instance.limits.most,
        ]
        try JSONSerialization.data(withJSONObject: written).write(to: file)
        let script = Process()
        script.executableURL = URL(fileURLWithPath: "script/peers/mergers")
        script.arguments = [file.path, String(seconds), String(ProcessInfo.processInfo.activeProcessorCount)]
        let output = Pipe()
        script.standardOutput = output
        try script.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        script.waitUntilExit()
        for line in said.split(separator: "\n") { say("  \(line) — \(name)") }
    }
}
