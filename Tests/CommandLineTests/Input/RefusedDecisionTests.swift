import Foundation
import Testing

/// Decisions that the register refuses: status 2, the reason on the error stream, and not a byte written.
@Suite struct RefusedDecisionTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace(.small)
        try workplace.write(
            "方案: 经费调整\n施行: 2020-07-01\n步骤:\n  - 核定职数: 澄岚区公路管理段\n    党组织: 1\n", to: "好.yaml")
    }

    private func decide(
        _ plan: String, _ document: String = "样编〔2020〕2号", _ more: [String] = ["--drafter", "丙", "--decider", "丁"]
    ) -> [String] {
        ["plan", "decide", plan, "--document", document, "--decided", "2020-06-20"] + more
    }

    @Test func aBodyThatNobodyKnows() throws {
        try workplace.write("方案: 试\n施行: 2020-07-01\n步骤:\n  - 撤销: 澄岚区没有这个站\n", to: "不认识.yaml")
        try expectRefused(
            decide("不认识.yaml"), in: workplace, status: 2, code: "unknown-body", zh: ["第4行", "澄岚区没有这个站"],
            en: ["Line 4", "澄岚区没有这个站"])
        let simulated = try workplace.run("plan", "simulate", "不认识.yaml")
        #expect(simulated.status == 2)
        #expect(simulated.output.contains("台账中没有“澄岚区没有这个站”"))
    }

    @Test func aCircleOfMergers() throws {
        let names = try mergeable()
        try workplace.write(
            """
            方案: 试
            施行: 2020-07-01
            步骤:
              - 合并: [\(names.0)]
                并入: \(names.1)
              - 合并: [\(names.1)]
                并入: \(names.0)

            """, to: "圈.yaml")
        let simulated = try workplace.run("plan", "simulate", "圈.yaml", "--json")
        #expect(simulated.status == 2)
        let steps = try simulated.json()["steps"]?.items ?? []
        #expect(steps.map { $0["problem"]?.isNull } == [true, false])
        try expectRefused(
            decide("圈.yaml"), in: workplace, status: 2, code: steps[1]["problem"]?.text ?? "", zh: ["第6行", names.0],
            en: ["Line 6", names.0])
    }

    @Test func aBodyMergedIntoItself() throws {
        let names = try mergeable()
        try workplace.write(
            "方案: 试\n施行: 2020-07-01\n步骤:\n  - 合并: [\(names.0), \(names.1)]\n    并入: \(names.1)\n", to: "自己.yaml")
        let simulated = try workplace.run("plan", "simulate", "自己.yaml")
        #expect(simulated.status == 2)
        #expect(simulated.output.contains("不能并入自己"))
    }

    /// Two bodies that the program itself proposes to merge.
    private func mergeable() throws -> (String, String) {
        let text = try workplace.succeed("plan", "suggest", "--small", "12").output
        let quoted = text.split(separator: "\"").filter { $0.hasPrefix("澄岚区") && !$0.hasSuffix("所属") }.map(String.init)
        try #require(quoted.count >= 2)
        return (quoted[0], quoted[1])
    }

    @Test func theDrafterAloneDecidesNothing() throws {
        for deciders in [[], ["--decider", "丙"], ["--decider", "丁", "--decider", "丙"]] as [[String]] {
            try expectRefused(
                decide("好.yaml", "样编〔2020〕2号", ["--drafter", "丙"] + deciders), in: workplace, status: 2,
                code: "four-eyes", zh: ["另一个人决定"], en: ["decide"])
        }
    }

    @Test func aNumberThatAnotherTitleHas() throws {
        try expectRefused(
            decide("好.yaml", "样编〔2020〕1号"), in: workplace, status: 2, code: "document-taken", zh: ["样编〔2020〕1号", "标题"],
            en: ["样编〔2020〕1号", "title"])
    }

    @Test func anOutcomeThatIsNotTheOneShown() throws {
        let another = String(repeating: "ab", count: 32)
        try expectRefused(
            decide("好.yaml") + ["--expecting", another], in: workplace, status: 2, code: "outcome-moved",
            zh: ["重新推演"], en: ["Try it again"])
        try expectRefused(
            decide("好.yaml") + ["--expecting", "ab"], in: workplace, code: "bad-digest", zh: ["64"], en: ["64"])
    }

    @Test func whatIsNotSaid() throws {
        try expectRefused(
            ["plan", "decide", "好.yaml"], in: workplace, code: "document-missing", zh: ["--document"],
            en: ["--document"])
        try expectRefused(
            ["plan", "decide", "好.yaml", "--document", "样编〔2020〕2号"], in: workplace, code: "decided-missing",
            zh: ["--decided"], en: ["--decided"])
        try expectRefused(
            decide("好.yaml", "样编〔2020〕2号", []), in: workplace, code: "drafter-missing", zh: ["--drafter"],
            en: ["--drafter"])
        try expectRefused(
            ["plan", "decide", "好.yaml", "--document", "样编〔2020〕2号", "--decided", "2020-06-31"], in: workplace,
            code: "bad-day", zh: ["2020-06-31"], en: ["2020-06-31"])
    }

    @Test func whatIsUndoneIsNotUndoneAgain() throws {
        let decided = try runProgram(decide("好.yaml"), in: workplace.folder)
        try #require(decided.status == 0, "\(decided.errors)")
        let undo = ["plan", "undo", "2", "--decided", "2020-07-20", "--drafter", "丙", "--decider", "丁", "--document"]
        let undone = try runProgram(undo + ["样编〔2020〕3号"], in: workplace.folder)
        try #require(undone.status == 0, "\(undone.errors)")
        let before = try workplace.state()
        let again = try runProgram(undo + ["样编〔2020〕4号"], in: workplace.folder)
        #expect(again.status == 2)
        // What stands in the way is that Act 3 did it already, and a refusal is said on the error stream.
        #expect(again.errors.contains("第3号"), "\(again.errors)\(again.output)")
        let changes = try workplace.state().changesButOneRecord(since: before)
        #expect(changes == [])
    }

    @Test func withAllOfItSaidItIsDecided() throws {
        let answer = try runProgram(decide("好.yaml"), in: workplace.folder)
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.contains("第2号决定"))
    }
}
