import Basics
import Dispatch
import Foundation
import Office
import Registry
import Storage
import Synchronization

/// A node as it is deployed: one shared desk, and many clients at it.
struct Node: Sendable {
    private let journal: Journal
    private let desk: SharedDesk
    private let document: Document
    private let seed: UInt64
    private let place = "330702"

    init(_ journal: Journal, seed: UInt64) throws {
        self.journal = journal
        self.seed = seed
        desk = try SharedDesk(journal, jurisdiction: place)
        guard let first = try journal.entries(of: place).first else { exit(3) }
        document = first.act.document
    }

    /// Records small Acts until nobody speaks to it any more. Says the position and command of each that was acknowledged,
    /// and `!` with the code when something fails; what failed is sent again under the same command, as a client does.
    func serve(_ clients: Int) throws {
        try desk.follow()
        let isOver = Mutex(false)
        let group = atOnce(clients) { client in
            var source = SeededSource(seed: seed * 1000 + UInt64(client))
            while !isOver.withLock({ $0 }) {
                let act = act([.move(.heads(.worker), count: 1, from: .grant, to: .districtPool)], from: &source)
                var failed: String?
                while true {
                    do throws(OfficeFailure) {
                        let entry = try desk.record(act, at: instant)
                        JournalWriter.say("\(entry.position) \(act.command)")
                        break
                    } catch {
                        guard error.kind == .failure else { exit(4) }
                        if failed != error.code { JournalWriter.say("! \(error.code)") }
                        failed = error.code
                        if isOver.withLock({ $0 }) { return }
                    }
                }
            }
        }
        while readLine() != nil {}
        isOver.withLock { $0 = true }
        group.wait()
        desk.unfollow()
    }

    /// For every line that it is told, records four small Acts one after another, and says how each was answered.
    func move() throws {
        var source = SeededSource(seed: seed)
        while readLine() != nil {
            for _ in 0..<4 {
                let act = act([.move(.heads(.worker), count: 1, from: .grant, to: .districtPool)], from: &source)
                do throws(OfficeFailure) {
                    JournalWriter.say("\(try desk.record(act, at: instant).position) \(act.command)")
                } catch { JournalWriter.say("! \(error.code)") }
            }
        }
    }

    /// For every body that it is told, lets all clients fill a place of it at once, and says how each was answered: `won`,
    /// or the code of the no.
    func contend(_ clients: Int) throws {
        var round: UInt64 = 0
        while let line = readLine() {
            guard let body = Institution.ID(line) else { exit(5) }
            round += 1
            let answers = Mutex<[String]>([])
            let now = round
            atOnce(clients) { client in
                let answer = fill(body, seed: (seed * 10_000 + now) * 100 + UInt64(client))
                answers.withLock { $0.append(answer) }
            }.wait()
            JournalWriter.say(answers.withLock { $0 }.joined(separator: " "))
        }
    }

    private func fill(_ body: Institution.ID, seed: UInt64) -> String {
        var source = SeededSource(seed: seed)
        let person: Person.ID = Identifier(from: &source)
        guard let text = try? journal.vault.seal("某人", as: .personal, for: place) else { return "unsealed" }
        let changes: [Change] = [
            .registerPerson(
                person, personal: text.digest, status: .professional, position: .professional, entered: nil, origin: nil
            ),
            .enrol(person, Place(institution: body, kind: .institutionFull)),
        ]
        do throws(OfficeFailure) {
            _ = try desk.record(act(changes, from: &source), sealing: [text], at: instant)
            return "won"
        } catch { return error.code }
    }

    private let instant = Instant(milliseconds: 1_600_000_000_000)

    private func act(_ changes: [Change], from source: inout SeededSource) -> Act {
        Act(
            command: Identifier(from: &source), document: document, basis: .daily, drafter: Identifier(from: &source),
            changes: changes.map { DatedChange(document.decided, $0) })
    }

    /// Threads of their own: clients wait most of their time.
    @discardableResult
    private func atOnce(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) -> DispatchGroup {
        let group = DispatchGroup()
        for number in 0..<count {
            group.enter()
            Thread.detachNewThread {
                work(number)
                group.leave()
            }
        }
        return group
    }
}
