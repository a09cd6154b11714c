import Basics
import Norms
import Testing

/// Packs and bodies drawn by a seed, small enough that everything happens often.
struct RandomPacks {
    var source: SeededSource
    static let numbers: [Fact] = [.heads, .classes, .beds]
    static let choices: [Fact] = [.stage, .rank]
    static let words = ["小学", "医院", "中心", "学"]

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &source) }

    mutating func test(_ depth: Int) -> Condition.Test {
        switch below(depth > 0 ? 10 : 6) {
        case 0, 1:
            let low = below(30)
            return .number(
                Self.numbers[below(3)],
                NumberRange(low: below(4) == 0 ? nil : low, high: below(3) == 0 ? nil : low + below(20)))
        case 2: return .choice(Self.choices[below(2)], [1 + below(4), 1 + below(4)])
        case 3: return below(2) == 0 ? .known(Self.numbers[below(3)]) : .unknown(Self.choices[below(2)])
        case 4: return below(2) == 0 ? .contains(.name, [Self.words[below(4)]]) : .ends(.name, [Self.words[below(4)]])
        case 5: return .defined(["甲", "乙"][below(2)])
        case 6: return .not(Condition(test(depth - 1)))
        case 7, 8: return .any([Condition(test(depth - 1)), Condition(test(depth - 1))])
        default: return .all([Condition(test(depth - 1)), Condition(test(depth - 1))])
        }
    }

    mutating func bands() -> [Band] {
        var bands: [Band] = []
        var next = below(4)
        for _ in 0..<(1 + below(4)) {
            let high = next + below(12)
            let low = below(5)
            bands.append(band(next, below(8) == 0 ? nil : high, low, low + below(2), open: below(6) == 0 ? "可" : nil))
            next = high + 1 + below(3)
        }
        return bands
    }

    mutating func clause(_ index: Int) -> Clause {
        var conditions: [Condition] = []
        for _ in 0..<below(3) { conditions.append(Condition(test(2))) }
        let decision: Clause.Decision
        switch below(12) {
        case 0: decision = .refer("报批")
        case 1: decision = .none("不核")
        case 2: decision = .elsewhere("另按")
        case 3, 4: decision = .adds(NumberRange(below(2)...(1 + below(2))))
        case 5: decision = value(1 + below(3), 4)
        case 6, 7:
            let low = Fraction(1 + below(9), 5) ?? Fraction(decimal: "1")
            let high = Fraction(10 + below(9), 5) ?? Fraction(decimal: "1")
            guard let low, let high else { fallthrough }
            let rounding = Rounding.allCases[below(3)]
            decision = .ratio(Ratio(low: low, high: high, rounding: rounding), by: Self.numbers[below(3)])
        default: decision = .bands(by: Self.numbers[below(3)], bands())
        }
        return Clause(number: "\(index)", item: .leaders, conditions: conditions, decision: decision)
    }

    mutating func pack(_ index: Int, _ level: RulePack.Level) -> RulePack {
        let definitions = [
            Definition("甲", [Condition(test(0))].filter { !$0.isDefined }), Definition("乙", [Condition(.defined("甲"))]),
        ]
        var clauses: [Clause] = []
        for number in 0..<(1 + below(5)) { clauses.append(clause(number)) }
        return RulePack(
            name: "\(index)", code: "p\(index)", level: level, from: nil, definitions: definitions, clauses: clauses,
            digest: digest("\(below(1_000_000_000)) \(index)"))
    }

    mutating func sheet() -> FactSheet {
        var sheet = FactSheet(name: below(5) == 0 ? nil : "城关" + Self.words[below(4)])
        for fact in Self.numbers where below(6) > 0 { sheet[fact] = below(45) }
        for fact in Self.choices where below(6) > 0 { sheet[fact] = 1 + below(5) }
        return sheet
    }
}

extension Condition {
    var isDefined: Bool { if case .defined = test { true } else { false } }
}

@Suite struct RandomPacksTests {
    @Test(
        "Random packs say what a plain second reading of them says, and so do their nearest changes", arguments: 0..<8)
    func agreement(seed: UInt64) {
        var random = RandomPacks(source: SeededSource(seed: seed))
        var seen: [String: Int] = [:]
        for round in 0..<60 {
            let packs = [random.pack(0, .district), random.pack(1, .city), random.pack(2, .province)]
            let rulebook = Rulebook(packs.map { Adoption($0, on: Day(number: 0)) }, on: today)
            let naive = NaiveRules(packs: packs)
            for _ in 0..<12 {
                let sheet = random.sheet()
                let outcome = verdict(on: .leaders, for: sheet, by: rulebook).outcome
                let expected = naive.answer(.leaders, sheet)
                seen[expected.first?.isNumber == true ? "allowed" : expected, default: 0] += 1
                #expect(said(outcome) == expected, "seed \(seed), round \(round)")
                guard round % 6 == 0 else { continue }
                let changes = nearestChanges(on: .leaders, for: sheet, by: rulebook)
                for fact in RandomPacks.numbers {
                    // Of what can't be told the naive reading keeps no list of what is missing, so it can't compare.
                    guard expected != "cannot tell", let value = sheet[fact] else { continue }
                    let (below, above) = naive.neighbours(.leaders, sheet, fact, upTo: 200)
                    let mine = changes.filter { $0.fact == fact }
                    #expect(mine.first { $0.other < value }?.other == below, "seed \(seed), round \(round)")
                    #expect(mine.first { $0.other > value && $0.other <= 200 }?.other == above, "seed \(seed)")
                }
            }
        }
        #expect(seen.count == 4, "every kind of answer is met: \(seen)")
    }
}
