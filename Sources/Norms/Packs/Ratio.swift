/// A positive or zero fraction of whole numbers: floating point would move a boundary.
package struct Fraction: Hashable, Sendable {
    /// Above the line; not negative.
    package let numerator: Int
    /// Below the line; positive.
    package let denominator: Int

    /// The fraction, or nil unless `numerator` ≥ 0 and `denominator` > 0.
    package init?(_ numerator: Int, _ denominator: Int) {
        guard numerator >= 0, denominator > 0 else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Reads a decimal with up to four places, `12.5`; nil for every other shape and for more than ten million.
    package init?(decimal text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, Fraction.isDigits(whole), let value = Int(whole),
            value <= 10_000_000
        else { return nil }
        var numerator = value
        var denominator = 1
        if parts.count == 2 {
            guard parts[1].utf8.count <= 4, Fraction.isDigits(parts[1]) else { return nil }
            for digit in parts[1].utf8 {
                numerator = numerator * 10 + Int(digit) - 48
                denominator *= 10
            }
        }
        self.numerator = numerator
        self.denominator = denominator
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= 9 && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// This many times `count`, rounded; at most a thousand million.
    package func times(_ count: Int, _ rounding: Rounding) -> Int {
        let product = Int128(numerator) * Int128(count)
        let divisor = Int128(denominator)
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
        let isUp: Bool
        switch rounding {
        case .up: isUp = remainder > 0
        case .nearest: isUp = remainder * 2 >= divisor
        case .down: isUp = false
        }
        return Int(min(quotient + (isUp ? 1 : 0), 1_000_000_000))
    }

    /// Whether it is less than or equal to another.
    package func isAtMost(_ other: Fraction) -> Bool {
        Int128(numerator) * Int128(other.denominator) <= Int128(other.numerator) * Int128(denominator)
    }

    /// One divided by it; nil for zero.
    package var inverse: Fraction? { Fraction(denominator, numerator) }

    /// As a decimal without trailing zeros, where it is one of at most six places; otherwise as a fraction.
    package var description: String {
        var scaled = Int128(numerator)
        for places in 0...6 {
            if scaled % Int128(denominator) == 0 {
                let digits = String(scaled / Int128(denominator))
                guard places > 0 else { return digits }
                let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
                return "\(padded.dropLast(places)).\(padded.suffix(places))"
            }
            scaled *= 10
        }
        return "\(numerator)/\(denominator)"
    }
}

/// So many for each of a number (比例): one for every 12.5 pupils, or 1.3 to 1.4 for each bed.
package struct Ratio: Hashable, Sendable {
    /// The least given for each.
    package let low: Fraction
    /// The most given for each.
    package let high: Fraction
    /// How the result becomes whole (取整).
    package let rounding: Rounding
    /// How it was written.
    package let form: Form

    /// How a ratio is written.
    package enum Form: UInt8, Sendable {
        /// One for every so many (每).
        case per = 1
        /// So many for each (系数).
        case factor
    }

    /// From `low` to `high` for each.
    package init(low: Fraction, high: Fraction, rounding: Rounding, form: Form = .factor) {
        self.low = low
        self.high = high
        self.rounding = rounding
        self.form = form
    }

    /// What a body with this number is given.
    package func range(for count: Int, rounding override: Rounding? = nil) -> NumberRange {
        let rounding = override ?? rounding
        return NumberRange(low: low.times(count, rounding), high: high.times(count, rounding))
    }
}

/// How a fraction of a head or post becomes whole (取整).
package enum Rounding: UInt8, CaseIterable, Sendable {
    /// Every part counts as one (进一).
    case up = 1
    /// A half and more counts as one (四舍五入).
    case nearest
    /// No part counts (舍去).
    case down
}
