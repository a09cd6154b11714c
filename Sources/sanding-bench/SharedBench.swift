import Basics
import Foundation
import Office
import Registry
import Storage
import Synchronization

extension Bench {
    /// Many clients of one desk at once: small Acts of one change from eight clients, and Acts of two hundred ledger lines.
    static func sharedDesk(in folder: String) throws {
        for (lines, acts) in [(1, 20_000), (200, 2_000)] {
            let path = "\(folder)/shared-\(lines).sqlite"
            let key = try MasterKey.create(at: path + ".key")
            let journal = try Journal(at: path, key: key, create: true)
            let desk = try SharedDesk(journal, jurisdiction: "339981")
            let work = try SharedWork(desk, journal)
            let clients = 8
            let timing = try Timing(runs: 1) { _ in
                let failures = try work.run(clients: clients, acts: acts, lines: lines)
                precondition(failures == 0 && desk.register.position == acts + 1)
            }
            say(
                "\(acts) Acts of \(lines) ledger \(lines == 1 ? "line" : "lines") from \(clients) clients, each durable "
                    + "(SQLite, synchronous FULL, shared commits): "
                    + String(format: "%.0f Acts a second", Double(acts) / timing.median * 1000))
        }
    }
}

/// Heads moved around between a hundred bodies by many clients.
private struct SharedWork: Sendable {
    let desk: SharedDesk
    let bodies: [Institution.ID]
    let document: Document
    let officer: Officer.ID
    private static let day = Day(number: 18_412)

    init(_ desk: SharedDesk, _ journal: Journal) throws {
        self.desk = desk
        var source = SeededSource(seed: 9)
        bodies = (0..<100).map { _ in Identifier(from: &source) }
        officer = Identifier(from: &source)
        let title = try journal.vault.seal("基线", as: .title, for: "339981")
        guard let citation = Citation("样编〔2020〕1号") else { preconditionFailure("a citation as written") }
        document = Document(citation: citation, title: title.digest, decided: SharedWork.day)
        let changes = bodies.enumerated().flatMap { index, id -> [Change] in
            [
                .establish(id, Profile(name: "第\(index)中心", type: .publicInstitution), origin: nil),
                .move(.heads(.institutionFull), count: 50_000, from: .grant, to: .institution(id)),
            ]
        }
        _ = try desk.record(
            act(changes, .opening, command: Identifier(from: &source)), sealing: [title],
            at: Instant(milliseconds: 1_600_000_000_000))
    }

    private func act(_ changes: [Change], _ basis: Act.Basis, command: Identifier<Act>) -> Act {
        Act(
            command: command, document: document, basis: basis, drafter: officer,
            changes: changes.map { DatedChange(SharedWork.day, $0) })
    }

    /// Every client records its share; how many failed.
    func run(clients: Int, acts: Int, lines: Int) throws -> Int {
        let failures = Mutex(0)
        // Threads of their own: a queue runs as many at once as there are cores, and clients wait most of their time.
        let group = DispatchGroup()
        for client in 0..<clients {
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                var source = SeededSource(seed: UInt64(client) + 100)
                for run in 0..<acts / clients {
                    let changes = (0..<lines).map { index in
                        Change.move(
                            .heads(.institutionFull), count: 1,
                            from: .institution(bodies[(index + run + client) % 100]),
                            to: .institution(bodies[(index + run + client + 1) % 100]))
                    }
                    let act = act(changes, .daily, command: Identifier(from: &source))
                    do {
                        _ = try desk.record(act, at: Instant(milliseconds: 1_600_000_000_000))
                    } catch { failures.withLock { $0 += 1 } }
                }
            }
        }
        group.wait()
        return failures.withLock { $0 }
    }
}
