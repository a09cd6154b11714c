import HTML

extension Visit {
    /// The filter of a list of the register: its fields, of the day that is looked at, and the way back to all of it.
    func writeFilters(
        of path: [String], isNarrowed: Bool, into html: inout Markup, _ fields: (inout Markup) -> Void
    ) {
        html(.form, .method("get"), .action(.path(path)), .class("filters")) { html in
            for pair in asOf.query { html(.input, .type("hidden"), .name(pair.name), .value(pair.value)) }
            fields(&html)
            html(.div, .class("filter")) { html in
                html(.button, .type("submit"), .class("btn btn-outline"), text: say("筛选", "Filter"))
                if isNarrowed {
                    html(.a, .class("btn btn-quiet"), .href(asOf.link(path)), text: say("清除", "Clear"))
                }
            }
        }
    }

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
