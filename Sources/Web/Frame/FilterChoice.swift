import HTML

extension Visit {
    /// A field of a list's filter where one of several is chosen, or none, which narrows nothing.
    func choose(
        _ name: String, _ label: String, _ options: [(value: String, name: String)], _ chosen: String?,
        into html: inout Markup, none: String? = nil
    ) {
        html(.div, .class("filter")) { html in
            html(.label, .for("f-" + name), text: label)
            html(.select, .id("f-" + name), .name(name), .class("form-select")) { html in
                html(.option, .value(""), text: none ?? say("不限", "any"))
                for option in options {
                    html(.option, .value(option.value), .selected.when(option.value == chosen), text: option.name)
                }
            }
        }
    }
}
