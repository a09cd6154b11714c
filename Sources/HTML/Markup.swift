/// Markup under way: one buffer of UTF-8 into which elements are written in the order in which they are called.
///
/// A view is a plain function that takes a model and writes; there is no tree between it and the bytes. Whatever comes
/// as a `String` is escaped for where it stands, and an element is closed where its closure ends, so that neither can
/// be forgotten. The buffer can't be copied: a copy that is written to would lose what it was given.
package struct Markup: ~Copyable {
    /// What writes the inside of an element.
    package typealias Content = (inout Markup) -> Void

    private(set) var bytes: Bytes

    init(capacity: Int) { bytes = Bytes(capacity: capacity) }

    /// A whole page.
    /// - Parameters:
    ///   - language: a tag of BCP 47, such as `zh-CN`.
    ///   - title: what the window is called.
    ///   - capacity: about how many bytes will come, so that the buffer need not grow.
    ///   - head: more for the head, such as styles.
    ///   - body: the inside of the body.
    package static func document(
        language: String, title: String, capacity: Int = 1 << 14, head: Content = { _ in }, body: Content
    ) -> [UInt8] {
        var html = Markup(capacity: capacity)
        html.append("<!DOCTYPE html>\n")
        html(.html, .lang(language)) { html in
            html(.head) { html in
                html(.meta, .attribute("charset", "utf-8"))
                html(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
                html(.title, text: title)
                head(&html)
            }
            html(.body, content: body)
        }
        return html.bytes.array
    }

    /// A part of a page.
    package static func fragment(capacity: Int = 1 << 10, _ content: Content) -> [UInt8] {
        var html = Markup(capacity: capacity)
        content(&html)
        return html.bytes.array
    }

    /// Writes text, escaped.
    package mutating func text(_ text: String) { append(text, as: .text) }

    /// Writes a number in decimal digits.
    package mutating func text(_ number: Int) { append(number) }

    /// Writes markup as it is. Only what stands in the code can come here.
    package mutating func rawMarkup(_ markup: StaticString) { append(markup) }

    /// Writes markup as it is: the one door for what this writer did not make, such as a fragment rendered before.
    /// Whoever calls it answers for every byte.
    package mutating func rawMarkup(trusted markup: [UInt8]) { markup.withUnsafeBufferPointer { bytes.append($0) } }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append($0) }
    }

    mutating func append(_ number: Int) {
        var digits = String(number)
        digits.withUTF8 { bytes.append($0) }
    }

    mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) { bytes.append(utf8) }
}
