import Basics
import Reform
import Registry
import Yams

/// A plan with the text it was read from, which is what stands sealed beside the Act that decides it.
package struct WrittenPlan: Sendable {
    /// As the clerk wrote it.
    package let text: String
    /// As it was read.
    package let plan: Plan

    /// Reads it, in normal form C, as it will stand sealed: read again from there it is the same plan.
    package init(_ text: String) throws(UnreadablePlan) {
        self.text = text.normalised
        plan = try readPlan(self.text)
    }
}

/// Reads a plan from the YAML a clerk writes, with field names in Chinese or English (`docs/plans.md`).
///
/// Every line is checked before anything is tried: an unknown field, a negative number or a day that is not in the
/// calendar is named with its line.
package func readPlan(_ text: String) throws(UnreadablePlan) -> Plan {
    let fields = try PlanFields(try composeYAML(text))
    let inWaves = fields.has("waves")
    try fields.allow(inWaves ? ["plan", "reform", "waves"] : ["plan", "effective", "reform", "steps"])
    let waves = inWaves ? try readWaves(fields) : [try readWave(fields)]
    var reform: Citation?
    if let written = try fields.text("reform") {
        guard let citation = Citation(written) else {
            throw UnreadablePlan(
                line: fields.node("reform")?.mark?.line, zh: "“\(written)”不是文号，应写作 某编〔2020〕12号。",
                en: "“\(written)” is no document number; write it as 某编〔2020〕12号.")
        }
        reform = citation
    }
    return Plan(
        name: try fields.required("plan"), reform: reform, first: waves[0], later: Array(waves.dropFirst()),
        digest: Digest(sha256: text.utf8))
}

/// The steps of a plan or of a wave.
func readSteps(_ fields: PlanFields) throws(UnreadablePlan) -> [Step] {
    let list = fields.node("steps")
    guard let steps = list?.sequence, !steps.isEmpty else {
        throw fields.missing("steps", list?.mark?.line ?? fields.line)
    }
    var read: [Step] = []
    for step in steps { read.append(try readStep(step)) }
    return read
}

/// The root of a YAML text that a clerk wrote.
func composeYAML(_ text: String) throws(UnreadablePlan) -> Node {
    do {
        guard let composed = try Yams.compose(yaml: text) else {
            throw UnreadablePlan(line: nil, zh: "文件是空的。", en: "the file is empty.")
        }
        return composed
    } catch let error as UnreadablePlan {
        throw error
    } catch YamlError.duplicatedKeysInMapping {
        throw UnreadablePlan(
            line: nil, zh: "同一处有重复的名称，请删去一处。", en: "a name stands twice in one place; remove one of them.")
    } catch let error as YamlError {
        throw UnreadablePlan(
            line: error.line, zh: "YAML 格式有误，请检查缩进和冒号。", en: "this is not YAML; check indents and colons.")
    } catch {
        throw UnreadablePlan(line: nil, zh: "文件无法读取。", en: "the file can't be read.")
    }
}

extension YamlError {
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }
}

private let verbs = [
    "merge", "abolish", "establish", "rename", "change", "fund", "move heads", "cut", "set posts", "move duties",
    "hive off", "transfer", "place",
]

func readStep(_ node: Node) throws(UnreadablePlan) -> Step {
    let fields = try PlanFields(node)
    let named = verbs.filter(fields.has)
    guard named.count == 1, let verb = named.first else {
        let chinese = verbs.map { verb in PlanFields.names.first { $0.value == verb }?.key ?? verb }
        throw UnreadablePlan(
            line: fields.line, zh: "每个步骤须有且只有一个动作：\(chinese.joined(separator: "、"))。",
            en: "each step has exactly one verb: \(verbs.joined(separator: ", ")).")
    }
    return Step(line: fields.line, action: try readAction(verb, fields))
}

private func readAction(_ verb: String, _ fields: PlanFields) throws(UnreadablePlan) -> Action {
    let subject = verb == "merge" || verb == "move heads" ? "" : try fields.required(verb)
    switch verb {
    case "merge":
        try fields.allow([
            "merge", "into", "as new", "type", "rank", "class", "funding", "supervisor", "posts", "heads to pool",
        ])
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
                new: new == nil ? nil : attributes, posts: try readPosts(fields.node("posts")),
                headsToPool: try fields.number("heads to pool") ?? 0))
    case "abolish":
        try fields.allow(["abolish", "heads to", "people to", "people", "duties", "children to"])
        return .abolish(
            subject,
            Disposal(
                heads: holderName(try fields.text("heads to")) ?? .districtPool,
                people: try fields.text(fields.has("people to") ? "people to" : "people"),
                duties: try readDisposals(fields), children: try fields.text("children to")))
    case "establish":
        try fields.allow(["establish", "type", "rank", "class", "funding", "supervisor"])
        return .establish(subject, try readEstablishment(fields))
    case "rename":
        try fields.allow(["rename", "to"])
        return .rename(subject, to: try fields.required("to"))
    case "change":
        try fields.allow(["change", "rank", "class", "supervisor", "sponsor", "type"])
        return .amend(subject, try readSettings(fields))
    case "fund":
        try fields.allow(["fund", "to"])
        guard let funding: Funding = try fields.term("to", \.name) else { throw fields.missing("to", fields.line) }
        return .fund(subject, funding)
    case "move heads":
        try fields.allow(["move heads", "kind", "from", "to"])
        guard let count = try fields.number("move heads"), count > 0 else {
            throw UnreadablePlan(line: fields.line, zh: "划转编制数应大于零。", en: "the number of heads must be above zero.")
        }
        guard let kind: EstablishmentKind = try fields.term("kind", \.name) else {
            throw fields.missing("kind", fields.line)
        }
        guard let from = holderName(try fields.required("from")), let to = holderName(try fields.required("to")) else {
            throw fields.missing("from", fields.line)
        }
        return .moveHeads(kind, count: count, from: from, to: to)
    case "cut":
        try fields.allow(["cut", "to", "kind", "heads to", "absorb until"])
        guard let remaining = try fields.number("to") else { throw fields.missing("to", fields.line) }
        return .cut(
            subject, kind: try fields.term("kind", \.name), remaining: remaining,
            to: holderName(try fields.text("heads to")) ?? .districtPool, absorb: try fields.day("absorb until"))
    case "set posts":
        try fields.allow([
            "set posts", "posts", "chief", "deputy", "party", "internal chief", "internal deputy", "absorb until",
        ])
        var posts = try readPosts(fields.node("posts"))
        for (name, role) in roleNames { if let count = try fields.number(name) { posts[role] = count } }
        guard !posts.isEmpty else { throw fields.missing("posts", fields.line) }
        return .setPosts(subject, posts, absorb: try fields.day("absorb until"))
    case "move duties", "hive off":
        try fields.allow([verb, "to", "numbers", "containing", "all"])
        return .moveDuties(try readSelection(fields) ?? .all, of: subject, to: try fields.required("to"))
    case "transfer":
        try fields.allow(["transfer", "to", "people", "kind", "with heads"])
        return .transfer(
            try readChoice(fields), from: subject, to: try fields.required("to"), kind: try fields.term("kind", \.name),
            withHeads: try fields.flag("with heads") ?? true)
    default:
        try fields.allow(["place", "working at", "by"])
        let placement: Placement
        switch try fields.required("by") {
        case "call back", "回原单位": placement = .callBack
        case "go over", "转入企业": placement = .goOver
        case let other:
            throw UnreadablePlan(
                line: fields.line, zh: "不认识“\(other)”。可写：回原单位、转入企业。",
                en: "“\(other)” is not known. Use: call back, go over.")
        }
        return .place(of: subject, workingAt: try fields.required("working at"), placement)
    }
}

private let roleNames: [(String, LeaderRole)] = [
    ("chief", .chief), ("deputy", .deputy), ("party", .party), ("internal chief", .internalChief),
    ("internal deputy", .internalDeputy),
]

private func readPosts(_ node: Node?) throws(UnreadablePlan) -> [LeaderRole: Int] {
    guard let node else { return [:] }
    let fields = try PlanFields(node)
    try fields.allow(roleNames.map(\.0))
    var posts: [LeaderRole: Int] = [:]
    for (name, role) in roleNames { if let count = try fields.number(name) { posts[role] = count } }
    return posts
}

private func readEstablishment(_ fields: PlanFields) throws(UnreadablePlan) -> Establishment {
    Establishment(
        type: try fields.term("type", \.name), rank: try fields.term("rank", \.name),
        category: try fields.term("class", \.name), funding: try fields.term("funding", \.name),
        supervisor: try fields.text("supervisor"))
}

private func readSettings(_ fields: PlanFields) throws(UnreadablePlan) -> [Setting] {
    var settings: [Setting] = []
    if let rank: Rank = try fields.term("rank", \.name) { settings.append(.rank(rank)) }
    if let category: InstitutionCategory = try fields.term("class", \.name) { settings.append(.category(category)) }
    if let type: InstitutionType = try fields.term("type", \.name) { settings.append(.type(type)) }
    if let name = try fields.text("supervisor") { settings.append(.supervisor(name)) }
    if let name = try fields.text("sponsor") { settings.append(.sponsor(name)) }
    guard !settings.isEmpty else { throw fields.missing("rank", fields.line) }
    return settings
}

private func readSelection(_ fields: PlanFields) throws(UnreadablePlan) -> Selection? {
    if fields.has("all") { return .all }
    if let text = try fields.text("containing") { return .containing(text) }
    guard fields.has("numbers") else { return nil }
    var numbers: [Int] = []
    for text in try fields.texts("numbers") {
        guard let number = Int(text), number > 0 else {
            throw UnreadablePlan(line: fields.line, zh: "“\(text)”不是职责序号。", en: "“\(text)” is no number of a duty.")
        }
        numbers.append(number)
    }
    return .numbers(numbers)
}

private func readDisposals(_ fields: PlanFields) throws(UnreadablePlan) -> [Disposal.DutyDisposal] {
    guard let node = fields.node("duties") else { return [] }
    if let taker = node.string { return [Disposal.DutyDisposal(.all, taker: taker)] }
    var disposals: [Disposal.DutyDisposal] = []
    for element in node.sequence ?? [] {
        let part = try PlanFields(element)
        try part.allow(["numbers", "containing", "all", "to", "drop"])
        let taker = try part.text("to")
        let isDropped = try part.flag("drop") ?? false
        guard (taker != nil) != isDropped else { throw part.missing("to", part.line) }
        disposals.append(Disposal.DutyDisposal(try readSelection(part) ?? .all, taker: taker))
    }
    return disposals
}

private func readChoice(_ fields: PlanFields) throws(UnreadablePlan) -> PeopleChoice {
    guard let text = try fields.text("people") else { return .all }
    switch text {
    case "all", "全部": return .all
    case "working there", "已在该单位工作": return .workingThere
    default:
        guard let count = try fields.number("people"), count > 0 else { throw fields.missing("people", fields.line) }
        return .count(count)
    }
}

private func holderName(_ text: String?) -> HolderName? {
    switch text {
    case nil: nil
    case "pool", "统筹池": .districtPool
    case "turnover pool", "周转池": .turnoverPool
    case "returned", "上缴": .returned
    case "grant", "上级下达": .grant
    case let name?: .body(name)
    }
}
