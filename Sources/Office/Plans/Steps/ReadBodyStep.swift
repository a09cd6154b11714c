import Basics
import Reform
import Registry
import Yams

/// Reads what becomes of bodies.
func readBodyStep(_ verb: Verb, _ fields: PlanFields) throws(UnreadablePlan) -> Action {
    switch verb {
    case .merge: return try readMerge(fields)
    case .split:
        try fields.allow(verb, "to")
        let parts = fields.node("to")?.sequence.map(Array.init) ?? []
        guard !parts.isEmpty else { throw fields.missing("to", fields.line) }
        var read: [SplitPart] = []
        for part in parts { read.append(try readPart(part)) }
        return .split(try fields.subject(verb), read)
    case .abolish:
        try fields.allow(
            verb, "heads to", "posts to", "people to", "people", "duties", "children to", "children", "plates to",
            "plates", "units to", "units", "registration to")
        return .abolish(
            try fields.subject(verb),
            Disposal(
                heads: try fields.holder("heads to") ?? .districtPool,
                posts: try fields.holder("posts to") ?? .districtPool,
                people: try fields.text(fields.has("people to") ? "people to" : "people"),
                duties: try readDisposals(fields),
                children: try fields.text(fields.has("children to") ? "children to" : "children"),
                plates: try readTaker("plates", fields, none: ["摘牌", "take down"]),
                units: try readTaker("units", fields, none: ["撤销", "close"]),
                registration: try readTaker("registration", fields, none: ["注销", "cancel"])))
    case .restore:
        try fields.allow(verb)
        return .restore(try fields.subject(verb))
    case .establish:
        try fields.allow(verb, "type", "rank", "class", "funding", "supervisor", "sponsor", "host")
        return .establish(try fields.subject(verb), try readEstablishment(fields))
    case .rename:
        try fields.allow(verb, "to")
        return .rename(try fields.subject(verb), to: try fields.required("to"))
    case .fund:
        try fields.allow(verb, "to")
        guard let funding: Funding = try fields.term("to", \.name) else { throw fields.missing("to", fields.line) }
        return .fund(try fields.subject(verb), funding)
    default:
        try fields.allow(verb, "rank", "class", "supervisor", "sponsor", "host", "type")
        return .amend(try fields.subject(verb), try readSettings(fields))
    }
}

private func readMerge(_ fields: PlanFields) throws(UnreadablePlan) -> Action {
    try fields.allow(
        .merge, "into", "as new", "type", "rank", "class", "funding", "supervisor", "sponsor", "host", "posts",
        "heads to pool")
    let new = try fields.text("as new")
    let existing = try fields.text("into")
    guard let target = new ?? existing, new == nil || existing == nil else {
        throw fields.missing("into", fields.line)
    }
    let attributes = try readEstablishment(fields)
    guard new != nil || attributes == Establishment() else {
        throw UnreadablePlan(
            line: fields.line, zh: "并入已有机构时不能改其级别、类别等，请另写“调整”步骤。",
            en: "to merge into a body does not change its rank or class; write a “change” step for that.")
    }
    return .merge(
        try fields.texts("merge"), into: target,
        MergeTerms(
            new: new == nil ? nil : attributes, posts: try fields.posts(in: "posts"),
            headsToPool: try fields.number("heads to pool") ?? 0))
}

private func readPart(_ node: Node) throws(UnreadablePlan) -> SplitPart {
    let fields = try PlanFields(node)
    try fields.allow([
        "as new", "body", "type", "rank", "class", "funding", "supervisor", "sponsor", "host", "heads", "people",
        "duties",
        "posts", "plates", "units", "children", "rest",
    ])
    let new = try fields.text("as new")
    let existing = try fields.text("body")
    guard let name = new ?? existing, new == nil || existing == nil else { throw fields.missing("body", fields.line) }
    let attributes = try readEstablishment(fields)
    guard new != nil || attributes == Establishment() else {
        throw UnreadablePlan(
            line: fields.line, zh: "已有机构的级别、类别等不因分立而改，请另写“调整”步骤。",
            en: "a split does not change the rank or class of a body that exists; write a “change” step for that.")
    }
    var part = SplitPart(
        name, new: new == nil ? nil : attributes, people: try fields.choice(), posts: try fields.posts(in: "posts"),
        plates: try fields.list("plates"), units: try fields.list("units"), children: try fields.list("children"),
        takesRest: try fields.flag("rest") ?? false)
    if case .mapping(let kinds)? = fields.node("heads") {
        for (key, value) in kinds {
            let entry = try PlanFields(
                .mapping(Node.Mapping([(Node("编制类别"), key), (Node("数量"), value)], .implicit, .any, node.mark)))
            part.heads[try entry.kind()] = try entry.number("count") ?? 0
        }
    } else {
        part.anyHeads = try fields.number("heads") ?? 0
    }
    part.duties = try readSelections(fields)
    return part
}

/// The duties of a part: numbers, or a selection, or a list of selections.
private func readSelections(_ fields: PlanFields) throws(UnreadablePlan) -> [Selection] {
    guard let node = fields.node("duties") else { return [] }
    guard let sequence = node.sequence.map(Array.init), sequence.contains(where: { $0.mapping != nil }) else {
        if node.mapping != nil { return [try readSelection(node)] }
        if ["全部", "all"].contains(node.string) { return [.all] }
        return [.numbers(try fields.numbers("duties"))]
    }
    var selections: [Selection] = []
    for element in sequence { selections.append(try readSelection(element)) }
    return selections
}

private func readSelection(_ node: Node) throws(UnreadablePlan) -> Selection {
    let part = try PlanFields(node)
    try part.allow(["numbers", "containing", "all"])
    guard let selection = try part.selection() else { throw part.missing("numbers", part.line) }
    return selection
}

/// Who takes something over: a body by name, or nobody where the plan says what becomes of it instead.
private func readTaker(_ name: String, _ fields: PlanFields, none: [String]) throws(UnreadablePlan) -> String? {
    let text = try fields.text(fields.has("\(name) to") ? "\(name) to" : name)
    return text.flatMap { none.contains($0) ? nil : $0 }
}

private func readEstablishment(_ fields: PlanFields) throws(UnreadablePlan) -> Establishment {
    Establishment(
        type: try fields.term("type", \.name), rank: try fields.term("rank", \.name),
        category: try fields.term("class", \.name), funding: try fields.term("funding", \.name),
        supervisor: try fields.text("supervisor"), sponsor: try fields.text("sponsor"), host: try fields.text("host"))
}

private func readSettings(_ fields: PlanFields) throws(UnreadablePlan) -> [Setting] {
    var settings: [Setting] = []
    if let rank: Rank = try fields.term("rank", \.name) { settings.append(.rank(rank)) }
    if let category: InstitutionCategory = try fields.term("class", \.name) { settings.append(.category(category)) }
    if let type: InstitutionType = try fields.term("type", \.name) { settings.append(.type(type)) }
    if let name = try fields.nameOrNone("supervisor") { settings.append(.supervisor(name)) }
    if let name = try fields.nameOrNone("sponsor") { settings.append(.sponsor(name)) }
    if let name = try fields.nameOrNone("host") { settings.append(.host(name)) }
    guard !settings.isEmpty else { throw fields.missing("rank", fields.line) }
    return settings
}

private func readDisposals(_ fields: PlanFields) throws(UnreadablePlan) -> [Disposal.DutyDisposal] {
    guard let node = fields.node("duties") else { return [] }
    if node.string != nil { return [Disposal.DutyDisposal(.all, taker: try fields.text("duties"))] }
    var disposals: [Disposal.DutyDisposal] = []
    for element in node.sequence ?? [] {
        let part = try PlanFields(element)
        try part.allow(["numbers", "containing", "all", "to", "drop"])
        let taker = try part.text("to")
        let isDropped = try part.flag("drop") ?? false
        guard (taker != nil) != isDropped else { throw part.missing("to", part.line) }
        disposals.append(Disposal.DutyDisposal(try part.selection() ?? .all, taker: taker))
    }
    return disposals
}
