import Basics
import Reform
import Registry
import Testing

/// When people retire, by months looked up in the tables that came with the rule of 2024, not computed.
@Suite struct RetirementTests {
    private let rules: RetirementRules

    init() throws {
        let from = Month(of: try #require(Day(year: 2025, month: 1, day: 1)))
        func rule(_ sex: RetirementRules.Sex, _ statuses: [PersonStatus], _ age: Int, _ every: Int, _ upTo: Int)
            -> RetirementRules.Rule
        {
            RetirementRules.Rule(
                sex: sex, statuses: statuses, age: age,
                delay: RetirementRules.Delay(from: from, every: every, upTo: upTo), document: "办法")
        }
        rules = RetirementRules(
            [rule(.male, [], 60, 4, 63), rule(.female, [.worker], 50, 2, 55), rule(.female, [], 55, 4, 58)], near: 24)
    }

    @Test(arguments: [
        // Born, man or woman, status, retires.
        ("1964-12-31", "男", PersonStatus.civilServant, "2024-12"), ("1965-01-01", "男", .civilServant, "2025-02"),
        ("1965-04-30", "男", .worker, "2025-05"), ("1965-05-01", "男", .professional, "2025-07"),
        ("1976-08-15", "男", .professional, "2039-07"), ("1976-09-15", "男", .professional, "2039-09"),
        ("1990-02-01", "男", .management, "2053-02"), ("1969-12-01", "女", .professional, "2024-12"),
        ("1971-04-01", "女", .professional, "2026-08"), ("1981-09-01", "女", .civilServant, "2039-09"),
        ("1974-12-01", "女", .worker, "2024-12"), ("1975-01-01", "女", .worker, "2025-02"),
        ("1975-03-01", "女", .worker, "2025-05"), ("1984-11-01", "女", .worker, "2039-11"),
    ])
    func theMonth(born: String, sex: String, status: PersonStatus, retires: String) throws {
        let day = try #require(Day(iso: born))
        let month = rules.retirement(born: day, sex: sex == "男" ? .male : .female, status: status)
        #expect(month?.description == retires)
    }

    @Test func withoutARuleNothingIsSaid() throws {
        let men = RetirementRules(rules.rules.filter { $0.sex == .male }, near: 24)
        let day = try #require(Day(iso: "1970-01-01"))
        #expect(men.retirement(born: day, sex: .female, status: .worker) == nil)
    }
}
