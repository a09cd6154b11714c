import Basics
import Consolidation
import Yams

/// Reads principles from the YAML a clerk writes, with field names in Chinese or English (`docs/optimising.md`); what is
/// not said is as the house has it.
package func readPrinciples(_ text: String) throws(UnreadablePlan) -> Principles {
    let fields = try PlanFields(try composeYAML(text))
    try fields.allow([
        "small", "smallest", "largest", "most", "supervisors", "neighbours", "any supervisor", "into larger",
        "any class",
        "any funding", "together", "apart", "keeping", "leave out", "post steps", "alternatives",
    ])
    var principles = Principles()
    principles.small = try fields.number("small")
    principles.smallest = try fields.number("smallest")
    principles.largest = try fields.number("largest") ?? principles.largest
    principles.most = max(1, try fields.number("most") ?? principles.most)
    principles.supervisors = fields.has("supervisors") ? try fields.texts("supervisors") : []
    principles.neighbours = try readLists(fields, "neighbours")
    principles.anySupervisor = try fields.flag("any supervisor") ?? false
    principles.intoLarger = try fields.flag("into larger") ?? false
    principles.anyClass = try fields.flag("any class") ?? false
    principles.anyFunding = try fields.flag("any funding") ?? false
    principles.together = try readLists(fields, "together")
    principles.apart = try readLists(fields, "apart")
    principles.keep = fields.has("keeping") ? try fields.texts("keeping") : []
    principles.leaveOut = fields.has("leave out") ? try fields.texts("leave out") : []
    if let node = fields.node("post steps") {
        let steps = try PlanFields(node)
        try steps.allow(["least", "rising"])
        var rising: [Int] = []
        for text in steps.has("rising") ? try steps.texts("rising") : [] {
            guard let number = Int(text), number > 0 else {
                throw UnreadablePlan(
                    line: steps.line, zh: "“\(text)”不是编制数。", en: "“\(text)” is no number of heads.")
            }
            rising.append(number)
        }
        principles.posts = PostSteps(least: try steps.number("least") ?? 1, steps: rising)
    }
    if let node = fields.node("alternatives") {
        principles.alternatives = []
        for element in node.sequence ?? [] { principles.alternatives.append(try readAmbition(element)) }
        guard !principles.alternatives.isEmpty else { throw fields.missing("alternatives", fields.line) }
    }
    return principles
}

private func readAmbition(_ node: Node) throws(UnreadablePlan) -> Ambition {
    let fields = try PlanFields(node)
    try fields.allow(["names", "body weight", "post weight", "moved weight", "affinity weight", "small weight"])
    let name = try fields.required("names")
    guard !name.contains("/"), !name.hasPrefix(".") else {
        throw UnreadablePlan(
            line: fields.line, zh: "名称“\(name)”不能作文件名。", en: "the name “\(name)” can't be a file's.")
    }
    let body = try fields.number("body weight") ?? 0
    return Ambition(
        Wording(zh: name, en: name),
        goals: Goals(
            body: body, post: try fields.number("post weight") ?? 0, moved: try fields.number("moved weight") ?? 0,
            affinity: try fields.number("affinity weight") ?? 1),
        belowSmallest: try fields.number("small weight") ?? body)
}

/// A list of lists of names.
private func readLists(_ fields: PlanFields, _ name: String) throws(UnreadablePlan) -> [[String]] {
    var lists: [[String]] = []
    for element in fields.node(name)?.sequence.map(Array.init) ?? [] {
        let names = element.sequence?.compactMap(\.string) ?? []
        guard names.count > 1 else { throw fields.missing(name, element.mark?.line ?? fields.line) }
        lists.append(names)
    }
    guard !lists.isEmpty || !fields.has(name) else { throw fields.missing(name, fields.line) }
    return lists
}
