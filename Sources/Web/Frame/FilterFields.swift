import HTML

extension Visit {
    /// The filter of a list: its fields, of the day that is looked at, and the way back to all of it. What is wrong with a
    /// field stands on top and beside it.
    /// - Parameters:
    ///   - faults: what is wrong elsewhere than in a field.
    ///   - others: what goes along and is no field: the order, the columns.
    func writeFilters(
        of path: [String], _ fields: [FormField], isNarrowed: Bool, faults: [String] = [], into html: inout Markup,
        button: String? = nil,
        others: (inout Markup) -> Void = { _ in }
    ) {
        writeFaults(
            of: fields, and: faults, into: &html,
            say("没有按下面的条件筛选，请先改正：", "The list is not narrowed by this. First mend this:"))
        html(.form, .method("get"), .action(.path(path)), .class("filters")) { html in
            for pair in asOf.query { html(.input, .type("hidden"), .name(pair.name), .value(pair.value)) }
            for field in fields { write(field, into: &html) }
            others(&html)
            html(.div, .class("buttons")) { html in
                html(.button, .type("submit"), .class("btn btn-outline"), text: button ?? say("筛选", "Filter"))
                if isNarrowed {
                    html(.a, .class("btn btn-quiet"), .href(asOf.link(path)), text: say("清除", "Clear"))
                }
            }
        }
    }

    /// A field of a filter where one of several is chosen, or none, which narrows nothing.
    func choice(
        _ name: String, _ label: String, _ options: [(value: String, name: String)], _ chosen: String?,
        none: String? = nil
    ) -> FormField {
        FormField(
            name: name, label: label, kind: .choice(options), isOptional: true, value: chosen ?? "",
            none: none ?? say("不限", "any"))
    }

    /// A field of a filter for a part of a text.
    func part(_ name: String, _ label: String, _ typed: String?) -> FormField {
        FormField(name: name, label: label, isOptional: true, longest: 100, value: typed ?? "")
    }
}
