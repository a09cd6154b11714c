extension Markup {
    /// Where a text comes to stand.
    enum Place {
        /// Between tags.
        case text
        /// Between the double quotes of an attribute's value.
        case attribute
    }

    /// Writes a text so that a browser reads it back as it is.
    ///
    /// A carriage return would be read as a line feed, so it is escaped; the zero that no page can hold becomes U+FFFD,
    /// which shows where one was.
    mutating func append(_ text: String, as place: Place) {
        var text = text
        text.withUTF8 { utf8 in
            var written = 0
            for index in utf8.indices where utf8[index] <= UInt8(ascii: ">") {
                guard let escaped = place.escaped(utf8[index]) else { continue }
                append(UnsafeBufferPointer(rebasing: utf8[written..<index]))
                append(escaped)
                written = index + 1
            }
            append(UnsafeBufferPointer(rebasing: utf8[written...]))
        }
    }
}

extension Markup.Place {
    /// What stands for a byte that would not be read as itself; nil for all others. None is above `>`.
    fileprivate func escaped(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): self == .attribute ? "&quot;" : nil
        case UInt8(ascii: "'"): self == .attribute ? "&#39;" : nil
        case UInt8(ascii: "\r"): "&#13;"
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}
