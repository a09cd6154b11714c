/// Writes values in the canonical encoding (规范编码) of `docs/journal-format.md`: fixed field order, integers of
/// variable length, texts in normal form C, no floating point and no order of a dictionary.
package struct CanonicalWriter: Sendable {
    /// What has been written.
    package private(set) var bytes: [UInt8] = []

    /// An empty writer.
    package init() {}

    /// One byte: a code or a flag.
    package mutating func code(_ value: UInt8) { bytes.append(value) }

    /// A signed integer: zigzag, then seven bits a byte, the lowest first.
    package mutating func integer(_ value: some BinaryInteger) {
        let value = Int64(value)
        var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A text in normal form C: its length in bytes, then UTF-8.
    package mutating func text(_ value: String) {
        let value = value.normalised
        integer(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    /// Sixteen bytes, the highest first.
    package mutating func identifier<Subject>(_ value: Identifier<Subject>) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value.high >> UInt64(shift)))
        }
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value.low >> UInt64(shift)))
        }
    }

    /// Thirty-two bytes.
    package mutating func digest(_ value: Digest) { bytes.append(contentsOf: value.bytes) }

    /// A day as its number.
    package mutating func day(_ value: Day) { integer(value.number) }

    /// A flag byte, and the value where there is one.
    package mutating func optional<Value>(_ value: Value?, _ write: (inout CanonicalWriter, Value) -> Void) {
        code(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }

    /// How many, then each.
    package mutating func list<Values: Collection>(
        _ values: Values, _ write: (inout CanonicalWriter, Values.Element) -> Void
    ) {
        integer(values.count)
        for value in values { write(&self, value) }
    }
}
