// Attributes by name. Those whose value is one of a few words in the code take a `StaticString`.

extension Markup.Attribute {
    /// What links and labels point at; no spaces.
    package static func id(_ value: String) -> Self { Self("id", .text(value)) }
    /// Class names, separated by spaces.
    package static func `class`(_ value: String) -> Self { Self("class", .text(value)) }
    /// The language of the text, a tag of BCP 47.
    package static func lang(_ value: String) -> Self { Self("lang", .text(value)) }
    /// A hint.
    package static func title(_ value: String) -> Self { Self("title", .text(value)) }
    /// What a picture shows, for who can't see it.
    package static func alt(_ value: String) -> Self { Self("alt", .text(value)) }
    /// The name of a field.
    package static func name(_ value: String) -> Self { Self("name", .text(value)) }
    /// The value of a field.
    package static func value(_ value: String) -> Self { Self("value", .text(value)) }
    /// The content of a `meta`.
    package static func content(_ value: String) -> Self { Self("content", .text(value)) }
    /// An example in an empty field.
    package static func placeholder(_ value: String) -> Self { Self("placeholder", .text(value)) }
    /// The field a label names.
    package static func `for`(_ value: String) -> Self { Self("for", .text(value)) }
    /// A moment a program can read.
    package static func datetime(_ value: String) -> Self { Self("datetime", .text(value)) }
    /// What a browser may fill in.
    package static func autocomplete(_ value: String) -> Self { Self("autocomplete", .text(value)) }
    /// What a field takes.
    package static func pattern(_ value: String) -> Self { Self("pattern", .text(value)) }
    /// Which files a field takes.
    package static func accept(_ value: String) -> Self { Self("accept", .text(value)) }
    /// The least value.
    package static func min(_ value: String) -> Self { Self("min", .text(value)) }
    /// The greatest value.
    package static func max(_ value: String) -> Self { Self("max", .text(value)) }
    /// The step of a number.
    package static func step(_ value: String) -> Self { Self("step", .text(value)) }
    /// Width.
    package static func width(_ value: String) -> Self { Self("width", .text(value)) }
    /// Height.
    package static func height(_ value: String) -> Self { Self("height", .text(value)) }
    /// What a link leads to.
    package static func rel(_ value: String) -> Self { Self("rel", .text(value)) }
    /// The list of proposals of a field.
    package static func list(_ value: String) -> Self { Self("list", .text(value)) }
    /// The form a field belongs to.
    package static func form(_ value: String) -> Self { Self("form", .text(value)) }
    /// The name of an option or group.
    package static func label(_ value: String) -> Self { Self("label", .text(value)) }
    /// The headers of a cell.
    package static func headers(_ value: String) -> Self { Self("headers", .text(value)) }
    /// Class names of which some may be missing.
    package static func classes(_ names: String?...) -> Self {
        let names = names.compactMap { $0 }
        return Self("class", names.isEmpty ? .absent : .words(names))
    }
    /// The type of a field, button or list.
    package static func type(_ value: StaticString) -> Self { Self("type", .text("\(value)")) }
    /// `get` or `post`.
    package static func method(_ value: StaticString) -> Self { Self("method", .text("\(value)")) }
    /// How a form is sent.
    package static func enctype(_ value: StaticString) -> Self { Self("enctype", .text("\(value)")) }
    /// `col`, `row`, `colgroup` or `rowgroup`.
    package static func scope(_ value: StaticString) -> Self { Self("scope", .text("\(value)")) }
    /// The role for a screen reader.
    package static func role(_ value: StaticString) -> Self { Self("role", .text("\(value)")) }
    /// `ltr`, `rtl` or `auto`.
    package static func dir(_ value: StaticString) -> Self { Self("dir", .text("\(value)")) }
    /// Where a link opens.
    package static func target(_ value: StaticString) -> Self { Self("target", .text("\(value)")) }
    /// `lazy` or `eager`.
    package static func loading(_ value: StaticString) -> Self { Self("loading", .text("\(value)")) }
    /// Which keyboard a field wants.
    package static func inputmode(_ value: StaticString) -> Self { Self("inputmode", .text("\(value)")) }
    /// How many columns a cell takes.
    package static func colspan(_ value: Int) -> Self { Self("colspan", .number(value)) }
    /// How many rows a cell takes.
    package static func rowspan(_ value: Int) -> Self { Self("rowspan", .number(value)) }
    /// The place in the order of the keyboard.
    package static func tabindex(_ value: Int) -> Self { Self("tabindex", .number(value)) }
    /// Lines of a text field.
    package static func rows(_ value: Int) -> Self { Self("rows", .number(value)) }
    /// Columns of a text field.
    package static func cols(_ value: Int) -> Self { Self("cols", .number(value)) }
    /// How many characters a field takes.
    package static func maxlength(_ value: Int) -> Self { Self("maxlength", .number(value)) }
    /// How many columns a `col` stands for.
    package static func span(_ value: Int) -> Self { Self("span", .number(value)) }
    /// Where a link leads.
    package static func href(_ link: Link) -> Self { Self("href", .link(link)) }
    /// Where a picture or script is.
    package static func src(_ link: Link) -> Self { Self("src", .link(link)) }
    /// Where a form is sent.
    package static func action(_ link: Link) -> Self { Self("action", .link(link)) }
    /// Where a button sends its form.
    package static func formaction(_ link: Link) -> Self { Self("formaction", .link(link)) }
    /// `aria-…`: says to a screen reader what is seen.
    package static func aria(_ name: AriaName, _ value: String) -> Self { Self(name.attribute, .text(value)) }

    /// `data-…`: for a program of the page; the name with its `data-`.
    package static func data(_ name: StaticString, _ value: String) -> Self {
        precondition("\(name)".hasPrefix("data-") && name.isName, "an attribute for data is called data-a")
        return Self(name, .text(value))
    }
}

// Attributes that are there or not.
extension Markup.Attribute {
    /// Chosen.
    package static let checked = Self("checked", .flag)
    /// Can't be used.
    package static let disabled = Self("disabled", .flag)
    /// The option that is chosen.
    package static let selected = Self("selected", .flag)
    /// Must be filled in.
    package static let required = Self("required", .flag)
    /// Can't be changed.
    package static let readonly = Self("readonly", .flag)
    /// Takes several values.
    package static let multiple = Self("multiple", .flag)
    /// Not shown.
    package static let hidden = Self("hidden", .flag)
    /// Shown unfolded.
    package static let open = Self("open", .flag)
    /// Where the keyboard is at first.
    package static let autofocus = Self("autofocus", .flag)
    /// The browser doesn't check the form.
    package static let novalidate = Self("novalidate", .flag)
    /// The script waits for the page.
    package static let `defer` = Self("defer", .flag)
}

/// The attributes of WAI-ARIA that pages of this house use.
package enum AriaName: Sendable {
    /// The name of what has no text.
    case label
    /// The elements that name it.
    case labelledby
    /// The elements that describe it.
    case describedby
    /// Not for screen readers.
    case hidden
    /// The present place in a list of places.
    case current
    /// How a column is sorted.
    case sort
    /// Whether what it opens is open.
    case expanded
    /// What it opens or changes.
    case controls
    /// How changes are read out.
    case live
    /// The field has a fault.
    case invalid
    /// It opens a menu or dialog.
    case haspopup
    /// The tab that is shown.
    case selected
    /// It is being loaded.
    case busy

    var attribute: StaticString {
        switch self {
        case .label: "aria-label"
        case .labelledby: "aria-labelledby"
        case .describedby: "aria-describedby"
        case .hidden: "aria-hidden"
        case .current: "aria-current"
        case .sort: "aria-sort"
        case .expanded: "aria-expanded"
        case .controls: "aria-controls"
        case .live: "aria-live"
        case .invalid: "aria-invalid"
        case .haspopup: "aria-haspopup"
        case .selected: "aria-selected"
        case .busy: "aria-busy"
        }
    }
}
