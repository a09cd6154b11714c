import Basics

/// How long nobody is let in from a place where tries of many logins failed (来源限制): one passphrase tried on everybody
/// stays under the lock-out of each of them.
///
/// An office may stand behind one address. So only logins count that failed and didn't get in since: whoever mistypes gets
/// in a minute later.
package enum PlaceLimit {
    /// How many logins may fail at a place before it waits.
    package static let free = 10
    /// How long a login that failed counts, in milliseconds: half an hour.
    package static let memory: Int64 = 1_800_000

    /// Until when nobody is let in from there; nil where there is no waiting now.
    /// - Parameter failed: when each login that failed there and did not get in since failed last, in any order.
    package static func until(_ failed: [Instant], now: Instant) -> Instant? {
        // As soon as no more than the free ones are remembered, the place is open again.
        let last = failed.sorted(by: >).dropFirst(free).first
        guard let last else { return nil }
        let end = Instant(milliseconds: last.milliseconds + memory)
        return end > now ? end : nil
    }
}
