import Foundation
import Testing

/// Plans that are written wrongly: the line is named, in either language, and the register stays as it is.
@Suite struct UnreadablePlanTests {
    /// A text, the code of the refusal, and the line and words it names.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let zh: [String]
        let en: [String]
        var testDescription: String { name }
    }

    private static func plan(_ step: String, day: String = "2020-07-01") -> String {
        "方案: 试\n施行: \(day)\n步骤:\n\(step)\n"
    }

    private static let cases: [Case] = [
        Case(name: "空.yaml", text: "", zh: ["空的"], en: ["empty"]),
        Case(name: "不是映射.yaml", text: "合并这两个机构", zh: ["第1行"], en: ["line 1"]),
        Case(
            name: "乱写.yaml", text: plan("  - 核减: [未关的括号\n    至: 3"), zh: ["第", "YAML"], en: ["line", "YAML"]),
        Case(
            name: "负数.yaml", text: plan("  - 核减: 澄岚区公路管理段\n    至: -3"), zh: ["第5行", "-3"], en: ["line 5", "-3"]),
        Case(
            name: "不是数.yaml", text: plan("  - 核减: 澄岚区公路管理段\n    至: 三十"), zh: ["第5行", "“三十”"],
            en: ["line 5", "“三十”"]),
        Case(
            name: "二月三十一.yaml", text: plan("  - 撤销: 澄岚区公路管理段", day: "2020-02-31"), zh: ["第2行", "“2020-02-31”"],
            en: ["line 2", "“2020-02-31”"]),
        Case(
            name: "消化期限.yaml", text: plan("  - 核减: 澄岚区公路管理段\n    至: 3\n    消化期限: 2021-02-29"),
            zh: ["第6行", "“2021-02-29”"], en: ["line 6", "“2021-02-29”"]),
        Case(
            name: "不认识的字段.yaml", text: plan("  - 核减: 澄岚区公路管理段\n    至: 3\n    编制数: 4"), zh: ["第6行", "“编制数”"],
            en: ["line 6", "“编制数”"]),
        Case(
            name: "不认识的动作.yaml", text: plan("  - 吞并: 澄岚区公路管理段"), zh: ["第4行", "合并"], en: ["line 4", "merge"]),
        Case(
            name: "两个动作.yaml", text: plan("  - 撤销: 澄岚区公路管理段\n    更名: 澄岚区公路管理段"), zh: ["第4行"], en: ["line 4"]),
        Case(
            name: "重复字段.yaml", text: plan("  - 核减: 澄岚区公路管理段\n    至: 3\n    为: 4"), zh: ["第6行", "“为”"],
            en: ["line 6", "“为”"]),
        Case(name: "没有步骤.yaml", text: "方案: 试\n施行: 2020-07-01\n", zh: ["步骤"], en: ["steps"]),
        Case(
            name: "不认识的经费.yaml", text: plan("  - 调整经费: 澄岚区公路管理段\n    为: 社会捐赠"), zh: ["第5行", "“社会捐赠”"],
            en: ["line 5", "“社会捐赠”"]),
    ]

    @Test(arguments: cases) func simulatingNamesTheLine(_ plan: Case) throws {
        let place = try Workplace(.small)
        try place.write(plan.text, to: plan.name)
        try expectRefused(
            ["plan", "simulate", plan.name], in: place, code: "unreadable-plan", zh: plan.zh, en: plan.en)
    }

    @Test func decidingNamesTheLineToo() throws {
        let place = try Workplace(.small)
        try place.write(Self.plan("  - 核减: 澄岚区公路管理段\n    至: -3"), to: "负数.yaml")
        try expectRefused(
            [
                "plan", "decide", "负数.yaml", "--document", "样编〔2020〕2号", "--decided", "2020-06-20", "--drafter", "丙",
                "--decider", "丁",
            ], in: place, code: "unreadable-plan", zh: ["第5行"], en: ["line 5"])
    }

    @Test func aFieldIsNamedAsItWasWritten() throws {
        let place = try Workplace(.small)
        // Known elsewhere, out of place here.
        try place.write(Self.plan("  - 更名: 澄岚区公路管理段\n    为: 澄岚区公路段\n    编制去向: 统筹池"), to: "错位.yaml")
        try expectRefused(
            ["plan", "simulate", "错位.yaml"], in: place, code: "unreadable-plan", zh: ["第6行", "“编制去向”"],
            en: ["line 6", "“编制去向”"])
    }

    @Test func filesThatAreNoText() throws {
        let place = try Workplace(.small)
        try place.write([0xD0, 0xCF, 0xFF, 0x00], to: "方案.doc")
        try FileManager.default.createDirectory(at: place.url("方案"), withIntermediateDirectories: true)
        try expectRefused(
            ["plan", "simulate", "方案.doc"], in: place, code: "not-utf8", zh: ["方案.doc"], en: ["方案.doc"])
        try expectRefused(
            ["plan", "simulate", "没有.yaml"], in: place, code: "file-not-found", zh: ["没有.yaml"], en: ["没有.yaml"])
        let answer = try place.run("plan", "simulate", "方案")
        #expect(answer.status == 1)
        // The folder is there: to say that nothing is would send the clerk looking for it.
        #expect(answer.errors.contains("文件夹"), "\(answer.errors)")
    }
}
