import Dispatch
import Foundation
import Synchronization

/// PostgreSQL, through libpq: several nodes on one database.
///
/// A session serves one transaction at a time; there are at most so many, and whoever comes when all are taken waits as
/// long as `patience` allows. Where sessions are lost, others are made before a transaction begins, with longer and longer
/// pauses: the server may be starting anew, or another taking its place. A session that is lost on the way fails, since
/// nobody can tell then what was done.
final class PostgresEngine: Engine {
    private let address: PostgresAddress
    private let patience: Double
    private let free: DispatchSemaphore
    private let idle = Mutex<[PostgresSession]>([])

    var dialect: Dialect { .postgresql }

    /// How many sessions there are at most.
    private static let most = 8

    /// Reaches the server, and makes sure that what it says is recorded survives a power cut.
    init(at address: String, patience: Double) throws(StorageFailure) {
        self.address = PostgresAddress(address)
        guard !self.address.bearsPassword else { throw .passwordInAddress }
        self.patience = patience
        free = DispatchSemaphore(value: PostgresEngine.most)
        let session = try PostgresSession(to: self.address, patience: patience)
        for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
            let found = try session.setting(setting)
            guard found == "on" || found == "remote_apply" else { throw .unsafeServer(setting) }
        }
        idle.withLock { $0.append(session) }
    }

    func write<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try transaction("BEGIN ISOLATION LEVEL READ COMMITTED", writes: true, body)
    }

    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        // Whoever reads on may do something else between two rows.
        try transaction(
            "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0",
            writes: false, body)
    }

    /// Writes the tables that are erased from anew. Write-ahead segments of the server keep what was there until they are
    /// used again, as copies made before do.
    func scrub() throws {
        try withTurn {
            let session = try PostgresSession(to: address, patience: patience)
            try session.run(atLength: "VACUUM FULL sealed")
            try session.run(atLength: "VACUUM FULL tokens")
            try session.run(atLength: "VACUUM FULL audit")
        }
    }

    func close() { idle.withLock { $0.removeAll() } }

    func listener() throws(StorageFailure) -> any Listener { try PostgresListener(to: address, patience: patience) }

    private func transaction<Value>(
        _ begin: String, writes: Bool, _ body: (any Connection) throws -> Value
    ) throws -> Value {
        try withTurn {
            let session = try begun(begin, writes: writes)
            do {
                let value = try body(session)
                try session.commit()
                keep(session)
                return value
            } catch {
                if session.rollback() { keep(session) }
                throw error
            }
        }
    }

    /// A session in which a transaction has begun. Nothing was done before, so this is tried again as long as `patience`
    /// allows.
    private func begun(_ statement: String, writes: Bool) throws(StorageFailure) -> PostgresSession {
        var pause = 0.05
        let end = DispatchTime.now() + patience
        while true {
            let waiting = idle.withLock { $0.popLast() }
            do throws(StorageFailure) {
                let session = if let waiting { waiting } else { try PostgresSession(to: address, patience: patience) }
                try session.run(script: statement)
                if !writes || session.takesWriting { return session }
                throw .readOnly
            } catch {
                guard [.connectionLost, .unreachable, .readOnly].contains(error) else { throw error }
                // What happened to one that waited happened to all that did, and says nothing of the server now.
                guard waiting == nil else {
                    close()
                    continue
                }
                // Nothing was begun, so it can well be told whether something was recorded.
                guard DispatchTime.now() < end else { throw error == .connectionLost ? .unreachable : error }
                Thread.sleep(forTimeInterval: pause)
                pause = min(pause * 2, 2)
            }
        }
    }

    private func withTurn<Value>(_ body: () throws -> Value) throws -> Value {
        guard free.wait(timeout: .now() + patience) == .success else { throw StorageFailure.busy }
        defer { free.signal() }
        return try body()
    }

    private func keep(_ session: PostgresSession) { idle.withLock { $0.append(session) } }
}
