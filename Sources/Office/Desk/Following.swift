import Foundation
import Registry
import Storage
import Synchronization

/// Who waits at a desk for what other nodes record, and the watch that tells of it.
final class Following: Sendable {
    fileprivate let watch = Mutex<JournalWatch?>(nil)
    /// Whether the journal is being asked already.
    fileprivate let isAsking = Mutex(false)
    private let moved = NSCondition()

    /// The desk's position may be another now.
    func tellMoved() {
        moved.lock()
        moved.broadcast()
        moved.unlock()
    }

    /// Waits until something holds, which is looked at whenever the position may have moved; whether it does at the end.
    fileprivate func wait(until end: Date, for holds: () -> Bool) -> Bool {
        moved.lock()
        defer { moved.unlock() }
        while !holds() {
            guard moved.wait(until: end) else { return holds() }
        }
        return true
    }
}

extension SharedDesk {
    /// Follows what other nodes record, by itself from now on: PostgreSQL tells of it at once, and behind that the journal
    /// is asked every so many seconds. Ends with `unfollow`, or when the desk is let go.
    package func follow(every seconds: Double = 2) throws(OfficeFailure) {
        let watch = try storing { () throws(StorageFailure) in
            try journal.follow(every: seconds) { [weak self] heads in self?.heard(heads) }
        }
        let former = following.watch.withLock { held -> JournalWatch? in
            defer { held = watch }
            return held
        }
        former?.stop()
    }

    /// Follows no more.
    package func unfollow() {
        let watch = following.watch.withLock { held -> JournalWatch? in
            defer { held = nil }
            return held
        }
        watch?.stop()
    }

    /// What failed here is told again.
    private func heard(_ heads: [String: Int]) {
        if let head = heads[jurisdiction], head > register.position { _ = try? refresh() }
    }

    /// The register with at least what was recorded up to a position, which whoever wrote it on another node was told. Asks
    /// the journal where this node doesn't know it yet; fails with `position-not-reached` when the time is over.
    package func register(
        atLeast position: Int, within seconds: Double
    ) throws(OfficeFailure) -> (register: Register, position: Int) {
        let end = Date(timeIntervalSinceNow: seconds)
        while true {
            let known = register
            if known.position >= position { return known }
            guard Date() < end else {
                throw OfficeFailure(
                    .failure, "position-not-reached",
                    zh: "本节点的台账到第 \(known.position) 号，还没有读到第 \(position) 号。请稍后重试；若持续如此，请检查数据库服务器是否可用。",
                    en:
                        "This node has the register up to no. \(known.position) and couldn't read up to no. \(position) yet. "
                        + "Try again; if it stays so, check whether the database server is there.")
            }
            // All that wait share one question; it is asked again now and then, since the journal may have been away.
            let isAsked = following.isAsking.withLock { isAsking -> Bool in
                defer { isAsking = true }
                return isAsking
            }
            if !isAsked {
                refreshLater { [following] in
                    following.isAsking.withLock { $0 = false }
                    following.tellMoved()
                }
            }
            _ = waits(for: position, until: min(end, Date(timeIntervalSinceNow: 0.2)))
        }
    }

    /// Waits until the register is of a position at least, and asks nobody; whether it is.
    package func waits(for position: Int, within seconds: Double) -> Bool {
        waits(for: position, until: Date(timeIntervalSinceNow: seconds))
    }

    private func waits(for position: Int, until end: Date) -> Bool {
        following.wait(until: end) { register.position >= position }
    }
}
