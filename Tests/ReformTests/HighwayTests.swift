import Basics
import Diagnosis
import Reform
import Registry
import Testing

/// The seed's highway case: a self-funded road section whose people work at a maintenance enterprise, doing what the
/// enterprise is there for. The maintenance goes to the enterprise, the section is paid for by the budget and cut,
/// its people are placed, and what is over is absorbed by a day. Nothing is lost.
@Suite struct HighwayTests {
    private let day = Day(number: 18_443)

    private func plan(_ steps: [Action]) -> Plan {
        Plan(
            name: "公路管理段改革", day: day, reform: nil,
            steps: steps.enumerated().map { Step(line: $0.offset + 1, action: $0.element) },
            digest: Digest(sha256: "highway".utf8))
    }

    private var steps: [Action] {
        [
            .hiveOff(.containing("养护"), of: "公路管理段", to: "养护公司"),
            .place(of: "公路管理段", workingAt: "养护公司", .goOver),
            .fund("公路管理段", .full),
            .cut("公路管理段", kind: nil, remaining: 4, to: .districtPool, absorb: Day(number: 19_000)),
            .setPosts([PostsApproval("公路管理段", [.chief: 1, .deputy: 1])]),
        ]
    }

    @Test func nothingIsLost() throws {
        let road = try RoadDistrict()
        let outcome = simulate(
            plan(steps), on: road.register, diagnosis: diagnose(road.register), at: 2, recorded: day)
        #expect(outcome.applies, "\(outcome.steps.compactMap { $0.problem?.wording.zh })")
        let after = outcome.after
        let section = try #require(after.institution(named: "测试区公路管理段"))
        let company = try #require(after.institution(named: "测试公路养护公司"))
        #expect(section.profile.funding == .full)
        #expect(after.duties(of: section.id).map(\.text) == ["行使路政管理的辅助工作"])
        #expect(after.duties(of: company.id).map(\.text) == ["日常养护和大中修", "编制养护计划"])
        // Eight heads of the old kind became eight of the new one; four stay and four are in the pool.
        #expect(after.approvedHeads(of: section.id, .institutionSelf) == 0)
        #expect(after.approvedHeads(of: section.id, .institutionFull) == 4)
        #expect(after.ledger.balance(of: Account(.districtPool, .heads(.institutionFull))) == 4)
        // Eight people: three went over to the enterprise, five stay on the establishment, one over the four.
        #expect(after.presence(of: section.id).occupied(.institutionFull) == 5)
        #expect(after.presence(of: company.id).visitors.count == 3)
        #expect(after.people.values.count { $0.exit == .toEnterprise } == 3)
        #expect(after.people.count == road.register.people.count)
        let tolerance = try #require(after.tolerances[.headsWithinBalance(section.id, .institutionFull)])
        #expect(tolerance.measure == 1)
        #expect(tolerance.cause == .absorption(until: Day(number: 19_000)))
        #expect(after.unbalanced.isEmpty)
        #expect(after.brokenInvariants.isEmpty)
        let moves = Movements(of: outcome.changes, in: road.register)
        #expect(moves.left.count == 3)
        #expect(moves.duties.count == 2)
    }

    @Test func withoutATermTheCutIsNotMade() throws {
        let road = try RoadDistrict()
        var steps = steps
        steps[3] = .cut("公路管理段", kind: nil, remaining: 4, to: .districtPool, absorb: nil)
        let outcome = simulate(
            plan(steps), on: road.register, diagnosis: diagnose(road.register), at: 2, recorded: day)
        #expect(outcome.steps[3].problem == .absorptionMissing("测试区公路管理段", over: 1))
        #expect(!outcome.applies)
        // The other steps are tried all the same, on what the failed step left.
        #expect(outcome.steps[4].problem == nil)
        #expect(outcome.after.approvedHeads(of: road.section, .institutionFull) == 8)
    }

    @Test func undoneItIsAsBefore() throws {
        var road = try RoadDistrict()
        let outcome = simulate(
            plan(steps), on: road.register, diagnosis: diagnose(road.register), at: 2, recorded: day)
        let entry = try road.decide(outcome, on: day)
        let draft = counter(
            entry, before: road.before(entry), now: road.register, on: day.advanced(by: 5),
            recorded: day.advanced(by: 5), at: 3, reason: Digest(sha256: "undo".utf8))
        #expect(draft.lost.isEmpty)
        try road.decide(draft.changes, basis: .counter, on: day.advanced(by: 5))
        #expect(road.register.digest == road.before(entry).digest)
    }

    @Test func whatHappenedSinceStandsInTheWay() throws {
        var road = try RoadDistrict()
        let outcome = simulate(
            plan(steps), on: road.register, diagnosis: diagnose(road.register), at: 2, recorded: day)
        let entry = try road.decide(outcome, on: day)
        // The freed heads are given to another body, so that they can't come back.
        let pool = road.register.ledger.balance(of: Account(.districtPool, .heads(.institutionFull)))
        try road.decide(
            [.move(.heads(.institutionFull), count: pool, from: .districtPool, to: .institution(road.other))],
            basis: .daily, on: day.advanced(by: 1))
        let draft = counter(
            entry, before: road.before(entry), now: road.register, on: day.advanced(by: 5),
            recorded: day.advanced(by: 5), at: 4, reason: Digest(sha256: "undo".utf8))
        #expect(draft.changes.isEmpty)
        #expect(draft.lost.first?.reason.code == "below-zero")
    }
}

/// A road section of eight, an enterprise where three of them work, and another body.
struct RoadDistrict {
    private(set) var history = History(jurisdiction: "339981")
    let section: Institution.ID
    let other: Institution.ID
    private var source = SeededSource(seed: 5)
    var register: Register { history.latest }

    init() throws {
        section = Identifier(from: &source)
        other = Identifier(from: &source)
        let company: Institution.ID = Identifier(from: &source)
        let kind = EstablishmentKind.institutionSelf
        var changes: [Change] = [
            .establish(company, Profile(name: "测试公路养护公司", type: .outside), origin: nil),
            .establish(
                section,
                Profile(name: "测试区公路管理段", type: .publicInstitution, rank: .fuke, funding: .selfFunded), origin: nil),
            .establish(other, Profile(name: "测试区其他中心", type: .publicInstitution, funding: .full), origin: nil),
            .move(.heads(kind), count: 8, from: .grant, to: .institution(section)),
            .move(.posts(LeaderPost(.chief, .fuke)), count: 1, from: .grant, to: .institution(section)),
            .move(.posts(LeaderPost(.deputy, .fuke)), count: 3, from: .grant, to: .institution(section)),
        ]
        for (index, text) in ["日常养护和大中修", "行使路政管理的辅助工作", "编制养护计划"].enumerated() {
            changes.append(
                .stateDuty(
                    DutyStatement(id: Identifier(from: &source), holder: section, number: index + 1, text: text)))
        }
        for index in 0..<8 {
            let id: Person.ID = Identifier(from: &source)
            changes.append(
                .registerPerson(
                    id, personal: Digest(sha256: "\(index)".utf8), status: .professional, position: .professional,
                    entered: nil, origin: Origin(sheet: "人员", row: index + 2)))
            changes.append(
                .enrol(
                    id,
                    Place(
                        institution: section, kind: kind, role: index == 0 ? .chief : index == 1 ? .deputy : nil,
                        origin: Origin(sheet: "人员", row: index + 2))))
            if index >= 5 { changes.append(.setWorkplace(id, company)) }
        }
        try decide(changes, basis: .opening, on: TestDistrict.day)
    }

    func before(_ entry: Entry) -> Register {
        history.known(at: entry.position - 1).register(on: entry.act.changes[0].day)
    }

    @discardableResult
    mutating func decide(_ outcome: Outcome, on day: Day) throws -> Entry {
        try decide(outcome.changes, basis: .plan, on: day)
    }

    @discardableResult
    mutating func decide(_ changes: [Change], basis: Act.Basis, on day: Day) throws -> Entry {
        let act = Act(
            command: Identifier(from: &source), document: TestDistrict.document(history.position + 1), basis: basis,
            drafter: Identifier(from: &source), deciders: basis == .opening ? [] : [Identifier(from: &source)],
            changes: changes.map { DatedChange(day, $0) })
        let admission = try history.judge(
            act, recorded: Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(history.position)))
        history.accept(admission)
        return admission.entry
    }
}
