import Basics
import Foundation
import Office
import Papers
import Registry
import Samples
import Storage

extension Bench {
    /// The memory of a loaded register, in a process of its own.
    static func memory(in folder: String) throws {
        let sample = try sampleDistrict(seed: 2020).bytes()
        var first = try desk("memory", in: folder)
        try open(&first, with: sample)
        let path = "\(folder)/memory.sqlite"
        // What counts is the register as a reader loads it, so it is measured in a process of its own.
        try inItsOwnProcess(["--load", path])
    }

    static func report(loading path: String) throws {
        let empty = residentMemory()
        let journal = try Journal(at: path, key: try MasterKey.load(at: path + ".key"))
        let desk = try Desk(journal, jurisdiction: "339981")
        let used = residentMemory() - empty
        say(
            "sample district loaded (\(desk.register.institutions.count) bodies, \(desk.register.people.count) people): "
                + String(format: "%.1f MiB beyond the empty program (%.1f MiB)", used, empty))
    }

    /// Reading a workbook and opening the register with it, for a district and for ten times as much.
    static func imports(in folder: String) throws {
        for bodies in [314, 3140] { try imports(bodies: bodies, runs: bodies == 314 ? 7 : 3, in: folder) }
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
    }
}
