import Basics
import Reform
import Registry
import Yams

/// Reads what becomes of duties and matters.
func readDutyStep(_ verb: Verb, _ fields: PlanFields) throws(UnreadablePlan) -> Action {
    switch verb {
    case .stateDuties:
        try fields.allow(verb, "texts")
        return .stateDuties(try fields.subject(verb), try fields.texts("texts"))
    case .reviseDuty:
        try fields.allow(verb, "to", "numbers", "containing")
        guard let selection = try fields.selection() else { throw fields.missing("numbers", fields.line) }
        return .reviseDuty(selection, of: try fields.subject(verb), to: try fields.required("to"))
    case .dropDuties:
        try fields.allow(verb, "numbers", "containing", "all")
        // What is dropped is gone, so that it has to be said.
        guard let selection = try fields.selection() else { throw fields.missing("numbers", fields.line) }
        return .dropDuties(selection, of: try fields.subject(verb))
    case .moveDuties, .hiveOff:
        try fields.allow(verb, "to", "numbers", "containing", "all")
        let selection = try fields.selection() ?? .all
        let name = try fields.subject(verb)
        let taker = try fields.required("to")
        return verb == .hiveOff
            ? .hiveOff(selection, of: name, to: taker) : .moveDuties(selection, of: name, to: taker)
    default:
        return .share(try readSharing(verb, fields))
    }
}

private func readSharing(_ verb: Verb, _ fields: PlanFields) throws(UnreadablePlan) -> Sharing {
    try fields.allow(verb, "catalogue", "lead", "assist", "execute", "leave", "gap")
    var sharing = Sharing(
        try fields.subject(verb), catalogue: try fields.text("catalogue"), leaving: try fields.list("leave"))
    for (name, role) in [("lead", MatterRole.lead), ("assist", .assist), ("execute", .execute)] {
        guard let node = fields.node(name) else { continue }
        let elements = node.sequence.map(Array.init) ?? [node]
        for element in elements { sharing.parts.append(try readSharingPart(element, named: name, role, fields)) }
    }
    for text in try fields.list("gap") {
        sharing.gaps.append(["是", "yes", "true", "全部", "everywhere"].contains(text) ? .everywhere : .part(text))
    }
    guard !sharing.parts.isEmpty || !sharing.leaving.isEmpty || !sharing.gaps.isEmpty else {
        throw fields.missing("lead", fields.line)
    }
    return sharing
}

private func readSharingPart(
    _ node: Node, named name: String, _ role: MatterRole, _ fields: PlanFields
) throws(UnreadablePlan) -> Sharing.Part {
    guard node.mapping != nil else { return Sharing.Part(try fields.text(in: node, of: name), role) }
    let part = try PlanFields(node)
    try part.allow(["body", "numbers", "containing", "area"])
    return Sharing.Part(
        try part.required("body"), role, duty: try part.selection(),
        area: try part.text("area").map { .part($0) } ?? .everywhere)
}
