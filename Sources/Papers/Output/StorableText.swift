/// The text as the writer of workbooks must be given it, so that reading it back gives the same.
///
/// Characters XML cannot hold even when escaped become U+FFFD, which shows where one was. Text that looks like an
/// escape, such as `_x000D_`, has its first underline escaped; libxlsxwriter 1.1 leaves that to the caller.
func storable(_ text: String) -> String {
    var stored = text
    if text.unicodeScalars.contains(where: isForbidden) {
        stored = String(String.UnicodeScalarView(text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
    }
    guard stored.utf8.contains(UInt8(ascii: "_")) else { return stored }
    let bytes = Array(stored.utf8)
    guard bytes.indices.contains(where: { startsEscape(bytes, at: $0) }) else { return stored }
    var escaped: [UInt8] = []
    for index in bytes.indices {
        escaped.append(contentsOf: startsEscape(bytes, at: index) ? Array("_x005F_".utf8) : [bytes[index]])
    }
    return String(decoding: escaped, as: UTF8.self)
}

private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    // A zero would also end the text for the writer.
    scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
}

/// Whether `_xHHHH_` stands at the place.
private func startsEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "_") && index + 6 < bytes.count && bytes[index + 1] == UInt8(ascii: "x")
        && bytes[index + 6] == UInt8(ascii: "_")
        && bytes[(index + 2)...(index + 5)].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
}
