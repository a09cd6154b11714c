extension Markup {
    /// Writes an element and what its closure writes inside: `html(.tr) { html in … }`.
    package mutating func callAsFunction(_ tag: Tag, _ attributes: Attribute..., content: Content) {
        open(tag, attributes)
        content(&self)
        append(tag.closing)
    }

    /// Writes an element with a text inside: `html(.td, .class("name"), text: name)`.
    package mutating func callAsFunction(_ tag: Tag, _ attributes: Attribute..., text: String) {
        open(tag, attributes)
        append(text, as: .text)
        append(tag.closing)
    }

    /// Writes an element with nothing inside: `html(.td)`.
    package mutating func callAsFunction(_ tag: Tag, _ attributes: Attribute...) {
        open(tag, attributes)
        append(tag.closing)
    }

    /// Writes an element that has no inside: `html(.br)`.
    package mutating func callAsFunction(_ tag: VoidTag, _ attributes: Attribute...) {
        start(tag.opening, attributes)
    }

    /// Writes a style sheet that stands in the code.
    package mutating func styleSheet(_ css: StaticString) {
        precondition(!css.holds("</"), "a style sheet can't close its element")
        append("<style>")
        append(css)
        append("</style>\n")
    }

    /// Writes a script to be loaded from this house. There is no way to write one into the page.
    package mutating func script(_ source: Link, _ attributes: Attribute...) {
        start("<script", [.src(source)] + attributes)
        append("</script>\n")
    }

    /// Writes what the page may load, where no header can say it, as in a file on a disk.
    package mutating func contentSecurityPolicy(_ policy: StaticString) {
        append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        append("\(policy)", as: .attribute)
        append("\">\n")
    }

    private mutating func open(_ tag: Tag, _ attributes: [Attribute]) {
        start(tag.opening, attributes)
        if tag.losesFirstLine { append("\n") }
    }

    private mutating func start(_ opening: StaticString, _ attributes: [Attribute]) {
        append(opening)
        for attribute in attributes { attribute.write(into: &self) }
        append(">")
    }
}

extension StaticString {
    /// Whether these ASCII characters stand in the text.
    func holds(_ part: String) -> Bool {
        let wanted = Array(part.utf8)
        return withUTF8Buffer { text in
            guard text.count >= wanted.count else { return false }
            return (0...(text.count - wanted.count)).contains { start in
                wanted.indices.allSatisfy { text[start + $0] == wanted[$0] }
            }
        }
    }
}
