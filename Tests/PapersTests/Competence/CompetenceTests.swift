import Basics
import Norms
import Papers
import Procedure
import Registry
import Testing

/// Six lines before the rows of most of these tables.
private let top = """
    审批权限表: 试行权限
    施行: 2020-01-01
    可信度: 样板
    会议: {成员: 9, 到会: 6, 赞成: 5}
    条款:

    """

private let rest = "  - {条: 其他, 事项: 全部, 审批: 编办}\n"

@Suite struct CompetenceTests {
    private func rows(_ text: String) throws -> [CompetenceRow] {
        let read = readCompetenceTable(top + text + rest)
        #expect(read.faults.isEmpty, "\(read.faults.map(\.placed.zh))")
        return try #require(read.table).rows
    }

    @Test func theShippedTableCoversEverythingAndSaysThatItIsAModel() throws {
        let text = try #require(ShippedTable.text(of: "model-competence"))
        let read = readCompetenceTable(text)
        #expect(read.faults.isEmpty, "\(read.faults.map(\.placed.zh))")
        let table = try #require(read.table)
        #expect(table.certainty == .model && table.name.contains("样板"))
        #expect(table.rows.allSatisfy { $0.clause.contains("样板") && $0.text != nil })
        #expect(table.digest == Digest(sha256: Array(text.utf8)))
        #expect(Set(table.rows.map(\.decider)) == Set(Decider.allCases))
        #expect(ShippedTable.text(of: "no-such") == nil)
        #expect(ShippedTable.text(of: "../packs/model-district") == nil)
    }

    @Test func aRowIsReadWhole() throws {
        let row = try rows(
            """
              - 条: 第三条
                文: 科级机构更名，由编委会审议。
                事项: [更名, 牌子]
                适用: {级别: 副科级以上, 机构类型: [事业单位, 机关], 数量: 6以上}
                审批: 编委
                须有: [论证, 风险评估, {会签: 区委组织部}, {备案: 区人大常委会}, {备案: 区委, 何时: 决定前}]

            """)[0]
        #expect(row.clause == "第三条" && row.text == "科级机构更名，由编委会审议。")
        #expect(row.kinds == [.rename, .hangPlate, .removePlate])
        #expect(row.decider == .commission)
        #expect(
            row.steps == [
                .review(.feasibility), .review(.risk), .countersigning("区委组织部"), .meeting, .filing("区委", .before),
                .filing("区人大常委会", .after),
            ])
        #expect(row.scope.codes(.rank) == [3, 4, 5, 6, 7, 8])
        #expect(row.scope.codes(.type) == [1, 2, 3, 4, 5, 6, 7, 9])
        #expect(row.scope.counts == 6...Scope.most)
        #expect(row.scope.codes(.role) == nil)
        #expect(row.position == SourcePosition(line: 6, column: 5))
    }

    @Test func bothLanguagesSayTheSame() throws {
        let chinese = try rows(
            """
              - {条: 一, 事项: 调整编制, 适用: {编制类别: 行政编制, 方向: 增加, 对方: 统筹池, 级别: 科级以下}, 审批: 上一级}
              - {条: 二, 事项: 领导职数, 适用: {职务: 单位领导}, 审批: 编委, 须有: 合法性审查}

            """)
        let english = readCompetenceTable(
            """
            table: trial
            from: 2020-01-01
            certainty: model
            meeting: {members: 9, present: 6, in favour: 5}
            clauses:
              - {clause: 一, kinds: move heads, applies: {kind of heads: administrative, direction: gain, counterpart: pool, rank: at most zhengke}, decider: next level}
              - {clause: 二, kinds: posts, applies: {role: leaders}, decider: commission, steps: legality review}
              - {clause: 其他, kinds: all, decider: office}
            """)
        let table = try #require(english.table, "\(english.faults.map(\.placed.en))")
        #expect(table.rows.map(\.scope) == chinese.map(\.scope))
        #expect(table.rows.map(\.kinds) == chinese.map(\.kinds))
        #expect(table.rows.map(\.steps) == chinese.map(\.steps))
        #expect(table.quorum.map { [$0.members, $0.present, $0.inFavour] } == [9, 6, 5])
    }

    @Test(arguments: [
        ("股级", [2]), ("股级以下", [1, 2]), ("科级", [3, 4]), ("科级以上", [3, 4, 5, 6, 7, 8]), ("科级以下", [1, 2, 3, 4]),
        ("正科级及以下", [1, 2, 3, 4]), ("at least fuchu", [5, 6, 7, 8]), ("正厅级以上", [8]),
    ])
    func ranksAreReadWithTheirEnds(word: String, codes: [UInt8]) throws {
        #expect(try rows("  - {条: 一, 事项: 更名, 适用: {级别: \(word)}, 审批: 编办}\n")[0].scope.codes(.rank) == codes)
    }

    @Test func everyNameOfAKindIsRead() throws {
        for kind in ChangeKind.allCases {
            for name in [kind.name.zh, kind.name.en] {
                #expect(try rows("  - {条: 一, 事项: [\(name)], 审批: 编办}\n")[0].kinds.contains(kind), "\(name)")
            }
        }
    }

    /// One way to break a table: its row, the fault, and the column.
    struct Broken: Sendable, CustomTestStringConvertible {
        let row: String
        let code: PackFault.Code
        let column: Int
        var testDescription: String { row }
    }

    @Test(arguments: [
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 须要: 论证}", code: .unknownField, column: 28),
        Broken(row: "{条: 一, 事项: 更名字, 审批: 编办}", code: .unknownValue, column: 16),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编班}", code: .unknownValue, column: 24),
        Broken(row: "{条: 一, 审批: 编办}", code: .missingField, column: 5),
        Broken(row: "{事项: 更名, 审批: 编办}", code: .missingField, column: 5),
        Broken(row: "{条: 一, 事项: 更名}", code: .missingField, column: 5),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 适用: {规模: 5}}", code: .unknownFact, column: 33),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 适用: {级别: 村级}}", code: .unknownValue, column: 37),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 适用: {级别: 以上}}", code: .unknownValue, column: 37),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 适用: {数量: 9-3}}", code: .emptyRange, column: 37),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 适用: {数量: 许多}}", code: .badRange, column: 37),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 适用: 股级}", code: .wrongShape, column: 32),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 须有: 讨论}", code: .unknownValue, column: 32),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 须有: [{会签: 甲, 备案: 乙}]}", code: .manyDecisions, column: 33),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 须有: [{会签: 甲, 何时: 决定前}]}", code: .unknownField, column: 41),
        Broken(row: "{条: 一, 事项: 更名, 审批: 编办, 须有: [{备案: 甲, 何时: 明天}]}", code: .unknownValue, column: 45),
    ])
    func eachFaultHasItsPlace(broken: Broken) {
        let (table, faults) = readCompetenceTable(top + "  - " + broken.row + "\n" + rest)
        #expect(faults.map(\.code) == [broken.code], "\(faults.map(\.placed.zh))")
        #expect(faults.first?.line == 6)
        #expect(faults.first?.column == broken.column, "\(faults.map(\.placed.zh))")
        #expect(table == nil)
    }

    @Test func theHeadIsLookedAtToo() {
        func faults(_ old: String, _ new: String) -> [PackFault.Code] {
            readCompetenceTable((top + rest).replacing(old, with: new)).faults.map(\.code)
        }
        #expect(faults("", "").isEmpty)
        #expect(faults("审批权限表: 试行权限\n", "") == [.missingField])
        #expect(faults("2020-01-01", "2020-02-30") == [.badDate])
        #expect(faults("可信度: 样板\n", "可信度: 样板\n失效: 2019-12-31\n") == [.untilBeforeFrom])
        #expect(faults("到会: 6", "到会: 0") == [.badNumber])
        #expect(faults("到会: 6", "到会: 10") == [.badQuorum])
        #expect(faults("到会: 6, ", "") == [.missingField])
        #expect(faults("样板", "样品") == [.unknownValue])
        #expect(faults(rest, "  - {条: 其他, 事项: 人员, 审批: 编办}\n").contains(.uncoveredChange))
        #expect(readCompetenceTable("[").faults.map(\.code) == [.notYAML])
        #expect(readCompetenceTable("").table == nil)
    }

    @Test func aRowNeverReachedIsToldAtItsPlace() {
        let read = readCompetenceTable(top + rest + "  - {条: 晚, 事项: 更名, 审批: 编委}\n")
        #expect(read.faults.map(\.code) == [.unreachable])
        #expect(read.faults.first?.line == 7)
        #expect(read.table != nil)
    }
}
