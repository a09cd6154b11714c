/// A range of whole numbers, both ends included; an end that is nil is open (10以下, 11-50, 601以上).
package struct NumberRange: Hashable, Sendable {
    /// The least number in it; nil when there is none.
    package let low: Int?
    /// The greatest number in it; nil when there is none.
    package let high: Int?

    /// The numbers from `low` to `high`, both included.
    package init(low: Int?, high: Int?) {
        self.low = low
        self.high = high
    }

    /// One number.
    package init(_ value: Int) { self.init(low: value, high: value) }

    /// The numbers of a closed range.
    package init(_ range: ClosedRange<Int>) { self.init(low: range.lowerBound, high: range.upperBound) }

    /// Whether a number is in it.
    package func contains(_ value: Int) -> Bool { value >= (low ?? .min) && value <= (high ?? .max) }

    /// Whether no number is in it: its ends are the wrong way round.
    package var isEmpty: Bool { (low ?? .min) > (high ?? .max) }

    /// Whether every number of the other is in this.
    package func covers(_ other: NumberRange) -> Bool {
        (low ?? .min) <= (other.low ?? .min) && (high ?? .max) >= (other.high ?? .max)
    }

    /// Whether some number is in both.
    package func meets(_ other: NumberRange) -> Bool {
        max(low ?? .min, other.low ?? .min) <= min(high ?? .max, other.high ?? .max)
    }

    /// As a pack writes it: `18`, `11-50`, `10以下`, `601以上`.
    package var zh: String {
        switch (low, high) {
        case (nil, nil): "不限"
        case (let low?, nil): "\(low)以上"
        case (nil, let high?): "\(high)以下"
        case (let low?, let high?): low == high ? "\(low)" : "\(low)-\(high)"
        }
    }

    /// In English: `18`, `11-50`, `10 or fewer`, `601 or more`.
    package var en: String {
        switch (low, high) {
        case (nil, nil): "any number"
        case (let low?, nil): "\(low) or more"
        case (nil, let high?): "\(high) or fewer"
        case (let low?, let high?): low == high ? "\(low)" : "\(low)-\(high)"
        }
    }
}
