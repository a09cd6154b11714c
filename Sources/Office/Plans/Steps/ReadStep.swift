import Basics
import Reform
import Registry
import Yams

/// Reads one step of a plan: a mapping with one verb and the fields that go with it.
func readStep(_ node: Node) throws(UnreadablePlan) -> Step {
    let fields = try PlanFields(node)
    let named = Verb.allCases.filter { fields.has($0.rawValue) }
    guard named.count == 1, let verb = named.first else {
        throw UnreadablePlan(
            line: fields.line,
            zh: "每个步骤须有且只有一个动作：\(Verb.allCases.map(\.name.zh).joined(separator: "、"))。",
            en: "each step has exactly one verb: \(Verb.allCases.map(\.name.en).joined(separator: ", ")).")
    }
    return Step(line: fields.line, action: try readAction(verb, fields))
}

private func readAction(_ verb: Verb, _ fields: PlanFields) throws(UnreadablePlan) -> Action {
    switch verb {
    case .merge, .split, .abolish, .restore, .establish, .rename, .amend, .fund:
        try readBodyStep(verb, fields)
    case .hangPlates, .removePlates, .addUnits, .closeUnits, .renameUnit, .moveUnits, .lock, .unlock:
        try readSignStep(verb, fields)
    case .moveHeads, .cut, .exchange, .lend, .giveBack, .setPosts, .approve:
        try readFigureStep(verb, fields)
    case .stateDuties, .reviseDuty, .dropDuties, .moveDuties, .hiveOff, .share:
        try readDutyStep(verb, fields)
    case .transfer, .place, .callBack, .endSecondPlace:
        try readPeopleStep(verb, fields)
    }
}

extension PlanFields {
    /// The body a verb is about: what stands beside the verb itself.
    func subject(_ verb: Verb) throws(UnreadablePlan) -> String { try required(verb.rawValue) }

    /// Throws unless every field is the verb or one of these.
    func allow(_ verb: Verb, _ others: String...) throws(UnreadablePlan) { try allow([verb.rawValue] + others) }

    /// A holder by its name; nil where nothing is said.
    func holder(_ name: String) throws(UnreadablePlan) -> HolderName? {
        guard let text = try text(name) else { return nil }
        return switch text {
        case "pool", "统筹池": .districtPool
        case "turnover pool", "周转池": .turnoverPool
        case "returned", "上缴": .returned
        case "grant", "上级下达": .grant
        default: .body(text)
        }
    }

    /// A name, or “none” where there is to be nothing; nil where nothing is said.
    func nameOrNone(_ name: String) throws(UnreadablePlan) -> String?? {
        guard let text = try text(name) else { return nil }
        return ["无", "none"].contains(text) ? .some(nil) : text
    }

    /// The names of a list, or none where the field isn't there.
    func list(_ name: String) throws(UnreadablePlan) -> [String] { has(name) ? try texts(name) : [] }

    /// Which duties the fields beside it mean; nil where nothing is said.
    func selection() throws(UnreadablePlan) -> Selection? {
        if has("all") { return .all }
        if let text = try text("containing") { return .containing(text) }
        guard has("numbers") else { return nil }
        return .numbers(try numbers("numbers"))
    }

    /// Numbers of duties.
    func numbers(_ name: String) throws(UnreadablePlan) -> [Int] {
        var numbers: [Int] = []
        for text in try texts(name) {
            guard let number = Int(text), number > 0 else {
                throw UnreadablePlan(line: line, zh: "“\(text)”不是职责序号。", en: "“\(text)” is no number of a duty.")
            }
            numbers.append(number)
        }
        return numbers
    }

    /// Which people; nil where nothing is said.
    func choice() throws(UnreadablePlan) -> PeopleChoice? {
        guard let text = try text("people") else { return nil }
        switch text {
        case "all", "全部": return .all
        case "working there", "已在该单位工作": return .workingThere
        default:
            guard let count = try number("people"), count > 0 else { throw missing("people", line) }
            return .count(count)
        }
    }

    /// A number above zero.
    func positive(_ name: String) throws(UnreadablePlan) -> Int {
        guard let count = try number(name) else { throw missing(name, line) }
        guard count > 0 else {
            throw UnreadablePlan(
                line: node(name)?.mark?.line ?? line, zh: "编制数应大于零。", en: "the number of heads must be above zero.")
        }
        return count
    }

    /// A kind of heads that has to be said.
    func kind(_ name: String = "kind") throws(UnreadablePlan) -> EstablishmentKind {
        guard let kind: EstablishmentKind = try term(name, \.name) else { throw missing(name, line) }
        return kind
    }

    /// A person by the identifier the register knows them by.
    func person(_ name: String) throws(UnreadablePlan) -> Person.ID {
        let text = try required(name)
        guard let id = Person.ID(text) else {
            throw UnreadablePlan(
                line: node(name)?.mark?.line ?? line, zh: "“\(text)”不是人员编号（32位十六进制）。",
                en: "“\(text)” is no identifier of a person (32 hexadecimal digits).")
        }
        return id
    }

    /// Leader posts under their own names among the other fields.
    func posts() throws(UnreadablePlan) -> [LeaderRole: Int] {
        var posts: [LeaderRole: Int] = [:]
        for (name, role) in Self.roles { if let count = try number(name) { posts[role] = count } }
        return posts
    }

    /// Leader posts in a mapping of their own.
    func posts(in name: String) throws(UnreadablePlan) -> [LeaderRole: Int] {
        guard let node = node(name) else { return [:] }
        let fields = try PlanFields(node)
        try fields.allow(Self.roles.map(\.0))
        return try fields.posts()
    }

    /// What each role is called.
    static let roles: [(String, LeaderRole)] = [
        ("chief", .chief), ("deputy", .deputy), ("party", .party), ("internal chief", .internalChief),
        ("internal deputy", .internalDeputy),
    ]
}
