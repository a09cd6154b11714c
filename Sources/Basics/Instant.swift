/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Recorded, never computed with in the domain.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Reads `yyyy-MM-ddTHH:mm:ss[.SSS]Z`, or `yyyy-MM-dd` as the first moment of that day, in UTC.
    package init?(iso text: some StringProtocol) {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard let day = halves.first.flatMap({ Day(iso: $0) }) else { return nil }
        let midnight = Int64(day.number) * 86_400_000
        if halves.count == 1 {
            self.init(milliseconds: midnight)
            return
        }
        guard halves.count == 2, halves[1].last == "Z" else { return nil }
        let seconds = halves[1].dropLast().split(separator: ".", omittingEmptySubsequences: false)
        let fields = seconds[0].split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(seconds.count), fields.count == 3,
            fields.allSatisfy({ $0.utf8.count == 2 && Instant.areDigits($0) }),
            let hour = Int64(fields[0]), let minute = Int64(fields[1]), let second = Int64(fields[2]),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        var fraction: Int64 = 0
        if seconds.count == 2 {
            guard seconds[1].utf8.count == 3, Instant.areDigits(seconds[1]), let value = Int64(seconds[1]) else {
                return nil
            }
            fraction = value
        }
        self.init(milliseconds: midnight + ((hour * 60 + minute) * 60 + second) * 1000 + fraction)
    }

    /// `yyyy-MM-ddTHH:mm:ss.SSSZ`.
    package var description: String {
        let day = milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
        let rest = milliseconds - day * 86_400_000
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let fraction = String(String(rest % 1000 + 1000).dropFirst())
        return "\(Day(number: Int32(day)))T\(two(rest / 3_600_000)):\(two(rest / 60_000 % 60)):"
            + "\(two(rest / 1000 % 60)).\(fraction)Z"
    }

    private static func areDigits(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// Orders by time.
    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}
