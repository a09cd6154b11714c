/// An address that a page may hold: a place in this house, or one of another under `http`, `https`, `mailto` or `tel`.
///
/// `javascript:`, `data:`, `vbscript:` and every other scheme can't be made into one, however they are disguised, so an
/// attribute that takes a `Link` takes nothing that runs.
package struct Link: Hashable, Sendable {
    /// The address as it will be written, before escaping.
    package let text: String

    /// Reads an address that was typed or stored; nil where its scheme is not one of the four.
    package init?(_ text: String) {
        // What browsers ignore is taken away first, as they do: controls and spaces at the ends, tabs and line ends
        // anywhere. Else `java\nscript:` would get through.
        let kept = text.unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
        let trimmed = kept.drop { $0.value <= 32 }.reversed().drop { $0.value <= 32 }.reversed()
        var address = String.UnicodeScalarView()
        address.append(contentsOf: trimmed)
        // A colon before any of / ? # ends a scheme; where what stands before it is none, we still refuse, rather than
        // know how each browser reads it.
        if let stop = address.firstIndex(where: { ":/?#\\".unicodeScalars.contains($0) }), address[stop] == ":" {
            let scheme = String(address[..<stop]).lowercased()
            guard Link.schemes.contains(scheme) else { return nil }
        }
        self.text = String(address)
    }

    /// An address that stands in the code. A wrong one is a programmer's error.
    package init(literal text: StaticString) {
        guard let link = Link("\(text)") else { preconditionFailure("not an address a page may hold: \(text)") }
        self = link
    }

    private init(checked text: String) { self.text = text }

    private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// A place in this house: `/bodies/3f…?day=2020-05-31#people`. Each part is encoded; empty segments are left out.
    package static func path(
        _ segments: [String], query: [(name: String, value: String)] = [], fragment: String? = nil
    ) -> Link {
        var text = "/" + segments.filter { !$0.isEmpty }.map(encoded).joined(separator: "/")
        for (index, pair) in query.enumerated() {
            text += (index == 0 ? "?" : "&") + encoded(pair.name) + "=" + encoded(pair.value)
        }
        if let fragment { text += "#" + encoded(fragment) }
        return Link(checked: text)
    }

    /// A place on the same page.
    package static func fragment(_ id: String) -> Link { Link(checked: "#" + encoded(id)) }

    /// The text with every byte but the unreserved ones of RFC 3986 as `%XX`.
    private static func encoded(_ text: String) -> String {
        var encoded: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
