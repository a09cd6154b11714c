import Foundation
import Testing

/// The road of a motion: moved, reviewed, deliberated, countersigned, decided; each step refused while one is missing.
@Suite struct MotionRoadTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace(.small)
        try workplace.succeed("plan", "suggest", "--out", "归并.yaml")
    }

    private static let members = (1...6).flatMap { ["--present", "委员\($0)"] }

    private func adopt() throws {
        try workplace.succeed(
            "competence", "adopt", "model-competence", "--document", "样编〔2020〕9号", "--decided", "2020-12-31",
            "--drafter",
            "甲", "--decider", "乙")
    }

    private func run(_ arguments: [String]) throws {
        let answer = try runProgram(arguments, in: workplace.folder)
        try #require(answer.status == 0, "\(arguments): \(answer.errors)")
    }

    private static let decide = [
        "plan", "decide", "归并.yaml", "--document", "样编〔2021〕2号", "--decided", "2021-02-01", "--drafter", "甲",
        "--decider",
        "乙",
    ]

    private func meeting(_ more: String...) -> [String] {
        ["motion", "meeting", "1", "--by", "丙", "--day", "2021-01-20", "--in-favour", "5"] + Self.members + more
    }

    private func refused(_ arguments: [String], _ code: String, zh: String, en: String) throws {
        try expectRefused(arguments, in: workplace, status: 2, code: code, zh: [zh], en: [en])
    }

    @Test func withoutATableAPlanIsDecidedAndSaysSo() throws {
        let answer = try runProgram(Self.decide, in: workplace.folder)
        #expect(answer.status == 0 && answer.output.contains("没有采用审批权限表"), "\(answer.errors)")
        try expectRefused(
            ["competence", "explain", "归并.yaml"], in: workplace, code: "no-table", zh: ["没有采用审批权限表"],
            en: ["No competence table"])
    }

    @Test func aPlanGoesTheWholeWay() throws {
        let needs = try workplace.succeed(
            "competence", "explain", "归并.yaml", "--table", "model-competence", "--json"
        ).json()
        #expect(needs["decider"]?.text == "commission")
        #expect(needs["uncovered"]?.items.isEmpty == true)
        try adopt()
        try refused(Self.decide, "missing-motion", zh: "缺动议。依据《", en: "no motion")
        try run(["motion", "open", "归并.yaml", "--by", "甲", "--organ", "区委编办", "--day", "2021-01-04"])
        try refused(Self.decide, "missing-review", zh: "缺论证意见", en: "no review")
        try refused(
            ["motion", "review", "1", "--by", "甲", "--opinion", "可行", "--day", "2021-01-05"], "own-draft",
            zh: "起草人不能论证", en: "Whoever drafted")
        let agenda = [
            "motion", "agenda", "1", "--by", "丙", "--meeting", "2021-01-20", "--item", "3", "--day", "2021-01-06",
        ]
        try refused(agenda, "missing-review", zh: "缺论证意见", en: "no review")
        try run(["motion", "review", "1", "--by", "丙", "--opinion", "可行", "--day", "2021-01-05"])
        try refused(Self.decide, "missing-countersigning", zh: "缺区委组织部会签", en: "not countersigned")
        try run([
            "motion", "countersign", "1", "--by", "丙", "--organ", "区委组织部", "--document", "样组〔2021〕7号", "--day",
            "2021-01-08",
        ])
        try refused(Self.decide, "missing-agenda", zh: "未列入会议议程", en: "on no agenda")
        try refused(meeting(), "not-on-agenda", zh: "没有列入", en: "not on the agenda")
        try run(agenda)
        try refused(Self.decide, "missing-meeting", zh: "缺会议记录", en: "no record of the meeting")
        try run(["motion", "meeting", "1", "--by", "丙", "--day", "2021-01-20", "--in-favour", "1", "--present", "委员1"])
        try refused(Self.decide, "no-quorum", zh: "到会1名，不足6名", en: "1 present, 6 needed")
        try run(meeting())
        try refused(Self.decide, "missing-minutes", zh: "缺会议纪要。依据《机构编制事项审批权限(样板区)》样板第", en: "no minutes")
        try run(meeting("--absent", "委员7", "--minutes", "样编纪〔2021〕1号"))
        #expect(try workplace.succeed("motion", "list").output.contains("步骤齐备"))
        try workplace.succeed(
            "motion", "decide", "1", "--document", "样编〔2021〕2号", "--decided", "2021-02-01", "--decider", "乙")
        let shown = try workplace.succeed("motion", "show", "1").output
        for words in ["区委编办动议 2021-01-04 甲 →", "论证同意 2021-01-05 丙 →", "决定（样编〔2021〕2号，第3号决定） 2021-02-01 乙", "组织实施"] {
            #expect(shown.contains(words), "\(shown)")
        }
        let json = try workplace.succeed("motion", "show", "1", "--json").json()
        #expect(json["act"]?.number == 3 && json["events"]?.items.count == 7)
        #expect(json["events"]?.items.allSatisfy { $0["officer"]?.text?.count == 32 } == true)
        #expect(try workplace.succeed("motion", "list", "--lang", "en").output.contains("No motion waits"))
        #expect(try workplace.succeed("motion", "list", "--all", "--json").json().items.count == 1)
        try refused(
            ["motion", "return", "1", "--by", "丙", "--reason", "晚了", "--day", "2021-02-02"], "motion-decided",
            zh: "第3号决定", en: "Act 3")
        try workplace.succeed("verify")
    }

    @Test func returnedItIsMovedAgainOrWithdrawn() throws {
        try adopt()
        try run(["motion", "open", "归并.yaml", "--by", "甲", "--organ", "区委编办", "--day", "2021-01-04"])
        try run(["motion", "return", "1", "--by", "丙", "--reason", "请附论证材料", "--day", "2021-01-05"])
        #expect(try workplace.succeed("motion", "list").output.contains("待经办人修改"))
        try refused(
            ["motion", "review", "1", "--by", "丙", "--opinion", "可行", "--day", "2021-01-06"], "motion-returned",
            zh: "重新提出", en: "move it again")
        try run(["motion", "open", "归并.yaml", "--by", "甲", "--organ", "区委编办", "--again", "1", "--day", "2021-01-07"])
        try refused(
            ["motion", "withdraw", "1", "--by", "丙", "--reason", "不办", "--day", "2021-01-08"], "not-drafter", zh: "退回",
            en: "drafted")
        try run(["motion", "withdraw", "1", "--by", "甲", "--reason", "不办", "--day", "2021-01-08"])
        #expect(try workplace.succeed("motion", "list").output.contains("没有待办"))
        try refused(Self.decide, "missing-motion", zh: "缺动议", en: "no motion")
    }

    @Test func aTableIsLinted() throws {
        #expect(try workplace.succeed("competence", "lint", "model-competence").output.contains("可用，条款19条"))
        try workplace.write(
            "审批权限表: 坏\n施行: 不详\n可信度: 样板\n条款:\n  - {条: 一, 事项: 全部, 审批: 编班}\n", to: "坏.yaml")
        let answer = try workplace.run("competence", "lint", "坏.yaml")
        #expect(answer.status == 1)
        #expect(answer.output.contains("坏.yaml:5:24: error [unknown-value]"), "\(answer.output)")
        try expectRefused(
            [
                "competence", "adopt", "坏.yaml", "--document", "样编〔2020〕9号", "--decided", "2020-12-31", "--drafter",
                "甲",
                "--decider", "乙",
            ], in: workplace, code: "faulty-table", zh: ["1处错误"], en: ["1 errors"])
    }

    @Test func whatIsMistypedIsInput() throws {
        try expectRefused(
            ["motion", "show", "9"], in: workplace, code: "unknown-motion", zh: ["没有第9号"], en: ["no motion 9"])
        try expectRefused(
            [
                "motion", "countersign", "1", "--by", "丙", "--organ", "区委组织部", "--document", "七号",
            ], in: workplace, code: "bad-document", zh: ["七号"], en: ["七号"])
    }
}
