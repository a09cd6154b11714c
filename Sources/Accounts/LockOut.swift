import Basics

/// How long nobody is let in after tries that failed (锁定): it doubles with each, and is forgotten after a day.
package enum LockOut {
    /// How many tries may fail before there is any waiting.
    package static let free = 4
    /// The first wait, in milliseconds.
    package static let first: Int64 = 30_000
    /// The longest wait, in milliseconds.
    package static let longest: Int64 = 900_000
    /// How long a try counts, in milliseconds.
    package static let memory: Int64 = 86_400_000

    /// Until when nobody is let in; nil where there is no waiting now.
    /// - Parameter failed: when tries failed since the last that did not, in any order.
    package static func until(_ failed: [Instant], now: Instant) -> Instant? {
        let counted = failed.filter { $0.milliseconds > now.milliseconds - memory }
        guard let last = counted.max(), counted.count > free else { return nil }
        // No more doublings than it takes to be past the longest wait, or the number would outgrow its bits.
        let wait = min(first << Int64(min(counted.count - free - 1, 10)), longest)
        let end = Instant(milliseconds: last.milliseconds + wait)
        return end > now ? end : nil
    }
}
