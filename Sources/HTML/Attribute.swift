extension Markup {
    /// A name and a value in a start tag. Values are escaped; addresses are `Link`s.
    package struct Attribute: Sendable {
        let name: StaticString
        let value: Value

        enum Value: Sendable {
            case absent
            case flag
            case text(String)
            case words([String])
            case number(Int)
            case decimal(Double)
            case link(Link)
        }

        init(_ name: StaticString, _ value: Value) {
            self.name = name
            self.value = value
        }

        /// The attribute where the condition holds, else nothing: `.checked.when(isChosen)`.
        package consuming func when(_ condition: Bool) -> Attribute { condition ? self : Attribute(name, .absent) }
    }
}

extension Markup.Attribute {
    /// An attribute that has no name of its own here. Refuses those that run (`on…`), that style
    /// against a strict policy, that redirect, and those that hold an address.
    package static func attribute(_ name: StaticString, _ value: String) -> Self { checked(name, .text(value)) }

    /// The same with a whole number.
    package static func attribute(_ name: StaticString, _ value: Int) -> Self { checked(name, .number(value)) }

    /// The same with a number, written to two decimals at most; must be finite and below 10^12.
    package static func attribute(_ name: StaticString, _ value: Double) -> Self { checked(name, .decimal(value)) }

    /// An attribute that is there or not.
    package static func flag(_ name: StaticString) -> Self { checked(name, .flag) }

    /// An attribute that holds an address and has no name of its own here, such as `hx-get`.
    package static func link(_ name: StaticString, _ link: Link) -> Self {
        precondition(!runs(name), "an attribute that runs can't be written")
        return Self(name, .link(link))
    }

    private static func checked(_ name: StaticString, _ value: Value) -> Self {
        precondition(!runs(name), "an attribute that runs, styles or redirects can't be written")
        precondition(!addresses.contains { $0 == name.lowercased }, "an address goes through a Link")
        return Self(name, value)
    }

    private static func runs(_ name: StaticString) -> Bool {
        let lower = name.lowercased
        return lower.hasPrefix("on") || lower.hasPrefix("hx-on") || lower.hasPrefix("hx-vars")
            || lower.hasPrefix("hx-vals")
            || ["style", "srcdoc", "http-equiv", "is"].contains(lower) || !name.isAttributeName
    }

    private static let addresses = [
        "href", "src", "action", "formaction", "poster", "cite", "data", "ping", "background", "srcset", "manifest",
        "xlink:href", "longdesc", "codebase", "usemap", "imagesrcset", "hx-get", "hx-post", "hx-put", "hx-patch",
        "hx-delete", "hx-push-url", "hx-replace-url",
    ]

    func write(into html: inout Markup) {
        if case .absent = value { return }
        html.append(" ")
        html.append(name)
        if case .flag = value { return }
        html.append("=\"")
        switch value {
        case .absent, .flag: break
        case .text(let text): html.append(text, as: .attribute)
        case .words(let words):
            for (index, word) in words.enumerated() {
                if index > 0 { html.append(" ") }
                html.append(word, as: .attribute)
            }
        case .number(let number): html.append(number)
        case .decimal(let number): html.append(decimal: number)
        case .link(let link): html.append(link.text, as: .attribute)
        }
        html.append("\"")
    }
}

extension Markup {
    /// Writes a number with at most two decimals: 12, 12.5, 12.25.
    fileprivate mutating func append(decimal number: Double) {
        precondition(number.isFinite && number.magnitude < 1e12, "a measure is a number")
        // By hand: rounding as the library does it would need the C library, which this target has no use for else.
        let hundredths = Int(number * 100 + (number < 0 ? -0.5 : 0.5))
        if hundredths < 0 { append("-") }
        append(Int(hundredths.magnitude) / 100)
        let rest = Int(hundredths.magnitude) % 100
        guard rest > 0 else { return }
        append(".")
        append(rest / 10)
        if rest % 10 > 0 { append(rest % 10) }
    }
}

extension StaticString {
    fileprivate var lowercased: String { "\(self)".lowercased() }

    fileprivate var isAttributeName: Bool {
        utf8CodeUnitCount > 0
            && withUTF8Buffer {
                $0.allSatisfy {
                    (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 58
                        || $0 == 95
                }
            }
    }
}

extension StaticString {
    /// Whether it is made of small letters, digits and hyphens and begins with a letter.
    var isName: Bool {
        withUTF8Buffer { name in
            name.first.map { (97...122).contains($0) } == true
                && name.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        }
    }
}
