import Foundation
import Testing

/// Arguments that mean nothing to the register: status 1 and what to write instead.
@Suite struct WrongArgumentTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace(.small) }

    @Test(arguments: [
        ["as-of", "2020-02-31"], ["show", "公路管理段", "--day", "2020-02-31"], ["diagnose", "--day", "2020-02-31"],
        ["ledger", "公路管理段", "--day", "2020-02-31"], ["plan", "suggest", "--day", "2020-02-31"],
        ["plan", "undo", "1", "--day", "2020-02-31"],
    ])
    func aDayThatIsNotInTheCalendar(_ command: [String]) throws {
        try expectRefused(
            command, in: workplace, code: "bad-day", zh: ["“2020-02-31”", "2020-06-30"],
            en: ["“2020-02-31”", "2020-06-30"])
    }

    @Test(arguments: ["0", "2", "99"]) func anActThatIsNotThere(_ position: String) throws {
        try expectRefused(
            ["plan", "undo", position], in: workplace, code: "unknown-position", zh: ["第\(position)号", "sanding log"],
            en: ["Act \(position)", "sanding log"])
    }

    @Test func theBaselineIsNoPlan() throws {
        try expectRefused(["plan", "undo", "1"], in: workplace, code: "not-a-plan", zh: ["第1号"], en: ["Act 1"])
    }

    @Test func aCheckThatIsNotThere() throws {
        try expectRefused(
            ["diagnose", "--check", "overstaffed"], in: workplace, code: "unknown-check",
            zh: ["“overstaffed”", "over-establishment"], en: ["“overstaffed”", "over-establishment"])
    }

    @Test func aBodyThatIsNotThereOrNotTheOnlyOne() throws {
        for command in ["show", "ledger"] {
            try expectRefused(
                [command, "没有这个站"], in: workplace, code: "unknown-body", zh: ["“没有这个站”"], en: ["“没有这个站”"])
        }
        try expectRefused(
            ["show", "公路"], in: workplace, code: "ambiguous-body", zh: ["澄岚区公路管理段", "澄岚区公路养护有限公司"],
            en: ["澄岚区公路管理段", "澄岚区公路养护有限公司"])
    }

    @Test func aMomentThatMeansNothing() throws {
        try expectRefused(
            ["as-of", "2020-06-01", "--known", "昨天"], in: workplace, code: "bad-known", zh: ["“昨天”"], en: ["“昨天”"])
    }

    @Test func anActThatNobodyCanHaveKnown() throws {
        let answer = try workplace.run("as-of", "2020-06-01", "--known", "99")
        #expect(answer.status == 1, "\(answer.output.prefix(120))")
    }

    @Test func oneOrSevenPlansAreNoComparison() throws {
        for count in [1, 7] {
            try expectRefused(
                ["plan", "compare"] + (1...count).map { "\($0).yaml" }, in: workplace, code: "two-to-six", zh: ["两到六个"],
                en: ["two to six"])
        }
    }

    @Test func aDigestFileThatIsNone() throws {
        try workplace.write("随便写的一行\n", to: "摘要.txt")
        for (file, code, status) in [("摘要.txt", "outside-line", 1), ("没有.txt", "file-not-found", 1)] {
            try expectRefused(
                ["verify", "--digest", file], in: workplace, status: Int32(status), code: code, zh: [file], en: [file])
        }
    }
}
