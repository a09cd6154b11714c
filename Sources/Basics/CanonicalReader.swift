/// Why bytes are not a record in the canonical encoding.
package enum MalformedRecord: Error, Equatable, Sendable {
    /// The bytes end inside a value.
    case truncated
    /// A code that this version doesn't know, with what it was to be.
    case unknownCode(UInt8, of: String)
    /// A number, length or text that no writer writes.
    case notCanonical(String)
    /// Bytes are left after the last field.
    case trailing(Int)
}

/// Reads what `CanonicalWriter` writes, and refuses every other way of writing the same thing, so that equal values
/// have equal bytes in both directions.
package struct CanonicalReader: Sendable {
    private let bytes: [UInt8]
    private var place = 0

    /// A reader at the first byte.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Throws `trailing` unless everything was read.
    package func finish() throws(MalformedRecord) {
        if place != bytes.count { throw .trailing(bytes.count - place) }
    }

    /// One byte.
    package mutating func code() throws(MalformedRecord) -> UInt8 {
        guard place < bytes.count else { throw .truncated }
        defer { place += 1 }
        return bytes[place]
    }

    /// A signed integer.
    package mutating func integer() throws(MalformedRecord) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try code()
            guard shift < 63 || byte <= 1 else { throw .notCanonical("integer") }
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 {
                guard byte != 0 || shift == 0 else { throw .notCanonical("integer") }
                return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
            }
            shift += 7
        }
    }

    /// A text.
    package mutating func text() throws(MalformedRecord) -> String {
        let slice = try take(integer())
        // Texts are equal when their normal forms are, so only the normal form may be read, byte for byte.
        guard let text = String(validating: slice, as: UTF8.self), text.normalised.utf8.elementsEqual(slice) else {
            throw .notCanonical("text")
        }
        return text
    }

    /// Sixteen bytes.
    package mutating func identifier<Subject>() throws(MalformedRecord) -> Identifier<Subject> {
        let slice = try take(16)
        func word(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
        return Identifier(high: word(slice.prefix(8)), low: word(slice.suffix(8)))
    }

    /// Thirty-two bytes.
    package mutating func digest() throws(MalformedRecord) -> Digest {
        guard let digest = Digest(bytes: try take(32)) else { throw .truncated }
        return digest
    }

    /// A day.
    package mutating func day() throws(MalformedRecord) -> Day {
        guard let number = Int32(exactly: try integer()) else { throw .notCanonical("day") }
        return Day(number: number)
    }

    /// A value behind a flag byte, or nil.
    package mutating func optional<Value>(
        _ read: (inout CanonicalReader) throws(MalformedRecord) -> Value
    ) throws(MalformedRecord) -> Value? {
        switch try code() {
        case 0: return nil
        case 1: return try read(&self)
        case let other: throw .unknownCode(other, of: "flag")
        }
    }

    /// Values behind their number.
    package mutating func list<Value>(
        _ read: (inout CanonicalReader) throws(MalformedRecord) -> Value
    ) throws(MalformedRecord) -> [Value] {
        let count = try integer()
        // Each value takes a byte at least, so a false count can't ask for more room than the record has.
        guard count >= 0, count <= bytes.count - place else { throw .notCanonical("count") }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    private mutating func take(_ count: Int) throws(MalformedRecord) -> ArraySlice<UInt8> {
        guard count >= 0 else { throw .notCanonical("length") }
        guard count <= bytes.count - place else { throw .truncated }
        defer { place += count }
        return bytes[place..<place + count]
    }
}
