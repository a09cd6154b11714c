import Basics
import Registry

/// Makes the register that a scenario begins with, as one opening Act.
struct ScenarioRegister {
    private(set) var changes: [Change] = []
    private var source = SeededSource(seed: 20)
    private var ids: [String: Institution.ID] = [:]
    private var ranks: [String: Rank] = [:]
    private var duties: [String: [DutyStatement.ID]] = [:]
    private var kinds: [String: EstablishmentKind] = [:]

    static let day = Day(number: 18_412)  // 2020-05-31

    init(_ scenario: Scenario) throws(Scenario.Unreadable) {
        for row in scenario.rows("机构") { try body(row) }
        for row in scenario.rows("编制") { try figures(row) }
        for row in scenario.rows("职责") { try duties(row) }
        for row in scenario.rows("人员") { try people(row) }
        for row in scenario.rows("事项") { try matter(row) }
    }

    /// The history that has it.
    func history() throws -> History {
        var history = History(jurisdiction: "339981")
        try history.record(changes, as: .opening, on: Self.day)
        return history
    }

    private func id(_ name: String, _ row: [String]) throws(Scenario.Unreadable) -> Institution.ID {
        guard let id = ids[name] else { throw Scenario.Unreadable(row.joined(separator: "|")) }
        return id
    }

    /// 名称 | 类型 | 级别、类别、经费、主管 …、牌子 …、内设机构 …
    private mutating func body(_ row: [String]) throws(Scenario.Unreadable) {
        guard row.count > 1, let type: InstitutionType = term(row[1], \.name) else {
            throw Scenario.Unreadable(row.joined(separator: "|"))
        }
        var profile = Profile(name: row[0], type: type)
        var signs: [Change] = []
        let id: Institution.ID = Identifier(from: &source)
        for part in row.dropFirst(2) {
            let words = part.split(separator: " ").map(String.init)
            if words.count == 2, words[0] == "主管" {
                profile.supervisor = try self.id(words[1], row)
            } else if words.count == 2, words[0] == "牌子" {
                signs.append(.hangPlate(id, words[1]))
            } else if words.count == 2, words[0] == "内设机构" {
                signs.append(.addUnit(id, InternalUnit(name: words[1], rank: nil)))
            } else if let rank: Rank = term(part, \.name) {
                profile.rank = rank
            } else if let category: InstitutionCategory = term(part, \.name) {
                profile.category = category
            } else if let funding: Funding = term(part, \.name) {
                profile.funding = funding
            } else {
                throw Scenario.Unreadable(row.joined(separator: "|"))
            }
        }
        ids[row[0]] = id
        ranks[row[0]] = profile.rank ?? .ungraded
        changes.append(.establish(id, profile, origin: nil))
        changes += signs
    }

    /// 名称 | 全额 8 | 正职 1 …; 统筹池 and 周转池 are holders too.
    private mutating func figures(_ row: [String]) throws(Scenario.Unreadable) {
        let holder: Holder =
            row[0] == "统筹池"
            ? .districtPool : row[0] == "周转池" ? .turnoverPool : .institution(try id(row[0], row))
        for part in row.dropFirst() {
            guard let (word, count) = counted(part) else { throw Scenario.Unreadable(row.joined(separator: "|")) }
            if let kind: EstablishmentKind = term(word, \.name) {
                if kinds[row[0]] == nil { kinds[row[0]] = kind }
                changes.append(.move(.heads(kind), count: count, from: .grant, to: holder))
            } else if let role: LeaderRole = term(word, \.name) {
                let post = LeaderPost(role, ranks[row[0]] ?? .ungraded)
                changes.append(.move(.posts(post), count: count, from: .grant, to: holder))
            } else {
                throw Scenario.Unreadable(row.joined(separator: "|"))
            }
        }
    }

    /// 名称 | 职责 | 职责 …
    private mutating func duties(_ row: [String]) throws(Scenario.Unreadable) {
        let holder = try id(row[0], row)
        for (index, text) in row.dropFirst().enumerated() {
            let id: DutyStatement.ID = Identifier(from: &source)
            duties[row[0], default: []].append(id)
            changes.append(.stateDuty(DutyStatement(id: id, holder: holder, number: index + 1, text: text)))
        }
    }

    /// 名称 | 正职 1 | 一般 5 | 借出到 某机构 3: so many of the people named last work there.
    private mutating func people(_ row: [String]) throws(Scenario.Unreadable) {
        let body = try id(row[0], row)
        guard let kind = kinds[row[0]] else { throw Scenario.Unreadable(row.joined(separator: "|")) }
        var made: [Person.ID] = []
        for part in row.dropFirst() {
            let words = part.split(separator: " ").map(String.init)
            if words.count == 3, words[0] == "借出到", let count = Int(words[2]), count <= made.count {
                let workplace = try id(words[1], row)
                for person in made.suffix(count) { changes.append(.setWorkplace(person, workplace)) }
                made.removeLast(count)
                continue
            }
            guard let (word, count) = counted(part) else { throw Scenario.Unreadable(row.joined(separator: "|")) }
            let role: LeaderRole? = word == "一般" ? nil : term(word, \.name)
            guard role != nil || word == "一般" else { throw Scenario.Unreadable(row.joined(separator: "|")) }
            for _ in 0..<count {
                let person: Person.ID = Identifier(from: &source)
                let origin = Origin(sheet: "人员", row: changes.count + 2)
                changes.append(
                    .registerPerson(
                        person, personal: Digest(sha256: "\(person)".utf8), status: .management, position: .management,
                        entered: nil, origin: origin))
                changes.append(.enrol(person, Place(institution: body, kind: kind, role: role, origin: origin)))
                made.append(person)
            }
        }
    }

    /// 事项 | 牵头 机构 序号 | 配合 机构 序号
    private mutating func matter(_ row: [String]) throws(Scenario.Unreadable) {
        let id: Matter.ID = Identifier(from: &source)
        changes.append(.defineMatter(id, name: row[0], catalogue: "", origin: nil))
        for part in row.dropFirst() {
            let words = part.split(separator: " ").map(String.init)
            guard words.count == 3, let role: MatterRole = ["牵头": .lead, "配合": .assist, "实施": .execute][words[0]],
                let number = Int(words[2]), let all = duties[words[1]], all.indices.contains(number - 1)
            else { throw Scenario.Unreadable(row.joined(separator: "|")) }
            changes.append(
                .joinMatter(id, Matter.Part(statement: all[number - 1], role: role, area: .everywhere)))
        }
    }
}
