import Basics
import Diagnosis
import Reform
import Registry
import Testing

/// Random plans overtaken by random daily work on a district of more than 300 bodies, held against simulating the plan
/// before and after, which knows nothing of rebasing.
@Suite struct RandomRebaseTests {
    @Test(arguments: [21, 22, 23] as [UInt64])
    func whatIsCalledUnchangedComesToTheSame(seed: UInt64) throws {
        let district = try TestDistrict(seed: seed, institutions: 60)
        var plans = RandomPlans(district, seed: seed &+ 7)
        var work = DailyWork(district, seed: seed &+ 9)
        var kinds: [String: Int] = [:]
        for index in 0..<120 {
            let plan = plans.plan(index)
            var history = district.history
            let untouched = rebase(plan, from: 1, in: history, recorded: plan.day)
            #expect(untouched.isUnchanged, "plan \(index): nothing happened")
            work.record(25, in: &history)
            let rebased = rebase(plan, from: 1, in: history, recorded: plan.day)
            #expect(rebased.head == history.position)
            let then = outcome(of: plan, at: 1, in: history)
            let now = outcome(of: plan, at: history.position, in: history)
            for (place, drift) in rebased.steps.enumerated() {
                let (was, becomes) = (then.steps[place], now.steps[place])
                let isSame = then.changes[was.changes] == now.changes[becomes.changes]
                switch drift.standing {
                case .unchanged:
                    kinds["unchanged", default: 0] += 1
                    #expect(was.problem == nil && becomes.problem == nil && isSame, "plan \(index), step \(place)")
                case .adjusted(let differences):
                    kinds["adjusted", default: 0] += 1
                    #expect(was.problem == nil && becomes.problem == nil && !isSame, "plan \(index), step \(place)")
                    #expect(!differences.isEmpty)
                case .stopped(let problem, let act):
                    kinds["stopped", default: 0] += 1
                    #expect(was.problem == nil && becomes.problem == problem, "plan \(index), step \(place)")
                    let by = try #require(act)
                    // With that Act it does not apply; just before it, it did.
                    #expect(outcome(of: plan, at: by, in: history).steps[place].problem != nil)
                    #expect(outcome(of: plan, at: by - 1, in: history).steps[place].problem == nil)
                case .followed(let problem, _):
                    kinds["followed", default: 0] += 1
                    #expect(was.problem == nil && becomes.problem == problem, "plan \(index), step \(place)")
                case .begun: #expect(was.problem != nil && becomes.problem == nil, "plan \(index), step \(place)")
                case .stillNot(let problem):
                    #expect(was.problem != nil && becomes.problem == problem, "plan \(index), step \(place)")
                }
            }
            // What none of the Acts touched is called unchanged.
            let touched = history.entries.dropFirst().reduce(into: Footprint()) { whole, entry in
                whole.formUnion(
                    Footprint(
                        of: entry.act.changes.map(\.change), in: history.known(at: entry.position - 1).latest))
            }
            if then.applies, then.footprint.intersection(touched).isEmpty,
                then.footprint.named.isDisjoint(with: touched.bodies),
                then.footprint.bodies.isDisjoint(with: touched.named)
            {
                kinds["apart", default: 0] += 1
                #expect(rebased.isUnchanged, "plan \(index): apart from all that was done")
                #expect(then.footprintDigest == now.footprintDigest)
            }
            if then.applies, then.footprintDigest == now.footprintDigest {
                #expect(now.applies && rebased.isUnchanged, "plan \(index): the same footprint")
            }
        }
        #expect(kinds["unchanged", default: 0] > 50 && kinds["adjusted", default: 0] > 20, "\(kinds)")
        #expect(kinds["stopped", default: 0] > 3 && kinds["apart", default: 0] > 0, "\(kinds)")
    }

    private func outcome(of plan: Plan, at position: Int, in history: History) -> Outcome {
        let register = History(folding: Array(history.entries.prefix(position)), of: history.jurisdiction)
            .register(on: plan.day)
        return simulate(
            plan, on: register, diagnosis: diagnose(register, checks: []), at: position + 1, recorded: plan.day)
    }
}

/// Random daily work: people leave and come, heads and posts move, duties are stated and moved, bodies are renamed and,
/// now and then, closed. What the register refuses is not recorded.
struct DailyWork {
    private let district: TestDistrict
    private var source: SeededSource
    private var number = 1000

    init(_ district: TestDistrict, seed: UInt64) {
        self.district = district
        source = SeededSource(seed: seed)
    }

    mutating func record(_ count: Int, in history: inout History) {
        for _ in 0..<count {
            number += 1
            let changes = changes(in: history.latest)
            let act = Act(
                command: Identifier(from: &source), document: TestDistrict.document(number),
                basis: changes.count > 4 ? .plan : .daily, drafter: Identifier(from: &source),
                deciders: [Identifier(from: &source)],
                changes: changes.map { DatedChange(TestDistrict.day.advanced(by: 1 + number % 20), $0) })
            let recorded = Instant(milliseconds: TestDistrict.recorded.milliseconds + Int64(number) * 86_400_000)
            if let admission = try? history.judge(act, recorded: recorded) { history.accept(admission) }
        }
    }

    private mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

    private mutating func changes(in register: Register) -> [Change] {
        let name = district.institutions[roll(0...district.institutions.count - 1)]
        guard let body = register.institution(named: name) else { return [] }
        let id = body.id
        let kind = EstablishmentKind(funding: body.profile.funding ?? .full)
        let people = register.presence(of: id).staff.sorted()
        let duties = register.duties(of: id)
        switch roll(0...9) {
        case 0, 1:
            guard let person = people.first else { return [] }
            let place = register.people[person]?.places.first { $0.institution == id }
            return [.leave(person, id, place?.kind ?? kind, .retirement)]
        case 2:
            let person: Person.ID = Identifier(from: &source)
            return [
                .registerPerson(
                    person, personal: Digest(sha256: "\(person)".utf8), status: .management, position: .management,
                    entered: nil, origin: Origin(sheet: "新", row: number)),
                .enrol(person, Place(institution: id, kind: kind, origin: Origin(sheet: "新", row: number))),
            ]
        case 3: return [.move(.heads(kind), count: roll(1...2), from: .grant, to: .institution(id))]
        case 4: return [.move(.heads(kind), count: 1, from: .institution(id), to: .districtPool)]
        case 5:
            return [
                .stateDuty(
                    DutyStatement(
                        id: Identifier(from: &source), holder: id, number: (duties.last?.number ?? 0) + 1,
                        text: "新增\(number)"))
            ]
        case 6: return duties.first.map { [.dropDuty($0.id, reason: .none)] } ?? []
        case 7: return [.amend(id, .name("改名\(number)中心"))]
        case 8: return [.hangPlate(id, "牌\(number)")]
        default:
            let target = district.institutions[roll(0...district.institutions.count - 1)]
            let merger = Plan(
                name: "日常", day: TestDistrict.day, reform: nil,
                steps: [Step(line: 1, action: .merge([name], into: target, MergeTerms()))],
                digest: Digest(sha256: "\(number)".utf8))
            return expand(merger, wave: 0, on: register).changes
        }
    }
}
