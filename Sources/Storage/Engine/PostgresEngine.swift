import Dispatch
import Foundation
import Synchronization

/// PostgreSQL, through libpq: several nodes on one database.
///
/// A session serves one transaction at a time; there are at most so many, and whoever comes when all are taken waits as
/// long as `patience` allows. A session that was lost is made again, with longer and longer pauses, before a transaction
/// begins; one that is lost on the way fails, since nobody can tell then what was done.
final class PostgresEngine: Engine {
    private let address: String
    private let patience: Double
    private let free: DispatchSemaphore
    private let idle = Mutex<[PostgresSession]>([])

    var dialect: Dialect { .postgresql }

    /// How many sessions there are at most.
    private static let most = 8

    /// Reaches the server, and makes sure that what it says is recorded survives a power cut.
    init(at address: String, patience: Double) throws(StorageFailure) {
        guard !PostgresSession.bearsPassword(address) else { throw .passwordInAddress }
        self.address = address
        self.patience = patience
        free = DispatchSemaphore(value: PostgresEngine.most)
        let session = try PostgresSession(to: address, patience: patience)
        for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
            let found = try session.setting(setting)
            guard found == "on" || found == "remote_apply" else { throw .unsafeServer(setting) }
        }
        idle.withLock { $0.append(session) }
    }

    func write<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try transaction("BEGIN ISOLATION LEVEL READ COMMITTED", body)
    }

    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", body)
    }

    /// Writes the tables that are erased from anew. Write-ahead segments of the server keep what was there until they are
    /// used again, as copies made before do.
    func scrub() throws {
        try withSession { session in
            try session.run(script: "VACUUM FULL sealed")
            try session.run(script: "VACUUM FULL tokens")
        }
    }

    func close() { idle.withLock { $0.removeAll() } }

    private func transaction<Value>(
        _ begin: String, _ body: (any Connection) throws -> Value
    ) throws -> Value {
        try withSession { session in
            try self.begin(begin, in: session)
            do {
                let value = try body(session)
                try session.run(script: "COMMIT")
                return value
            } catch {
                session.rollback()
                throw error
            }
        }
    }

    /// Begins a transaction; where the session was lost meanwhile, it is made again first.
    private func begin(_ statement: String, in session: PostgresSession) throws {
        var pause = 0.05
        let end = DispatchTime.now() + patience
        while true {
            do throws(StorageFailure) { return try session.run(script: statement) } catch {
                guard error == .connectionLost, DispatchTime.now() < end else { throw error }
                Thread.sleep(forTimeInterval: pause)
                pause = min(pause * 2, 2)
                session.reset()
            }
        }
    }

    private func withSession<Value>(_ body: (PostgresSession) throws -> Value) throws -> Value {
        guard free.wait(timeout: .now() + patience) == .success else { throw StorageFailure.busy }
        defer { free.signal() }
        let session = try idle.withLock { $0.popLast() } ?? PostgresSession(to: address, patience: patience)
        defer { idle.withLock { $0.append(session) } }
        return try body(session)
    }
}
