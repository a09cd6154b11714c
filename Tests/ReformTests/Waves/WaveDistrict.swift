import Basics
import Diagnosis
import Reform
import Registry
import Testing

/// Four bodies of a department with vacant heads in some, and a pool; written out so that every number can be counted:
///
/// | body | heads | people | duties |
/// |---|---|---|---|
/// | 甲中心 | 10 | 6 | 2 |
/// | 乙中心 | 6 | 5 | 1 |
/// | 丙中心 | 5 | 3 | 2 |
/// | 丁中心 | 4 | 2 | 1 |
/// | the pool | 5 | | |
struct WaveDistrict {
    static let opened = Day(number: 18_412)
    static let first = Day(number: 18_440)
    static let second = Day(number: 18_600)

    private(set) var history = History(jurisdiction: "339981")
    private(set) var bodies: [String: Institution.ID] = [:]
    private var source = SeededSource(seed: 11)
    private var rows = 1

    init() throws {
        let kind = EstablishmentKind.institutionFull
        let bureau: Institution.ID = Identifier(from: &source)
        bodies["局"] = bureau
        var changes: [Change] = [
            .establish(bureau, Profile(name: "测试局", type: .government, rank: .zhengke), origin: nil),
            .move(.heads(kind), count: 5, from: .grant, to: .districtPool),
            .move(.posts(LeaderPost(.deputy, .guji)), count: 2, from: .grant, to: .districtPool),
        ]
        for (name, heads, people, duties) in [("甲", 10, 6, 2), ("乙", 6, 5, 1), ("丙", 5, 3, 2), ("丁", 4, 2, 1)] {
            let id: Institution.ID = Identifier(from: &source)
            bodies[name] = id
            changes += [
                .establish(
                    id,
                    Profile(
                        name: "\(name)中心", type: .publicInstitution, rank: .guji, category: .welfareOne, funding: .full,
                        supervisor: bureau), origin: nil),
                .move(.heads(kind), count: heads, from: .grant, to: .institution(id)),
            ]
            for number in 1...duties {
                changes.append(
                    .stateDuty(
                        DutyStatement(
                            id: Identifier(from: &source), holder: id, number: number, text: "\(name)职责\(number)")))
            }
            for _ in 0..<people { changes += newPerson(in: id) }
        }
        try record(changes, .opening, on: Self.opened)
    }

    func id(_ name: String) -> Institution.ID {
        guard let id = bodies[name] else { preconditionFailure("the district has no \(name)") }
        return id
    }

    /// Somebody new on the establishment of a body.
    mutating func newPerson(in body: Institution.ID) -> [Change] {
        let person: Person.ID = Identifier(from: &source)
        rows += 1
        let origin = Origin(sheet: "人员", row: rows)
        return [
            .registerPerson(
                person, personal: Digest(sha256: "\(person)".utf8), status: .management, position: .management,
                entered: nil, origin: origin),
            .enrol(person, Place(institution: body, kind: .institutionFull, origin: origin)),
        ]
    }

    /// Somebody of a body retires.
    func retirement(in name: String) -> Change {
        let body = id(name)
        let person = history.latest.presence(of: body).staff.min()
        guard let person else { preconditionFailure("nobody is left in \(name)") }
        return .leave(person, body, .institutionFull, .retirement)
    }

    /// Records an Act; what the register refuses is thrown.
    @discardableResult
    mutating func record(
        _ changes: [Change], _ basis: Act.Basis = .daily, on day: Day, plan: Plan? = nil
    ) throws -> Entry {
        let act = Act(
            command: Identifier(from: &source), document: TestDistrict.document(history.position + 1), basis: basis,
            reform: plan?.reform, drafter: Identifier(from: &source),
            deciders: basis == .opening ? [] : [Identifier(from: &source)], plan: plan?.digest,
            changes: changes.map { DatedChange(day, $0) })
        let last = history.lastRecorded?.milliseconds ?? 0
        let admission = try history.judge(
            act, recorded: Instant(milliseconds: max(last + 1000, Int64(day.number) * 86_400_000)))
        history.accept(admission)
        return admission.entry
    }

    func plan(_ first: [Action], then later: [Action], when conditions: [WaveCondition] = []) -> Plan {
        func steps(_ actions: [Action], from line: Int) -> [Step] {
            actions.enumerated().map { Step(line: line + $0.offset, action: $0.element) }
        }
        return Plan(
            name: "分波", reform: nil, first: Wave(day: Self.first, steps: steps(first, from: 1)),
            later: later.isEmpty
                ? []
                : [Wave(day: Self.second, conditions: conditions, steps: steps(later, from: 1 + first.count))],
            digest: Digest(sha256: "\(first) \(later)".utf8))
    }

    func outcome(of plan: Plan) -> Outcome {
        simulate(plan, in: history, recorded: Self.opened) { register, _ in diagnose(register) }
    }

    /// Decides a plan as it is simulated; the register is then what was simulated.
    mutating func decide(_ plan: Plan) throws -> Entry {
        let outcome = outcome(of: plan)
        try #require(outcome.applies, "\(outcome.waves.flatMap(\.steps).compactMap { $0.problem?.wording.zh })")
        let entry = try record(outcome.changes, .plan, on: plan.day, plan: plan)
        #expect(history.register(on: plan.day).digest == outcome.after.digest)
        return entry
    }

    func review(_ plan: Plan, _ decided: Entry) -> WaveReview {
        Reform.review(plan, wave: 1, decided: decided, in: history, on: Self.second, recorded: Self.second) {
            register, _ in diagnose(register)
        }
    }

    /// Carries the second wave out as reviewing it shows.
    mutating func carryOut(_ plan: Plan, _ review: WaveReview) throws {
        try record(review.outcome.changes, .plan, on: Self.second, plan: plan)
        #expect(history.register(on: Self.second).digest == review.outcome.after.digest)
    }

    func free(_ name: String) -> Int {
        let register = history.latest
        let account = Account(.institution(id(name)), .heads(.institutionFull))
        return register.ledger.balance(of: account) - register.ledger.reserved(on: account)
            - register.presence(of: id(name)).occupied(.institutionFull)
    }

    func held(on holder: Holder, _ commodity: Commodity = .heads(.institutionFull)) -> Int {
        history.latest.ledger.reserved(on: Account(holder, commodity))
    }
}
