import Basics
import Office
import Reform
import Registry
import Testing

/// A plan's text in either language reads to the same plan, and what is wrong with it is named with its line.
@Suite struct PlanTextTests {
    @Test func chineseAndEnglishAreTheSame() throws {
        let chinese = try readPlan(
            """
            方案: 试点
            施行: 2020-06-30
            改革文件: 样编〔2020〕3号
            步骤:
              - 合并: [甲中心, 乙中心]
                并入: 丙中心
                领导职数: {正职: 1, 副职: 2}
              - 撤销: 丁站
                人员: 丙中心
                职责:
                  - {序号: [1, 2], 划入: 丙中心}
                  - {全部: 是, 取消: 是}
              - 调整经费: 路段
                为: 财政全额补助
              - 核减: 路段
                至: 60
                消化期限: 2023-12-31
              - 划出职责: 路段
                含: 养护
                划入: 养护公司
              - 安置: 路段
                实际工作单位: 养护公司
                方式: 转入企业
              - 划转编制: 3
                编制类别: 行政编制
                从: 统筹池
                到: 甲局
            """)
        let english = try readPlan(
            """
            plan: pilot
            effective: 2020-06-30
            reform: 样编[2020]3号
            steps:
              - merge: [甲中心, 乙中心]
                into: 丙中心
                posts: {chief: 1, deputy: 2}
              - abolish: 丁站
                people to: 丙中心
                duties:
                  - {numbers: [1, 2], to: 丙中心}
                  - {all: yes, drop: yes}
              - fund: 路段
                to: full funding
              - cut: 路段
                to: 60
                absorb until: 2023-12-31
              - hive off: 路段
                containing: 养护
                to: 养护公司
              - place: 路段
                working at: 养护公司
                by: go over
              - move heads: 3
                kind: administrative
                from: pool
                to: 甲局
            """)
        #expect(chinese.steps.map(\.action) == english.steps.map(\.action))
        #expect(chinese.reform == english.reform)
        #expect(chinese.steps.count == 7)
        #expect(
            chinese.steps[0].action
                == .merge(["甲中心", "乙中心"], into: "丙中心", MergeTerms(posts: [.chief: 1, .deputy: 2])))
        #expect(
            chinese.steps[3].action
                == .cut("路段", kind: nil, remaining: 60, to: .districtPool, absorb: Day(iso: "2023-12-31")))
        #expect(chinese.steps[6].action == .moveHeads(.administrative, count: 3, from: .districtPool, to: .body("甲局")))
    }

    private static let header = "方案: 试\n施行: 2020-06-30\n步骤:\n"

    @Test(
        arguments: [
            ("方案: 试\n施行: 2020-02-31\n步骤: [{更名: 甲, 为: 乙}]\n", 2, "2020-02-31"),
            (header + "  - 划转编制: -3\n    编制类别: 行政\n    从: 统筹池\n    到: 甲\n", 4, "负数"),
            (header + "  - 核减: 甲\n    至: -1\n", 5, "负数"),
            (header + "  - 更名: 甲\n    改成: 乙\n", 5, "改成"),
            (header + "  - 更名: 甲\n    撤销: 甲\n", 4, "一个动作"),
            (header + "  - 合并: [甲]\n", 4, "并入"),
            (header + "  - 调整: 甲\n    级别: 超级\n", 5, "超级"),
            ("方案: 试\n施行: 2020-06-30\n步骤: []\n", 3, "步骤"),
            ("", nil, "空"),
            ("方案: [", nil, "YAML"),
            ("方案: 试\n施行: 2020-06-30\n方案: 又\n步骤: []\n", nil, "重复"),
        ] as [(String, Int?, String)])
    func whatIsWrongIsNamedWithItsLine(_ text: String, _ line: Int?, _ says: String) {
        do {
            _ = try readPlan(text)
            Issue.record("it was read")
        } catch {
            if let line { #expect(error.line == line) }
            #expect(error.wording.zh.contains(says), "\(error.wording.zh)")
            #expect(!error.wording.en.isEmpty)
        }
    }
}
