import Basics
import Foundation
import Office
import Registry
import Storage

extension Bench {
    /// A journal of half a million ledger entries on two thousand accounts over 24 years, verified in a process of its own:
    /// in Acts of two hundred entries, and in Acts of one.
    static func verification(in folder: String) throws {
        for size in [200, 1] {
            let path = "\(folder)/verify-\(size).sqlite"
            try LedgerJournal(at: path, entries: 500_000, inActsOf: size).write()
            try inItsOwnProcess(["--verify", path])
        }
    }

    /// Verifies a journal, and says how long it took and how much memory at most.
    static func report(verifying path: String) throws {
        let journal = try Journal(at: path, key: try MasterKey.load(at: path + ".key"))
        var result: Verification?
        let timing = try Timing(runs: 1) { _ in result = try verifyJournal(journal, jurisdiction: "339981") }
        guard let result, result.faults.isEmpty else { preconditionFailure("a sound journal is found sound") }
        say(
            "verify of \(result.changes) changes in \(result.entries) Acts (SQLite): "
                + String(format: "%.2f s, %.0f MiB at most", timing.median / 1000, peakMemory()))
    }
}

/// Heads moved between five hundred bodies in four kinds.
private struct LedgerJournal {
    let path: String
    let entries: Int
    let size: Int

    init(at path: String, entries: Int, inActsOf size: Int) {
        self.path = path
        self.entries = entries
        self.size = size
    }

    func write() throws {
        let journal = try Journal(at: path, key: try MasterKey.create(at: path + ".key"), create: true)
        let title = try journal.vault.seal("划转", as: .title, for: "339981")
        var source = SeededSource(seed: 5)
        let bodies: [Institution.ID] = (0..<500).map { _ in Identifier(from: &source) }
        let kinds: [EstablishmentKind] = [.administrative, .institutionPartial, .institutionFull, .institutionSelf]
        var history = History(jurisdiction: "339981")
        var batch: [Submission] = []
        let first = Day(number: 11_323)
        func record(_ changes: [Change], _ basis: Act.Basis, on day: Day) throws {
            guard let citation = Citation(issuer: "样编", year: 2001, number: history.position + 1) else { return }
            let act = Act(
                command: Identifier(from: &source),
                document: Document(citation: citation, title: title.digest, decided: first), basis: basis,
                drafter: Identifier(high: 1, low: 1), changes: changes.map { DatedChange(day, $0) })
            let admission = try history.judge(
                act, recorded: Instant(milliseconds: Int64(day.number) * 86_400_000))
            history.accept(admission)
            batch.append(Submission(admission.entry, sealing: admission.entry.position == 1 ? [title] : []))
            if batch.count == 2_000 || size > 1 {
                try journal.append(all: batch)
                batch = []
            }
        }
        try record(
            bodies.enumerated().flatMap { index, id in
                [.establish(id, Profile(name: "第\(index)中心", type: .publicInstitution), origin: nil)]
                    + kinds.map { .move(.heads($0), count: 5_000, from: .grant, to: .institution(id)) }
            }, .opening, on: first)
        var moved = 0
        while moved < entries {
            let changes = (0..<size).map { _ -> Change in
                let from = Int.random(in: 0..<bodies.count, using: &source)
                let to = (from + Int.random(in: 1..<bodies.count, using: &source)) % bodies.count
                return .move(
                    .heads(kinds[Int.random(in: 0..<4, using: &source)]),
                    count: Int.random(in: 1...5, using: &source), from: .institution(bodies[from]),
                    to: .institution(bodies[to]))
            }
            try record(changes, .daily, on: first.advanced(by: 1 + moved * 24 * 365 / entries))
            moved += size
        }
        if !batch.isEmpty { try journal.append(all: batch) }
        try journal.close()
    }
}
