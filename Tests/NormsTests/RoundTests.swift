import Basics
import Norms
import Registry
import Testing

/// A register of a few bodies with approved heads and posts.
struct Bodies {
    private(set) var register = Register()
    private var source = SeededSource(seed: 5)

    mutating func body(
        _ name: String, heads: Int?, chief: Int = 1, deputy: Int = 0, party: Int = 0,
        inside: (chief: Int, deputy: Int) = (0, 0), type: InstitutionType = .publicInstitution,
        facts: [ScaleFact] = [], knowsPosts: Bool = true
    ) throws -> Institution.ID {
        let id: Institution.ID = Identifier(from: &source)
        var changes: [Change] = [.establish(id, Profile(name: name, type: type, facts: facts), origin: nil)]
        func give(_ commodity: Commodity, _ count: Int) {
            if count > 0 { changes.append(.move(commodity, count: count, from: .grant, to: .institution(id))) }
        }
        if let heads { give(.heads(.institutionFull), heads) } else { changes.append(.setUnknown(id, .heads, true)) }
        if knowsPosts {
            for (role, count) in [
                (LeaderRole.chief, chief), (.deputy, deputy), (.party, party), (.internalChief, inside.chief),
                (.internalDeputy, inside.deputy),
            ] {
                give(.posts(LeaderPost(role, .guji)), count)
            }
        } else {
            changes.append(.setUnknown(id, .posts, true))
        }
        try register.enact(changes, basis: .opening, on: today, recorded: today, at: 1)
        return id
    }
}

@Suite struct RoundTests {
    private let rules = book(
        pack(
            "a", clause("一", when: .ends(.name, ["学校"]), gives: .refer("按具体情况报批")),
            clause("二", when: isInstitution, gives: byHeads)))

    @Test("Each body falls in its group and has its figure")
    func groups() throws {
        var bodies = Bodies()
        let agreeing = try bodies.body("甲中心", heads: 30, deputy: 1)
        let over = try bodies.body("乙中心", heads: 10, deputy: 3)
        let under = try bodies.body("丙中心", heads: 60, deputy: 1)
        let unknown = try bodies.body("丁中心", heads: nil)
        let open = try bodies.body("戊中心", heads: 1000, deputy: 5)
        let referred = try bodies.body("己学校", heads: 10)
        let hidden = try bodies.body("庚中心", heads: 10, knowsPosts: false)
        let organ = try bodies.body("辛局", heads: 10, type: .government)
        let round = openRound(of: bodies.register, by: rules, on: today)
        func row(_ id: Institution.ID) -> Round.Row? { round.row(of: id, .leaders) }
        #expect(row(agreeing)?.group == .agrees)
        #expect(row(agreeing)?.target == 2)
        #expect(row(over)?.verdict.standing == .over(2))
        #expect(row(over)?.target == 2)
        #expect(row(under)?.verdict.standing == .under(1))
        #expect(row(under)?.target == 3)
        #expect(row(unknown)?.group == .cannotTell)
        #expect(row(open)?.group == .needsDiscretion)
        #expect(row(open)?.target == nil)
        #expect(row(referred)?.group == .needsDiscretion)
        #expect(row(hidden)?.group == .cannotTell)
        #expect(row(organ) == nil)
        #expect(round.counts(of: .leaders) == [.agrees: 1, .over: 1, .under: 1, .cannotTell: 2, .needsDiscretion: 2])
        let all = openRound(of: bodies.register, by: rules, on: today) { _ in true }
        #expect(all.row(of: organ, .leaders)?.group == .noRule)
    }

    @Test("A settled figure within the range or at the office's discretion stands, and splits by the approved chiefs")
    func settlements() throws {
        var bodies = Bodies()
        let open = try bodies.body("戊中心", heads: 1000, chief: 2, deputy: 1)
        let referred = try bodies.body("己学校", heads: 10, chief: 0, deputy: 4)
        let over = try bodies.body("乙中心", heads: 10, deputy: 3)
        var round = openRound(of: bodies.register, by: rules, on: today)
        try round.settle(Settlement(body: open, item: .leaders, number: 6, reason: "任务重"))
        try round.settle(Settlement(body: referred, item: .leaders, number: 3, reason: "九年一贯制"))
        try round.settle(Settlement(body: over, item: .leaders, number: 1, reason: "一正"))
        #expect(round.targets(of: open, in: bodies.register) == PostTargets(chief: 2, deputy: 4))
        #expect(round.targets(of: referred, in: bodies.register) == PostTargets(chief: 1, deputy: 2))
        #expect(round.targets(of: over, in: bodies.register) == PostTargets(chief: 1, deputy: 0))
        #expect(round.settlements.count == 3)
        try round.settle(Settlement(body: open, item: .leaders, number: 3, reason: "再议"))
        #expect(round.row(of: open, .leaders)?.target == 3)
        #expect(round.settlements.count == 3)
    }

    @Test("A total of mid-level posts is split by the chiefs approved, or by the units where none are")
    func midLevel() throws {
        var bodies = Bodies()
        let fresh = try bodies.body("甲中心", heads: 30, deputy: 1, facts: [ScaleFact(.internalUnits, 3)])
        let split = try bodies.body("乙中心", heads: 30, deputy: 1, inside: (2, 5))
        let fitting = try bodies.body("丙中心", heads: 30, deputy: 1, inside: (1, 3))
        let rules = book(
            pack(
                "a", clause("一", when: isInstitution, gives: byHeads),
                clause("二", .midLevel, when: isInstitution, gives: value(4, 4))))
        var round = openRound(of: bodies.register, by: rules, on: today)
        func targets(_ id: Institution.ID) -> PostTargets { round.targets(of: id, in: bodies.register) }
        #expect(targets(fresh) == PostTargets(chief: 1, deputy: 1, internalChief: 3, internalDeputy: 1))
        #expect(targets(split) == PostTargets(chief: 1, deputy: 1, internalChief: 2, internalDeputy: 2))
        #expect(targets(fitting) == PostTargets(chief: 1, deputy: 1))
        try round.settle(Settlement(body: fitting, item: .midLevel, number: 4, reason: "照旧"))
        #expect(targets(fitting) == PostTargets(chief: 1, deputy: 1, internalChief: 1, internalDeputy: 3))
        #expect(round.rows(of: split).map(\.item) == [.leaders, .midLevel])
    }

    @Test("A settlement is refused outside the range, without ground, without a reason or where nothing can be told")
    func refusals() throws {
        var bodies = Bodies()
        let over = try bodies.body("乙中心", heads: 10, deputy: 3)
        let open = try bodies.body("戊中心", heads: 1000, deputy: 5)
        let unknown = try bodies.body("丁中心", heads: nil)
        let hidden = try bodies.body("庚中心", heads: 10, knowsPosts: false)
        let organ = try bodies.body("辛局", heads: 10, type: .government)
        var round = openRound(of: bodies.register, by: rules, on: today) { _ in true }
        func refusal(_ body: Institution.ID, _ number: Int, _ reason: String = "理由", _ item: NormItem = .leaders)
            -> SettlementRefusal?
        {
            do throws(SettlementRefusal) {
                try round.settle(Settlement(body: body, item: item, number: number, reason: reason))
                return nil
            } catch { return error }
        }
        #expect(refusal(over, 3) == .outside(3, .leaders, NumberRange(1...2)))
        #expect(refusal(over, 0) == .outside(0, .leaders, NumberRange(1...2)))
        #expect(refusal(open, 2) == .outside(2, .leaders, NumberRange(low: 3, high: nil)))
        #expect(refusal(unknown, 2) == .cannotTell(.leaders, Verdict.Missing(facts: FactSet([.heads]))))
        #expect(refusal(hidden, 2) == .unknownFigure(.leaders))
        #expect(refusal(organ, 2) == .noRule(.leaders))
        #expect(refusal(over, 2, " \n") == .noReason)
        #expect(refusal(open, -1) == .notACount(-1))
        #expect(refusal(over, 2, "理由", .party) == .noRow(over, .party))
        #expect(round.settlements.isEmpty)
    }

    @Test("The facts of a body come from its profile, accounts and children; what is not there is unknown")
    func sheets() throws {
        var bodies = Bodies()
        let school = try bodies.body(
            "己学校", heads: 12, facts: [ScaleFact(.classes, 6), ScaleFact(.stage, 2)])
        let sheet = try #require(FactSheet(of: school, in: bodies.register))
        #expect(sheet[.heads] == 12)
        #expect(sheet[.fullHeads] == 12)
        #expect(sheet[.administrativeHeads] == 0)
        #expect(sheet[.classes] == 6)
        #expect(sheet[.stage] == 2)
        #expect(sheet[.pupils] == nil)
        #expect(sheet[.duties] == nil)
        #expect(sheet[.subordinates] == 0)
        #expect(sheet[.leadershipSystem] == nil)
        #expect(sheet.name == "己学校")
        let unknown = try bodies.body("丁中心", heads: nil)
        #expect(FactSheet(of: unknown, in: bodies.register)?[.heads] == nil)
        #expect(FactSheet(of: unknown, in: bodies.register)?[.fullHeads] == nil)
    }

    @Test("A changed band is another pack, and comparing names the bodies it touches")
    func whatIf() throws {
        var bodies = Bodies()
        let small = try bodies.body("甲中心", heads: 10)
        _ = try bodies.body("乙中心", heads: 30)
        _ = try bodies.body("己学校", heads: 5)
        let old = try #require(rules.packs.first)
        let stricter = try old.changed(clause: 1, band: 0, award: NumberRange(1))
        #expect(stricter != old)
        let changes = compare(rules, rules.replacing(stricter), over: bodies.register)
        #expect(changes.map(\.body) == [small])
        #expect(changes.first?.before.outcome == allowed(1, 2))
        #expect(changes.first?.after.outcome == allowed(1, 1))
        #expect(compare(rules, rules, over: bodies.register).isEmpty)
        let wider = try old.changed(clause: 1, band: 1, range: NumberRange(11...40))
        #expect(outcome(centre(45), rules.replacing(wider)) == .noRule)
        #expect(throws: UnchangeablePack.overlaps(NumberRange(10...40), NumberRange(low: nil, high: 10))) {
            try old.changed(clause: 1, band: 1, range: NumberRange(10...40))
        }
        #expect(throws: UnchangeablePack.noBand(clause: "一", 0)) { try old.changed(clause: 0, band: 0) }
        #expect(throws: UnchangeablePack.noClause(9)) { try old.changed(clause: 9, band: 0) }
    }
}
