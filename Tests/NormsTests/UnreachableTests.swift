import Basics
import Norms
import Testing

@Suite struct UnreachableTests {
    private func isUnreachable(_ earlier: [Condition.Test], _ decision: Clause.Decision, _ later: [Condition.Test])
        -> Bool
    {
        let first = Clause(
            number: "一", item: .leaders, conditions: earlier.map { Condition($0) }, decision: decision)
        let second = Clause(
            number: "二", item: .leaders, conditions: later.map { Condition($0) }, decision: value(1, 1))
        let definition = Definition("甲", [Condition(isInstitution)])
        return lint(pack("a", definitions: [definition], first, second)).contains { $0.code == .unreachable }
    }

    private let narrow = Condition.Test.number(.heads, NumberRange(11...20))
    private let wide = Condition.Test.number(.heads, NumberRange(low: 10, high: nil))

    @Test("A clause behind one with the same or weaker conditions is never asked")
    func implied() {
        #expect(isUnreachable([], value(2, 2), [narrow]))
        #expect(isUnreachable([wide], value(2, 2), [narrow, isInstitution]))
        #expect(isUnreachable([.choice(.rank, [1, 2])], .refer("无"), [.choice(.rank, [2])]))
        #expect(isUnreachable([.known(.heads)], .elsewhere("无"), [narrow]))
        #expect(isUnreachable([isInstitution], .none("无"), [.defined("甲")]))
        #expect(isUnreachable([.any([Condition(wide), Condition(isInstitution)])], value(2, 2), [isInstitution]))
        #expect(isUnreachable([.not(Condition(narrow))], value(2, 2), [.not(Condition(wide))]))
        #expect(isUnreachable([.contains(.name, ["学", "院"])], value(2, 2), [.contains(.name, ["院"])]))
        #expect(isUnreachable([], byHeads, [narrow]))
    }

    @Test("A clause that may still be asked is not reported")
    func notImplied() {
        #expect(!isUnreachable([narrow], value(2, 2), [wide]))
        #expect(!isUnreachable([narrow, isInstitution], value(2, 2), [narrow]))
        #expect(!isUnreachable([.choice(.rank, [2])], value(2, 2), [.choice(.rank, [1, 2])]))
        #expect(!isUnreachable([], .adds(NumberRange(1)), []))
        #expect(!isUnreachable([], .bands(by: .heads, [band(1, nil, 1, 1)]), []))
        #expect(!isUnreachable([], .bands(by: .heads, [band(0, 5, 1, 1), band(7, nil, 1, 1)]), []))
        #expect(!isUnreachable([.not(Condition(wide))], value(2, 2), [.not(Condition(narrow))]))
        #expect(!isUnreachable([.known(.heads)], value(2, 2), [.unknown(.heads)]))
    }

    @Test("Of random packs no clause reported so ever decides", arguments: 0..<4)
    func sound(seed: UInt64) {
        var random = RandomPacks(source: SeededSource(seed: 100 + seed))
        var found = 0
        for _ in 0..<400 {
            let whole = random.pack(0, .district)
            let positions = whole.clauses.indices.map { SourcePosition(line: $0 + 1, column: 1) }
            let clauses = zip(whole.clauses, positions).map { clause, position in
                Clause(
                    number: clause.number, item: clause.item, conditions: clause.conditions, decision: clause.decision,
                    position: position)
            }
            let placed = RulePack(
                name: "a", code: "a", level: .district, from: nil, definitions: whole.definitions, clauses: clauses,
                digest: digest("a"))
            let lines = Set(lint(placed).filter { $0.code == .unreachable }.map(\.line))
            guard !lines.isEmpty else { continue }
            found += 1
            for _ in 0..<20 {
                let decided = verdict(on: .leaders, for: random.sheet(), by: book(placed))
                guard decided.allowed != nil || decided.outcome == .refer, let ruling = decided.ruling else { continue }
                #expect(!lines.contains(ruling.clauseIndex + 1), "seed \(seed)")
            }
        }
        #expect(found > 20)
    }
}
