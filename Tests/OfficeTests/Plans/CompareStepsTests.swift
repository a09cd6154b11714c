import Basics
import Office
import Registry
import Testing

@Suite("What plans do differently")
struct CompareStepsTests {
    private func compare(_ steps: String...) throws -> StepComparison {
        var register = Register()
        let day = ReportDistrict.day
        try register.enact(
            ["某区甲站", "某区乙站", "某区丙中心"].enumerated().map { index, name in
                .establish(
                    Institution.ID(high: 1, low: UInt64(index + 1)),
                    Profile(name: name, type: .publicInstitution, officeCode: "C\(index)"), origin: nil)
            }, basis: .opening, on: day, recorded: day, at: 1)
        let plans = try steps.map { try WrittenPlan("方案: 试\n施行: 2020-07-01\n步骤:\n\($0)") }
        return compareSteps(of: plans, in: register)
    }

    @Test("a merger counts once for each body, however the body is named and whatever the language")
    func alike() throws {
        let found = try compare(
            "  - {合并: [某区甲站, 某区乙站], 并入: 某区丙中心}\n",
            "  - {merge: [某区乙站], into: C2}\n  - {merge: [C0], into: 某区丙中心}\n")
        #expect(found.alike == 2 && found.differences.isEmpty)
    }

    @Test("other terms for one body stand side by side, in the clerk's words")
    func otherTerms() throws {
        let found = try compare(
            "  - {合并: [某区甲站], 并入: 某区丙中心}\n  - {核减: 某区丙中心, 为: 3}\n",
            "  - 合并: [某区甲站]\n    并入: 某区乙站\n    收回编制: 2\n", "  - {更名: 某区甲站, 为: 某区甲所}\n")
        #expect(found.alike == 0)
        #expect(found.differences.map(\.subject) == ["某区甲站", "某区丙中心", "某区甲站"])
        #expect(
            found.differences[0].said == [
                ["合并：某区甲站；并入：某区丙中心"], ["合并：某区甲站；并入：某区乙站；收回编制：2"], [],
            ])
        #expect(found.differences[1].said.map(\.count) == [1, 0, 0])
        #expect(found.differences[2].said.map(\.count) == [0, 0, 1])
    }

    @Test("the same in all but one plan is a difference")
    func oneWithout() throws {
        let step = "  - {更名: 某区甲站, 为: 某区甲所}\n"
        let found = try compare(step, step, "  - {更名: 某区乙站, 为: 某区乙所}\n")
        #expect(found.alike == 0 && found.differences.count == 2)
    }

    @Test("the same in a later wave is a difference")
    func otherWave() throws {
        var register = Register()
        let day = ReportDistrict.day
        try register.enact(
            [.establish(Institution.ID(high: 1, low: 1), Profile(name: "甲站", type: .publicInstitution), origin: nil)],
            basis: .opening, on: day, recorded: day, at: 1)
        let rename = "{更名: 甲站, 为: 甲所}"
        let other = "{调整: 甲站, 级别: 股级}"
        let one = try WrittenPlan("方案: 一\n施行: 2020-07-01\n步骤:\n  - \(other)\n  - \(rename)\n")
        let two = try WrittenPlan(
            "方案: 二\n波次:\n  - 施行: 2020-07-01\n    步骤:\n      - \(other)\n"
                + "  - 施行: 2020-08-01\n    步骤:\n      - \(rename)\n")
        let found = compareSteps(of: [one, two], in: register)
        #expect(found.alike == 1)
        #expect(found.differences.map(\.said) == [[["更名：甲站；为：甲所"], ["第2波：更名：甲站；为：甲所"]]])
    }
}
