import Basics
import Foundation
import Office
import Registry
import Storage
import Synchronization
import Testing

/// Many clients at one desk, and two nodes at one journal, on both engines.
@Suite struct SharedDeskTests {
    enum Engine: CaseIterable {
        case sqlite, postgresql
    }

    /// A journal with one body of one head, and what is needed to record Acts in it.
    private final class Place: Sendable {
        let folder: URL
        let address: String
        let key: MasterKey
        let body: Institution.ID
        let document: Document
        static let day = Day(number: 18_412)

        init(_ engine: Engine) throws {
            let name = "o" + UUID().uuidString.lowercased().replacing("-", with: "")
            folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            key = try MasterKey.create(at: folder.appendingPathComponent("key").path)
            switch engine {
            case .sqlite: address = folder.appendingPathComponent("journal").path
            case .postgresql:
                let server = try #require(
                    ProcessInfo.processInfo.environment["SANDING_TEST_POSTGRES"],
                    "no PostgreSQL: run script/test, or name one in SANDING_TEST_POSTGRES (script/postgres start FOLDER)"
                )
                let psql = Process()
                psql.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                psql.arguments = ["psql", "--no-psqlrc", "--quiet", "--command=CREATE SCHEMA \(name)", server]
                try psql.run()
                psql.waitUntilExit()
                try #require(psql.terminationStatus == 0)
                address = server + "&options=-csearch_path%3D\(name)"
            }
            var source = SeededSource(seed: 3)
            body = Identifier(from: &source)
            let journal = try Journal(at: address, key: key, create: true)
            let title = try journal.vault.seal("批复", as: .title, for: "339981")
            document = Document(
                citation: try #require(Citation("样编〔2020〕1号")), title: title.digest, decided: Place.day)
            let opening = Act(
                command: Identifier(from: &source), document: document, basis: .opening,
                drafter: Identifier(from: &source),
                changes: [
                    .establish(body, Profile(name: "样区某中心", type: .publicInstitution), origin: nil),
                    .move(.heads(.institutionFull), count: 1, from: .grant, to: .institution(body)),
                ].map { DatedChange(Place.day, $0) })
            _ = try SharedDesk(journal, jurisdiction: "339981").record(opening, sealing: [title], at: Place.noon)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        static let noon = Instant(milliseconds: 1_600_000_000_000)

        func journal() throws -> Journal { try Journal(at: address, key: key, patience: 20) }

        func act(_ changes: [Change], seed: UInt64) -> Act {
            var source = SeededSource(seed: seed)
            return Act(
                command: Identifier(from: &source), document: document, basis: .daily,
                drafter: Identifier(from: &source), changes: changes.map { DatedChange(Place.day, $0) })
        }

        func isWhole() throws -> Bool {
            try verifyJournal(journal(), jurisdiction: "339981").faults.isEmpty
        }
    }

    /// Runs work on so many threads at once.
    private func atOnce(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) async {
        await withCheckedContinuation { continuation in
            let group = DispatchGroup()
            for number in 0..<count {
                group.enter()
                Thread.detachNewThread {
                    work(number)
                    group.leave()
                }
            }
            group.notify(queue: .global()) { continuation.resume() }
        }
    }

    @Test(arguments: Engine.allCases)
    func everyClientIsAnsweredOnceItIsDurable(on engine: Engine) async throws {
        let place = try Place(engine)
        let desk = try SharedDesk(place.journal(), jurisdiction: "339981")
        let answers = Mutex<[Int: Identifier<Act>]>([:])
        let refused = Mutex(0)
        await atOnce(8) { client in
            for run in 0..<25 {
                let seed = UInt64(client * 1000 + run + 10)
                // Every fifth asks for more than there is, and holds nobody up.
                let count = run % 5 == 4 ? 7 : 1
                let changes: [Change] = [
                    .move(.heads(.institutionFull), count: count, from: .grant, to: .districtPool),
                    .move(.heads(.institutionFull), count: run % 5 == 4 ? 5000 : 1, from: .districtPool, to: .returned),
                ]
                let act = place.act(changes, seed: seed)
                do throws(OfficeFailure) {
                    let entry = try desk.record(act, at: Place.noon)
                    answers.withLock { $0[entry.position] = act.command }
                } catch { refused.withLock { $0 += error.kind == .refusal ? 1 : 1000 } }
            }
        }
        #expect(refused.withLock { $0 } == 8 * 5)
        let entries = try place.journal().entries(of: "339981")
        #expect(entries.count == 1 + 8 * 20)
        for (position, command) in answers.withLock({ $0 }) { #expect(entries[position - 1].act.command == command) }
        #expect(answers.withLock { $0.count } == 8 * 20)
        #expect(desk.register.position == entries.count)
        #expect(desk.register.register.digest == History(folding: entries, of: "339981").latest.digest)
        #expect(try place.isWhole())
    }

    @Test(arguments: Engine.allCases)
    func aCommandSentAgainHasOneEffect(on engine: Engine) async throws {
        let place = try Place(engine)
        let desks = try (0..<2).map { _ in try SharedDesk(place.journal(), jurisdiction: "339981") }
        let act = place.act([.move(.heads(.institutionFull), count: 1, from: .grant, to: .districtPool)], seed: 5)
        let positions = Mutex<[Int]>([])
        await atOnce(8) { client in
            guard let entry = try? desks[client % 2].record(act, at: Place.noon) else { return }
            positions.withLock { $0.append(entry.position) }
        }
        #expect(positions.withLock { $0 } == Array(repeating: 2, count: 8))
        #expect(try place.journal().entries(of: "339981").count == 2)
    }

    @Test(arguments: Engine.allCases)
    func aNodeFollowsAnother(on engine: Engine) throws {
        let place = try Place(engine)
        let (one, other) = (
            try SharedDesk(place.journal(), jurisdiction: "339981"),
            try SharedDesk(place.journal(), jurisdiction: "339981")
        )
        for round in 0..<3 {
            let act = place.act(
                [.move(.heads(.institutionFull), count: 1, from: .grant, to: .districtPool)], seed: UInt64(round + 70))
            let entry = try one.record(act, at: Place.noon)
            #expect(other.register.position == entry.position - 1)
            #expect(try other.refresh() == entry.position)
            #expect(other.register.register.digest == one.register.register.digest)
        }
        #expect(try other.refresh() == 4)
    }

    private func oneHead(_ place: Place, seed: UInt64) -> Act {
        place.act([.move(.heads(.institutionFull), count: 1, from: .grant, to: .districtPool)], seed: seed)
    }

    /// SQLite is asked again and again; PostgreSQL must tell without being asked.
    @Test(arguments: Engine.allCases)
    func aNodeFollowsByItself(on engine: Engine) throws {
        let place = try Place(engine)
        let one = try SharedDesk(place.journal(), jurisdiction: "339981")
        var other: SharedDesk? = try SharedDesk(place.journal(), jurisdiction: "339981")
        try other?.follow(every: engine == .sqlite ? 0.05 : 3600)
        for round in 0..<3 {
            let entry = try one.record(oneHead(place, seed: UInt64(round + 70)), at: Place.noon)
            #expect(other?.waits(for: entry.position, within: 20) == true)
            #expect(other?.register.register.digest == one.register.register.digest)
        }
        other?.unfollow()
        _ = try one.record(oneHead(place, seed: 80), at: Place.noon)
        #expect(other?.register.position == 4)
        // What follows doesn't keep the desk.
        try other?.follow(every: 3600)
        #expect(other?.waits(for: 5, within: 20) == true)
        let isGone = { [weak other] in other == nil }
        other = nil
        // The watch may have it in hand just now.
        let end = Date(timeIntervalSinceNow: 20)
        while !isGone(), Date() < end { sched_yield() }
        #expect(isGone())
    }

    /// Whoever wrote on one node reads it on any other, which asks the journal where it doesn't know it yet.
    @Test(arguments: Engine.allCases)
    func whoWroteReadsItOnAnyNode(on engine: Engine) async throws {
        let place = try Place(engine)
        let one = try SharedDesk(place.journal(), jurisdiction: "339981")
        let other = try SharedDesk(place.journal(), jurisdiction: "339981")
        let entry = try one.record(oneHead(place, seed: 71), at: Place.noon)
        #expect(try other.register(atLeast: entry.position, within: 20).position == entry.position)
        #expect(try other.register(atLeast: 1, within: 0).position == entry.position)
        // Nobody wrote that yet.
        #expect {
            _ = try other.register(atLeast: 4, within: 0.3)
        } throws: {
            ($0 as? OfficeFailure)?.code == "position-not-reached"
        }
        let reached = Mutex<[Int?]>([])
        await atOnce(5) { client in
            if client == 0 {
                for seed: UInt64 in 72...73 { _ = try? one.record(oneHead(place, seed: seed), at: Place.noon) }
            } else {
                let position = try? other.register(atLeast: 4, within: 20).position
                reached.withLock { $0.append(position) }
            }
        }
        #expect(reached.withLock { $0 } == [4, 4, 4, 4])
    }

    /// Clients of two nodes fill the last free place: one wins, the others are told that it is taken.
    @Test(arguments: Engine.allCases)
    func theLastFreePlace(on engine: Engine) async throws {
        let place = try Place(engine)
        let journals = try (0..<2).map { _ in try place.journal() }
        let desks = try journals.map { try SharedDesk($0, jurisdiction: "339981") }
        for round in 0..<20 {
            let won = Mutex<[Person.ID]>([])
            let others = Mutex<[String]>([])
            await atOnce(8) { client in
                var source = SeededSource(seed: UInt64(round * 100 + client + 7))
                let person: Person.ID = Identifier(from: &source)
                guard let text = try? journals[client % 2].vault.seal("某人", as: .personal, for: "339981") else {
                    return
                }
                let act = place.act(
                    [
                        .registerPerson(
                            person, personal: text.digest, status: .professional, position: .professional, entered: nil,
                            origin: nil),
                        .enrol(person, Registry.Place(institution: place.body, kind: .institutionFull)),
                    ], seed: UInt64(round * 100 + client + 50_000))
                do throws(OfficeFailure) {
                    _ = try desks[client % 2].record(act, sealing: [text], at: Place.noon)
                    won.withLock { $0.append(person) }
                } catch { others.withLock { $0.append(error.code) } }
            }
            let winners = won.withLock { $0 }
            try #require(winners.count == 1, "round \(round): \(winners.count) of eight have the one place")
            #expect(Set(others.withLock { $0 }).count == 1 && others.withLock { $0.count } == 7)
            let leave = place.act(
                [.leave(winners[0], place.body, .institutionFull, .resignation)], seed: UInt64(round + 900_000))
            _ = try desks[round % 2].record(leave, at: Place.noon)
        }
        #expect(try place.isWhole())
    }
}
