import Basics
import Diagnosis
import Office
import Reform
import Registry

extension History {
    /// Records changes of one day as an Act of that day.
    mutating func record(
        _ changes: [Change], as basis: Act.Basis, of plan: Plan? = nil, on day: Day
    ) throws {
        var makers = SeededSource(seed: 21 + UInt64(position))
        guard let citation = Citation(issuer: "测编", year: 2020, number: position + 1) else {
            preconditionFailure("a number of a document is above zero")
        }
        let act = Act(
            command: Identifier(from: &makers),
            document: Document(citation: citation, title: Digest(sha256: "t".utf8), decided: day), basis: basis,
            drafter: Identifier(from: &makers), deciders: basis == .plan ? [Identifier(from: &makers)] : [],
            plan: plan?.digest, reason: plan.map(\.digest), changes: changes.map { DatedChange(day, $0) })
        accept(try judge(act, recorded: Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(position))))
    }

    /// What a scenario says came between drafting a plan and deciding it (其间, 另案).
    ///
    /// 日期 | 退休 | 机构 | 一般 1: so many of that role leave.
    mutating func happen(_ scenario: Scenario) throws {
        for row in scenario.rows("其间") {
            guard row.count == 4, let day = Day(iso: row[0]), row[1] == "退休", let (word, count) = counted(row[3]),
                let body = latest.institution(named: row[2])
            else { throw Scenario.Unreadable(row.joined(separator: "|")) }
            let role: LeaderRole? = term(word, \.name)
            guard role != nil || word == "一般" else { throw Scenario.Unreadable(row.joined(separator: "|")) }
            let people = latest.presence(of: body.id).staff.sorted().compactMap { latest.people[$0] }
            let leaving = people.compactMap { person -> Change? in
                guard let place = person.places.first(where: { $0.institution == body.id && $0.role == role }) else {
                    return nil
                }
                return .leave(person.id, body.id, place.kind, .retirement)
            }
            guard leaving.count >= count else { throw Scenario.Unreadable(row.joined(separator: "|")) }
            try record(Array(leaving.prefix(count)), as: .daily, on: day)
        }
        guard let text = scenario.otherPlan else { return }
        let plan = try readPlan(text)
        let register = register(on: plan.day)
        let outcome = simulate(
            plan, on: register, diagnosis: diagnose(register), at: position + 1, recorded: plan.day)
        guard outcome.applies else { throw Scenario.Unreadable(text) }
        try record(outcome.changes, as: .plan, of: plan, on: plan.day)
    }
}
