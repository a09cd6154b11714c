import Norms
import Testing

@Suite struct NearestChangeTests {
    private func changes(_ sheet: FactSheet, _ rulebook: Rulebook, _ item: NormItem = .leaders) -> [[Int]] {
        nearestChanges(on: item, for: sheet, by: rulebook).map { [Int($0.fact.rawValue), $0.difference] }
    }

    private let heads = Int(Fact.heads.rawValue)

    @Test("At ten heads one more makes it 2-3")
    func oneMore() {
        let found = nearestChanges(on: .leaders, for: centre(10), by: book(pack("a", clause(gives: byHeads))))
        #expect(found.map(\.other) == [11])
        #expect(found.first?.outcome == allowed(2, 3))
    }

    @Test("A neighbouring band that gives the same is passed over")
    func sameAgain() {
        let rules = book(
            pack(
                "a",
                clause(
                    gives: .bands(
                        by: .heads, [band(nil, 5, 1, 1), band(6, 10, 2, 2), band(11, 20, 2, 2), band(21, 30, 3, 3)]))))
        #expect(changes(centre(8), rules) == [[heads, -3], [heads, 13]])
        #expect(changes(centre(30), rules) == [[heads, -10], [heads, 1]])
        #expect(nearestChanges(on: .leaders, for: centre(30), by: rules).last?.outcome == .noRule)
    }

    @Test("A number of a condition counts as well, each alone, and an unknown number has no neighbours")
    func conditions() {
        let rules = book(
            pack(
                "a", clause("一", when: .number(.beds, NumberRange(low: 100, high: nil)), gives: value(9, 9)),
                clause("二", gives: byHeads)))
        let beds = Int(Fact.beds.rawValue)
        #expect(changes(centre(10, [.beds: 99]), rules) == [[heads, 1], [beds, 1]])
        #expect(changes(centre(10, [.beds: 100]), rules) == [[beds, -1]])
        #expect(changes(centre(10), rules) == [])
    }

    @Test("A ratio changes where the next whole head is reached")
    func ratio() throws {
        let per = try #require(Fraction(decimal: "12.5")?.inverse)
        let rules = book(
            pack("a", clause("一", .staff, gives: .ratio(Ratio(low: per, high: per, rounding: .down), by: .pupils))))
        let found = nearestChanges(on: .staff, for: FactSheet([.pupils: 30]), by: rules)
        #expect(found.map(\.other) == [24, 38])
        #expect(found.map(\.outcome) == [allowed(1, 1), allowed(3, 3)])
    }
}
