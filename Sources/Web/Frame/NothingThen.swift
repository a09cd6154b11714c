import Basics
import HTML

extension Visit {
    /// Whether the register of the day that is looked at has no body, though there is a register.
    var hasNothingThen: Bool {
        !asOf.isPresent && register.institutions.count == 0 && workbench.desk.register.position > 0
    }

    /// What stands in the place of a page's content then: why there is nothing, and which day there is something of.
    func writeNothingThen(into html: inout Markup) {
        html(.div, .class("empty")) { html in
            guard asOf.position > 0 else {
                html(
                    .p,
                    text: say("到那一天为止还没有登记任何决定，当时的台账是空的。", "No Act was recorded until then: the register was empty."))
                return
            }
            let acts = workbench.desk.desk().history.entries.prefix(asOf.position).map(\.act)
            let first = acts.compactMap { $0.changes.map(\.day).min() }.min()
            html(.p, text: say("这一天的台账里还没有机构。", "The register of that day has no body yet."))
            if let first, first > asOf.effectiveDay {
                html(.p) { html in
                    let known = asOf.known.map { [(name: "known", value: $0.description)] } ?? []
                    html(
                        .a, .href(.path(path, query: [("on", first.description)] + known)),
                        text: say(
                            "台账自\(say(first))起，查看该日", "It begins on \(say(first)): look at that day"))
                }
            }
        }
    }
}
