import Norms
import Papers
import Testing

/// What goes before the clauses of most of these packs: seven lines.
let head = """
    规则包: 试用
    代码: try-it
    层级: 区县
    施行: 2020-01-01
    可信度: 样板
    条款:

    """

/// One way to break a pack, and the fault it must have, at its place, alone.
struct Broken: Sendable, CustomTestStringConvertible {
    let code: PackFault.Code
    let line: Int
    let column: Int
    let text: String

    init(_ code: PackFault.Code, _ line: Int, _ column: Int, _ text: String) {
        self.code = code
        self.line = line
        self.column = column
        self.text = text
    }

    var testDescription: String { code.rawValue }
}

private let rest = "  - {条: 一, 核定: 领导职数, 数: 2}\n"

private func clause(_ body: String) -> String { head + "  - 条: 一\n    核定: 领导职数\n" + body }

private func bands(_ rows: String...) -> String {
    clause("    依据: 编制数\n    分档:\n" + rows.map { "      \($0)\n" }.joined())
}

private let broken: [Broken] = [
    Broken(.notYAML, 2, 3, "规则包: [a\n代码: b"),
    Broken(.wrongShape, 1, 1, "- 甲\n- 乙\n"),
    Broken(.emptyPack, 1, 1, ""),
    Broken(.emptyPack, 6, 1, head + "  []\n"),
    Broken(.unknownField, 9, 5, clause("    分挡: {10以下: 1}\n    数: 2\n")),
    Broken(.repeatedField, 9, 5, clause("    核定: 正职\n    数: 2\n")),
    Broken(.repeatedField, 10, 5, clause("    数: 2\n    value: 2\n")),
    Broken(.missingField, 7, 5, head + "  - 核定: 领导职数\n    数: 2\n"),
    Broken(.unknownItem, 8, 9, head + "  - 条: 一\n    核定: 领导数目\n    数: 2\n"),
    Broken(.unknownFact, 9, 10, clause("    适用: {编织数: 2}\n    数: 2\n")),
    Broken(.unknownFact, 9, 9, clause("    依据: 机构类型\n    分档: {10以下: 1, 11以上: 2}\n")),
    Broken(.unknownValue, 9, 16, clause("    适用: {机构类型: 事业单住}\n    数: 2\n")),
    Broken(.badRange, 9, 8, clause("    数: 二\n")),
    Broken(.badRange, 9, 8, clause("    数: 20%\n")),
    Broken(.badNumber, 7, 27, head + "  - {条: 一, 核定: 管理岗位比例, 数: 120%}\n"),
    Broken(.badDate, 4, 5, head.replacing("2020-01-01", with: "2020-02-30") + rest),
    Broken(.badCode, 2, 5, head.replacing("try-it", with: "Try_it") + rest),
    Broken(.manyDecisions, 10, 5, clause("    数: 2\n    报批: 视情况\n")),
    Broken(.manyDecisions, 7, 5, clause("    文: 无\n")),
    Broken(.emptyRange, 11, 7, bands("10-5: 1", "11以上: 2")),
    Broken(.overlappingBands, 12, 7, bands("10以下: 1", "10-20: 2", "21以上: 3")),
    Broken(.unorderedBands, 13, 7, bands("10以下: 1", "21以上: 3", "11-20: 2")),
    Broken(.missingBand, 12, 7, bands("10以下: 1", "12以上: 2")),
    Broken(.nothingBelow, 11, 7, bands("5-10: 1", "11以上: 2")),
    Broken(.nothingAbove, 12, 7, bands("10以下: 1", "11-20: 2")),
    Broken(.noBands, 7, 5, clause("    依据: 编制数\n    分档: {}\n")),
    Broken(.emptyAward, 9, 8, clause("    数: 3-2\n")),
    Broken(.openAward, 9, 8, clause("    数: 3以上\n")),
    Broken(.makeupSum, 9, 8, clause("    数: 3\n    构成: {教务: 1, 总务: 1}\n")),
    Broken(.unreachable, 8, 5, head + rest + "  - {条: 二, 核定: 领导职数, 适用: {机构类型: 事业单位}, 报批: 无}\n"),
    Broken(.repeatedNumber, 8, 5, head + "  - {条: 一, 核定: 领导职数, 适用: {规格: 股级}, 数: 2}\n" + rest),
    Broken(.additionWithoutBase, 7, 5, head + "  - {条: 一, 核定: 领导职数, 增加: 1}\n"),
    Broken(.ratioWithoutNumber, 9, 5, clause("    比例: {每: 12.5}\n    取整: 进一\n")),
    Broken(.undefinedName, 9, 10, clause("    适用: {是: 学校}\n    数: 2\n")),
    Broken(.definitionCycle, 8, 6, head + rest + "定义: {甲: {是: 甲}}\n"),
    Broken(.unusedDefinition, 8, 6, head + rest + "定义: {甲: {编制数: 3}}\n"),
    Broken(.untilBeforeFrom, 8, 5, head + rest + "失效: 2019-12-31\n"),
    Broken(.issuedAfterFrom, 8, 10, head + rest + "文件: {印发: 2020-01-02}\n"),
    Broken(.tooDeep, 1, 161, String(repeating: "- ", count: 200) + "a\n"),
    Broken(.tooDeep, 1, 401, String(repeating: "[", count: 500)),
    Broken(.tooLarge, 1, 1, String(repeating: "#", count: (1 << 20) + 1)),
]

@Suite struct FaultTests {
    @Test("Each fault is found once, alone, with its line and column", arguments: broken)
    func each(broken: Broken) {
        let (pack, faults) = readRulePack(broken.text)
        #expect(faults.map(\.code) == [broken.code], "\(faults.map(\.placed.zh))")
        #expect(faults.first?.line == broken.line, "\(faults.map(\.placed.zh))")
        #expect(faults.first?.column == broken.column, "\(faults.map(\.placed.zh))")
        #expect((pack == nil) == (broken.code.severity == .error))
    }

    @Test("Every kind of fault but one of two writings is among those broken here")
    func all() {
        let missing = Set(PackFault.Code.allCases).subtracting(broken.map(\.code))
        // A definition repeated word for word is refused as a repeated name before it is one.
        // The last three are of competence tables (CompetenceTests).
        #expect(missing == [.repeatedDefinition, .uncoveredChange, .noQuorum, .badQuorum])
    }

    @Test("All faults of a file are told at once, in its order")
    func together() {
        let (pack, faults) = readRulePack(
            head + """
                  - {条: 一, 核订: 领导职数, 数: 二}
                  - {条: 二, 核定: 正职, 数: 3-2, 适用: {学段: 大学}}
                  - {条: 三, 核定: 副职, 依据: 编制数, 分档: {10以下: 1, 5-20: 2}}
                """)
        #expect(pack == nil)
        #expect(
            faults.map(\.code) == [
                .missingField, .unknownField, .badRange, .emptyAward, .unknownValue, .nothingAbove, .overlappingBands,
            ], "\(faults.map(\.placed.zh))")
        #expect(faults == faults.sorted())
    }

    @Test("A near name is suggested")
    func suggestions() {
        let (_, faults) = readRulePack(clause("    分挡: {10以下: 1}\n    数: 2\n"))
        #expect(faults.first?.wording.zh == "不认识“分挡”，是否为“分档”？")
        let (_, english) = readRulePack(clause("    bnads: {10以下: 1}\n    数: 2\n"))
        #expect(english.first?.wording.en.contains("“bands”") == true)
    }

    @Test("Aliases that would multiply are refused")
    func aliases() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<9 {
            text +=
                "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        #expect(readRulePack(text).faults.map(\.code) == [.tooDeep])
    }
}
