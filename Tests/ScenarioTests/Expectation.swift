import Basics
import Diagnosis
import Office
import Reform
import Registry

/// A line of a scenario's result held against an outcome: what is otherwise, or nil when it is so.
func contradiction(to row: [String], in outcome: Outcome) throws(Scenario.Unreadable) -> String? {
    let line = row.joined(separator: " | ")
    let register = outcome.after
    func body(_ name: String) throws(Scenario.Unreadable) -> Institution {
        guard let body = register.institution(named: name) else { throw Scenario.Unreadable("\(line)（没有“\(name)”）") }
        return body
    }
    func said<Value: Equatable>(_ found: Value, _ wanted: Value) -> String? {
        found == wanted ? nil : "\(line)：实为 \(found)"
    }
    func names(_ ids: [Institution.ID]) -> [String] { ids.compactMap { register.institutions[$0]?.profile.name } }
    guard row.count > 1 else { return row == ["可行"] ? applies(outcome) : "看不懂：\(line)" }
    switch row[0] {
    case "编制", "职数", "实有", "实配":
        guard row.count > 2 else { throw Scenario.Unreadable(line) }
        for part in row.dropFirst(2) {
            guard let (word, count) = counted(part) else { throw Scenario.Unreadable(line) }
            let found = try figure(row[0], of: row[1], word, in: register)
            if let wrong = said(found, count) { return wrong }
        }
        return nil
    case "职责":
        return said(register.duties(of: try body(row[1]).id).map(\.text), Array(row.dropFirst(2)))
    case "在此工作": return said(register.presence(of: try body(row[1]).id).visitors.count, Int(row[2]) ?? -1)
    case "撤销": return said(register.institution(named: row[1]) == nil, true)
    case "存在": return said(register.institution(named: row[1]) != nil, true)
    case "主管": return said(names([try body(row[1]).profile.supervisor].compactMap { $0 }), [row[2]])
    case "牌子": return said(Set(try body(row[1]).plates), Set(row.dropFirst(2)))
    case "内设机构": return said(Set(try body(row[1]).units.map(\.name)), Set(row.dropFirst(2)))
    case "锁定": return said(try body(row[1]).lock != nil, true)
    case "未锁定": return said(try body(row[1]).lock == nil, true)
    case "牵头", "配合", "实施":
        let role: MatterRole = row[0] == "牵头" ? .lead : row[0] == "配合" ? .assist : .execute
        let matter = register.matters.values.first { $0.name == row[1] }
        let holders = (matter?.parts ?? []).filter { $0.role == role }
            .compactMap { register.duties[$0.statement]?.holder }
        return said(Set(names(holders)), Set(row.dropFirst(2)))
    case "消除问题", "新增问题":
        let comparison = outcome.diagnosisAfter.compared(with: outcome.diagnosisBefore)
        let found = row[0] == "消除问题" ? comparison.resolved : comparison.arisen
        return said(found.count { $0.check == row[1] }, Int(row[2]) ?? -1)
    case "不可行":
        let index = (Int(row[1]) ?? 0) - 1
        guard outcome.steps.indices.contains(index) else { throw Scenario.Unreadable(line) }
        return said(outcome.steps[index].problem?.parts.map(\.code) ?? [], Array(row.dropFirst(2)))
    default: throw Scenario.Unreadable(line)
    }
}

/// 跟进 | 步骤 | 说明 …: how a step stands after what came in between, in words that contain each of these.
func contradiction(to row: [String], in rebased: Rebase) -> String? {
    guard row.count > 2, let step = Int(row[1]), rebased.steps.indices.contains(step - 1) else {
        return "看不懂：\(row.joined(separator: " | "))"
    }
    let said = rebased.steps[step - 1].wording.zh
    return row.dropFirst(2).allSatisfy(said.contains) ? nil : "\(row.joined(separator: " | "))：实为 \(said)"
}

/// 相涉 | 机构 …: the bodies that both plans change or read whole, on the register they were drafted on.
func contradiction(
    to row: [String], in drafted: History, _ scenario: Scenario
) throws -> String? {
    let footprints = try [scenario.plan, scenario.otherPlan ?? ""].map { text in
        let plan = try readPlan(text)
        let register = drafted.register(on: plan.day)
        return simulate(plan, on: register, diagnosis: diagnose(register), at: 2, recorded: plan.day).footprint
    }
    let shared = footprints[0].intersection(footprints[1]).bodies
    let names = Set(shared.compactMap { drafted.latest.institutions[$0]?.profile.name })
    return names == Set(row.dropFirst()) ? nil : "\(row.joined(separator: " | "))：实为 \(names.sorted())"
}

private func applies(_ outcome: Outcome) -> String? {
    let problems = outcome.steps.compactMap { $0.problem?.wording.zh }
    return outcome.applies ? nil : "可行：实为 \(problems) \(outcome.refusal.map { "\($0)" } ?? "")"
}

private func figure(
    _ what: String, of name: String, _ word: String, in register: Register
) throws(Scenario.Unreadable) -> Int {
    let pools: [String: Holder] = ["统筹池": .districtPool, "周转池": .turnoverPool, "上缴": .returned]
    guard let holder = pools[name] ?? register.institution(named: name).map({ .institution($0.id) }) else {
        throw Scenario.Unreadable("\(what) \(name)")
    }
    switch (what, term(word, \EstablishmentKind.name), term(word, \LeaderRole.name)) {
    case ("编制", let kind?, _): return register.ledger.balance(of: Account(holder, .heads(kind)))
    case ("实有", let kind?, _): return holder.institution.map { register.presence(of: $0).occupied(kind) } ?? 0
    case ("实配", _, let role?): return holder.institution.map { register.presence(of: $0).leading(role) } ?? 0
    case ("职数", _, let role?):
        return register.ledger.holdings(of: holder).reduce(0) { sum, holding in
            if case .posts(let post) = holding.commodity, post.role == role { sum + holding.amount } else { sum }
        }
    default: throw Scenario.Unreadable("\(what) \(name) \(word)")
    }
}
