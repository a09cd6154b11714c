import Basics
import Office
import Registry
import Storage

extension Bench {
    /// Thirty years of a county folded from its entries, and the register of any day as known at any position.
    static func axes(in folder: String) throws {
        let path = "\(folder)/axes.sqlite"
        let journal = try Journal(at: path, key: try MasterKey.create(at: path + ".key"), create: true)
        let title = try journal.vault.seal("日常工作", as: .title, for: "339981")
        let personal = try journal.vault.seal("某人", as: .personal, for: "339981")
        let county = try LongCounty(title: title.digest, personal: personal.digest)
        let history = county.history
        var batch: [Submission] = []
        let size = "\(county.changes) changes in \(history.position) Acts over 30 years"
        let folding = Timing(runs: 5) { _ in
            precondition(History(folding: history.entries, of: history.jurisdiction).position == history.position)
        }
        say("replay of \(size): \(folding.line)")
        for (index, entry) in history.entries.enumerated() {
            batch.append(Submission(entry, sealing: index == 0 ? [title, personal] : []))
            guard batch.count == 1000 || index == history.position - 1 else { continue }
            try journal.append(all: batch)
            batch = []
        }
        let loading = try Timing(runs: 3) { _ in
            let desk = try Desk(journal, jurisdiction: "339981")
            precondition(desk.history.position == history.position)
        }
        say("the same read from SQLite, decoded and replayed: \(loading.line)")
        let before = residentMemory()
        let axes = TimeAxes(history)
        let held = residentMemory() - before
        let making = Timing(runs: 3) { _ in precondition(TimeAxes(history).position == history.position) }
        say("both axes made: \(making.line), " + String(format: "%.0f MiB", held))
        guard let first = history.entries.first?.act.changes.first?.day, let last = history.lastDay else { return }
        var source = SeededSource(seed: 5)
        let pairs = (0..<2_000).map { _ in
            (
                day: first.advanced(by: Int.random(in: 0...Int(last.number - first.number), using: &source)),
                known: Int.random(in: 1..<history.position, using: &source)
            )
        }
        let bodies = history.latest.institutions.keys.sorted()
        let whole = Timing(runs: pairs.count) { run in
            precondition(axes.register(on: pairs[run].day, known: pairs[run].known).institutions.count > 0)
        }
        say("the register of any day as known at any position, never asked before: \(whole.line)")
        let desk = try SharedDesk(journal, jurisdiction: "339981")
        for pair in pairs.prefix(16) { _ = desk.register(on: pair.day, known: pair.known) }
        let warm = Timing(runs: 1_000) { run in
            let pair = pairs[run % 16]
            precondition(desk.register(on: pair.day, known: pair.known).institutions.count > 0)
        }
        say("the same, asked before: \(warm.line)")
        let page = Timing(runs: pairs.count) { run in
            let register = axes.register(on: pairs[run].day, known: pairs[run].known)
            let body = bodies[run % bodies.count]
            let people = register.presence(of: body).staff.compactMap { register.people[$0] }
            let lines = register.duties(of: body).count + register.ledger.holdings(of: .institution(body)).count
            precondition(people.count + lines >= 0)
        }
        say("a body's page on any day as known at any position: \(page.line)")
    }
}
