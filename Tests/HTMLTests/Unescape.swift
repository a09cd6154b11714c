/// Reads escaped text back as a browser would, known by the standard and not by the writer: named and numbered
/// references, nothing else.
func unescaped(_ text: String) -> String {
    let names: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    var read = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
        guard scalar == "&", let end = rest.firstIndex(of: ";") else {
            read.append(scalar)
            rest = rest.dropFirst()
            continue
        }
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        let number = name.hasPrefix("#") ? UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) : nil
        read.append(names[name] ?? number ?? "\u{FFFD}")
        rest = rest[rest.index(after: end)...]
    }
    return String(read)
}

/// A repeatable source of random bits.
struct Bits: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

extension [UInt8] {
    /// The bytes as text.
    var utf8Text: String { String(decoding: self, as: UTF8.self) }
}
