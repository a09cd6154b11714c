import Basics
import Foundation
import Registry
import Storage
import Synchronization
import Testing

/// What follows the journal hears of everything that anybody records.
@Suite(.onEachEngine) struct WatchTests {
    private let desk: Desk
    private let journal: Journal

    init() throws {
        desk = try Desk()
        journal = try desk.journal()
    }

    /// The highest positions that were told.
    private final class Told: @unchecked Sendable {
        // Every use holds this lock.
        private let changed = NSCondition()
        private var heads: [String: Int] = [:]

        func tell(_ more: [String: Int]) {
            changed.lock()
            heads.merge(more, uniquingKeysWith: max)
            changed.broadcast()
            changed.unlock()
        }

        func wait(for position: Int, of place: String) -> Bool {
            changed.lock()
            defer { changed.unlock() }
            let end = Date(timeIntervalSinceNow: 20)
            while heads[place] ?? 0 < position { guard changed.wait(until: end) else { return false } }
            return true
        }
    }

    /// SQLite tells nothing by itself; PostgreSQL must tell without being asked.
    private var interval: Double { desk.engine == .sqlite ? 0.05 : 3600 }

    @Test func everyEntryIsTold() throws {
        let told = Told()
        let watch = try journal.follow(every: interval) { told.tell($0) }
        let other = try desk.journal()
        for position in 1...3 {
            for place in ["330702", "330781"] {
                try desk.fill(other, 1, of: place)
                #expect(told.wait(for: position, of: place))
            }
        }
        watch.stop()
        try desk.fill(other, 1)
        #expect(try other.head(of: "330702")?.position == 4)
    }

    /// What was recorded before is told too, and all of it again on a new connection.
    @Test func whatWasMissedIsTold() throws {
        try desk.fill(journal, 2)
        let told = Told()
        let watch = try journal.follow(every: interval) { told.tell($0) }
        #expect(told.wait(for: 2, of: "330702"))
        watch.stop()
    }

    /// Says when it is let go of.
    private final class Held: Sendable {
        let gone: DispatchSemaphore

        init(_ gone: DispatchSemaphore) { self.gone = gone }

        deinit { gone.signal() }
    }

    /// A thread that went on would hold what it tells.
    @Test(arguments: [true, false])
    func aWatchEndsWithItsThread(isStopped: Bool) throws {
        let gone = DispatchSemaphore(value: 0)
        var watch: JournalWatch? = try { () throws -> JournalWatch in
            let held = Held(gone)
            return try journal.follow(every: interval) { _ in _ = held.gone }
        }()
        if isStopped { watch?.stop() }
        #expect(watch != nil)
        watch = nil
        #expect(gone.wait(timeout: .now() + 20) == .success)
    }
}

/// The session that listens is lost like any other.
@Suite struct ListenerTests {
    @Test func aLostListenerIsMadeAgain() throws {
        let desk = try TestEngine.$current.withValue(.postgresql) { try Desk() }
        let server = try TestServer()
        let name = "listen\(UUID().uuidString.prefix(8))"
        let own = try Journal(
            at: desk.address + "&application_name=\(name)", key: desk.key, create: true, patience: 1)
        let other = try desk.journal()
        let positions = DispatchSemaphore(value: 0)
        let watch = try own.follow(every: 3600) { heads in if heads["330702"] != nil { positions.signal() } }
        defer { watch.stop() }
        try desk.fill(other, 1)
        #expect(positions.wait(timeout: .now() + 20) == .success)
        for _ in 0..<5 {
            try server.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '\(name)'",
                in: "public")
            // Told anew once it listens again, whether or not anything happened.
            #expect(positions.wait(timeout: .now() + 20) == .success)
        }
        try desk.fill(other, 1)
        #expect(positions.wait(timeout: .now() + 20) == .success)
    }
}
