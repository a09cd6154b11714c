/// A random identifier of 128 bits that says nothing about what it names.
///
/// The subject is a phantom: an identifier of a person cannot be passed where one of an institution is meant.
package struct Identifier<Subject>: Hashable, Comparable, Sendable {
    /// The first 64 bits.
    package let high: UInt64
    /// The last 64 bits.
    package let low: UInt64

    /// The identifier made of these bits.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new identifier drawn from the given source, so that the domain itself stays free of randomness.
    package init(from source: inout some RandomNumberGenerator) {
        self.init(high: source.next(), low: source.next())
    }

    /// Reads the 32 hexadecimal digits that `description` writes.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 32, text.utf8.allSatisfy({ $0 != 43 && $0 != 45 }),
            let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    /// Orders by value, which means nothing but is the same everywhere.
    package static func < (left: Self, right: Self) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    /// The bits are random already, so they are their own hash; persistent maps are asked for these most of all.
    package func hash(into hasher: inout Hasher) { hasher.combine(low) }
}

extension Identifier: CustomStringConvertible {
    /// 32 hexadecimal digits.
    package var description: String {
        func sixteen(_ value: UInt64) -> String {
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        return sixteen(high) + sixteen(low)
    }
}
