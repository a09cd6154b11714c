import Basics
import Office
import Reform
import Registry
import Testing

/// A plan in waves reads the same in either language, and what is wrong with it is named with its line.
@Suite struct WaveTextTests {
    private let chinese = """
        方案: 两步
        改革文件: 样编〔2020〕3号
        波次:
          - 施行: 2020-06-30
            步骤:
              - {更名: 甲, 为: 乙}
          - 施行: 2021-06-30
            条件:
              - 机构存在: 乙
              - {空编不少于: 3, 机构: 乙, 编制类别: 行政编制}
              - 已过: 2021-01-01
              - 清产核资完成
            预留至: 2021-12-31
            步骤:
              - {更名: 乙, 为: 丙}
        """

    @Test func inEitherLanguage() throws {
        let english = """
            plan: 两步
            reform: 样编〔2020〕3号
            waves:
              - effective: 2020-06-30
                steps:
                  - {rename: 甲, to: 乙}
              - effective: 2021-06-30
                when:
                  - exists: 乙
                  - {free: 3, body: 乙, kind: administrative}
                  - passed: 2021-01-01
                  - 清产核资完成
                held until: 2021-12-31
                steps:
                  - {rename: 乙, to: 丙}
            """
        for text in [chinese, english] {
            let plan = try readPlan(text)
            let day = try #require(Day(iso: "2021-01-01"))
            #expect(plan.day == Day(iso: "2020-06-30"))
            #expect(plan.waves.map { $0.steps.map(\.action) } == [[.rename("甲", to: "乙")], [.rename("乙", to: "丙")]])
            #expect(
                plan.later[0].conditions == [
                    .exists("乙"), .free(3, "乙", .administrative), .passed(day), .stated("清产核资完成"),
                ])
            #expect(plan.later[0].heldUntil == Day(iso: "2021-12-31"))
        }
        let plain = try readPlan(chinese.replacing("    预留至: 2021-12-31\n", with: ""))
        #expect(plain.later[0].heldUntil == plain.later[0].day.advanced(by: 180))
    }

    @Test func whatIsWrongIsNamedWithItsLine() throws {
        for (old, new, line, word) in [
            ("2021-06-30", "2020-06-30", 7, "晚于前一波"), ("已过: 2021-01-01", "已过: 2021-02-30", 11, "有效日期"),
            ("机构存在: 乙", "机构: 乙", 9, "条件可写"), ("预留至: 2021-12-31", "预留至: 2021-06-29", 7, "预留至"),
            ("    条件:", "    条个:", 9, "不认识“条个”"), ("波次:", "施行: 2020-01-01\n波次:", 3, "不认识“施行”"),
            (", 机构: 乙", "", 10, "缺少“机构”"),
        ] {
            let failure = #expect(throws: UnreadablePlan.self) { _ = try readPlan(chinese.replacing(old, with: new)) }
            #expect(failure?.line == line, "\(new): \(failure?.wording.zh ?? "")")
            #expect(failure?.wording.zh.contains(word) == true, "\(new): \(failure?.wording.zh ?? "")")
        }
        let first = chinese.replacing(
            "  - 施行: 2020-06-30\n", with: "  - 施行: 2020-06-30\n    条件: 已批准\n")
        #expect(throws: UnreadablePlan.self) { _ = try readPlan(first) }
    }
}
