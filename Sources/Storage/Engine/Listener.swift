import Foundation

/// Hears that something was recorded, on a session of its own where the engine has any. Serves one thread.
protocol Listener {
    /// The position of each jurisdiction's head.
    func heads() throws -> [String: Int]

    /// Waits until another recorded something, or `wake` can be read, or the seconds are over. What is heard is a hint: it
    /// may be of another journal in the same database, or of what is known already.
    func hear(for seconds: Double, or wake: Int32) throws -> [String: Int]
}

extension Engine {
    /// An engine that tells nothing by itself is asked again and again.
    func listener() throws -> any Listener { PollingListener(engine: self) }
}

/// Only the heads tell that another process wrote into the file.
private struct PollingListener: Listener {
    let engine: any Engine

    func heads() throws -> [String: Int] { try engine.read { try $0.heads() } }

    func hear(for seconds: Double, or wake: Int32) -> [String: Int] {
        _ = isReadable(wake, within: seconds)
        return [:]
    }
}

/// A session of PostgreSQL that listens. Asking for the heads on it shows as well whether it is still there.
struct PostgresListener: Listener {
    private let session: PostgresSession

    init(to address: PostgresAddress, patience: Double) throws(StorageFailure) {
        session = try PostgresSession(to: address, patience: patience)
        try session.run(script: "LISTEN sanding_journal")
    }

    func heads() throws -> [String: Int] { try session.heads() }

    /// What is told of an entry is its jurisdiction, a space and its position.
    func hear(for seconds: Double, or wake: Int32) throws -> [String: Int] {
        var heads: [String: Int] = [:]
        for told in try session.notifications(within: seconds, or: wake) {
            guard let space = told.lastIndex(of: " "), let position = Int(told[told.index(after: space)...]) else {
                continue
            }
            heads[String(told[..<space]), default: 0] = max(heads[String(told[..<space])] ?? 0, position)
        }
        return heads
    }
}

extension Connection {
    fileprivate func heads() throws -> [String: Int] {
        var heads: [String: Int] = [:]
        try forEach("SELECT jurisdiction, position FROM head") { heads[try $0.text(0)] = try $0.integer(1) }
        return heads
    }
}

/// Waits until a descriptor can be read, or another can, or the seconds are over; whether the first can.
func isReadable(_ descriptor: Int32, or other: Int32 = -1, within seconds: Double) -> Bool {
    var wanted = [descriptor, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&wanted, 2, Int32(min(max(seconds, 0) * 1000, 86_400_000).rounded(.up))) > 0 else { return false }
    return wanted[0].revents != 0
}
