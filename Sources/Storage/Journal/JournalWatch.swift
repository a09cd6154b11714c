import Dispatch
import Foundation
import Synchronization

extension Journal {
    /// Follows what is recorded, by this node and by others, on a thread of its own until the watch is stopped or let go
    /// (跟随).
    ///
    /// PostgreSQL tells of each entry at once. Behind that, and on SQLite, the heads are asked for again every so many
    /// seconds. Where the connection is lost another is made, with longer and longer pauses, and all heads are told anew.
    /// - Parameter tell: is given positions that jurisdictions have reached, on the watch's thread. They are hints: what is
    ///   known already may come again, so that whoever failed to act on one is told once more.
    package func follow(
        every seconds: Double = 2, _ tell: @escaping @Sendable ([String: Int]) -> Void
    ) throws(StorageFailure) -> JournalWatch {
        let loop = try JournalWatch.Loop(of: engine, every: seconds, tell)
        Thread.detachNewThread { loop.run() }
        return JournalWatch(loop)
    }
}

/// A journal being followed, from `Journal.follow` on until it is stopped or let go.
package final class JournalWatch: Sendable {
    private let loop: Loop

    fileprivate init(_ loop: Loop) { self.loop = loop }

    // Who lets go of it may do so within what is told, and doesn't wait.
    deinit { loop.bell.ring() }

    /// Stops, and comes back when nothing is told any more; not to be called from within what is told.
    package func stop() {
        loop.bell.ring()
        loop.isDone.wait()
    }

    /// The thread's work.
    fileprivate final class Loop: Sendable {
        let bell: Bell
        let isDone = DispatchGroup()
        private let engine: any Engine
        private let interval: Double
        private let tell: @Sendable ([String: Int]) -> Void

        init(
            of engine: any Engine, every seconds: Double, _ tell: @escaping @Sendable ([String: Int]) -> Void
        ) throws(StorageFailure) {
            bell = try Bell()
            self.engine = engine
            interval = seconds
            self.tell = tell
            isDone.enter()
        }

        func run() {
            defer { isDone.leave() }
            var pause = 0.05
            while !bell.isRinging(within: 0) {
                do {
                    let listener = try engine.listener()
                    while !bell.isRinging(within: 0) {
                        tell(try listener.heads())
                        pause = 0.05
                        try hear(listener)
                    }
                } catch {
                    _ = bell.isRinging(within: pause)
                    pause = min(pause * 2, max(interval, 0.05))
                }
            }
        }

        /// Passes on what is heard, until it is time to ask.
        private func hear(_ listener: any Listener) throws {
            let end = DispatchTime.now() + interval
            while !bell.isRinging(within: 0) {
                let now = DispatchTime.now()
                guard now < end else { return }
                let heard = try listener.hear(
                    for: Double(end.uptimeNanoseconds - now.uptimeNanoseconds) / 1e9, or: bell.descriptor)
                if !heard.isEmpty { tell(heard) }
            }
        }
    }
}

/// Wakes a thread that waits on descriptors: once rung, it goes on ringing.
private final class Bell: Sendable {
    /// What can be read from when it rings.
    let descriptor: Int32
    private let rope: Int32

    init() throws(StorageFailure) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw .io(code: Int(errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (descriptor, rope) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(rope)
    }

    func ring() { _ = write(rope, [1], 1) }

    func isRinging(within seconds: Double) -> Bool { isReadable(descriptor, within: seconds) }
}
