import Foundation
import Testing

/// The workbook and the open list that the project was given.
@Suite struct RealWorkbookTests {
    private let workplace: Workplace
    private let document = ["--document", "安编〔2020〕1号", "--drafter", "甲", "--decider", "乙"]

    init() throws { workplace = try Workplace() }

    @Test func theUnreadableCellsAreNamed() throws {
        let path = try sharedData("workbooks/anhe-district.xlsx")
        let answer = try workplace.run("import", path, "--check")
        #expect(answer.status == 1)
        #expect(answer.output.contains("[错误] 机构!L47 “8+2”"))
        #expect(answer.output.contains("[错误] 机构!N131 “约10”"))
        let english = try workplace.run("import", path, "--check", "--lang", "en")
        #expect(english.status == 1)
        #expect(english.output.contains("[error] 机构!L47 “8+2”"))
        #expect(english.output.contains("[error] 机构!N131 “约10”"))
        #expect(try workplace.state().files.isEmpty)
        try expectRefused(
            ["import", path] + document, in: workplace, code: "rows-with-errors", zh: ["未导入任何内容", "--take-good-rows"],
            en: ["nothing was imported", "--take-good-rows"])
    }

    @Test func theGoodRowsAreTakenAndTheBadOnesHandedBack() throws {
        let path = try sharedData("workbooks/anhe-district.xlsx")
        let answer = try runProgram(["import", path, "--take-good-rows"] + document, in: workplace.folder)
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.contains("机构312个"))
        let bad = "anhe-district.xlsx.bad-rows.xlsx"
        #expect(answer.output.contains(bad))
        #expect(
            Set(try workplace.state().files.keys) == [
                "sanding.sqlite", "sanding.sqlite.key", "sanding.sqlite.digests", bad,
            ])
        let bodies = try workplace.succeed("as-of", "2020-05-31", "--json").json()["bodies"]?.value as? [String: Int]
        #expect(bodies?.filter { $0.key != "系统外单位（企业）" }.values.reduce(0, +) == 312)
        try workplace.succeed("verify")

        // Handed in as they are, the bad rows are refused for the same reasons, and the register stays as it is.
        let before = try workplace.state()
        let again = try runProgram(["import", bad] + document, in: workplace.folder)
        #expect(again.status == 1)
        #expect(again.errors.contains("[rows-with-errors]"))
        #expect(again.output.contains("“8+2”是算式"))
        #expect(again.output.contains("“约10”不是一个确定的整数"))
        let changes = try workplace.state().changes(since: before)
        #expect(changes == [])
    }

    @Test func aListWithoutNumbersIsUnknownAndNotZero() throws {
        let path = try sharedData("heze/dingtao-district.csv")
        let answer = try runProgram(
            ["import", path, "--district", "371703", "--day", "2018-12-31"] + document, in: workplace.folder)
        #expect(answer.status == 0, "\(answer.errors)")
        let asOf = try workplace.succeed("as-of", "2018-12-31", "--json").json()
        let bodies = (asOf["bodies"]?.value as? [String: Int])?.values.reduce(0, +)
        #expect(bodies == 101)
        #expect(asOf["bodiesWithUnknownHeads"]?.number == bodies)
        #expect(try workplace.succeed("as-of", "2018-12-31").output.contains("101个机构编制数未知"))
        #expect(try workplace.succeed("as-of", "2018-12-31", "--lang", "en").output.contains("unknown"))
    }

    @Test func aBodyWithoutNumbersSaysSo() throws {
        let path = try sharedData("heze/dingtao-district.csv")
        _ = try runProgram(
            ["import", path, "--district", "371703", "--day", "2018-12-31"] + document, in: workplace.folder)
        #expect(try workplace.succeed("ledger", "菏泽市定陶区教育局").output.contains("编制数未知"))
        let shown = try workplace.succeed("show", "菏泽市定陶区教育局").output
        #expect(shown.contains("编制数: 未知") || shown.contains("编制数未知"), "\(shown.prefix(300))")
        let posts = try workplace.succeed("show", "菏泽市定陶区教育局", "--json").json()["posts"]?.items ?? []
        // No figure was handed in: zero would be one.
        #expect(posts.allSatisfy { $0["approved"]?.isNull == true })
    }
}
